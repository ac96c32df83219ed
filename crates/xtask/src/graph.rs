//! Which feature stands on which: drawn from the manifests into `docs/architecture.md`. Cargo itself refuses a circle.

use crate::files;
use crate::step::Result;
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

const BEGIN: &str = "<!-- features: written by `cargo xtask bindings` -->\n";
const END: &str = "<!-- end of features -->";

/// Where the drawing stands.
pub fn path(workspace: &Workspace) -> PathBuf {
    workspace.at("docs/architecture.md")
}

/// The page with the drawing of today in it.
///
/// # Errors
/// A manifest or the page that cannot be read; a page that has lost the two marks.
pub fn page(workspace: &Workspace) -> Result<String> {
    let mut uses = BTreeMap::new();
    for manifest in files::under(&workspace.at("crates/features"), &["toml"]) {
        let text = read(&manifest)?;
        let name = manifest.parent().and_then(|folder| folder.file_name()).unwrap_or_default();
        uses.insert(name.to_string_lossy().into_owned(), dependencies(&text));
    }
    let page = read(&path(workspace))?;
    with(&page, &drawn(&uses)).ok_or_else(|| {
        format!("docs/architecture.md: put the two marks back between which the features are drawn:\n{BEGIN}{END}")
    })
}

fn read(path: &std::path::Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The names below `[dependencies]`.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let lines = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    let own = lines.take_while(|line| !line.starts_with('['));
    own.filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// One line each: what it stands on is always further up.
fn drawn(uses: &BTreeMap<String, BTreeSet<String>>) -> String {
    let mut left: BTreeMap<&str, BTreeSet<&str>> = uses
        .iter()
        .map(|(name, below)| {
            let features = below.iter().filter(|below| uses.contains_key(*below));
            (name.as_str(), features.map(String::as_str).collect())
        })
        .collect();
    let width = uses.keys().map(String::len).max().unwrap_or_default();
    let (mut drawn, mut above) = (String::from("```\n"), BTreeSet::new());
    while !left.is_empty() {
        let next: Vec<_> = left.iter().filter(|(_, below)| below.is_subset(&above)).map(|(name, _)| *name).collect();
        // A circle, which cargo refuses in words of its own.
        if next.is_empty() {
            break;
        }
        for name in next {
            let below: Vec<_> = left.remove(name).unwrap_or_default().into_iter().collect();
            let line =
                format!("{name:width$}  → {}", if below.is_empty() { "office".to_owned() } else { below.join(", ") });
            drawn.push_str(&format!("{line}\n"));
            above.insert(name);
        }
    }
    drawn + "```\n"
}

fn with(page: &str, drawing: &str) -> Option<String> {
    let begin = page.find(BEGIN)? + BEGIN.len();
    let end = begin + page[begin..].find(END)?;
    Some(format!("{}{drawing}{}", &page[..begin], &page[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_feature_stands_on_is_drawn_above_it() {
        let manifest = "[package]\nname = \"a\"\n\n[dependencies]\noffice.workspace = true\nzebra = { path = \"x\" }\n\n[dev-dependencies]\nloans.workspace = true\n";
        assert_eq!(dependencies(manifest).into_iter().collect::<Vec<_>>(), ["office", "zebra"]);
        let uses = [
            ("a", manifest),
            ("zebra", "[dependencies]\n"),
            ("loans", "[dependencies]\nzebra.workspace = true\na = \"1\""),
        ];
        let uses = uses.map(|(name, text)| (name.to_owned(), dependencies(text))).into();
        assert_eq!(drawn(&uses), "```\nzebra  → office\na      → zebra\nloans  → a, zebra\n```\n");
    }

    #[test]
    fn only_what_stands_between_the_marks_is_written() {
        let page = format!("before\n{BEGIN}old\n{END}\nafter\n");
        assert_eq!(with(&page, "new\n").unwrap(), format!("before\n{BEGIN}new\n{END}\nafter\n"));
        assert_eq!(with("no marks", "new"), None);
    }
}

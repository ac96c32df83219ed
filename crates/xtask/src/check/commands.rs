//! The command tables: every change names a permission and has a story.

use super::Problem;
use super::rust::line_of;
use super::source::{Source, Sources};
use proc_macro2::TokenTree;
use std::collections::BTreeSet;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Token};

/// Kinds of commands that leave a line in the audit trail because something happened.
const HAS_A_STORY: [&str; 4] = ["write", "system", "print", "export"];

struct Row<'a> {
    source: &'a Source,
    line: usize,
    kind: String,
    name: String,
    needs_a_permission: bool,
}

pub fn problems(sources: &Sources) -> Vec<Problem> {
    let stories: String = sources
        .of("tests/", ".rs")
        .filter(|source| source.path.contains("scenarios"))
        .map(|source| source.text.as_str())
        .collect();
    let mut found = Vec::new();
    for (source, table) in tables(sources) {
        if let Err(error) = table {
            let mend = format!("this table of commands cannot be read: {error}");
            found.push(Problem::at(source, line_of(error.span()), mend));
        }
    }
    for row in rows(sources) {
        if row.kind == "write" && !row.needs_a_permission {
            let mend =
                format!("`{}` changes things and names no permission; write `needs <Permission>` in its row", row.name);
            found.push(Problem::at(row.source, row.line, mend));
        }
        if HAS_A_STORY.contains(&row.kind.as_str()) && !stories.contains(&format!("\"{}\"", row.name)) {
            let mend = format!("`{}` appears in no story; tell one in tests/scenarios/ that calls it", row.name);
            found.push(Problem::at(row.source, row.line, mend));
        }
    }
    found
}

/// The names of all commands.
pub fn command_names(sources: &Sources) -> BTreeSet<String> {
    rows(sources).into_iter().map(|row| row.name).collect()
}

fn rows(sources: &Sources) -> Vec<Row<'_>> {
    let mut found = Vec::new();
    for (source, table) in tables(sources) {
        for entry in table.into_iter().flat_map(|table| table.rows) {
            let Entry { line, kind, name, needs_a_permission } = entry;
            found.push(Row { source, line, kind, name, needs_a_permission });
        }
    }
    found
}

/// Every command table of the program.
fn tables(sources: &Sources) -> impl Iterator<Item = (&Source, syn::Result<Table>)> {
    sources
        .programs()
        .flat_map(|source| source.rust.calls("commands").into_iter().map(move |body| (source, syn::parse2(body))))
}

/// The inside of `commands! { "feature", … }`.
struct Table {
    rows: Vec<Entry>,
}

struct Entry {
    line: usize,
    kind: String,
    /// With the feature before it.
    name: String,
    needs_a_permission: bool,
}

impl Parse for Table {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let feature: LitStr = input.parse()?;
        input.parse::<Token![,]>()?;
        let mut rows = Vec::new();
        while !input.is_empty() {
            let kind = input.call(Ident::parse_any)?;
            let verb = input.call(Ident::parse_any)?;
            // What it takes and answers, and the views, are read by the compiler.
            let mut needs_a_permission = false;
            while !input.peek(Token![;]) {
                let token: TokenTree = input.parse()?;
                needs_a_permission |= matches!(&token, TokenTree::Ident(word) if word == "needs");
            }
            input.parse::<Token![;]>()?;
            let name = format!("{}.{verb}", feature.value());
            rows.push(Entry { line: line_of(kind.span()), kind: kind.to_string(), name, needs_a_permission });
        }
        Ok(Self { rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "crate::commands! { \"staff\",\n    read  list (Nothing) -> People, needs StaffView, shows [Staff];\n    write add (AddPerson) -> Person, needs StaffManage, touches [Staff];\n    write open_door (Nothing) -> Nothing, session, touches [];\n}\n";

    fn found(story: &str) -> Vec<String> {
        let sources = Sources(vec![
            Source::new("crates/app/src/staff/mod.rs", TABLE),
            Source::new("tests/scenarios/staff.rs", story),
        ]);
        problems(&sources).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_row_of_a_table_is_read() {
        let sources = Sources(vec![Source::new("crates/app/src/staff/mod.rs", TABLE)]);
        assert_eq!(
            command_names(&sources).into_iter().collect::<Vec<_>>(),
            ["staff.add", "staff.list", "staff.open_door"]
        );
    }

    #[test]
    fn a_table_that_cannot_be_read_does_not_pass() {
        let sources =
            Sources(vec![Source::new("crates/app/src/staff/mod.rs", "commands! { \"staff\",\n  read list\n}")]);
        assert_eq!(problems(&sources).len(), 1);
    }

    #[test]
    fn a_change_without_a_permission_is_found_in_its_row() {
        let problems = found("call(\"staff.add\"); call(\"staff.open_door\");");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("crates/app/src/staff/mod.rs:4:"), "{problems:?}");
    }

    #[test]
    fn a_change_without_a_story_is_found() {
        let problems = found("call(\"staff.open_door\");");
        assert!(problems.iter().any(|problem| problem.contains("`staff.add` appears in no story")), "{problems:?}");
        assert!(!problems.iter().any(|problem| problem.contains("staff.list")), "a plain reading needs none");
    }
}

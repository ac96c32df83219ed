//! The frame names no feature: neither the office in the core nor `ui/src/frame` in the interface.

use super::Problem;
use super::listed::Listed;
use super::source::{Source, Sources, pattern, without_comments};
use std::collections::BTreeSet;

/// Files of the interface's frame that still name a feature: file and feature, one a line.
const NAMED: &str = include_str!("frame.txt");
const NAMED_PATH: &str = "crates/xtask/src/check/frame.txt";

pub fn problems(sources: &Sources) -> Vec<Problem> {
    problems_beside(sources, NAMED)
}

fn problems_beside(sources: &Sources, named: &str) -> Vec<Problem> {
    let (features, named) = (features(sources), Listed::read(NAMED_PATH, named));
    let mut found = Vec::new();
    for source in sources.programs().filter(|source| source.path.starts_with("crates/office/")) {
        for (line, feature) in in_the_office(source, &features) {
            let mend = format!(
                "the office names `{feature}`; let its manifest say it (a field of `Feature`), and read all manifests here"
            );
            found.push(Problem::at(source, line, mend));
        }
    }
    for source in sources.interface().filter(|source| source.path.starts_with("ui/src/frame/")) {
        for (line, feature) in in_the_interface(source, &features) {
            if !named.allows(&format!("{} {feature}", source.path)) {
                let mend =
                    format!("the frame names `{feature}`; say it in ui/src/{feature}/feature.ts, and collect it here");
                found.push(Problem::at(source, line, mend));
            }
        }
    }
    found.extend(named.stale());
    found
}

/// The features by the names of their crates.
pub fn features(sources: &Sources) -> BTreeSet<&str> {
    let manifests = sources.of("crates/features/", "/Cargo.toml");
    manifests.filter_map(|source| source.path.split('/').nth(2)).collect()
}

/// A feature is named as a crate, or as the first word of a name with dots in quotes.
fn in_the_office<'f>(source: &Source, features: &BTreeSet<&'f str>) -> Vec<(usize, &'f str)> {
    let mut found = Vec::new();
    for feature in features {
        let paths = pattern(&format!(r"\b{feature}::"));
        // A module of the office's own may have the same name.
        let foreign = |at: usize| !source.rust.code[..at].ends_with("::");
        let places = paths.find_iter(&source.rust.code).map(|hit| hit.start()).filter(|at| foreign(*at));
        found.extend(places.map(|at| (source.line_of(at), *feature)));
        let begins =
            |text: &str| text.strip_prefix(feature).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let texts = source.rust.literals.iter().filter(|literal| begins(&literal.text));
        found.extend(texts.map(|literal| (literal.line, *feature)));
    }
    found
}

/// A feature is named by a path into its folder, by its route, or by its name alone in quotes.
fn in_the_interface<'f>(source: &Source, features: &BTreeSet<&'f str>) -> Vec<(usize, &'f str)> {
    let text = without_comments(&source.text);
    let mut found = Vec::new();
    for feature in features {
        let named = pattern(&format!(r#"['"`](?:\.\./|/|#/|\./)*{feature}(?:[/.?][^'"`\n]*)?['"`]"#));
        found.extend(named.find_iter(&text).map(|hit| (source.line_of(hit.start()), *feature)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOANS: (&str, &str) = ("crates/features/loans/Cargo.toml", "[package]\nname = \"loans\"\n");

    fn found(path: &str, text: &str, named: &str) -> Vec<String> {
        let files = [LOANS, (path, text)];
        let sources = Sources(files.iter().map(|(path, text)| Source::new(path, text)).collect());
        problems_beside(&sources, named).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_office_names_no_feature() {
        for bad in ["use loans::FEATURE;", "fn f() { call(\"loans.repay\") }", "const A: &str = \"loans\";"] {
            assert_eq!(found("crates/office/src/office.rs", bad, "").len(), 1, "must be found: {bad}");
        }
        for good in [
            "/// As loans::repay does.\nfn f() { crate::tasks::loans::list(\"loan.repay\") }",
            "#[cfg(test)]\nmod tests { fn f() { \"loans.repay\" } }",
        ] {
            assert_eq!(found("crates/office/src/office.rs", good, ""), Vec::<String>::new());
        }
        assert!(
            found("crates/app/src/lib.rs", "use loans::FEATURE;", "").is_empty(),
            "the list of features is elsewhere"
        );
    }

    #[test]
    fn the_frame_of_the_interface_names_no_feature() {
        let rail = "ui/src/frame/Rail.svelte";
        for bad in [
            "import List from '../loans/List.svelte';",
            "go('/loans/new');",
            "{ key: 'loans' }",
            "call(\"loans.list\")",
        ] {
            assert_eq!(found(rail, bad, "").len(), 1, "must be found: {bad}");
            assert!(found(rail, bad, &format!("{rail} loans\n")).is_empty(), "an exception is let through: {bad}");
        }
        assert!(found(rail, "import { glob } from './loan'; // loans\n", "").is_empty());
        let stale = found(rail, "", &format!("{rail} loans\n"));
        assert!(stale.len() == 1 && stale[0].starts_with("crates/xtask/src/check/frame.txt:1:"), "{stale:?}");
    }
}

//! Borders between rooms: who may import whom.

use super::Problem;
use super::frame::features;
use super::source::{Source, Sources, pattern};
use std::collections::BTreeSet;

/// Rooms of the house a crate may depend on. A crate that is not listed may depend on all.
const MAY_USE: [(&str, &[&str]); 12] = [
    ("kernel", &[]),
    ("lending", &["kernel"]),
    ("investing", &["kernel"]),
    ("casework", &["kernel", "lending"]),
    ("measures", &["kernel", "lending"]),
    ("moderation", &["kernel"]),
    ("intake", &["kernel", "sheets"]),
    ("database", &["kernel"]),
    ("ledger", &["kernel", "database"]),
    ("papers", &["kernel"]),
    ("sheets", &["kernel"]),
    ("office", &["kernel", "database", "papers", "sheets"]),
];

/// Crates above the features; none of the core stands on them.
const ABOVE: [&str; 3] = ["app", "sharaka", "words"];

/// What the core must not know, because it belongs to hosts.
const HOSTS_ONLY: [&str; 4] = ["tauri", "axum", "tokio", "tower-http"];

/// What a pure file must not name: the database, the clock, files.
const IMPURE: [(&str, &str); 4] = [
    (r"\b(database|rusqlite)::|\bstore::|\bqueries::", "the database"),
    (r"\b(SystemTime|Instant)\b|\b(Utc|Local)::now\b|\bMoment::now\b|\bclock::", "the clock"),
    (r"\bstd::(fs|net|env|process)\b", "the machine"),
    (r"\b(Read|Write)<'|\bOffice\b", "a transaction"),
];

pub fn problems(sources: &Sources) -> Vec<Problem> {
    let mut found = Vec::new();
    let features = features(sources);
    for source in &sources.0 {
        found.extend(manifest(source, &features));
        if is_pure(source) {
            found.extend(impure(source));
        }
        found.extend(inner_rooms(source, &features));
        found.extend(parts(source));
        found.extend(host_only(source));
    }
    found
}

/// The names of house crates whose manifests ask for more than they may.
fn manifest(source: &Source, features: &BTreeSet<&str>) -> Vec<Problem> {
    let Some(room) = source.path.strip_prefix("crates/").and_then(|path| path.strip_suffix("/Cargo.toml")) else {
        return Vec::new();
    };
    let allowed = MAY_USE.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed);
    let feature = room.strip_prefix("features/");
    let core = allowed.is_some() || feature.is_some() || ["app", "office"].contains(&room);
    let mut found = Vec::new();
    let mut section = "";
    for (number, line) in source.text.lines().enumerate() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
        }
        let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
        if section != "dependencies" || name.is_empty() {
            continue;
        }
        let is_a_room =
            MAY_USE.iter().any(|(room, _)| *room == name) || ABOVE.contains(&name) || features.contains(name);
        if let Some(allowed) = allowed.filter(|allowed| is_a_room && !allowed.contains(&name)) {
            let rooms =
                if allowed.is_empty() { "no other room".to_owned() } else { format!("only {}", allowed.join(" and ")) };
            found.push(Problem::at(
                source,
                number + 1,
                format!("{room} may use {rooms}; move what needs {name} up into a feature"),
            ));
        }
        if let Some(feature) = feature.filter(|_| ABOVE.contains(&name)) {
            let mend = format!("{name} stands above the features; what {feature} needs of it belongs below");
            found.push(Problem::at(source, number + 1, mend));
        }
        if core && HOSTS_ONLY.contains(&name) {
            found.push(Problem::at(
                source,
                number + 1,
                format!("the core is synchronous and knows no host; {name} belongs to crates/sharaka or src-tauri"),
            ));
        }
    }
    found
}

fn is_pure(source: &Source) -> bool {
    let path = source.path.as_str();
    let engine = [
        "crates/kernel/src/",
        "crates/lending/src/",
        "crates/investing/src/",
        "crates/casework/src/",
        "crates/measures/src/",
        "crates/moderation/src/",
        "crates/intake/src/",
    ];
    let rules = ["crates/features/", "crates/office/"];
    path.ends_with(".rs")
        && (engine.iter().any(|folder| path.starts_with(folder))
            || (rules.iter().any(|folder| path.starts_with(folder)) && path.ends_with("/rules.rs")))
}

fn impure(source: &Source) -> Vec<Problem> {
    let mut found = Vec::new();
    for (reaching, what) in IMPURE {
        for hit in places(reaching, &source.rust.code) {
            let mend = format!(
                "facts in, decision out: this file must not reach for {what}; load it in the verb or store.rs and hand it in"
            );
            found.push(Problem::at(source, source.line_of(hit), mend));
        }
    }
    found
}

/// A feature names what another one re-exports in its `lib.rs`, and nothing behind it.
fn inner_rooms(source: &Source, features: &BTreeSet<&str>) -> Vec<Problem> {
    let Some(own) = source.path.strip_prefix("crates/features/").and_then(|path| path.split('/').next()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for feature in features.iter().filter(|feature| **feature != own) {
        let behind =
            format!(r"\b{feature}::(?:\{{[^}}]*\b(?:store|rules|queries|model)\b|(?:store|rules|queries|model)\b)");
        for hit in places(&behind, &source.rust.code) {
            let mend = format!(
                "{own} reaches behind the door of {feature}; re-export what is needed in crates/features/{feature}/src/lib.rs and name it from there"
            );
            found.push(Problem::at(source, source.line_of(hit), mend));
        }
    }
    found
}

/// Shared parts of the interface know no feature.
fn parts(source: &Source) -> Vec<Problem> {
    if !source.path.starts_with("ui/src/parts/") {
        return Vec::new();
    }
    let allowed = ["parts", "api", "host", "styles", "fonts", "icons"];
    let folder: Vec<_> = source.path.strip_prefix("ui/src/").unwrap_or_default().split('/').collect();
    imports(source)
        .filter_map(|(line, target)| {
            let room = resolved(&folder, &target)?;
            let mend = format!("parts are shared by all features and import none of them; hand in what this needs from ui/src/{room} as a property");
            (!allowed.contains(&room.as_str())).then(|| Problem::at(source, line, mend))
        })
        .collect()
}

/// The first folder (or file) below `ui/src` a relative import leads to; none for packages and assets beside.
fn resolved(from: &[&str], target: &str) -> Option<String> {
    if !target.starts_with('.') {
        return None;
    }
    let mut path: Vec<&str> = from[..from.len().saturating_sub(1)].to_vec();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => {
                path.pop();
            }
            name => path.push(name),
        }
    }
    path.first().map(|name| (*name).to_owned())
}

fn imports(source: &Source) -> impl Iterator<Item = (usize, String)> {
    let import = pattern(r#"(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]"#);
    let found: Vec<_> = import
        .captures_iter(&source.text)
        .filter_map(|found| Some((source.line_of(found.get(0)?.start()), found[1].to_owned())))
        .collect();
    found.into_iter()
}

/// Only `ui/src/host` knows that there is a desktop.
fn host_only(source: &Source) -> Vec<Problem> {
    if !source.path.starts_with("ui/src/") || source.path.starts_with("ui/src/host/") {
        return Vec::new();
    }
    let hits = source.text.match_indices("@tauri-apps");
    hits.map(|(at, _)| {
        Problem::at(
            source,
            source.line_of(at),
            "the same interface runs in a browser; put this behind a function in ui/src/host",
        )
    })
    .collect()
}

fn places(text: &str, code: &str) -> Vec<usize> {
    pattern(text).find_iter(code).map(|hit| hit.start()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let sources = Sources(files.iter().map(|(path, text)| Source::new(path, text)).collect());
        problems(&sources).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn rules_and_values_reach_for_nothing() {
        for bad in [
            "use database::Read;",
            "let now = SystemTime::now();",
            "let x = Utc::now();",
            "std::fs::read(path)",
            "fn f(cx: &Read<'_>) {}",
            "store::loan(cx)",
        ] {
            assert_eq!(found(&[("crates/features/loans/src/rules.rs", bad)]).len(), 1, "must be found: {bad}");
            assert_eq!(found(&[("crates/kernel/src/day.rs", bad)]).len(), 1, "the kernel is as pure as rules: {bad}");
            assert!(found(&[("crates/features/loans/src/repay.rs", bad)]).is_empty(), "a verb may: {bad}");
        }
        assert!(
            found(&[("crates/features/loans/src/rules.rs", "/// Reads no database::Read.\nfn f() {}")]).is_empty(),
            "comments may speak of it"
        );
    }

    const FUNDS: (&str, &str) = ("crates/features/funds/Cargo.toml", "");

    #[test]
    fn a_feature_goes_through_the_door_of_another() {
        for bad in ["use funds::store;", "funds::store::fund(cx)", "use funds::{Fund, rules};"] {
            let problems = found(&[FUNDS, ("crates/features/loans/src/lib.rs", bad)]);
            assert_eq!(problems.len(), 1, "must be found: {bad}");
            assert!(
                problems[0].contains("crates/features/funds/src/lib.rs"),
                "the message names the door to open: {problems:?}"
            );
        }
        assert!(found(&[FUNDS, ("crates/features/loans/src/lib.rs", "use funds::{Fund, balance};")]).is_empty());
        assert!(
            found(&[FUNDS, ("crates/features/funds/src/open.rs", "use crate::store::fund;")]).is_empty(),
            "its own rooms are its own"
        );
    }

    #[test]
    fn the_office_stands_on_no_feature_and_a_feature_not_on_the_whole() {
        let office = ("crates/office/Cargo.toml", "[dependencies]\nfunds.workspace = true\n");
        assert_eq!(found(&[FUNDS, office]).len(), 1);
        let loans = |dependency: &str| format!("[dependencies]\n{dependency}.workspace = true\n");
        for (dependency, problems) in [("funds", 0), ("office", 0), ("app", 1), ("tokio", 1)] {
            let manifest = loans(dependency);
            assert_eq!(
                found(&[FUNDS, ("crates/features/loans/Cargo.toml", &manifest)]).len(),
                problems,
                "{dependency}"
            );
        }
    }

    #[test]
    fn the_ledger_knows_no_feature_and_the_core_no_host() {
        assert_eq!(
            found(&[(
                "crates/ledger/Cargo.toml",
                "[dependencies]\nkernel.workspace = true\nlending.workspace = true\n"
            )])
            .len(),
            1
        );
        assert_eq!(found(&[("crates/app/Cargo.toml", "[dependencies]\ntauri = \"2\"\n")]).len(), 1);
        assert!(
            found(&[(
                "crates/ledger/Cargo.toml",
                "[dependencies]\nkernel.workspace = true\n[dev-dependencies]\nlending.workspace = true\n"
            )])
            .is_empty(),
            "tests may compare"
        );
    }

    #[test]
    fn parts_of_the_interface_import_no_feature() {
        let bad = "import Card from '../loans/Card.svelte';";
        assert_eq!(found(&[("ui/src/parts/Table.svelte", bad)]).len(), 1);
        assert_eq!(
            found(&[("ui/src/parts/table/rows.ts", "import { x } from \"../../frame/session\";")]).len(),
            1,
            "the frame is not shared either"
        );
        assert!(
            found(&[(
                "ui/src/parts/Table.svelte",
                "import { t } from '../api/t'; import Chip from './Chip.svelte'; import { x } from 'svelte';"
            )])
            .is_empty()
        );
        assert!(found(&[("ui/src/frame/Top.svelte", bad)]).is_empty(), "the frame may show features");
    }

    #[test]
    fn only_the_host_folder_knows_the_desktop() {
        let line = "import { invoke } from '@tauri-apps/api/core';";
        assert_eq!(found(&[("ui/src/staff/List.svelte", line)]).len(), 1);
        assert!(found(&[("ui/src/host/desktop.ts", line)]).is_empty());
    }
}

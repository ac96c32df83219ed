//! The command tables: every change names a permission and has a story.

use super::Problem;
use super::source::{Source, Sources, pattern};
use std::collections::BTreeSet;

/// Kinds of commands that leave a line in the audit trail because something happened.
const HAS_A_STORY: [&str; 4] = ["write", "system", "print", "export"];

/// Where command tables stand.
const ROOMS: [&str; 3] = ["crates/office/src/", "crates/features/", "crates/app/src/"];

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
    let row = pattern(r"(?m)^\s*([a-z]+)\s+([a-z_]+)\s*\([^;]*?\)\s*->[^;]*;");
    let mut found = Vec::new();
    for source in ROOMS.iter().flat_map(|room| sources.of(room, ".rs")) {
        for (start, opening) in source.code.match_indices("commands! {") {
            let end = start + source.code[start..].find('}').unwrap_or(source.code.len() - start);
            let line = source.line_of(start);
            let Some(feature) = source.literals.iter().find(|literal| literal.line >= line) else { continue };
            let table = &source.code[start + opening.len()..end];
            // The first row may follow the feature's name on its line.
            let from = table.find(',').map_or(0, |comma| comma + 1);
            for hit in row.captures_iter(&table[from..]) {
                let (Some(whole), Some(kind), Some(verb)) = (hit.get(0), hit.get(1), hit.get(2)) else { continue };
                found.push(Row {
                    source,
                    line: source.line_of(start + opening.len() + from + kind.start()),
                    kind: kind.as_str().to_owned(),
                    name: format!("{}.{}", feature.text, verb.as_str()),
                    needs_a_permission: whole.as_str().contains(" needs "),
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "crate::commands! { \"staff\",\n    read  list (Nothing) -> People, needs STAFF_VIEW, shows [staff];\n    write add (AddPerson) -> Person, needs STAFF_MANAGE, touches [staff];\n    write open_door (Nothing) -> Nothing, session, touches [];\n}\n";

    fn found(story: &str) -> Vec<String> {
        let sources = Sources(vec![
            Source::new("crates/office/src/staff/mod.rs", TABLE),
            Source::new("tests/scenarios/staff.rs", story),
        ]);
        problems(&sources).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_row_of_a_table_is_read() {
        let sources = Sources(vec![Source::new("crates/office/src/staff/mod.rs", TABLE)]);
        assert_eq!(
            command_names(&sources).into_iter().collect::<Vec<_>>(),
            ["staff.add", "staff.list", "staff.open_door"]
        );
    }

    #[test]
    fn a_change_without_a_permission_is_found_in_its_row() {
        let problems = found("call(\"staff.add\"); call(\"staff.open_door\");");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("crates/office/src/staff/mod.rs:4:"), "{problems:?}");
    }

    #[test]
    fn a_change_without_a_story_is_found() {
        let problems = found("call(\"staff.open_door\");");
        assert!(problems.iter().any(|problem| problem.contains("`staff.add` appears in no story")), "{problems:?}");
        assert!(!problems.iter().any(|problem| problem.contains("staff.list")), "a plain reading needs none");
    }
}

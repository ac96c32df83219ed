//! SQL has borders: a statement names the tables of its own feature, and what others publish.

use super::Problem;
use super::listed::Listed;
use super::manifest::{Rooms, room_of, rooms};
use super::rust::texts;
use super::source::{Source, Sources, pattern};
use super::statement::{self, Named, Touch};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;

/// Everything the migrations lay, as `cargo xtask bindings` writes it down.
const SCHEMA: &str = "crates/database/src/schema.sql";

/// Statements that still reach over a border: file and table, one a line. This list only shrinks.
const CROSSINGS: &str = include_str!("crossings.txt");
const CROSSINGS_PATH: &str = "crates/xtask/src/check/crossings.txt";

pub fn problems(sources: &Sources) -> Vec<Problem> {
    problems_beside(sources, CROSSINGS)
}

fn problems_beside(sources: &Sources, crossings: &str) -> Vec<Problem> {
    let Some(schema) = sources.0.iter().find(|source| source.path == SCHEMA) else { return Vec::new() };
    let laid = laid(schema);
    let (rooms, mut found) = rooms(sources);
    found.extend(manifests(sources, &rooms, schema, &laid));
    found.extend(views(&rooms, schema, &laid));
    found.extend(statements(sources, &rooms, &laid, crossings));
    found.extend(records(sources, &rooms, &laid));
    found
}

/// A table or view of the schema.
struct Laid {
    line: usize,
    /// What a view is made from.
    view: Option<String>,
}

fn laid(schema: &Source) -> BTreeMap<String, Laid> {
    let plain = statement::without_text(&schema.text);
    let create = pattern(r"(?s)CREATE (VIRTUAL TABLE|TABLE|VIEW) (\w+)(.*?);");
    let one = |hit: regex::Captures<'_>| {
        let (start, kind, name, body) = (hit.get(0)?.start(), hit.get(1)?, hit.get(2)?, hit.get(3)?);
        let view = (kind.as_str() == "VIEW").then(|| body.as_str().to_owned());
        Some((name.as_str().to_owned(), Laid { line: schema.line_of(start), view }))
    };
    create.captures_iter(&plain).filter_map(one).collect()
}

/// The rooms that say a table or view is theirs.
fn owners<'a>(rooms: &'a Rooms, name: &str, laid: &Laid) -> Vec<&'a str> {
    let list = |room: &super::manifest::Room| match laid.view {
        Some(_) => room.publishes.contains_key(name),
        None => room.owns.contains_key(name),
    };
    rooms.iter().filter(|(_, room)| list(room)).map(|(name, _)| name.as_str()).collect()
}

/// Every table is owned once, and no manifest names what is not there.
fn manifests(sources: &Sources, rooms: &Rooms, schema: &Source, laid: &BTreeMap<String, Laid>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (name, one) in laid {
        let (what, list) = if one.view.is_some() { ("view", "publishes") } else { ("table", "owns") };
        let mend = match owners(rooms, name, one).as_slice() {
            [_] => continue,
            [] => format!("no feature has the {what} `{name}`; name it in `{list}` of the FEATURE it belongs to"),
            several => format!(
                "the {what} `{name}` stands in `{list}` of {}; one of them has it, the others ask its door",
                several.join(" and ")
            ),
        };
        found.push(Problem::at(schema, one.line, mend));
    }
    for room in rooms.values() {
        let Some(manifest) = sources.0.iter().find(|source| source.path == room.manifest) else { continue };
        for (name, line) in room.owns.iter().filter(|(name, _)| laid.get(*name).is_none_or(|one| one.view.is_some())) {
            found.push(Problem::at(manifest, *line, format!("there is no table `{name}`; take it out of `owns`")));
        }
        for (name, line) in &room.publishes {
            let own = room.owns.contains_key(name) || laid.get(name).is_some_and(|one| one.view.is_some());
            if !own {
                let mend =
                    format!("`{name}` is neither a view nor a table of this feature; take it out of `publishes`");
                found.push(Problem::at(manifest, *line, mend));
            }
        }
    }
    found
}

/// A view is made from its own feature's tables and what others publish: it is no way around the border.
fn views(rooms: &Rooms, schema: &Source, laid: &BTreeMap<String, Laid>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (name, view) in laid {
        let owners = owners(rooms, name, view);
        let (Some(body), [owner]) = (&view.view, owners.as_slice()) else { continue };
        for named in statement::tables(body) {
            if let Some(whose) = crossed(rooms, laid, owner, &named) {
                let mend =
                    format!("the view `{name}` of {owner} reads `{}` of {whose}; {}", named.table, ask(&named, whose));
                found.push(Problem::at(schema, view.line, mend));
            }
        }
    }
    found
}

fn statements(sources: &Sources, rooms: &Rooms, laid: &BTreeMap<String, Laid>, crossings: &str) -> Vec<Problem> {
    let crossings = Listed::read(CROSSINGS_PATH, crossings);
    let mut found = Vec::new();
    for (source, line, sql) in sql_of(sources) {
        let room = room_of(&source.path).unwrap_or_default();
        for named in statement::tables(&sql) {
            let Some(whose) = crossed(rooms, laid, room, &named) else { continue };
            if crossings.allows(&format!("{} {}", source.path, named.table)) {
                continue;
            }
            let line = line + sql.as_bytes()[..named.at].iter().filter(|byte| **byte == b'\n').count();
            let mend = format!("SQL: `{}` is a table of {whose}; {}", named.table, ask(&named, whose));
            found.push(Problem::at(source, line, mend));
        }
    }
    found.extend(crossings.stale());
    found
}

/// What a record of columns (`record! { … in "table" … }`) reads and writes is its own feature's.
fn records(sources: &Sources, rooms: &Rooms, laid: &BTreeMap<String, Laid>) -> Vec<Problem> {
    let mut found = Vec::new();
    for source in sources.programs().filter(|source| source.path.starts_with("crates/")) {
        let room = room_of(&source.path).unwrap_or_default();
        for (line, table) in source.rust.calls("record").iter().filter_map(table_of) {
            let named = Named { table, touch: Touch::Changes, at: 0 };
            let mend = match (laid.contains_key(&named.table), crossed(rooms, laid, room, &named)) {
                (false, _) => format!("record!: there is no table `{}`; a migration lays it", named.table),
                (_, Some(whose)) => format!("record!: `{}` is a table of {whose}; {}", named.table, ask(&named, whose)),
                _ => continue,
            };
            found.push(Problem::at(source, line, mend));
        }
    }
    found
}

/// The table in `Name in "table" key …`, with its line.
fn table_of(inside: &TokenStream) -> Option<(usize, String)> {
    let tokens: Vec<TokenTree> = inside.clone().into_iter().collect();
    let at = tokens.iter().position(|token| matches!(token, TokenTree::Ident(ident) if ident == "in"))?;
    texts(&tokens.get(at + 1)?.clone().into()).into_iter().next()
}

/// Whose table a statement of this room may not touch so; none when it may.
fn crossed<'a>(rooms: &'a Rooms, laid: &BTreeMap<String, Laid>, room: &str, named: &Named) -> Option<&'a str> {
    let owners = owners(rooms, &named.table, laid.get(&named.table)?);
    let published = |owner: &&&str| {
        named.touch == Touch::Reads
            && rooms.get(**owner).is_some_and(|owner| owner.publishes.contains_key(&named.table))
    };
    let stranger = !owners.contains(&room) && !owners.iter().any(|owner| published(&owner));
    owners.first().copied().filter(|_| stranger)
}

fn ask(named: &Named, whose: &str) -> String {
    match named.touch {
        Touch::Reads => format!("call a function of {whose}'s door, or let {whose} publish a view and read that"),
        Touch::Changes => format!("only {whose} changes it: call a function of its door"),
    }
}

/// Every file of SQL, and every text of the program that may be SQL or a piece of it, with its first line.
fn sql_of(sources: &Sources) -> impl Iterator<Item = (&Source, usize, String)> {
    let speaks = |source: &&Source| source.path.starts_with("crates/") && !source.path.starts_with("crates/database/");
    let files = sources.of("crates/", ".sql").filter(speaks).map(|source| (source, 1, source.text.clone()));
    let texts = sources.programs().filter(speaks).flat_map(|source| {
        let lines_kept = |text: &str| text.replace("\\\n", " \n");
        source.rust.literals.iter().map(move |literal| (source, literal.line, lines_kept(&literal.text)))
    });
    files.chain(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOANS: (&str, &str) = (
        "crates/features/loans/src/lib.rs",
        "pub const FEATURE: office::Feature = office::Feature {\n    name: \"loans\",\n    owns: &[\"loan\"],\n    publishes: &[\"loan_standing\"],\n    ..Feature::EMPTY\n};",
    );
    const FUNDS: (&str, &str) = (
        "crates/features/funds/src/lib.rs",
        "pub const FEATURE: Feature = Feature { name: \"funds\", owns: &[\"fund\", \"line\"], publishes: &[\"fund\"], ..Feature::EMPTY };",
    );
    const TABLES: (&str, &str) = (
        SCHEMA,
        "CREATE TABLE loan (\n    id BLOB -- of a person; not a TABLE\n) STRICT;\nCREATE TABLE fund (id BLOB);\nCREATE TABLE line (id BLOB);\nCREATE VIEW loan_standing AS SELECT id FROM loan;\n",
    );

    fn found_beside(crossings: &str, files: &[(&str, &str)]) -> Vec<String> {
        let all = [LOANS, FUNDS, TABLES].iter().chain(files);
        let sources = Sources(all.map(|(path, text)| Source::new(path, text)).collect());
        problems_beside(&sources, crossings).iter().map(ToString::to_string).collect()
    }

    fn found(path: &str, text: &str) -> Vec<String> {
        found_beside("", &[(path, text)])
    }

    #[test]
    fn a_statement_over_the_border_is_found_with_its_line_and_what_to_do() {
        let problems = found("crates/features/loans/src/sql/list.sql", "SELECT l.id\nFROM loan l\nJOIN line ON 1");
        assert_eq!(
            problems,
            ["crates/features/loans/src/sql/list.sql:3: SQL: `line` is a table of funds; call a function of funds's \
              door, or let funds publish a view and read that"]
        );
        let rust = "fn f() {\n    tx.rows(\"SELECT a \\\n        FROM loan\", values![]);\n}";
        assert!(found("crates/features/funds/src/store.rs", rust)[0].contains("store.rs:3: SQL: `loan`"));
        let piece = "const SHELF: &str = \"JOIN loan l ON l.fund = f.id\";";
        assert_eq!(
            found("crates/office/src/tasks/list.rs", piece).len(),
            1,
            "pieces of statements count, and the frame too"
        );
        assert_eq!(found("crates/app/src/demo/fill.rs", "f(\"SELECT id FROM loan\")").len(), 1);
    }

    #[test]
    fn what_is_ones_own_or_published_may_be_read() {
        for (path, sql) in [
            ("crates/features/loans/src/sql/a.sql", "UPDATE loan SET id = (SELECT id FROM fund)"),
            ("crates/features/dashboard/src/sql/a.sql", "SELECT id FROM loan_standing JOIN fund"),
            ("crates/features/dashboard/src/sql/a.sql", "WITH loan AS (SELECT id FROM fund) SELECT id FROM loan"),
            ("crates/ledger/src/sql/a.sql", "INSERT INTO line (id) SELECT id FROM fund"),
            ("crates/features/loans/src/tests.rs", "fn f() { \"DELETE FROM fund\" }"),
        ] {
            assert_eq!(found(path, sql), Vec::<String>::new(), "{sql}");
        }
    }

    #[test]
    fn what_is_published_may_not_be_changed() {
        let problems = found("crates/features/loans/src/sql/a.sql", "DELETE FROM fund");
        assert!(problems.len() == 1 && problems[0].contains("only funds changes it"), "{problems:?}");
    }

    #[test]
    fn a_record_of_columns_belongs_to_the_feature_that_has_the_table() {
        let record = |table: &str| {
            format!(
                "office::record! {{\n    /// What is lent.\n    Lent in \"{table}\" key \"id\" {{ amount: i64 }}\n}}\n"
            )
        };
        let path = "crates/features/loans/src/model.rs";
        assert_eq!(found(path, &record("loan")), Vec::<String>::new());
        let problems = found(path, &record("line"));
        assert!(
            problems.len() == 1 && problems[0].starts_with(&format!("{path}:3: record!: `line` is a table of funds")),
            "{problems:?}"
        );
        assert_eq!(found(path, &record("fund")).len(), 1, "what is published is read, never written");
        assert!(found(path, &record("gone"))[0].contains("there is no table `gone`"));
    }

    #[test]
    fn every_table_has_one_owner_and_every_name_its_table() {
        let orphan = (SCHEMA, "CREATE TABLE orphan (id BLOB);");
        let manifest = |owns: &str| format!("pub const FEATURE: Feature = Feature {{ name: \"a\", owns: {owns} }};");
        let with = |schema: (&str, &str), owns: &str| {
            let own = manifest(owns);
            let files = [schema, ("crates/features/a/src/lib.rs", own.as_str())];
            let sources = Sources(files.iter().map(|(path, text)| Source::new(path, text)).collect());
            problems_beside(&sources, "").iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert!(with(orphan, "&[\"orphan\"]").is_empty());
        assert!(with(orphan, "&[]")[0].contains("no feature has the table `orphan`"));
        assert!(with(orphan, "&[\"orphan\", \"gone\"]")[0].contains("there is no table `gone`"));
        assert!(with(orphan, "OTHERS")[0].contains("write the names here"));
        let twice = found("crates/features/b/src/lib.rs", &manifest("&[\"loan\"]"));
        assert!(twice.len() == 1 && twice[0].contains("of b and loans"), "{twice:?}");
    }

    #[test]
    fn a_view_is_no_way_around_the_border() {
        let schema = format!("{}CREATE VIEW borrowers AS SELECT id FROM loan JOIN line;\n", TABLES.1);
        let manifest = "pub const FEATURE: Feature = Feature { name: \"a\", publishes: &[\"borrowers\"] };";
        let files = [LOANS, FUNDS, (SCHEMA, schema.as_str()), ("crates/features/a/src/lib.rs", manifest)];
        let sources = Sources(files.iter().map(|(path, text)| Source::new(path, text)).collect());
        assert_eq!(problems_beside(&sources, "").len(), 2, "`loan` and `line` are not published");
    }

    #[test]
    fn the_list_of_crossings_only_shrinks() {
        let (path, sql) = ("crates/features/loans/src/sql/a.sql", "SELECT id FROM line");
        assert_eq!(found_beside(&format!("{path} line\n"), &[(path, sql)]), Vec::<String>::new());
        let stale = found_beside(&format!("{path} line\n"), &[(path, "SELECT id FROM loan")]);
        assert!(stale.len() == 1 && stale[0].contains("crossings.txt:1:"), "{stale:?}");
    }
}

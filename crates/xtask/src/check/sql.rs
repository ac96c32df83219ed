//! SQL in the portable subset, so that a second engine can stand behind the same statements.

use super::Problem;
use super::rust::Literal;
use super::source::{Source, Sources, pattern};
use super::statement::without_text;

/// What a text in Rust begins with when it is SQL. Keywords stand in capitals here, and only SQL begins so.
const STATEMENT: &str = r"^\s*(--[^\n]*\s*)*(SELECT|INSERT|UPDATE|DELETE FROM|WITH|REPLACE INTO)\s";

/// What another engine does not have, or means otherwise; with what to write instead.
const BANNED: [(&str, &str); 12] = [
    (r"(?i)\bINSERT\s+OR\s+\w+|\bREPLACE\s+INTO\b", "write ON CONFLICT … DO …: OR REPLACE silently rewrites rows"),
    (
        r"(?i)\b(date|time|datetime|julianday|strftime|unixepoch)\s*\(",
        "days and moments are integers; compute in Rust and hand the number in",
    ),
    (r"(?i)\bCURRENT_(DATE|TIME|TIMESTAMP)\b|\bnow\s*\(", "the clock is handed in as a parameter"),
    (r"->|(?i)\bjson\w*\s*\(", "no JSON operators; read the text and parse it in Rust"),
    (r"(?i)\b(GLOB|REGEXP|MATCH)\b", "search the folded column, or let the search feature do it"),
    (r"\?\d*|[:@][a-zA-Z_]\w*", "parameters are $1 $2 … in order of first appearance"),
    (
        r"(?i)\b(ifnull|group_concat|printf|total|iif|instr|randomblob|random)\s*\(",
        "not the same on other engines; use COALESCE, CASE, or do it in Rust",
    ),
    (r"(?i)\browid\b|\blast_insert_rowid\b", "rows have ids of their own"),
    (r"(?i)\bSELECT\s+(\w+\.)?\*|,\s*\w+\.\*", "name the columns"),
    (r"(?i)\bPRAGMA\b|\bATTACH\b|\bVACUUM\b", "settings of the engine belong to crates/database"),
    (r"(?i)\bREAL\b|\bDOUBLE\b|\bFLOAT\b|\d\.\d", "no fractions in the database; amounts are whole halalas"),
    (r#"(?i)==|<>\s*NULL|=\s*NULL\b"#, "write = between values, and IS NULL or IS NOT NULL"),
];

pub fn problems(sources: &Sources) -> Vec<Problem> {
    let statement = pattern(STATEMENT);
    let mut found = Vec::new();
    for source in sources.programs().filter(|source| speaks_sql(&source.path)) {
        for Literal { line, text } in source.rust.literals.iter().filter(|literal| statement.is_match(&literal.text)) {
            found.extend(read(source, *line, &text.replace("\\\n", " \n")));
        }
    }
    for source in sources.0.iter().filter(|source| source.path.ends_with(".sql") && speaks_sql(&source.path)) {
        found.extend(read(source, 1, &source.text));
    }
    found
}

/// The database crate itself opens, copies and migrates; its own lint and tests watch it. Schema files and the files of
/// one engine (`….sqlite.sql`) say what no other engine reads.
fn speaks_sql(path: &str) -> bool {
    path.starts_with("crates/")
        && !path.starts_with("crates/database/")
        && !path.contains("/migrations/")
        && !path.ends_with(".sqlite.sql")
}

fn read(source: &Source, first_line: usize, sql: &str) -> Vec<Problem> {
    let plain = without_text(sql);
    let line_of = |at: usize| first_line + plain.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
    let mut found = Vec::new();
    for (banned, mend) in BANNED {
        for hit in pattern(banned).find_iter(&plain) {
            found.push(Problem::at(source, line_of(hit.start()), format!("SQL: `{}`: {mend}", hit.as_str().trim())));
        }
    }
    for hit in pattern(r"(?i)(\S+)\s+(?:NOT\s+)?LIKE\b").captures_iter(&plain) {
        if let Some(searched) = hit.get(1).filter(|searched| !searched.as_str().ends_with("_fold")) {
            let mend = "LIKE on a raw text misses أحمد for احمد; search its folded column (…_fold)";
            found.push(Problem::at(source, line_of(searched.start()), format!("SQL: `{}`: {mend}", searched.as_str())));
        }
    }
    if let Some((at, number)) = first_out_of_order(&plain) {
        found.push(Problem::at(
            source,
            line_of(at),
            format!("SQL: ${number} appears before its turn; number parameters in order of first appearance"),
        ));
    }
    found
}

/// A statement's parameters are numbered as they first appear; a file may hold several statements.
fn first_out_of_order(sql: &str) -> Option<(usize, u32)> {
    let parameter = pattern(r"\$(\d+)|;");
    let mut seen = 0;
    for hit in parameter.captures_iter(sql) {
        match hit.get(1) {
            None => seen = 0,
            Some(number) => {
                let value: u32 = number.as_str().parse().ok()?;
                if value > seen + 1 || value == 0 {
                    return Some((number.start(), value));
                }
                seen = seen.max(value);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        problems(&Sources(vec![Source::new(path, text)])).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_another_engine_does_not_understand_is_found() {
        for bad in [
            "INSERT OR REPLACE INTO loan (id) VALUES ($1)",
            "SELECT date('now') AS d FROM loan",
            "SELECT a -> 'b' FROM loan",
            "SELECT id FROM party WHERE name LIKE $1",
            "SELECT id FROM party WHERE id = ?1",
            "SELECT id FROM party WHERE id = :id",
            "SELECT * FROM party",
            "SELECT ifnull(a, 0) FROM party",
            "SELECT a * 1.5 FROM party",
            "SELECT id FROM party WHERE a = NULL",
            "SELECT id FROM party WHERE a = $2 AND b = $1",
        ] {
            assert!(!found("crates/features/loans/src/sql/list.sql", bad).is_empty(), "must be found in a file: {bad}");
            assert!(
                !found("crates/features/loans/src/store.rs", &format!("tx.rows(\"{bad}\", values![])")).is_empty(),
                "must be found in Rust: {bad}"
            );
        }
    }

    #[test]
    fn the_portable_subset_passes() {
        let good = "-- LIKE in a comment\nWITH due AS (SELECT loan, CAST(sum(amount) AS BIGINT) AS amount FROM instalment WHERE day <= $1 GROUP BY loan)\nSELECT loan, count(*) FILTER (WHERE amount > $2) AS n, 'a LIKE b' AS t FROM due WHERE amount >= $1 AND name_fold LIKE $3 ORDER BY loan";
        assert_eq!(found("crates/features/loans/src/sql/due.sql", good), Vec::<String>::new());
        assert_eq!(
            found("crates/features/loans/src/store.rs", "f(\"Select a date? (today)\")"),
            Vec::<String>::new(),
            "a sentence is not SQL only because of its first word"
        );
    }

    #[test]
    fn the_line_within_the_statement_is_named() {
        let problems = found("crates/features/loans/src/sql/list.sql", "SELECT id\nFROM party\nWHERE name LIKE $1");
        assert!(problems[0].starts_with("crates/features/loans/src/sql/list.sql:3:"), "{problems:?}");
    }
}

//! Which tables a statement names.

use super::source::pattern;
use std::collections::BTreeSet;

/// What a statement does with a table it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touch {
    Reads,
    Changes,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub table: String,
    pub touch: Touch,
    /// Byte in the statement.
    pub at: usize,
}

/// SQL without its comments and quoted texts; lines stay where they were.
pub fn without_text(sql: &str) -> String {
    let text = pattern(r"(?s)--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'");
    let blank = |c: char| if c == '\n' { "\n".to_owned() } else { " ".repeat(c.len_utf8()) };
    text.replace_all(sql, |hit: &regex::Captures<'_>| hit[0].chars().map(blank).collect::<String>()).into_owned()
}

/// The tables and views that SQL names, or a piece of SQL that Rust puts together: names in small letters after
/// keywords in capitals. Names a `WITH` gives to its own queries are none.
pub fn tables(sql: &str) -> Vec<Named> {
    if !["FROM", "JOIN", "INTO", "UPDATE"].iter().any(|keyword| sql.contains(keyword)) {
        return Vec::new();
    }
    let plain = without_text(sql);
    let word = pattern(r"[A-Za-z_][A-Za-z_0-9]*|\S");
    let words: Vec<_> = word.find_iter(&plain).collect();
    let text = |place: usize| words.get(place).map_or("", |word| word.as_str());
    let mut own = BTreeSet::new();
    for place in 0..words.len() {
        if matches!(text(place), "WITH" | "RECURSIVE" | ",") && is_name(text(place + 1)) && is_query(&text, place + 2) {
            own.insert(text(place + 1));
        }
    }
    let mut found = Vec::new();
    for place in 0..words.len() {
        let touch = match text(place) {
            "FROM" if place > 0 && text(place - 1) == "DELETE" => Touch::Changes,
            "FROM" | "JOIN" => Touch::Reads,
            "INTO" | "UPDATE" => Touch::Changes,
            _ => continue,
        };
        let mut place = place + 1;
        loop {
            let name = text(place);
            // `IS DISTINCT FROM loan.day` compares with a column.
            if is_name(name) && text(place + 1) != "." && !own.contains(name) {
                found.push(Named { table: name.to_owned(), touch, at: words[place].start() });
            }
            place = after(&text, place);
            if text(place) != "," {
                break;
            }
            place += 1;
        }
    }
    found
}

/// After a table or a query in brackets, and the name it is given there.
fn after<'a>(text: &impl Fn(usize) -> &'a str, mut place: usize) -> usize {
    if text(place) == "(" {
        let mut depth = 0;
        loop {
            match text(place) {
                "(" => depth += 1,
                ")" => depth -= 1,
                "" => return place,
                _ => {}
            }
            place += 1;
            if depth == 0 {
                break;
            }
        }
    } else {
        place += 1;
    }
    if text(place) == "AS" {
        place += 1;
    }
    if is_name(text(place)) { place + 1 } else { place }
}

/// `(columns) AS [NOT MATERIALIZED] (` or `AS (`.
fn is_query<'a>(text: &impl Fn(usize) -> &'a str, mut place: usize) -> bool {
    if text(place) == "(" {
        while !matches!(text(place), ")" | "") {
            place += 1;
        }
        place += 1;
    }
    if text(place) != "AS" {
        return false;
    }
    place += 1;
    while matches!(text(place), "NOT" | "MATERIALIZED") {
        place += 1;
    }
    text(place) == "("
}

fn is_name(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_lowercase() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sql: &str) -> Vec<String> {
        tables(sql).into_iter().map(|named| named.table).collect()
    }

    #[test]
    fn every_place_a_table_can_stand_in_is_seen() {
        for (sql, expected) in [
            ("SELECT a FROM loan", vec!["loan"]),
            (
                "SELECT a FROM loan l JOIN party AS p ON p.id = l.party LEFT JOIN fund f ON 1",
                vec!["loan", "party", "fund"],
            ),
            (
                "SELECT a FROM loan l, party p, (SELECT 1 FROM fund) f, line WHERE a",
                vec!["loan", "party", "line", "fund"],
            ),
            ("SELECT a FROM loan, party", vec!["loan", "party"]),
            ("INSERT INTO loan (id, party) SELECT id, party FROM tranche", vec!["loan", "tranche"]),
            ("UPDATE loan SET a = (SELECT b FROM fund)", vec!["loan", "fund"]),
            ("INSERT INTO loan (a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET a = excluded.a", vec!["loan"]),
            ("DELETE FROM loan WHERE NOT EXISTS (SELECT 1 FROM party)", vec!["loan", "party"]),
            (
                "WITH due AS (SELECT a FROM instalment), late(a, b) AS MATERIALIZED (SELECT a FROM due) SELECT a FROM late, due",
                vec!["instalment"],
            ),
            ("WITH RECURSIVE step AS (SELECT 1 UNION ALL SELECT 2 FROM step) SELECT 1 FROM step", vec![]),
            ("SELECT 'FROM party' FROM loan -- JOIN fund\n WHERE a IS DISTINCT FROM b.c", vec!["loan"]),
            (" JOIN loan_shelf s ON s.loan = $1", vec!["loan_shelf"]),
            ("Read the file FROM the disk", vec!["the"]),
        ] {
            assert_eq!(read(sql), expected, "{sql}");
        }
    }

    #[test]
    fn reading_is_told_from_changing() {
        let touches = |sql| tables(sql).into_iter().map(|named| named.touch).collect::<Vec<_>>();
        assert_eq!(touches("SELECT a FROM loan JOIN party"), [Touch::Reads, Touch::Reads]);
        for sql in ["DELETE FROM loan", "INSERT INTO loan (a) VALUES (1)", "UPDATE loan SET a = 1"] {
            assert_eq!(touches(sql), [Touch::Changes], "{sql}");
        }
    }
}

//! Source files as the rules read them: comments, text and tests told apart from code.

use crate::files;
use crate::house::House;
use crate::step::Result;
use regex::Regex;
use std::fs;
use std::ops::Range;

/// One source file.
pub struct Source {
    /// From the root of the checkout, with forward slashes.
    pub path: String,
    pub text: String,
    /// Rust only: the code of the program itself. Comments, tests and what stands inside quotes are blank; every
    /// character that remains stands where it stood.
    pub code: String,
    /// Texts in quotes outside comments and tests.
    pub literals: Vec<Literal>,
}

/// A text in quotes, as written between them.
pub struct Literal {
    pub line: usize,
    pub text: String,
}

pub struct Sources(pub Vec<Source>);

impl Sources {
    /// Everything people write in this house.
    ///
    /// # Errors
    /// Names a file that cannot be read.
    pub fn read(house: &House) -> Result<Self> {
        let endings = ["rs", "toml", "sql", "ts", "svelte", "css", "typ"];
        let mut all = Vec::new();
        for folder in ["crates", "src-tauri", "ui/src", "tests", "benches"] {
            for path in files::under(&house.at(folder), &endings) {
                let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                all.push(Source::new(&files::from_root(house, &path), &text));
            }
        }
        Ok(Self(all))
    }

    /// Files below a folder with an ending.
    pub fn of<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = &'a Source> {
        self.0.iter().filter(move |source| source.path.starts_with(folder) && source.path.ends_with(ending))
    }

    /// The Rust of the programs: without tests, benches, examples and this xtask.
    pub fn programs(&self) -> impl Iterator<Item = &Source> {
        self.0.iter().filter(|source| {
            source.path.ends_with(".rs")
                && (source.path.starts_with("crates/") || source.path.starts_with("src-tauri/"))
                && !source.is_for_builders()
        })
    }

    /// What the interface is written in, without what is generated.
    pub fn interface(&self) -> impl Iterator<Item = &Source> {
        self.0.iter().filter(|source| source.path.starts_with("ui/src/") && !source.is_generated())
    }
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let (code, literals) = if path.ends_with(".rs") { rust(text) } else { (String::new(), Vec::new()) };
        Self { path: path.to_owned(), text: text.to_owned(), code, literals }
    }

    /// Tests, benches, examples, and the tools of the people who build.
    fn is_for_builders(&self) -> bool {
        ["/tests/", "/benches/", "/examples/", "crates/xtask/", "crates/vectors/"]
            .iter()
            .any(|part| self.path.contains(part))
            || self.path.ends_with("/tests.rs")
            || self.path.ends_with("/build.rs")
            || self.path.ends_with("_tests.rs")
    }

    fn is_generated(&self) -> bool {
        self.path.starts_with("ui/src/api/generated") || self.path == "ui/src/api/words.ts"
    }

    /// The line, counted from one, of a place in `text` or `code`.
    pub fn line_of(&self, offset: usize) -> usize {
        line_of(&self.text, offset)
    }
}

/// A pattern of a rule. One that is written wrongly ends the check: a rule that cannot look must not pass.
pub fn pattern(text: &str) -> Regex {
    Regex::new(text).unwrap_or_else(|error| panic!("a rule of cargo xtask check is written wrongly: {error}"))
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

/// Rust: the code with everything else blank, and the texts of the program.
fn rust(text: &str) -> (String, Vec<Literal>) {
    let pieces = pieces(text);
    let mut code = text.as_bytes().to_vec();
    for (_, range) in &pieces {
        blank(&mut code, range.clone());
    }
    // Only whole pieces and whole items are blanked, so this stays text.
    let without_text = String::from_utf8_lossy(&code).into_owned();
    let tests = test_items(&without_text);
    for range in &tests {
        blank(&mut code, range.clone());
    }
    let literals = pieces
        .into_iter()
        .filter(|(kind, range)| *kind == Kind::Literal && !tests.iter().any(|test| test.contains(&range.start)))
        .map(|(_, range)| Literal { line: line_of(text, range.start), text: text[range].to_owned() })
        .collect();
    (String::from_utf8_lossy(&code).into_owned(), literals)
}

fn blank(code: &mut [u8], range: Range<usize>) {
    for byte in &mut code[range] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

#[derive(PartialEq)]
enum Kind {
    Comment,
    Literal,
}

/// Comments, and the insides of texts, in order.
fn pieces(text: &str) -> Vec<(Kind, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        if rest.starts_with("//") {
            let end = at + rest.find('\n').unwrap_or(rest.len());
            found.push((Kind::Comment, at..end));
            at = end;
        } else if rest.starts_with("/*") {
            let end = at + block_comment(rest);
            found.push((Kind::Comment, at..end));
            at = end;
        } else if let Some(hashes) = raw_start(text, at) {
            let inside = at + hashes + 2;
            let closing = format!("\"{}", "#".repeat(hashes));
            let end = text[inside..].find(&closing).map_or(text.len(), |length| inside + length);
            found.push((Kind::Literal, inside..end));
            at = (end + closing.len()).min(text.len());
        } else if bytes[at] == b'"' {
            let end = at + 1 + quoted(&rest[1..]);
            found.push((Kind::Literal, at + 1..end));
            at = (end + 1).min(text.len());
        } else if bytes[at] == b'\'' {
            at += character(rest);
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The number of hashes, where a raw text begins here.
fn raw_start(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix('r')?;
    let follows_a_name = text[..at]
        .chars()
        .next_back()
        .is_some_and(|before| before != 'b' && (before.is_alphanumeric() || before == '_'));
    let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
    (!follows_a_name && rest[hashes..].starts_with('"')).then_some(hashes)
}

/// Length of a text up to its closing quote.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    rest.len()
}

/// Length of a character literal, or of the quote alone where it begins a lifetime.
fn character(rest: &str) -> usize {
    let mut inside = rest[1..].char_indices();
    match inside.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(1, |end| end + 4),
        Some((_, _)) => inside.next().filter(|(_, next)| *next == '\'').map_or(1, |(end, _)| end + 2),
        None => 1,
    }
}

/// Items that exist only in tests: what follows `#[cfg(test)]`, to its closing brace or semicolon.
fn test_items(code: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, mark) in code.match_indices("#[cfg(test)]") {
        if found.iter().any(|range| range.contains(&start)) {
            continue;
        }
        let from = start + mark.len();
        let mut depth = 0;
        let mut end = code.len();
        for (at, character) in code[from..].char_indices() {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 && matches!(character, '}' | ';') {
                end = from + at + 1;
                break;
            }
        }
        found.push(start..end);
    }
    found
}

/// A file of the interface without its comments; every remaining character stands where it stood.
pub fn without_comments(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (open, close) in [("/*", "*/"), ("<!--", "-->")] {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| from + at) {
            let end = text[start..].find(close).map_or(text.len(), |at| start + at + close.len());
            blank(&mut bytes, start..end);
            from = end;
        }
    }
    // `//` begins a comment only at the start of a line or after a space: `https://` does not.
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let comment = if line.trim_start().starts_with("//") { line.find("//") } else { line.find(" // ") };
        if let Some(start) = comment {
            blank(&mut bytes, at + start..at + line.len());
        }
        at += line.len();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = r##"//! uses database::Read
fn a<'a>(x: &'a str) -> char { let _ = "in \" text"; let _ = r#"raw "text""#; '"' }
/* a /* nested */ comment */ fn b() { '\'' ; "after" }
#[cfg(test)]
mod tests { fn c() { "tested".unwrap() } }
fn d() {}
"##;

    #[test]
    fn code_stands_alone_and_where_it_stood() {
        let source = Source::new("crates/app/src/a.rs", SAMPLE);
        assert!(!source.code.contains("database"), "comments are blank");
        assert!(!source.code.contains("nested") && !source.code.contains("comment"), "block comments nest");
        assert!(!source.code.contains("unwrap"), "tests are blank");
        assert_eq!(source.code.find("fn d"), SAMPLE.find("fn d"), "what remains has not moved");
        assert_eq!(source.line_of(source.code.find("fn d").unwrap()), 6);
    }

    #[test]
    fn texts_of_the_program_are_found_with_their_lines() {
        let source = Source::new("crates/app/src/a.rs", SAMPLE);
        let found: Vec<_> = source.literals.iter().map(|literal| (literal.line, literal.text.as_str())).collect();
        assert_eq!(
            found,
            [(2, "in \\\" text"), (2, "raw \"text\""), (3, "after")],
            "escaped and raw quotes end where they end, and tests are left out"
        );
    }

    #[test]
    fn comments_of_the_interface_are_left_out_and_addresses_are_not() {
        let text = "<!-- a -->\nlet x = 'https://b'; // c\n/* d */ e\n";
        let left = without_comments(text);
        assert!(left.contains("https://b") && left.contains('e'));
        assert!(!left.contains('a') && !left.contains("// c") && !left.contains('d'));
    }
}

//! Source files as the rules read them: comments, text and tests told apart from code.

use super::rust::Rust;
use crate::files;
use crate::step::Result;
use crate::workspace::Workspace;
use regex::Regex;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::ops::Range;

/// One source file.
pub struct Source {
    /// From the root of the checkout, with forward slashes.
    pub path: String,
    pub text: String,
    /// Rust only: what the program itself says.
    pub rust: Rust,
    /// Why a file of Rust could not be read.
    pub unreadable: Option<String>,
}

pub struct Sources(pub Vec<Source>);

impl Sources {
    /// Everything people write in this house.
    ///
    /// # Errors
    /// Names a file that cannot be read.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let endings = ["rs", "toml", "sql", "ts", "svelte", "css", "typ"];
        let mut all = Vec::new();
        for folder in ["crates", "src-tauri", "ui/src", "tests", "benches"] {
            for path in files::under(&workspace.at(folder), &endings) {
                let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                all.push(Source::new(&files::from_root(workspace, &path), &text));
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
        let read = if path.ends_with(".rs") { Rust::read(text) } else { Ok(Rust::default()) };
        let unreadable = read.as_ref().err().cloned();
        Self { path: path.to_owned(), text: text.to_owned(), rust: read.unwrap_or_default(), unreadable }
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

/// A pattern of a rule, made once. One that is written wrongly ends the check: a rule that cannot look must not pass.
pub fn pattern(text: &str) -> Regex {
    thread_local! {
        static MADE: RefCell<HashMap<String, Regex>> = RefCell::default();
    }
    let make =
        || Regex::new(text).unwrap_or_else(|error| panic!("a rule of cargo xtask check is written wrongly: {error}"));
    MADE.with_borrow_mut(|made| made.entry(text.to_owned()).or_insert_with(make).clone())
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

fn blank(code: &mut [u8], range: Range<usize>) {
    for byte in &mut code[range] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
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

    #[test]
    fn comments_of_the_interface_are_left_out_and_addresses_are_not() {
        let text = "<!-- a -->\nlet x = 'https://b'; // c\n/* d */ e\n";
        let left = without_comments(text);
        assert!(left.contains("https://b") && left.contains('e'));
        assert!(!left.contains('a') && !left.contains("// c") && !left.contains('d'));
    }
}

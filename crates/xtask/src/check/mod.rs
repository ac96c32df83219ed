//! `cargo xtask check`: what can be proven about this house without running it.
//!
//! Each rule is one function from the sources to a list of [`Problem`]s. A problem says which file to open and what to
//! do there. Every rule has a test beside it with a bad sample, so that a rule that finds nothing is known to look.

mod borders;
mod commands;
mod frame;
mod golden;
mod keys;
mod listed;
mod manifest;
mod manners;
mod rust;
mod source;
mod sql;
mod statement;
mod styles;
mod tables;

use crate::bindings;
use crate::dependencies;
use crate::files;
use crate::graph;
use crate::interface;
use crate::step::{Result, Step};
use crate::system::{Purpose, prepare};
use crate::words;
use crate::workspace::Workspace;
use source::{Source, Sources};
use std::fmt;

/// A place that breaks a rule, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    file: String,
    line: usize,
    mend: String,
}

impl Problem {
    fn at(source: &Source, line: usize, mend: impl Into<String>) -> Self {
        Self { file: source.path.clone(), line, mend: mend.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.mend)
    }
}

/// The check as a verb of its own: prepares the machine first.
///
/// # Errors
/// As [`everything`].
pub fn alone(workspace: &Workspace) -> Result {
    rules(workspace)?;
    prepare(Purpose::Window)?;
    proofs(workspace)
}

/// All of it on a machine that is prepared, quickest first.
///
/// # Errors
/// The first step that found something; its problems are printed before.
pub fn everything(workspace: &Workspace) -> Result {
    rules(workspace)?;
    proofs(workspace)
}

fn proofs(workspace: &Workspace) -> Result {
    Step::cargo(workspace, "formatting").args(["fmt", "--all", "--check"]).run()?;
    dependencies::check(workspace)?;
    // The programs carry the interface inside; without it they do not compile.
    interface::build(workspace)?;
    let lints = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    Step::cargo(workspace, "lints").args(lints).run()?;
    bindings::compare(workspace)?;
    interface::script(workspace, "formatting and lints of the interface", "lint")?.run()?;
    interface::script(workspace, "types of the interface", "check")?.run()
}

fn rules(workspace: &Workspace) -> Result {
    println!("-- borders, words and manners");
    let words = words::read(workspace)?;
    let sources = Sources::read(workspace)?;
    let pictures: Vec<String> = files::under(&workspace.at("crates/papers/tests/golden"), &["png"])
        .iter()
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    let mut problems = [
        unreadable(&sources),
        borders::problems(&sources),
        commands::problems(&sources),
        frame::problems(&sources),
        golden::problems(&sources, &pictures),
        keys::problems(&sources, &words),
        manners::problems(&sources),
        sql::problems(&sources),
        styles::problems(&sources),
        tables::problems(&sources),
    ]
    .concat();
    if !words::is_fresh(&words::typescript_path(workspace), &words::typescript(&words)) {
        let file = "ui/src/api/words.ts".to_owned();
        problems.push(Problem {
            file,
            line: 1,
            mend: "the words in locales/ have changed; run `cargo xtask bindings` and commit it".to_owned(),
        });
    }
    if !words::is_fresh(&graph::path(workspace), &graph::page(workspace)?) {
        let mend =
            "the features stand on each other in another way than is drawn; run `cargo xtask bindings` and commit it";
        problems.push(Problem { file: "docs/architecture.md".to_owned(), line: 1, mend: mend.to_owned() });
    }
    problems.sort();
    problems.dedup();
    for problem in &problems {
        println!("{problem}");
    }
    match problems.len() {
        0 => Ok(()),
        count => Err(format!("the check of borders, words and manners found {count} place(s) to mend; they are above")),
    }
}

/// A rule that cannot read a file must not pass it.
fn unreadable(sources: &Sources) -> Vec<Problem> {
    let unread = sources.0.iter().filter_map(|source| Some((source, source.unreadable.as_deref()?)));
    unread.map(|(source, why)| Problem::at(source, 1, format!("this file cannot be read as Rust: {why}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_is_found() {
        let sources = Sources(vec![Source::new("crates/app/src/a.rs", "fn a() { \"open }")]);
        assert_eq!(unreadable(&sources).len(), 1);
    }
}

//! Runs the `.yml` files of casework cases: facts, and what the rule must make of them. The file's name chooses the rule.
//!
//! A case passes when every key it expects is equal, scalars compared as text; `refused` must be exactly the codes, in
//! order. An unknown key or word is a failure of the case.

mod capacity;
mod criteria;
mod deadlines;
mod flows;
mod found;
mod holds;
mod need_score;
mod words;

use crate::Report;
use crate::reader::{Fields, Problem, Read, run_stories, text};
use found::Found;
use serde_norway::Value;
use std::path::Path;

/// One rule: its inputs are taken from the fields of the case, without `settings` and `expect`.
type Rule = fn(&mut Fields<'_>, settings: Option<Fields<'_>>) -> Read<Found>;

/// The rules by the names of their files.
const RULES: [(&str, Rule); 6] = [
    ("capacity", capacity::run),
    ("criteria", criteria::run),
    ("deadlines", deadlines::run),
    ("flows", flows::run),
    ("holds", holds::run),
    ("need_score", need_score::run),
];

fn rule(path: &Path) -> Option<Rule> {
    let name = path.file_stem()?.to_str()?;
    RULES.iter().find(|(known, _)| *known == name).map(|(_, rule)| *rule)
}

/// Whether the name of a file chooses a rule of casework.
pub fn knows(path: &Path) -> bool {
    rule(path).is_some()
}

/// Runs every case of one file.
pub fn run_file(path: &Path, report: &mut Report) {
    match rule(path) {
        Some(rule) => run_stories(path, report, |case| run(case, rule)),
        None => report.broken(path, "no rule of casework has this name"),
    }
}

fn run(case: &Value, rule: Rule) -> Read<()> {
    let mut fields = Fields::of("case", case)?;
    text(fields.want("id")?)?;
    for key in ["about", "source", "note"] {
        fields.read(key, text)?;
    }
    let expect = fields.want("expect")?;
    let settings = fields.get("settings").map(|settings| Fields::of("settings", settings)).transpose()?;
    let found = rule(&mut fields, settings)?;
    fields.finish()?;
    let differences = found.compare(Fields::of("expect", expect)?)?;
    if differences.is_empty() { Ok(()) } else { Err(Problem::Differs(differences)) }
}

/// Reads what a case changes of the settings, whole.
fn change<'v>(settings: Option<Fields<'v>>, read: impl FnOnce(&mut Fields<'v>) -> Read<()>) -> Read<()> {
    let Some(mut settings) = settings else { return Ok(()) };
    read(&mut settings)?;
    settings.finish()
}

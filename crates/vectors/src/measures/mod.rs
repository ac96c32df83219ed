//! Runs the `.yml` files of cases for figures. The name of the file chooses the rule.

pub(crate) mod case;
mod indicators;
mod kpi;
mod settings;
mod survey;

use crate::Report;
use case::Rule;
use std::path::Path;

const RULES: [(&str, Rule); 3] = [("kpi", kpi::run), ("survey", survey::run), ("indicators", indicators::run)];

/// Whether a rule here has the name of this file.
pub fn knows(path: &Path) -> bool {
    rule(path).is_some()
}

/// Runs every case of one file.
pub fn run_file(path: &Path, report: &mut Report) {
    match rule(path) {
        Some(rule) => case::run_file(path, rule, report),
        None => report.broken(path, "no rule has the name of this file"),
    }
}

fn rule(path: &Path) -> Option<Rule> {
    let name = path.file_stem().and_then(|name| name.to_str())?;
    RULES.iter().find(|(file, _)| *file == name).map(|(_, rule)| *rule)
}

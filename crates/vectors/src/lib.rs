//! Runs files of cases against the functions the application itself uses.
//!
//! The extension chooses the kind of file (`.tsv` for Arabic text and Saudi identity data, `.yml` for the rules of casework
//! and for lending), its name chooses the rule. Whatever cannot be run (an unknown name, other columns, no case at all) is
//! a failure.

pub mod arabic;
pub mod casework;
pub mod lending;
pub mod measures;
pub mod moderation;
mod reader;
mod tsv;

use std::fmt::Display;
use std::path::{Path, PathBuf};

/// What came out: how many cases passed and failed, and one line per failure.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    pub passed: usize,
    pub failed: usize,
    pub lines: Vec<String>,
}

impl Report {
    /// Counts a case that came out as expected.
    pub fn pass(&mut self) {
        self.passed += 1;
    }

    /// Counts a failing case; `place` is the file with the line number or the name of the case.
    pub fn fail(&mut self, place: impl Display, what: impl Display) {
        self.failed += 1;
        // A line break within a value must not make two lines of one failure.
        self.lines.push(format!("{place}: {what}").replace('\n', "\\n"));
    }

    /// Counts a file that cannot be run at all.
    pub fn broken(&mut self, path: &Path, why: impl Display) {
        self.fail(path.display(), why);
    }
}

/// The closing line, `N passed, N failed`.
impl Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs files, and folders with every `.tsv` and `.yml` in them and in their folders, in the order of their names.
pub fn run(paths: &[PathBuf]) -> Report {
    let mut report = Report::default();
    if paths.is_empty() {
        report.fail("vectors", "no file or folder was named");
    }
    for path in paths {
        if path.is_dir() { run_folder(path, &mut report) } else { run_file(path, &mut report) }
    }
    report
}

fn run_folder(folder: &Path, report: &mut Report) {
    let mut files = Vec::new();
    if let Err(error) = files_below(folder, &mut files) {
        return report.broken(folder, error);
    }
    files.sort();
    if files.is_empty() {
        report.broken(folder, "the folder holds no .tsv and no .yml");
    }
    for file in files {
        run_file(&file, report);
    }
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // A link may lead back to where it lies; what a folder holds is what lies in it.
        if entry.file_type()?.is_dir() {
            files_below(&path, files)?;
        } else if matches!(extension(&path), "tsv" | "yml") {
            files.push(path);
        }
    }
    Ok(())
}

fn run_file(file: &Path, report: &mut Report) {
    match extension(file) {
        "tsv" => arabic::run_file(file, report),
        "yml" if measures::knows(file) => measures::run_file(file, report),
        "yml" if moderation::knows(file) => moderation::run_file(file, report),
        "yml" if casework::knows(file) => casework::run_file(file, report),
        "yml" => lending::run_file(file, report),
        _ => report.broken(file, "only .tsv and .yml files can be run"),
    }
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

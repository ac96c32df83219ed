//! The files of the checkout, in a fixed order.

use crate::workspace::Workspace;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold what machines make.
const MADE: [&str; 5] = ["node_modules", "dist", "target", "gen", ".git"];

/// All files below a folder whose name ends with one of these, sorted; what machines make is left out.
pub fn under(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(folder, endings, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !MADE.iter().any(|made| name == *made) {
                collect(&path, endings, found);
            }
        } else if endings.iter().any(|ending| path.extension().is_some_and(|own| own == *ending)) {
            found.push(path);
        }
    }
}

/// The path as people write it: from the root, with forward slashes.
pub fn from_root(workspace: &Workspace, path: &Path) -> String {
    path.strip_prefix(workspace.root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

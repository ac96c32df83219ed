//! The interface in `ui/`: its packages and its build, each made again only when what it comes from has changed.

use crate::files;
use crate::step::{Result, Step, says};
use crate::system::find;
use crate::workspace::Workspace;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// The oldest Node the interface's tools run on.
const NODE: u32 = 20;

/// What the built interface is made from, within `ui/`.
const SOURCES: [&str; 7] =
    ["src", "public", "index.html", "package-lock.json", "vite.config.ts", "svelte.config.js", "tsconfig.json"];

/// Installs the packages, where the lock file says something new.
///
/// # Errors
/// Names what is missing (Node, or a newer one), or the step that failed.
pub fn install(workspace: &Workspace) -> Result {
    node_is_new_enough()?;
    let lock = read(&workspace.ui().join("package-lock.json"))?;
    let installed = workspace.ui().join("node_modules/.sharaka-lock");
    if fs::read(&installed).is_ok_and(|bytes| bytes == lock) {
        return Ok(());
    }
    npm(workspace, "npm ci", &["ci", "--no-audit", "--no-fund"])?.run_quietly()?;
    write(&installed, &lock)
}

/// Builds the interface into `ui/dist`, where its sources have changed.
///
/// # Errors
/// As [`install`].
pub fn build(workspace: &Workspace) -> Result {
    install(workspace)?;
    let mark = workspace.ui().join("node_modules/.sharaka-built");
    let now = fingerprint(&workspace.ui())?;
    if workspace.ui().join("dist/index.html").is_file() && fs::read_to_string(&mark).is_ok_and(|then| then == now) {
        return Ok(());
    }
    npm(workspace, "the interface", &["run", "--silent", "build"])?.run_quietly()?;
    write(&mark, now.as_bytes())
}

/// One of the scripts of `ui/package.json`.
///
/// # Errors
/// When npm is not there.
pub fn script(workspace: &Workspace, name: &str, script: &str) -> Result<Step> {
    npm(workspace, name, &["run", "--silent", script])
}

/// A program that came with the packages.
///
/// # Errors
/// When npx is not there.
pub fn tool(workspace: &Workspace, name: &str, args: &[&str]) -> Result<Step> {
    let npx = find("npx").ok_or_else(no_node)?;
    // Called from the root: the packager looks for `src-tauri` from there.
    Ok(Step::new(name, npx).args(["--prefix", "ui", "--no-install", "--"]).args(args).within(workspace.root()))
}

fn npm(workspace: &Workspace, name: &str, args: &[&str]) -> Result<Step> {
    let npm = find("npm").ok_or_else(no_node)?;
    Ok(Step::new(name, npm).args(args).within(workspace.ui()))
}

fn node_is_new_enough() -> Result {
    let version = says("node", &["--version"]).ok_or_else(no_node)?;
    match major(&version) {
        Some(major) if major >= NODE => Ok(()),
        _ => Err(format!(
            "Node {NODE} or newer is needed; this machine has {version}. Install one from https://nodejs.org"
        )),
    }
}

fn no_node() -> String {
    format!("Node {NODE} or newer (with npm) is needed and not on the path. Install it from https://nodejs.org")
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

fn fingerprint(ui: &Path) -> Result<String> {
    let mut hash = DefaultHasher::new();
    for path in sources(ui) {
        path.strip_prefix(ui).unwrap_or(&path).hash(&mut hash);
        read(&path)?.hash(&mut hash);
    }
    Ok(format!("{:016x}", hash.finish()))
}

fn sources(ui: &Path) -> Vec<PathBuf> {
    let all = ["ts", "js", "svelte", "css", "html", "svg", "png", "ttf", "woff2", "json", "webp"];
    let mut found = Vec::new();
    for name in SOURCES {
        let path = ui.join(name);
        if path.is_dir() {
            found.extend(files::under(&path, &all));
        } else if path.is_file() {
            found.push(path);
        }
    }
    found
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read_from_what_it_says() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None, "an unknown answer must not pass as new enough");
    }
}

//! Building the two hosts and opening them.

use crate::interface;
use crate::step::{Result, Step};
use crate::system::{Purpose, prepare};
use crate::workspace::{Workspace, has_a_display};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// `cargo xtask run`: the window where there is a display, otherwise the same interface served on loopback.
///
/// # Errors
/// Whatever stopped it, as a sentence.
pub fn run(workspace: &Workspace, demo: bool, office: Option<PathBuf>, serve: bool) -> Result {
    let in_a_window = has_a_display() && !serve;
    prepare(if in_a_window { Purpose::Window } else { Purpose::Serve })?;
    interface::build(workspace)?;
    let program = if in_a_window { "sharaka-desktop" } else { "sharaka" };
    Step::cargo(workspace, &format!("building {program}")).args(["build", "--quiet", "--package", program]).run()?;
    let mut args: Vec<OsString> = Vec::new();
    if !in_a_window {
        args.push("serve".into());
    }
    // The window knows its usual office; the headless program is always told.
    match office.or_else(|| usual_office().filter(|_| !in_a_window)) {
        _ if demo => args.push("--demo".into()),
        Some(office) => args.extend(["--office".into(), office.into_os_string()]),
        None => {}
    }
    let name = if in_a_window { "the window" } else { "open this address in a browser; Ctrl C ends it" };
    Step::new(name, workspace.program(program)).args(args).hand_over()
}

/// Where the window keeps the office of this person (the folder of application data, by the program's identifier).
fn usual_office() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let data = if cfg!(windows) {
        folder("APPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        folder("XDG_DATA_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/share")))
    };
    data.map(|data| data.join("sa.sharaka.desktop/office"))
}

/// Builds every program, test and example of the workspace once, with the same features everywhere, so that the tests
/// drive exactly the programs built here and nothing is built twice.
///
/// # Errors
/// When the build fails.
pub fn build_everything(workspace: &Workspace) -> Result {
    Step::cargo(workspace, "building the workspace and its tests")
        .args(["build", "--quiet", "--workspace", "--all-targets"])
        .run()
}

/// Gives a step what the tests that drive a real program need to find it.
pub fn with_programs(workspace: &Workspace, step: Step) -> Step {
    step.env("SHARAKA_BIN", workspace.program("sharaka"))
        .env("SHARAKA_DESKTOP_BIN", workspace.program("sharaka-desktop"))
        .env("SHARAKA_SHOTS", workspace.at("shots"))
}

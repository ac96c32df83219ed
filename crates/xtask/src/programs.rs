//! Building the two hosts and opening them.

use crate::house::{House, has_a_display};
use crate::interface;
use crate::step::{Result, Step};
use crate::system::{Purpose, prepare};
use std::path::PathBuf;

/// `cargo xtask run`: the window where there is a display, otherwise the same interface served on loopback.
///
/// # Errors
/// Whatever stopped it, as a sentence.
pub fn run(house: &House, demo: bool, office: Option<PathBuf>, serve: bool) -> Result {
    let in_a_window = has_a_display() && !serve;
    prepare(if in_a_window { Purpose::Window } else { Purpose::Serve })?;
    interface::build(house)?;
    let (package, program) = if in_a_window { ("sharaka-desktop", "sharaka-desktop") } else { ("sharaka", "sharaka") };
    Step::cargo(house, &format!("building {package}")).args(["build", "--quiet", "--package", package]).run()?;
    let mut args: Vec<std::ffi::OsString> = Vec::new();
    if !in_a_window {
        args.push("serve".into());
    }
    if demo {
        args.push("--demo".into());
    }
    if let Some(office) = office {
        args.extend(["--office".into(), office.into_os_string()]);
    }
    let name = if in_a_window { "the window" } else { "the interface on this machine; Ctrl C ends it" };
    Step::new(name, house.program(program)).args(args).hand_over()
}

/// Builds every program, test and example of the workspace once, with the same features everywhere, so that the tests
/// drive exactly the programs built here and nothing is built twice.
///
/// # Errors
/// When the build fails.
pub fn build_everything(house: &House) -> Result {
    Step::cargo(house, "building the workspace and its tests")
        .args(["build", "--quiet", "--workspace", "--all-targets"])
        .run()
}

/// Gives a step what the tests that drive a real program need to find it.
pub fn with_programs(house: &House, step: Step) -> Step {
    step.env("SHARAKA_BIN", house.program("sharaka"))
        .env("SHARAKA_DESKTOP_BIN", house.program("sharaka-desktop"))
        .env("SHARAKA_SHOTS", house.at("shots"))
}

//! `cargo xtask test`, `vectors`, `bench` and `shots`.

use crate::check;
use crate::interface;
use crate::programs::{build_everything, with_programs};
use crate::step::{Result, Step};
use crate::system::{Purpose, prepare};
use crate::workspace::Workspace;
use clap::ValueEnum;
use std::path::PathBuf;

/// A part of the tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Formatting, lints, borders between rooms, words.
    Check,
    /// Tests beside the code.
    Unit,
    /// The interface's own unit tests.
    Interface,
    /// Whole stories through `Office::call`.
    Scenarios,
    /// The real window.
    Desktop,
    /// The same interface in Chromium, with accessibility.
    Browser,
    /// Kills, full disks, damaged files.
    Torture,
}

/// Runs everything, or one part. Cargo's own result lines close the output.
///
/// # Errors
/// Names the first step that failed.
pub fn test(workspace: &Workspace, only: Option<Part>) -> Result {
    prepare(match only {
        None | Some(Part::Desktop | Part::Browser | Part::Check | Part::Unit) => Purpose::Test,
        Some(Part::Interface | Part::Scenarios | Part::Torture) => Purpose::Serve,
    })?;
    if only.is_none_or(|part| part == Part::Check) {
        check::everything(workspace)?;
    }
    // The programs carry the interface inside, so it is built before they are.
    interface::build(workspace)?;
    match only {
        None => {
            interface_tests(workspace)?;
            build_everything(workspace)?;
            cargo_test(workspace, "all tests", &[])
        }
        Some(Part::Check) => Ok(()),
        Some(Part::Interface) => interface_tests(workspace),
        Some(Part::Unit) => cargo_test(workspace, "unit tests", &["--lib", "--bins"]),
        Some(Part::Scenarios) => cargo_test(workspace, "scenarios", &["--test", "scenarios"]),
        Some(Part::Torture) => {
            hosts(workspace)?;
            cargo_test(workspace, "torture", &["--test", "torture"])
        }
        Some(Part::Desktop) => {
            hosts(workspace)?;
            cargo_test(workspace, "the real window", &["--test", "desktop"])
        }
        Some(Part::Browser) => {
            hosts(workspace)?;
            cargo_test(workspace, "the interface in Chromium", &["--test", "browser"])
        }
    }
}

/// Writes a picture of every screen into `shots/`, for people to look at.
///
/// # Errors
/// As [`test`].
pub fn shots(workspace: &Workspace) -> Result {
    prepare(Purpose::Test)?;
    interface::build(workspace)?;
    hosts(workspace)?;
    cargo_test(
        workspace,
        "pictures of every screen",
        &["--test", "browser", "--test", "desktop", "--", "--include-ignored", "pictures"],
    )?;
    println!("   pictures are in {}", workspace.at("shots").display());
    Ok(())
}

/// Makes the offices of the present program and keeps them in `tests/databases`; their tables have shipped from then on.
///
/// # Errors
/// When they are kept already, or cannot be made.
pub fn keep_office(workspace: &Workspace) -> Result {
    prepare(Purpose::Serve)?;
    interface::build(workspace)?;
    let only = ["--test", "scenarios", "--", "--ignored", "--nocapture", "keep_the_offices_of_today"];
    cargo_test(workspace, "offices of the present program", &only)
}

/// Runs vector files through their runner, which closes with `N passed, N failed`.
///
/// # Errors
/// When a case fails, or a file cannot be read.
pub fn vectors(workspace: &Workspace, paths: &[PathBuf]) -> Result {
    prepare(Purpose::Serve)?;
    Step::cargo(workspace, "building the runner of vectors")
        .args(["build", "--quiet", "--package", "vectors", "--bins"])
        .run()?;
    Step::new("vectors", workspace.program("vectors")).args(paths).run_last()
}

/// Measures, in release, and prints a table.
///
/// # Errors
/// When a build or a measurement fails.
pub fn bench(workspace: &Workspace, args: &[String]) -> Result {
    prepare(Purpose::Test)?;
    interface::build(workspace)?;
    let build = [
        "build",
        "--quiet",
        "--release",
        "--package",
        "sharaka-benches",
        "--package",
        "sharaka-desktop",
        "--package",
        "sharaka",
        "--bins",
    ];
    Step::cargo(workspace, "building in release").args(build).run()?;
    let release =
        |name: &str| workspace.target().join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    Step::new("measuring", release("sharaka-benches"))
        .args(args)
        .env("SHARAKA_BIN", release("sharaka"))
        .env("SHARAKA_DESKTOP_BIN", release("sharaka-desktop"))
        .within(workspace.root())
        .run_last()
}

fn interface_tests(workspace: &Workspace) -> Result {
    interface::script(workspace, "the interface's own tests", "test")?.run()
}

/// The programs the tests drive, built as `cargo test` builds them.
fn hosts(workspace: &Workspace) -> Result {
    build_everything(workspace)
}

fn cargo_test(workspace: &Workspace, name: &str, args: &[&str]) -> Result {
    with_programs(workspace, Step::cargo(workspace, name).args(["test", "--quiet", "--workspace"]))
        .args(args)
        .run_last()
}

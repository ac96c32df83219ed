//! What comes into the program from outside, looked at by cargo-deny: licences, banned crates, sources, and known
//! weaknesses where their list can be reached.

use crate::step::{Result, Step, answers};
use crate::workspace::Workspace;
use std::fs;
use std::path::{Path, PathBuf};

/// The cargo-deny that understands `deny.toml`.
const VERSION: &str = "0.20.2";

/// # Errors
/// When cargo-deny cannot be had, and when a dependency is not allowed; its own lines say which and why.
pub fn check(workspace: &Workspace) -> Result {
    let program = program(workspace)?;
    let ask =
        |name: &str| Step::new(name, &program).within(workspace.root()).args(["--log-level", "error", "--locked"]);
    let which = ["check", "--hide-inclusion-graph", "licenses", "bans", "sources"];
    ask("licences, bans and sources of the dependencies").args(which).run_quietly()?;
    advisories(&program, workspace, ask)
}

/// The list of weaknesses changes while the checkout does not, so what it says is shown and stops nobody.
fn advisories(program: &Path, workspace: &Workspace, ask: impl Fn(&str) -> Step) -> Result {
    let manifest = workspace.at("Cargo.toml");
    let fetch = ["--manifest-path", &manifest.to_string_lossy(), "fetch", "db"];
    if !answers(&program.to_string_lossy(), &fetch) {
        println!("   the list of known weaknesses cannot be reached from here");
        return Ok(());
    }
    let look = ask("known weaknesses of the dependencies").args(["check", "--disable-fetch", "advisories"]);
    if look.run().is_err() {
        println!("   the weaknesses above are known of what the program is made from; lift the crates they name");
    }
    Ok(())
}

/// Where cargo-deny stands; built there first, once for each machine.
fn program(workspace: &Workspace) -> Result<PathBuf> {
    let root = workspace.tools().join(format!("cargo-deny-{VERSION}"));
    let program = root.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    let build = root.join("build");
    // Built without optimisation: that is quicker than all its answers of a year are slower.
    Step::cargo(workspace, "cargo install cargo-deny")
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .args(["install", "--quiet", "--locked", "--debug", "--version", VERSION, "--root"])
        .args([&root])
        .args(["cargo-deny"])
        .run_quietly()?;
    fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))?;
    Ok(program)
}

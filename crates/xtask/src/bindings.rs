//! `cargo xtask bindings`: what the interface knows about the core, written from the core.

use crate::files;
use crate::house::House;
use crate::step::{Result, Step};
use crate::words;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the types and commands, and the words.
///
/// # Errors
/// When the core does not compile, a words file is not right, or a file cannot be written.
pub fn write(house: &House) -> Result {
    write_file(house, &words::typescript_path(house), &words::typescript(&words::read(house)?))?;
    write_file(house, &commands_path(house), &commands(house)?)
}

/// Where the interface's types and commands are written to.
pub fn commands_path(house: &House) -> PathBuf {
    house.at("ui/src/api/generated.ts")
}

/// The types and commands as the core tells them.
///
/// # Errors
/// When the core does not compile.
pub fn commands(house: &House) -> Result<String> {
    // Chosen out of the whole workspace: for one package alone everything under it would be built once more.
    Step::cargo(house, "types and commands of the core")
        .args(["build", "--quiet", "--workspace", "--example", "bindings"])
        .run()?;
    let program = house.target().join("debug/examples").join(format!("bindings{}", std::env::consts::EXE_SUFFIX));
    Step::new("types and commands of the core", program).read()
}

fn write_file(house: &House, path: &Path, content: &str) -> Result {
    let name = files::from_root(house, path);
    if words::is_fresh(path, content) {
        println!("   {name} is fresh");
        return Ok(());
    }
    fs::write(path, content).map_err(|error| format!("{name}: {error}"))?;
    println!("   {name} written");
    Ok(())
}

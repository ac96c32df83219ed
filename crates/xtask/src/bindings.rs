//! `cargo xtask bindings`: what is written by the core itself: its types and commands and its words for the interface,
//! its tables for people.

use crate::files;
use crate::graph;
use crate::step::{Result, Step};
use crate::words;
use crate::workspace::Workspace;
use std::fs;
use std::path::{Path, PathBuf};

/// A file that an example program of the workspace prints.
struct Printed {
    what: &'static str,
    example: &'static str,
    file: &'static str,
}

const PRINTED: [Printed; 2] = [
    Printed { what: "types and commands of the core", example: "bindings", file: "ui/src/api/generated.ts" },
    Printed { what: "tables of today", example: "schema", file: "crates/database/src/schema.sql" },
];

/// Writes the types and commands, the tables, the words, and which feature stands on which.
///
/// # Errors
/// When the core does not compile, a words file is not right, or a file cannot be written.
pub fn write(workspace: &Workspace) -> Result {
    write_file(workspace, &words::typescript_path(workspace), &words::typescript(&words::read(workspace)?))?;
    write_file(workspace, &graph::path(workspace), &graph::page(workspace)?)?;
    for (path, content) in printed(workspace)? {
        write_file(workspace, &path, &content)?;
    }
    Ok(())
}

/// Says which file is not what the core says today.
///
/// # Errors
/// When the core does not compile, and when a file is stale.
pub fn compare(workspace: &Workspace) -> Result {
    for (path, content) in printed(workspace)? {
        if !words::is_fresh(&path, &content) {
            let name = files::from_root(workspace, &path);
            return Err(format!("{name} is not what the core says today; run `cargo xtask bindings` and commit it"));
        }
    }
    Ok(())
}

fn printed(workspace: &Workspace) -> Result<Vec<(PathBuf, String)>> {
    // Chosen out of the whole workspace: for one package alone everything under it would be built once more.
    let examples = PRINTED.iter().flat_map(|printed| ["--example", printed.example]);
    let build = ["build", "--quiet", "--workspace"].into_iter().chain(examples);
    Step::cargo(workspace, "what the core says of itself").args(build).run()?;
    let print = |printed: &Printed| {
        let program = format!("{}{}", printed.example, std::env::consts::EXE_SUFFIX);
        let program = workspace.target().join("debug/examples").join(program);
        Ok((workspace.at(printed.file), Step::new(printed.what, program).read()?))
    };
    PRINTED.iter().map(print).collect()
}

fn write_file(workspace: &Workspace, path: &Path, content: &str) -> Result {
    let name = files::from_root(workspace, path);
    if words::is_fresh(path, content) {
        println!("   {name} is fresh");
        return Ok(());
    }
    fs::write(path, content).map_err(|error| format!("{name}: {error}"))?;
    println!("   {name} written");
    Ok(())
}

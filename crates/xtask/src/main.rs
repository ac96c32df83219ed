//! `cargo xtask`: everything a person who builds Sharaka types.
//!
//! What lives here: preparing the machine, calling cargo and npm in the right order, proving the borders of the house.
//! What does not: anything of the features themselves. This program compiles in seconds, so that its first line appears
//! long before the first heavy dependency is built.

mod bindings;
mod check;
mod checkout;
mod dependencies;
mod files;
mod graph;
mod interface;
mod packaging;
mod programs;
mod step;
mod system;
mod testing;
mod words;
mod workspace;

use clap::{CommandFactory as _, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use workspace::Workspace;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Builds, opens, tests and measures Sharaka",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Open the program: the window, or without a display the same interface on loopback
    Run {
        /// A throw-away demonstration office
        #[arg(long, conflicts_with = "office")]
        demo: bool,
        /// The folder of the office
        #[arg(long, value_name = "DIR")]
        office: Option<PathBuf>,
        /// Serve on loopback although there is a display
        #[arg(long)]
        serve: bool,
    },
    /// Check, then run every test
    Test {
        /// Only one part
        #[arg(long)]
        only: Option<testing::Part>,
    },
    /// Formatting, lints, words, bindings and the borders between rooms
    Check,
    /// Write what the core says of itself: generated.ts and words.ts in ui/src/api, schema.sql, the features in docs/architecture.md
    Bindings,
    /// Run vector files
    Vectors {
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Measure in release and print a table
    Bench {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Make installable packages for this system
    Package {
        /// Development build: quicker, for trying the packages themselves
        #[arg(long)]
        dev: bool,
    },
    /// Write a picture of every screen into shots/
    Shots,
    /// Make the sizes of the icon from icons/icon.svg
    Icons,
    /// Ship the present tables: keep an office of them in tests/databases, for every later program to open
    KeepOffice,
}

fn main() -> ExitCode {
    let workspace = Workspace::find();
    let verb = Cli::parse().verb;
    let outcome = checkout::claim(&workspace).and_then(|()| match verb {
        None => {
            print!("{}", Cli::command().render_help());
            Ok(())
        }
        Some(Verb::Run { demo, office, serve }) => programs::run(&workspace, demo, office, serve),
        Some(Verb::Test { only }) => testing::test(&workspace, only),
        Some(Verb::Check) => check::alone(&workspace),
        Some(Verb::Bindings) => bindings::write(&workspace),
        Some(Verb::Vectors { paths }) => testing::vectors(&workspace, &paths),
        Some(Verb::Bench { args }) => testing::bench(&workspace, &args),
        Some(Verb::Package { dev }) => packaging::package(&workspace, dev),
        Some(Verb::Shots) => testing::shots(&workspace),
        Some(Verb::Icons) => packaging::icons(&workspace),
        Some(Verb::KeepOffice) => testing::keep_office(&workspace),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("cargo xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

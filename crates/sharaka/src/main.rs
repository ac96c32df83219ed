//! The headless host: the same office without a window.
//!
//! `serve` shows the same interface in a browser on this machine; `call` runs one command; `backup`, `restore` and
//! `verify` look after the file. No feature is known here.

/// Writes a line to standard output. Whoever reads it may stop early (`sharaka … | head`): what was to be done is done all
/// the same, and nothing is said of it.
macro_rules! line {
    ($($part:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($part)*);
    }};
}

mod body;
mod commands;
mod connections;
mod demo;
mod events;
mod files;
mod import;
mod interface;
mod serve;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// شراكة: beneficiary files, interest-free loans and partnership-fund accounts, without a window.
#[derive(Parser)]
#[command(name = "sharaka", version, about)]
struct Arguments {
    /// Language of messages: ar or en.
    #[arg(long, global = true, default_value = "ar", value_parser = ["ar", "en"])]
    language: String,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Serve the interface on this machine, for a browser.
    Serve {
        /// The office folder; made when it does not exist.
        #[arg(long, required_unless_present = "demo")]
        office: Option<PathBuf>,
        /// A demonstration association that is thrown away at the end.
        #[arg(long, conflicts_with = "office")]
        demo: bool,
        /// 0 takes a free port.
        #[arg(long, default_value_t = 4870)]
        port: u16,
    },
    /// Run one command, e.g. `sharaka call staff.list '{}' --office DIR --as noura`.
    ///
    /// The password comes from SHARAKA_PASSWORD, or is asked for. Commands that need nobody (see
    /// `sharaka commands`) are called without --as; `office.set_up` makes a new office so, and prints its recovery code,
    /// once.
    Call {
        name: String,
        /// Input of the command as JSON, or - to read it from standard input: so a password stays out of the history.
        #[arg(default_value = "{}")]
        input: String,
        /// The office folder.
        #[arg(long)]
        office: PathBuf,
        /// Sign-in name of the person; left out for commands that need nobody.
        #[arg(long = "as")]
        login: Option<String>,
        /// Client-made id of a write; the same one again gets the stored answer.
        #[arg(long)]
        request: Option<kernel::id::RequestId>,
    },
    /// Make a demonstration association: families, loans and two years of books, all invented.
    Demo {
        /// The folder; it must not hold an office.
        #[arg(long)]
        office: PathBuf,
        /// The same seed on the same day makes the same association.
        #[arg(long, default_value_t = 1)]
        seed: u32,
    },
    /// Make a backup now and verify it.
    Backup {
        #[command(flatten)]
        person: Person,
    },
    /// Put an office back as it was in a backup; what stands there now is kept beside it.
    Restore {
        /// The backup file (*.sharaka).
        file: PathBuf,
        #[command(flatten)]
        person: Person,
    },
    /// Check the whole office: the file, the audit chain, a fresh copy.
    Verify {
        #[command(flatten)]
        person: Person,
    },
    /// Bring in an office's own file: look at every row, then save what is ready.
    Import(import::Import),
    /// List every command with its kind and permission.
    Commands,
}

/// Which office, and who.
#[derive(clap::Args)]
struct Person {
    /// The office folder.
    #[arg(long)]
    office: PathBuf,
    /// Sign-in name of the person.
    #[arg(long = "as")]
    login: String,
}

fn main() -> ExitCode {
    app::learn_words();
    let arguments = Arguments::parse();
    let language = if arguments.language == "en" { office::words::Language::En } else { office::words::Language::Ar };
    let outcome = match arguments.verb {
        Verb::Serve { office, demo, port } => serve::serve(office, demo, port, language).map(done),
        Verb::Demo { office, seed } => demo::make(&office, seed, language).map(done),
        Verb::Call { name, input, office, login: Some(login), request } => {
            commands::call(&Person { office, login }, &name, &input, request).map(done)
        }
        Verb::Call { name, input, office, login: None, request } => {
            commands::call_as_nobody(&office, &name, &input, request).map(done)
        }
        Verb::Backup { person } => commands::backup(&person).map(done),
        Verb::Restore { file, person } => commands::restore(&file, &person).map(done),
        Verb::Verify { person } => commands::verify(&person).map(done),
        Verb::Import(import) => import::import(&import, language),
        Verb::Commands => commands::list().map(done),
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{}", office::words::failure(&failure, language));
            if let kernel::Failure::Broken { detail } = &failure {
                eprintln!("{detail}");
            }
            ExitCode::FAILURE
        }
    }
}

fn done(_: ()) -> ExitCode {
    ExitCode::SUCCESS
}

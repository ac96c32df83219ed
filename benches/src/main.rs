//! `cargo xtask bench [--size s|m] [--office DIR] [NAME…]`: measures in release on this machine and prints a table.
//!
//! Each measurement is one function in a file of its own; the list below is the only place it joins. A budget stands
//! beside its figure, which is the 99th of a hundred, and the table says plainly whether it is met.

mod books;
mod casework;
mod core;
mod data;
mod demonstration;
mod disk;
mod encryption;
mod holds;
mod import;
mod keystrokes;
mod office;
mod size;
mod table;
mod window;

use size::{Asked, Size};
use table::Table;

/// A named group of measurements.
type Measurement = (&'static str, fn(&Asked, &mut Table) -> Result<(), String>);

/// The disk comes first: others are measured beside it.
const ALL: &[Measurement] = &[
    ("disk", disk::measure),
    ("office", office::measure),
    ("encryption", encryption::measure),
    ("core", core::measure),
    ("books", books::measure),
    ("casework", casework::measure),
    ("holds", holds::measure),
    ("import", import::measure),
    ("demonstration", demonstration::measure),
    ("window", window::measure),
    ("keystrokes", keystrokes::measure),
];

fn main() -> std::process::ExitCode {
    match asked(std::env::args().skip(1)) {
        Ok((asked, chosen)) => run(&asked, &chosen),
        Err(reason) => {
            eprintln!("{reason}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// The size, S where none is given, and the names of what to measure, everything where none is given.
fn asked(mut arguments: impl Iterator<Item = String>) -> Result<(Asked, Vec<String>), String> {
    let (mut asked, mut chosen) = (Asked { size: Size::S, office: None }, Vec::new());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--size" => asked.size = Size::named(&arguments.next().unwrap_or_default())?,
            "--office" => asked.office = Some(arguments.next().ok_or("--office needs a folder")?.into()),
            name if ALL.iter().any(|(known, _)| *known == name) => chosen.push(argument),
            other => return Err(format!("there is no measurement {other}")),
        }
    }
    Ok((asked, chosen))
}

fn run(asked: &Asked, chosen: &[String]) -> std::process::ExitCode {
    let mut table = Table::default();
    let mut failed = false;
    for (name, measure) in ALL {
        // What a disk allows is a part of other budgets.
        if !chosen.is_empty() && *name != "disk" && !chosen.iter().any(|own| own == name) {
            continue;
        }
        if let Err(reason) = measure(asked, &mut table) {
            eprintln!("{name}: {reason}");
            failed = true;
        }
    }
    print!("{table}");
    if failed { std::process::ExitCode::FAILURE } else { std::process::ExitCode::SUCCESS }
}

//! `cargo xtask bench [NAME…]`: measures in release on this machine and prints a table.
//!
//! Each measurement is one function in a file of its own; the list below is the only place it joins. Nothing here
//! decides what is fast enough: the budgets stand beside the figures in the table, for people to read.

mod disk;
mod encryption;
mod office;
mod table;
mod window;

use table::Table;

/// A named group of measurements.
type Measurement = (&'static str, fn(&mut Table) -> Result<(), String>);

const ALL: &[Measurement] = &[
    ("disk", disk::measure),
    ("office", office::measure),
    ("encryption", encryption::measure),
    ("window", window::measure),
];

fn main() -> std::process::ExitCode {
    let chosen: Vec<String> = std::env::args().skip(1).collect();
    let mut table = Table::default();
    let mut failed = false;
    for (name, measure) in ALL.iter().filter(|(name, _)| chosen.is_empty() || chosen.iter().any(|own| own == name)) {
        if let Err(reason) = measure(&mut table) {
            eprintln!("{name}: {reason}");
            failed = true;
        }
    }
    print!("{table}");
    if failed { std::process::ExitCode::FAILURE } else { std::process::ExitCode::SUCCESS }
}

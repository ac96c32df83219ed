//! `vectors PATH…`: one line per failing case, then `N passed, N failed`. Called by `cargo xtask vectors`.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let report = vectors::run(&paths);
    for line in &report.lines {
        println!("{line}");
    }
    println!("{report}");
    if report.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

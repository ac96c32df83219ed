//! `sharaka serve` on an office of its own.

use crate::process::{Place, Running, program};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The headless program, serving.
pub struct Host {
    /// Ends before its folder goes.
    running: Running,
    address: String,
    office: PathBuf,
    _place: Option<Place>,
}

impl Host {
    /// Serves a new, empty office.
    pub fn new() -> Self {
        let place = Place::new();
        let office = place.path().join("office");
        Self { _place: Some(place), ..Self::at(&office) }
    }

    /// Serves the office in this folder.
    ///
    /// # Panics
    /// When the host does not start.
    pub fn at(office: &Path) -> Self {
        let logs = office.parent().expect("an office stands in a folder");
        let mut command = Command::new(program("SHARAKA_BIN", "sharaka"));
        // How far its offices have come is noted beside the built program, not with whoever runs the tests.
        command.env("SHARAKA_MARKS", std::env::temp_dir().join("sharaka-test-marks"));
        command.args(["serve", "--port", "0", "--office"]).arg(office);
        let (running, line) = Running::start_and_read("sharaka-serve", &mut command, logs);
        let address = line.split_whitespace().find(|word| word.starts_with("http://"));
        let address = address.unwrap_or_else(|| panic!("the host names its address first, not: {line}")).to_owned();
        Self { running, address, office: office.to_owned(), _place: None }
    }

    /// `http://127.0.0.1:PORT/`
    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn office(&self) -> &Path {
        &self.office
    }

    /// As [`Running::ask_to_end`].
    pub fn ask_to_end(&mut self, within: Duration) -> Option<Duration> {
        self.running.ask_to_end(within)
    }

    /// What the host has complained about so far.
    pub fn log(&self) -> String {
        self.running.log()
    }
}

impl Default for Host {
    fn default() -> Self {
        Self::new()
    }
}

//! One step of a verb: another program, named for people, timed, and loud when it fails.

use crate::workspace::{Workspace, on_a_build_server};
use std::env;
use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What stopped a verb, as one sentence for the person who typed it.
pub type Result<T = ()> = std::result::Result<T, String>;

pub struct Step {
    name: String,
    command: Command,
}

impl Step {
    pub fn new(name: &str, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        Self { name: name.to_owned(), command }
    }

    /// A call of cargo in the checkout, building where this whole run builds.
    pub fn cargo(workspace: &Workspace, name: &str) -> Self {
        let mut step = Self::new(name, env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).within(workspace.root());
        // What the outer `cargo run` tells xtask about itself would make build scripts of others run again.
        for (key, _) in env::vars_os() {
            let name = key.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                step.command.env_remove(&key);
            }
        }
        step = step.env("CARGO_TARGET_DIR", workspace.target());
        if on_a_build_server() {
            step = step.env("CARGO_INCREMENTAL", "0");
        }
        step
    }

    pub fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(mut self, args: I) -> Self {
        self.command.args(args);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn within(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs with the output in view, and says how long it took.
    ///
    /// # Errors
    /// A sentence with the step's name, when the program cannot be started or does not succeed.
    pub fn run(mut self) -> Result {
        let started = self.announce();
        let status = self.command.status();
        self.close(started, status.map(|status| status.success()))
    }

    /// Like [`Step::run`] without a closing line: for the last step, whose own result lines shall close the output.
    ///
    /// # Errors
    /// As [`Step::run`].
    pub fn run_last(mut self) -> Result {
        self.announce();
        match self.command.status() {
            Ok(status) if status.success() => Ok(()),
            other => Err(self.failure(other.map(|_| ()))),
        }
    }

    /// Runs silently; the output is shown only when the step fails.
    ///
    /// # Errors
    /// As [`Step::run`].
    pub fn run_quietly(mut self) -> Result {
        let started = self.announce();
        let output = self.command.output();
        if let Ok(output) = &output
            && !output.status.success()
        {
            print!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        }
        self.close(started, output.map(|output| output.status.success()))
    }

    /// Runs silently and gives what the program printed; its complaints stay in view.
    ///
    /// # Errors
    /// As [`Step::run`], and when the output is not text.
    pub fn read(mut self) -> Result<String> {
        let started = self.announce();
        let output = self.command.stderr(Stdio::inherit()).output();
        let succeeded = output
            .as_ref()
            .map(|output| output.status.success())
            .map_err(|error| std::io::Error::new(error.kind(), error.to_string()));
        self.close(started, succeeded)?;
        let bytes = output.map(|output| output.stdout).unwrap_or_default();
        String::from_utf8(bytes).map_err(|_| format!("{}: the output is not text", self.name))
    }

    /// Hands the terminal over to the program until the person closes it: for the window and the served interface.
    ///
    /// # Errors
    /// As [`Step::run`].
    pub fn hand_over(mut self) -> Result {
        self.announce();
        match self.command.stdin(Stdio::inherit()).status() {
            Ok(status) if status.success() => Ok(()),
            other => Err(self.failure(other.map(|_| ()))),
        }
    }

    fn announce(&self) -> Instant {
        println!("-- {}", self.name);
        // The program's own lines follow; ours must stand before them also when the output is a file.
        std::io::stdout().flush().ok();
        Instant::now()
    }

    fn close(&self, started: Instant, outcome: std::io::Result<bool>) -> Result {
        match outcome {
            Ok(true) => {
                println!("   {}", seconds(started.elapsed()));
                Ok(())
            }
            other => Err(self.failure(other.map(|_| ()))),
        }
    }

    fn failure(&self, started: std::io::Result<()>) -> String {
        match started {
            Ok(()) => {
                format!("stopped at «{}»: {} did not succeed; its lines are above", self.name, program(&self.command))
            }
            Err(error) => {
                format!("stopped at «{}»: {} could not be started: {error}", self.name, program(&self.command))
            }
        }
    }
}

fn program(command: &Command) -> String {
    Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// Whether a program answers when called so, without showing what it says.
pub fn answers(program: &str, args: &[&str]) -> bool {
    Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a program prints when called so; nothing when it is not there or does not succeed.
pub fn says(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

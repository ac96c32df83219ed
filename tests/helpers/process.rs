//! Programs the tests start, and end for certain.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long a program may take to start on a machine that is busy building.
const START: Duration = Duration::from_secs(60);

/// A running program. It ends when this is dropped.
pub struct Running {
    name: String,
    child: Child,
    log: PathBuf,
}

impl Running {
    /// Starts a program whose lines go to a log in `folder`.
    ///
    /// # Panics
    /// When the program cannot be started.
    pub fn start(name: &str, command: &mut Command, folder: &Path) -> Self {
        let log = folder.join(format!("{name}.log"));
        let file = File::create(&log).expect("the test's folder can be written");
        let output = file.try_clone().expect("a file can be opened twice");
        let child = command.stdin(Stdio::null()).stdout(output).stderr(file).spawn();
        let child = child.unwrap_or_else(|error| panic!("{name} could not be started ({command:?}): {error}"));
        Self { name: name.to_owned(), child, log }
    }

    /// Starts a program and waits for the first line it prints.
    ///
    /// # Panics
    /// When the program cannot be started or prints nothing in time.
    pub fn start_and_read(name: &str, command: &mut Command, folder: &Path) -> (Self, String) {
        let log = folder.join(format!("{name}.log"));
        let file = File::create(&log).expect("the test's folder can be written");
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(file).spawn();
        let mut child = child.unwrap_or_else(|error| panic!("{name} could not be started ({command:?}): {error}"));
        let output = child.stdout.take().expect("its output is piped");
        let running = Self { name: name.to_owned(), child, log };
        let (send, receive) = mpsc::channel();
        // Reads on to the end, so that the program never waits for somebody to read.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
        match receive.recv_timeout(START) {
            Ok(line) => (running, line),
            Err(_) => panic!("{name} said nothing within {START:?}; its log:\n{}", running.log()),
        }
    }

    /// Waits until the program takes connections.
    ///
    /// # Panics
    /// When it ends or does not answer in time.
    pub fn wait_for_port(&mut self, port: u16) {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Ok(Some(status)) = self.child.try_wait() {
                panic!("{} ended with {status}; its log:\n{}", self.name, self.log());
            }
            assert!(
                started.elapsed() < START,
                "{} does not answer on port {port}; its log:\n{}",
                self.name,
                self.log()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What the program has written so far.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Asks the program to end, as a system that shuts down does, and gives how long that took; nothing where it still runs
    /// after that time.
    ///
    /// # Panics
    /// When it ended before it was asked.
    pub fn ask_to_end(&mut self, within: Duration) -> Option<Duration> {
        assert!(
            matches!(self.child.try_wait(), Ok(None)),
            "{} has ended by itself; its log:\n{}",
            self.name,
            self.log()
        );
        let asked = Instant::now();
        let kill = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(kill.is_ok_and(|status| status.success()), "{} could not be asked to end", self.name);
        while asked.elapsed() < within {
            if let Ok(Some(_)) = self.child.try_wait() {
                return Some(asked.elapsed());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        None
    }

    /// Ends the program at once, as a power cut would.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A folder whose programs end with it: whatever still runs and names the folder on its command line is killed. Drivers
/// start browsers of their own, which would otherwise outlive a failed test.
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// # Panics
    /// When the temporary folder of this machine cannot be written.
    pub fn new() -> Self {
        Self { folder: tempfile::Builder::new().prefix("sharaka-test-").tempdir().expect("a temporary folder") }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        for id in named_by(self.folder.path()) {
            let _ = Command::new("kill").args(["-KILL", &id]).stderr(Stdio::null()).status();
        }
    }
}

/// The ids of the programs whose command line names this path, without the running test.
pub fn named_by(path: &Path) -> Vec<String> {
    let name = path.as_os_str().as_encoded_bytes();
    let names_it = |id: &String| {
        let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        line.windows(name.len()).any(|part| part == name)
    };
    let all =
        fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let programs =
        all.filter(|id| id.bytes().all(|byte| byte.is_ascii_digit()) && *id != std::process::id().to_string());
    programs.filter(names_it).collect()
}

/// A port nobody listens on.
///
/// # Panics
/// When this machine has no free port.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a bound port has a number").port()
}

/// A program of this workspace: where `cargo xtask` says, or beside the running test.
///
/// # Panics
/// When it has not been built.
pub fn program(variable: &str, name: &str) -> PathBuf {
    let beside = || {
        let test = std::env::current_exe().expect("a test has a path");
        test.ancestors()
            .nth(2)
            .expect("tests stand in target/debug/deps")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    };
    let path = std::env::var_os(variable).map_or_else(beside, PathBuf::from);
    assert!(
        path.is_file(),
        "{} is not built; run `cargo xtask test --only browser`, which builds it first",
        path.display()
    );
    path
}

/// A program of this machine.
///
/// # Panics
/// When none of the names is on the path.
pub fn installed(names: &[&str]) -> PathBuf {
    let own_place = std::env::var_os("CHROMEWEBDRIVER").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = own_place.into_iter().chain(std::env::split_paths(&path)).collect();
    let found =
        names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()));
    found.unwrap_or_else(|| panic!("{} is missing; `cargo xtask test` installs it", names.join(" or ")))
}

//! The real desktop window, driven through WebKitWebDriver on a display of its own.

use crate::page::Page;
use crate::process::{Place, Running, free_port, installed, named_by, program};
use serde_json::{Value, json};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A desktop for one test: a display without a screen, a session bus, a home. Windows open on it.
pub struct Desktop {
    display: String,
    bus: String,
    _xvfb: Running,
    _bus: Running,
    place: Place,
}

impl Desktop {
    /// # Panics
    /// When Xvfb or the session bus does not start.
    pub fn start() -> Self {
        let place = Place::new();
        let mut xvfb = Command::new(installed(&["Xvfb"]));
        // -displayfd: the server itself takes a free number and tells it.
        xvfb.args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"]);
        let (xvfb, number) = Running::start_and_read("xvfb", &mut xvfb, place.path());
        let mut bus = Command::new(installed(&["dbus-daemon"]));
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let (bus_running, bus) = Running::start_and_read("dbus", &mut bus, place.path());
        Self { display: format!(":{}", number.trim()), bus, _xvfb: xvfb, _bus: bus_running, place }
    }

    /// Where this desktop's offices may stand.
    pub fn office(&self) -> PathBuf {
        self.place.path().join("office")
    }

    /// Opens the program on an office folder.
    ///
    /// # Panics
    /// When the window does not open.
    pub async fn window(&self, office: &Path) -> Window {
        self.open(office, json!(["--office", office])).await
    }

    /// Opens the program as a person does who types nothing: on the office in their own folder.
    ///
    /// # Panics
    /// When the window does not open.
    pub async fn usual_window(&self) -> Window {
        self.open(&self.place.path().join("home/data"), json!([])).await
    }

    async fn open(&self, office: &Path, arguments: Value) -> Window {
        let port = free_port();
        let mut command = Command::new(installed(&["WebKitWebDriver"]));
        command.arg(format!("--port={port}"));
        self.prepare(&mut command);
        let mut driver = Running::start("webkitwebdriver", &mut command, self.place.path());
        driver.wait_for_port(port);
        let others = named_by(office);
        let capabilities = json!({
            "webkitgtk:browserOptions": {
                "binary": program("SHARAKA_DESKTOP_BIN", "sharaka-desktop"),
                "args": arguments,
            },
        });
        let page = Page::connect(port, capabilities, "window").await;
        let mut programs = named_by(office);
        programs.retain(|id| !others.contains(id));
        Window { page, _driver: driver, office: office.to_owned(), programs, display: self.display.clone() }
    }

    /// Starts the program a second time, without a driver, and gives what it said, when it ends within the time. Without a
    /// folder it is the usual office.
    ///
    /// # Panics
    /// When it cannot be started.
    pub fn start_again(&self, office: Option<&Path>, within: Duration) -> Option<Output> {
        let mut command = Command::new(program("SHARAKA_DESKTOP_BIN", "sharaka-desktop"));
        command.env("SHARAKA_MARKS", std::env::temp_dir().join("sharaka-test-marks"));
        self.prepare(&mut command);
        if let Some(office) = office {
            command.arg("--office").arg(office);
        }
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let child = child.as_mut().unwrap_or_else(|error| panic!("the program does not start: {error}"));
        let started = Instant::now();
        while started.elapsed() < within {
            if let Ok(Some(status)) = child.try_wait() {
                let read = |mut from: Box<dyn std::io::Read>| {
                    let mut bytes = Vec::new();
                    let _ = from.read_to_end(&mut bytes);
                    bytes
                };
                let stdout = child.stdout.take().map(|out| read(Box::new(out))).unwrap_or_default();
                let stderr = child.stderr.take().map(|out| read(Box::new(out))).unwrap_or_default();
                return Some(Output { status, stdout, stderr });
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = child.kill();
        let _ = child.wait();
        None
    }

    /// Listens to the notices programs show on this desktop from now on; they stand in its log.
    ///
    /// # Panics
    /// When nobody can listen.
    pub fn listen_to_notices(&self) -> Running {
        let mut monitor = Command::new(installed(&["dbus-monitor"]));
        let only = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'";
        let listener = Running::start("notices", monitor.args(["--address", &self.bus, only]), self.place.path());
        // Its first line says that it listens.
        let started = Instant::now();
        while listener.log().is_empty() {
            assert!(started.elapsed() < Duration::from_secs(20), "dbus-monitor does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        listener
    }

    /// A person's environment on this desktop, and nothing of the machine's own.
    fn prepare(&self, command: &mut Command) {
        let home = self.place.path().join("home");
        std::fs::create_dir_all(&home).expect("the test's folder can be written");
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", &home)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("NO_AT_BRIDGE", "1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
    }
}

/// The program's window.
pub struct Window {
    page: Page,
    _driver: Running,
    office: PathBuf,
    /// Ids of the processes this window came with.
    programs: Vec<String>,
    display: String,
}

impl Window {
    /// What the taskbar calls the window: the name the display itself keeps, not the page's.
    ///
    /// # Panics
    /// When the display shows no window of the program.
    pub fn own_title(&self) -> String {
        let ask = |tool: &str, args: &[&str]| {
            let mut asked = Command::new(installed(&[tool]));
            asked.args(args).env("DISPLAY", &self.display).env("LC_ALL", "C.UTF-8");
            let said = asked.output().unwrap_or_else(|error| panic!("{tool} does not run: {error}"));
            String::from_utf8_lossy(&said.stdout).into_owned()
        };
        let tree = ask("xwininfo", &["-root", "-tree"]);
        let own = tree.lines().filter(|line| line.contains("\"sharaka-desktop\"") && !line.contains("10x10"));
        let mut names = own.filter_map(|line| {
            let answer = ask("xprop", &["-id", line.split_whitespace().next()?, "-notype", "_NET_WM_NAME"]);
            Some(answer.split_once('"')?.1.rsplit_once('"')?.0.to_owned())
        });
        names.next_back().unwrap_or_else(|| panic!("no window of the program on the display:\n{tree}"))
    }

    /// Closes the window, and waits until the program has let go of its office.
    ///
    /// # Panics
    /// When the program stays.
    pub async fn close(self) {
        self.page.close().await;
        let started = Instant::now();
        while named_by(&self.office).iter().any(|id| self.programs.contains(id)) {
            assert!(
                started.elapsed() < Duration::from_secs(20),
                "the program still runs although its window is closed"
            );
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }
}

impl Deref for Window {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

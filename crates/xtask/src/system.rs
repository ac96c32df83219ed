//! What the machine must have beside Rust and Node, and how it gets it.
//!
//! On Debian and Ubuntu missing packages are installed where we may (root, or sudo that asks nothing); everywhere else
//! the person is told exactly what is missing.

use crate::step::{Result, Step, answers, says};
use std::env;
use std::path::{Path, PathBuf};

/// What a verb is about to do; each needs more than the one before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Building and serving the headless program.
    Serve,
    /// Building and opening the window.
    Window,
    /// Everything the tests drive and compare with.
    Test,
}

enum Sign {
    /// Any one of these programs on the path.
    Program(&'static [&'static str]),
    /// A library pkg-config knows.
    Library(&'static str),
}

struct Need {
    purpose: Purpose,
    sign: Sign,
    /// The package on Debian.
    debian: &'static str,
    /// The package on Ubuntu, where it has another name.
    ubuntu: Option<&'static str>,
    /// What it is, for systems without apt-get.
    what: &'static str,
}

const fn need(purpose: Purpose, sign: Sign, debian: &'static str, what: &'static str) -> Need {
    Need { purpose, sign, debian, ubuntu: None, what }
}

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const LINUX: &[Need] = &[
    need(
        Purpose::Serve,
        Sign::Program(&["cc"]),
        "build-essential",
        "a C compiler (cc) with make: the encrypted database is built from its source",
    ),
    need(Purpose::Serve, Sign::Program(&["make"]), "build-essential", "make"),
    need(Purpose::Serve, Sign::Program(&["perl"]), "perl", "perl, for building OpenSSL"),
    need(Purpose::Window, Sign::Program(&["pkg-config"]), "pkg-config", "pkg-config"),
    need(
        Purpose::Window,
        Sign::Library("webkit2gtk-4.1"),
        "libwebkit2gtk-4.1-dev",
        "WebKitGTK 4.1 with its headers (pkg-config: webkit2gtk-4.1)",
    ),
    need(Purpose::Window, Sign::Library("gtk+-3.0"), "libgtk-3-dev", "GTK 3 with its headers (pkg-config: gtk+-3.0)"),
    need(
        Purpose::Window,
        Sign::Library("librsvg-2.0"),
        "librsvg2-dev",
        "librsvg with its headers (pkg-config: librsvg-2.0)",
    ),
    need(Purpose::Window, Sign::Library("dbus-1"), "libdbus-1-dev", "D-Bus with its headers (pkg-config: dbus-1)"),
    need(
        Purpose::Test,
        Sign::Program(&["WebKitWebDriver"]),
        "webkit2gtk-driver",
        "WebKitWebDriver, which drives the real window",
    ),
    need(Purpose::Test, Sign::Program(&["Xvfb"]), "xvfb", "Xvfb, a display without a screen"),
    need(
        Purpose::Test,
        Sign::Program(&["xprop"]),
        "x11-utils",
        "xprop and xwininfo, which tell what the window is called",
    ),
    need(Purpose::Test, Sign::Program(&["dbus-daemon"]), "dbus", "dbus-daemon, a session bus for the window"),
    Need {
        ubuntu: Some("chromium-browser"),
        ..need(Purpose::Test, Sign::Program(&CHROMIUM), "chromium", "Chromium or Google Chrome")
    },
    Need {
        ubuntu: Some("chromium-chromedriver"),
        ..need(
            Purpose::Test,
            Sign::Program(&["chromedriver"]),
            "chromium-driver",
            "chromedriver of the same version as the browser",
        )
    },
    need(Purpose::Test, Sign::Program(&["hledger"]), "hledger", "hledger, whose trial balance ours is compared with"),
    need(
        Purpose::Test,
        Sign::Program(&["pdftotext"]),
        "poppler-utils",
        "pdftotext (poppler), which reads our papers back",
    ),
    need(
        Purpose::Test,
        Sign::Program(&["strings"]),
        "binutils",
        "strings (binutils), which looks for readable names in the encrypted files",
    ),
];

const MACOS: &[Need] = &[
    need(Purpose::Serve, Sign::Program(&["cc"]), "", "the command line tools of Xcode: run `xcode-select --install`"),
    need(Purpose::Serve, Sign::Program(&["perl"]), "", "perl, for building OpenSSL"),
];

const WINDOWS: &[Need] = &[need(
    Purpose::Serve,
    Sign::Program(&["perl"]),
    "",
    "perl, for building OpenSSL: Strawberry Perl from https://strawberryperl.com",
)];

/// Makes sure that the machine has what the purpose needs.
///
/// # Errors
/// Says exactly what to install, when something is missing and we may not or cannot install it.
pub fn prepare(purpose: Purpose) -> Result {
    let missing = missing(purpose);
    if missing.is_empty() {
        return Ok(());
    }
    if !find("apt-get").is_some_and(|_| cfg!(target_os = "linux")) {
        let list: String = missing.iter().map(|need| format!("\n  · {}", need.what)).collect();
        return Err(format!("this machine lacks what this needs; install and try again:{list}"));
    }
    let packages = packages(&missing);
    let by_hand = format!("sudo apt-get install -y {}", packages.join(" "));
    let Some(prefix) = root_prefix() else {
        return Err(format!(
            "packages are missing and installing them needs root; run this and try again:\n  {by_hand}"
        ));
    };
    install(&prefix, &packages)?;
    match self::missing(purpose).as_slice() {
        [] => Ok(()),
        still => {
            let list: String = still.iter().map(|need| format!("\n  · {}", need.what)).collect();
            Err(format!("still missing after `{by_hand}`:{list}"))
        }
    }
}

fn missing(purpose: Purpose) -> Vec<&'static Need> {
    let all = if cfg!(target_os = "macos") {
        MACOS
    } else if cfg!(windows) {
        WINDOWS
    } else {
        LINUX
    };
    all.iter().filter(|need| need.purpose <= purpose && !need.is_met()).collect()
}

impl Need {
    fn is_met(&self) -> bool {
        match self.sign {
            Sign::Program(names) => names.iter().any(|name| find(name).is_some()),
            Sign::Library(name) => answers("pkg-config", &["--exists", name]),
        }
    }
}

fn packages(missing: &[&Need]) -> Vec<&'static str> {
    let ubuntu =
        std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"));
    let mut names: Vec<_> = missing.iter().map(|need| need.ubuntu.filter(|_| ubuntu).unwrap_or(need.debian)).collect();
    names.dedup();
    names
}

/// What to put before a command so that it runs as root: nothing, or sudo that asks no password; `None` when neither can be.
fn root_prefix() -> Option<Vec<&'static str>> {
    if says("id", &["-u"]).as_deref() == Some("0") {
        Some(vec!["env"])
    } else {
        answers("sudo", &["-n", "true"]).then(|| vec!["sudo", "-n", "env"])
    }
}

fn install(prefix: &[&str], packages: &[&str]) -> Result {
    let apt = |name: &str, args: &[&str]| {
        let step = Step::new(name, prefix[0]).args(&prefix[1..]).args([
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "-q",
            "-y",
        ]);
        step.args(args).run_quietly()
    };
    apt("apt-get update", &["update"])?;
    let name = format!("apt-get install {}", packages.join(" "));
    apt(&name, &[&["install", "--no-install-recommends"], packages].concat())
}

/// Where a program stands: on the path, or where build servers keep the driver of Chrome.
pub fn find(program: &str) -> Option<PathBuf> {
    let own_place = (program == "chromedriver").then(|| env::var_os("CHROMEWEBDRIVER")).flatten();
    let path = env::var_os("PATH").unwrap_or_default();
    own_place
        .map(PathBuf::from)
        .into_iter()
        .chain(env::split_paths(&path))
        .find_map(|folder| executable(&folder, program))
}

fn executable(folder: &Path, program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    endings.iter().map(|ending| folder.join(format!("{program}{ending}"))).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_needs_all_that_serving_needs_and_the_tests_need_more() {
        let of =
            |purpose| LINUX.iter().filter(|need| need.purpose <= purpose).map(|need| need.debian).collect::<Vec<_>>();
        assert!(
            of(Purpose::Serve).iter().all(|package| of(Purpose::Window).contains(package)),
            "the window is built on the same core"
        );
        assert!(
            !of(Purpose::Serve).contains(&"libwebkit2gtk-4.1-dev"),
            "a server without a display must not need a web view"
        );
        assert!(!of(Purpose::Window).contains(&"xvfb"), "a person who only runs the program needs no test display");
        assert!(of(Purpose::Test).contains(&"webkit2gtk-driver"));
    }

    #[test]
    fn a_package_for_several_needs_is_asked_for_once() {
        let missing: Vec<_> = LINUX.iter().filter(|need| need.debian == "build-essential").collect();
        assert_eq!(packages(&missing), ["build-essential"]);
    }
}

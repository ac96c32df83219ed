//! Where things stand: the checkout, the folder cargo builds into, the programs it leaves there.

use std::env;
use std::path::{Path, PathBuf};

pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The checkout this xtask belongs to, wherever it was called from.
    pub fn find() -> Self {
        let own_folder =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own_folder.ancestors().nth(2).map_or_else(|| own_folder.clone(), Path::to_path_buf);
        let target = target_folder(&root);
        Self { root, target }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn ui(&self) -> PathBuf {
        self.at("ui")
    }

    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Programs that were built for this house and are no part of it; kept outside the checkout where there is a home.
    pub fn tools(&self) -> PathBuf {
        let home = env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
        let home = home.or_else(|| env::var_os("LOCALAPPDATA").map(PathBuf::from));
        home.map_or_else(|| self.target.join("tools"), |home| home.join("sharaka/tools"))
    }

    /// A program of this workspace as the development build leaves it.
    pub fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}

/// `CARGO_TARGET_DIR` where it is set. On a build server without it, a folder outside the checkout, so that the next
/// fresh clone finds the dependencies already built.
fn target_folder(root: &Path) -> PathBuf {
    if let Some(chosen) = env::var_os("CARGO_TARGET_DIR") {
        return root.join(chosen);
    }
    match (on_a_build_server(), env::var_os("HOME")) {
        (true, Some(home)) => PathBuf::from(home).join(".cache/sharaka/target"),
        _ => root.join("target"),
    }
}

/// Build servers set `CI`; there, nothing is built incrementally, because nothing is built twice.
pub fn on_a_build_server() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty())
}

/// Whether a window can be shown here: always on Windows and macOS, with a display elsewhere.
pub fn has_a_display() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

//! `cargo xtask package` and `icons`: what people install.

use crate::interface;
use crate::step::Result;
use crate::system::{Purpose, prepare};
use crate::workspace::Workspace;
use std::fs;

/// Makes the packages of this system with Tauri's bundler: .deb and .rpm on Linux, MSI and NSIS on Windows, DMG on macOS.
///
/// # Errors
/// Names the step that failed.
pub fn package(workspace: &Workspace, dev: bool) -> Result {
    prepare(Purpose::Window)?;
    interface::build(workspace)?;
    let bundles = if cfg!(windows) {
        "msi,nsis"
    } else if cfg!(target_os = "macos") {
        "app,dmg"
    } else {
        "deb,rpm"
    };
    let mut args = vec!["tauri", "build", "--ci", "--bundles", bundles];
    if dev {
        args.push("--debug");
    }
    interface::tool(workspace, &format!("packages ({bundles})"), &args)?
        .env("CARGO_TARGET_DIR", workspace.target())
        .run()?;
    let folder = workspace.target().join(if dev { "debug" } else { "release" }).join("bundle");
    println!("   packages are in {}", folder.display());
    Ok(())
}

/// The files the programs and installers carry, made from `icons/icon.svg`.
const ICONS: [&str; 7] =
    ["32x32.png", "64x64.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.ico", "icon.icns"];

/// Makes every size of the icon.
///
/// # Errors
/// When the icon cannot be drawn or written.
pub fn icons(workspace: &Workspace) -> Result {
    interface::install(workspace)?;
    let drawn = workspace.target().join("icons");
    let drawn_name = drawn.to_string_lossy().into_owned();
    interface::tool(workspace, "sizes of the icon", &["tauri", "icon", "icons/icon.svg", "--output", &drawn_name])?
        .run_quietly()?;
    for name in ICONS {
        fs::copy(drawn.join(name), workspace.at("icons").join(name))
            .map_err(|error| format!("icons/{name}: {error}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a system shows of a program that has no picture of the right size is a blurred one, or none.
    #[test]
    fn every_system_finds_its_icon() {
        let workspace = Workspace::find();
        let bytes =
            |name: &str| fs::read(workspace.at("icons").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        for name in ICONS {
            let file = bytes(name);
            let begins: &[u8] = match name.rsplit('.').next() {
                Some("ico") => &[0, 0, 1, 0],
                Some("icns") => b"icns",
                _ => b"\x89PNG",
            };
            assert!(file.starts_with(begins), "{name} is not what its name says");
        }
        let ico = bytes("icon.ico");
        // One entry is sixteen bytes; the first of them is the width, and zero stands for 256.
        let widths: Vec<u8> = ico[6..].chunks(16).take(usize::from(ico[4])).map(|entry| entry[0]).collect();
        assert!([16, 32, 48, 0].iter().all(|width| widths.contains(width)), "the sizes Windows asks for: {widths:?}");
        let icns = bytes("icon.icns");
        assert!(icns.windows(4).any(|kind| kind == b"ic10"), "a sharp screen of a Mac asks for 1024 points");
        let config = fs::read_to_string(workspace.at("src-tauri/tauri.conf.json")).unwrap_or_default();
        for name in ["32x32.png", "128x128.png", "128x128@2x.png", "icon.icns", "icon.ico"] {
            assert!(config.contains(&format!("../icons/{name}")), "{name} is in no package");
        }
    }
}

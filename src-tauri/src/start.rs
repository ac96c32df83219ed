//! How the program was started, and its window.

use std::ffi::OsString;
use std::path::PathBuf;
use tauri::{App, WebviewUrl, WebviewWindowBuilder};

/// What the command line says. Unknown arguments are left to the web view.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Start {
    /// `--office DIR`; without it, the office in this person's application folder.
    pub office: Option<PathBuf>,
    /// `--demo`: a demonstration office that is thrown away at the end.
    pub demo: bool,
}

impl Start {
    pub fn from_arguments(arguments: impl Iterator<Item = OsString>) -> Self {
        let mut start = Self::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("--demo") => start.demo = true,
                Some("--office") => start.office = arguments.next().map(PathBuf::from),
                _ => {}
            }
        }
        start
    }
}

/// Opens the window: at a size that shows a table beside the rail, remembered from then on; called what the page in it is
/// called, so that the taskbar names the screen.
pub fn open_window(program: &App) -> tauri::Result<()> {
    WebviewWindowBuilder::new(program, "main", WebviewUrl::App("index.html".into()))
        .title(office::words::word("frame.program", office::words::Language::Ar))
        .inner_size(1280.0, 800.0)
        .min_inner_size(960.0, 600.0)
        .center()
        .on_document_title_changed(|window, title| {
            // A title that cannot be set leaves the one before it; nobody is helped by an error.
            let _ = window.set_title(&title);
        })
        .build()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_names_an_office_or_asks_for_a_demonstration() {
        let start = |arguments: &[&str]| Start::from_arguments(arguments.iter().map(OsString::from));
        assert_eq!(start(&[]), Start::default());
        assert_eq!(start(&["--office", "/x"]).office, Some(PathBuf::from("/x")));
        assert!(start(&["--demo", "--automation"]).demo, "arguments of the web view do not disturb");
    }
}

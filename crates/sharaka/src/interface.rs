//! The interface, as it was built into this program.

use include_dir::{Dir, include_dir};

static INTERFACE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../ui/dist");

/// A file of the interface and its media type.
pub fn file(path: &str) -> Option<(&'static [u8], &'static str)> {
    let path = path.trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let file = INTERFACE.get_file(path)?;
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    Some((file.contents(), kind))
}

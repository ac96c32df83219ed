//! What only a desktop can do: dialogs, files, print, notifications. The interface asks for them under `desktop.…`.

use crate::host_state::{HostState, fault};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::{Failure, Refusal, Result, require};
use office::command::input;
use office::outbox::Handed;
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::ipc::{Channel, JavaScriptChannelId};
use tauri::{AppHandle, Manager, Webview};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_notification::NotificationExt;

kernel::refusals! {
    FILE_TOO_LARGE = "desktop.file_too_large";
    FILE_NOT_SAVED = "desktop.file_not_saved";
    FILE_NOT_READ = "desktop.file_not_read";
}

/// Bytes; the largest spreadsheet the import takes.
const LARGEST_FILE: u64 = 20 * 1024 * 1024;

/// Carries out one action of the desktop.
///
/// # Errors
/// An unknown action; a file that cannot be read or written.
pub fn act(app: &AppHandle, host: &HostState, action: &str, value: Value) -> Result<Value> {
    match action {
        "fetch_file" => fetch_file(app, host, &input(value)?),
        "save_file" => save_file(app, input(value)?),
        "pick_file" => pick_file(app, &input(value)?),
        "print" => print(app),
        "notify" => notify(app, &input(value)?),
        _ => Err(Failure::not_found("command")),
    }
}

#[derive(Deserialize)]
struct Listen {
    channel: JavaScriptChannelId,
}

/// The channel a page wants to hear on.
///
/// # Errors
/// Something that is no channel.
pub fn listening(value: Value, webview: Webview) -> Result<Channel<Value>> {
    Ok(input::<Listen>(value)?.channel.channel_on(webview))
}

#[derive(Deserialize)]
struct SaveFile {
    name: String,
    base64: String,
}

/// Asks where to save, and saves; answers nothing when the person thinks better of it.
fn save_file(app: &AppHandle, file: SaveFile) -> Result<Value> {
    let bytes = STANDARD.decode(&file.base64).map_err(fault)?;
    let dialog = app.dialog().file().set_file_name(&file.name);
    let Some(path) = dialog.blocking_save_file() else { return Ok(Value::Null) };
    let path = path.into_path().map_err(fault)?;
    std::fs::write(&path, bytes).map_err(|error| Refusal::new(FILE_NOT_SAVED).with("detail", error))?;
    Ok(Value::Bool(true))
}

/// Asks where to save a file the office has ready, fetches it and writes it there: its bytes never pass through the page.
fn fetch_file(app: &AppHandle, host: &HostState, handed: &Handed) -> Result<Value> {
    let dialog = app.dialog().file().set_file_name(&handed.name);
    let Some(path) = dialog.blocking_save_file() else { return Ok(Value::Null) };
    let path = path.into_path().map_err(fault)?;
    let file = host.fetch(&handed.ticket)?;
    std::fs::write(&path, file.bytes).map_err(|error| Refusal::new(FILE_NOT_SAVED).with("detail", error))?;
    Ok(Value::Bool(true))
}

#[derive(Deserialize)]
struct PickFile {
    extensions: Vec<String>,
}

/// Asks for a file and reads it; nothing when the person thinks better of it.
fn pick_file(app: &AppHandle, wanted: &PickFile) -> Result<Value> {
    let extensions: Vec<&str> = wanted.extensions.iter().map(String::as_str).collect();
    let dialog = app.dialog().file().add_filter(extensions.join(" "), &extensions);
    let Some(path) = dialog.blocking_pick_file() else { return Ok(Value::Null) };
    let path = path.into_path().map_err(fault)?;
    let unreadable = |error: std::io::Error| Refusal::new(FILE_NOT_READ).with("detail", error);
    let size = std::fs::metadata(&path).map_err(unreadable)?.len();
    require(size <= LARGEST_FILE, Refusal::new(FILE_TOO_LARGE).with("most", LARGEST_FILE / 1024 / 1024))?;
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(json!({ "name": name, "base64": STANDARD.encode(bytes) }))
}

/// Opens the system's print dialog on what the window shows; its print style shows the pages of the paper only.
fn print(app: &AppHandle) -> Result<Value> {
    let window = app.get_webview_window("main").ok_or(Failure::not_found("window"))?;
    window.print().map_err(fault)?;
    Ok(Value::Null)
}

#[derive(Deserialize)]
struct Notify {
    title: String,
    body: String,
}

fn notify(app: &AppHandle, notice: &Notify) -> Result<Value> {
    app.notification().builder().title(&notice.title).body(&notice.body).show().map_err(fault)?;
    Ok(Value::Null)
}

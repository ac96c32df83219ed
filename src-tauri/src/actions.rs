//! What only a desktop can do: dialogs, files, print, notifications. The interface asks for them under `desktop.…`.

use crate::host_state::{HostState, fault};
use kernel::{Failure, Refusal, Result};
use office::command::input;
use office::outbox::Handed;
use serde::Deserialize;
use serde_json::Value;
use tauri::ipc::{Channel, JavaScriptChannelId};
use tauri::{AppHandle, Manager, Webview};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_notification::NotificationExt;

kernel::refusals! {
    FILE_NOT_SAVED = "desktop.file_not_saved";
}

/// Carries out one action of the desktop.
///
/// # Errors
/// An unknown action; a file that cannot be read or written.
pub fn act(app: &AppHandle, host: &HostState, action: &str, value: Value) -> Result<Value> {
    match action {
        "fetch_file" => fetch_file(app, host, &input(value)?),
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

/// Asks where to save a file the office has ready, fetches it and writes it there: its bytes never pass through the page.
fn fetch_file(app: &AppHandle, host: &HostState, handed: &Handed) -> Result<Value> {
    let dialog = app.dialog().file().set_file_name(&handed.name);
    let Some(path) = dialog.blocking_save_file() else { return Ok(Value::Null) };
    let path = path.into_path().map_err(fault)?;
    let file = host.fetch(&handed.ticket)?;
    let not_saved = |error: std::io::Error| Refusal::new(FILE_NOT_SAVED).with("detail", error);
    let mut written = std::fs::File::create(&path).map_err(not_saved)?;
    file.write_to(&mut written).map_err(not_saved)?;
    Ok(Value::Bool(true))
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

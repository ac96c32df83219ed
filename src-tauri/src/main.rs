//! The desktop host: a window around the office, one command, and what only a desktop can do — dialogs, files, print,
//! notifications. No feature is known here.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod actions;
mod host_state;
mod start;

use host_state::HostState;
use kernel::id::RequestId;
use serde_json::{Value, json};
use std::sync::Arc;
use tauri::{AppHandle, Manager, State, Webview};

/// The only command: what the interface asks goes to the office, or, under `desktop.…`, to the desktop itself.
#[tauri::command]
async fn call(
    app: AppHandle,
    webview: Webview,
    host: State<'_, Arc<HostState>>,
    name: String,
    input: Value,
    request: Option<RequestId>,
) -> Result<Value, Value> {
    let host = Arc::clone(&host);
    let work = move || match name.strip_prefix("desktop.") {
        // The one action that needs the page itself: what is touched is told to it.
        Some("listen") => actions::listening(input, webview).map(|channel| {
            host.tell(channel);
            json!({ "value": null, "touched": [] })
        }),
        Some(action) => actions::act(&app, &host, action, input).map(|value| json!({ "value": value, "touched": [] })),
        None => host.call(&name, input, request),
    };
    // The office is synchronous, and a dialog waits for a person: neither may hold up the window.
    let outcome =
        tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|error| Err(kernel::Failure::broken(error)));
    outcome.map_err(|failure| office::wire::failure(&failure))
}

fn main() {
    let start = start::Start::from_arguments(std::env::args_os().skip(1));
    let mut builder = tauri::Builder::default();
    if start.office.is_none() {
        // The usual office of this person: a second start brings its window to the front. An office named by hand is
        // guarded by its own lock, and the second window says so.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| bring_to_front(app)));
    }
    let outcome = builder
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(tauri::generate_handler![call])
        .setup(move |app| {
            let host = Arc::new(HostState::new(&start, app.path().app_data_dir()?));
            host_state::keep_time(Arc::clone(&host));
            app.manage(host);
            start::open_window(app)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match outcome {
        Ok(program) => program.run(|app, event| {
            if matches!(event, tauri::RunEvent::Exit) {
                app.state::<Arc<HostState>>().leave();
            }
        }),
        Err(error) => {
            eprintln!("sharaka: the window could not be opened: {error}");
            std::process::exit(1);
        }
    }
}

fn bring_to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window manager may say no; the person then finds the window by hand.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    fn read(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn the_page_may_ask_for_the_one_command_and_load_nothing_from_elsewhere() {
        let config = read(include_str!("../tauri.conf.json"));
        let security = &config["app"]["security"];
        // A window is framed by nothing, and its policy, a tag in the page, could not forbid it.
        let policy = office::wire::CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'; ", "");
        assert_eq!(security["csp"], json!(policy), "the window and the browser keep the same policy");
        assert_eq!(security["capabilities"], json!(["main"]));
        assert_eq!(security["freezePrototype"], true);
        assert_eq!(config["app"]["withGlobalTauri"], false);
        let capability = read(include_str!("../capabilities/main.json"));
        assert_eq!(capability["permissions"], json!(["allow-call"]), "no file system, no shell, no network");
        assert!(capability.get("remote").is_none(), "no page of another machine asks for anything");
    }
}

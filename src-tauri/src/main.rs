//! The desktop host: a window around the office, one command for every call and two for files, and what only a desktop can do — dialogs, files, print,
//! notifications. No feature is known here.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod actions;
mod host_state;
mod start;

use host_state::HostState;
use kernel::id::RequestId;
use serde_json::{Value, json};
use std::sync::Arc;
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, Manager, State, Webview};

/// Takes in a file: its bytes are the body, and a header names the command that will take it. Answers its ticket.
#[tauri::command]
async fn bring(host: State<'_, Arc<HostState>>, request: Request<'_>) -> Result<String, Value> {
    let command =
        request.headers().get("sharaka-for").and_then(|name| name.to_str().ok()).unwrap_or_default().to_owned();
    let bytes = match request.body() {
        InvokeBody::Raw(bytes) => bytes.clone(),
        // Where the system's own window carries no bytes, they come as a list of numbers.
        InvokeBody::Json(list) => serde_json::from_value(list.clone()).unwrap_or_default(),
    };
    let host = Arc::clone(&host);
    outside(move || host.bring(&command, bytes)).await
}

/// Gives the page the bytes of a file the office has ready for it: a picture to be shown.
#[tauri::command]
async fn fetch(host: State<'_, Arc<HostState>>, ticket: String) -> Result<Response, Value> {
    let host = Arc::clone(&host);
    let read = move || Ok(Response::new(host.fetch(&ticket)?.into_bytes().map_err(kernel::Failure::broken)?));
    outside(read).await
}

/// The one command for everything else: what the interface asks goes to the office, or, under `desktop.…`, to the desktop itself.
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
    outside(work).await
}

/// Works beside the window. The office is synchronous, and a dialog waits for a person: neither may hold up the window.
async fn outside<T: Send + 'static>(work: impl FnOnce() -> kernel::Result<T> + Send + 'static) -> Result<T, Value> {
    let outcome =
        tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|error| Err(kernel::Failure::broken(error)));
    outcome.map_err(|failure| office::wire::failure(&failure))
}

fn main() {
    app::learn_words();
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
        .invoke_handler(tauri::generate_handler![call, bring, fetch])
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
    fn the_page_may_call_and_pass_files_and_load_nothing_from_elsewhere() {
        let config = read(include_str!("../tauri.conf.json"));
        let security = &config["app"]["security"];
        // A window is framed by nothing, and its policy, a tag in the page, could not forbid it.
        let policy = office::wire::CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'; ", "");
        assert_eq!(security["csp"], json!(policy), "the window and the browser keep the same policy");
        assert_eq!(security["capabilities"], json!(["main"]));
        assert_eq!(security["freezePrototype"], true);
        assert_eq!(config["app"]["withGlobalTauri"], false);
        let capability = read(include_str!("../capabilities/main.json"));
        let allowed = json!(["allow-call", "allow-bring", "allow-fetch"]);
        assert_eq!(capability["permissions"], allowed, "no file system, no shell, no network");
        assert!(capability.get("remote").is_none(), "no page of another machine asks for anything");
    }
}

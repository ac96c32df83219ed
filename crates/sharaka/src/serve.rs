//! The interface in a browser, on this machine only.
//!
//! One command travels as `POST /call/NAME`. The session lives in a cookie no script can read; requests from another
//! origin and names other than this machine's are turned away before they reach the office.

use crate::interface;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use kernel::id::RequestId;
use kernel::{Failure, Result};
use office::session::sessions::Token;
use office::words::Language;
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tower_http::set_header::SetResponseHeaderLayer;

const COOKIE: &str = "sharaka_session";
/// Bytes; a spreadsheet of 20 MiB grows by a third as base64 text.
const LARGEST_CALL: usize = 32 * 1024 * 1024;

/// Serves until the process is told to stop.
///
/// # Errors
/// The office cannot be opened; the port is taken.
pub fn serve(office: Option<PathBuf>, demo: bool, port: u16, language: Language) -> Result<()> {
    let scratch = std::env::temp_dir().join(format!("sharaka-demo-{}", std::process::id()));
    let folder = office.unwrap_or_else(|| scratch.clone());
    let office = Arc::new(app::open(&folder, Options { demo, ..Options::default() })?);
    if demo {
        crate::demo::fill(&office, 1, language)?;
    }
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::broken)?;
    let outcome = runtime.block_on(run(Arc::clone(&office), port));
    office.close();
    drop(office);
    if demo {
        // The system clears its temporary folder by itself if this fails.
        let _ = std::fs::remove_dir_all(&scratch);
    }
    outcome
}

async fn run(office: Arc<Office>, port: u16) -> Result<()> {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(Failure::broken)?;
    let address = listener.local_addr().map_err(Failure::broken)?;
    println!("http://{address}/");
    tokio::spawn(keep_time(Arc::clone(&office)));
    axum::serve(listener, router(office, address)).with_graceful_shutdown(stop()).await.map_err(Failure::broken)
}

#[derive(Clone)]
struct Host {
    office: Arc<Office>,
    address: SocketAddr,
}

fn router(office: Arc<Office>, address: SocketAddr) -> Router {
    let fixed = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::overriding(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    Router::new()
        .route("/call/{name}", post(call))
        .route("/file/{ticket}", get(file))
        .fallback(get(page))
        .layer(DefaultBodyLimit::max(LARGEST_CALL))
        .layer(fixed("content-security-policy", office::wire::CONTENT_SECURITY_POLICY))
        .layer(fixed("x-content-type-options", "nosniff"))
        .layer(fixed("x-frame-options", "DENY"))
        .layer(fixed("referrer-policy", "no-referrer"))
        .layer(fixed("cross-origin-opener-policy", "same-origin"))
        .layer(fixed("cross-origin-resource-policy", "same-origin"))
        .layer(fixed("permissions-policy", "camera=(), microphone=(), geolocation=(), usb=(), payment=()"))
        .with_state(Host { office, address })
}

async fn page(State(host): State<Host>, headers: HeaderMap, uri: Uri) -> Response {
    if !is_this_machine(&headers, host.address) {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    match interface::file(uri.path()) {
        Some((bytes, kind)) => {
            // Built files carry the hash of their content in their name; the page that names them must be asked anew.
            let keep =
                if uri.path().starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
            ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], bytes).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn call(State(host): State<Host>, Path(name): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    if !is_this_machine(&headers, host.address) || !is_same_origin(&headers, host.address) || !is_json(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let caller = token(&headers).map_or(Caller::Nobody, Caller::Holder);
    let request = match headers.get("sharaka-request").map(|id| id.to_str().unwrap_or_default().parse::<RequestId>()) {
        None => None,
        Some(Ok(id)) => Some(id),
        Some(Err(failure)) => return answer(Err(failure)),
    };
    let office = Arc::clone(&host.office);
    // The office is synchronous; a thread of its own keeps others from waiting.
    let outcome = tokio::task::spawn_blocking(move || {
        let input: Value = if body.is_empty() {
            json!({})
        } else {
            serde_json::from_slice(&body)
                .map_err(|error| kernel::Refusal::new(office::command::MALFORMED).with("detail", error))?
        };
        office.call_once(&caller, request, &name, input)
    });
    answer(outcome.await.unwrap_or_else(|error| Err(Failure::broken(error))))
}

/// A file that a command has handed over: once, for the holder of the session that asked.
async fn file(State(host): State<Host>, Path(ticket): Path<String>, headers: HeaderMap) -> Response {
    if !is_this_machine(&headers, host.address) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let caller = token(&headers).map_or(Caller::Nobody, Caller::Holder);
    let office = Arc::clone(&host.office);
    let outcome = tokio::task::spawn_blocking(move || office.fetch(&caller, &ticket)).await;
    match outcome.unwrap_or_else(|error| Err(Failure::broken(error))) {
        Ok(file) => {
            let name = format!("attachment; filename*=UTF-8''{}", in_a_header(&file.handed.name));
            let fixed = [
                (header::CONTENT_TYPE, file.handed.mime),
                (header::CONTENT_DISPOSITION, name),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (fixed, file.bytes).into_response()
        }
        Err(failure) => answer(Err(failure)),
    }
}

/// A name in any script, as a header may hold it (RFC 8187).
fn in_a_header(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    name.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn answer(outcome: Result<office::Answer>) -> Response {
    let no_store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    match outcome {
        Ok(answer) => {
            let mut response =
                (no_store, Json(json!({ "value": answer.value, "touched": answer.touched }))).into_response();
            let cookie = match answer.session {
                SessionChange::Unchanged => None,
                SessionChange::Begun(token) => {
                    Some(format!("{COOKIE}={}; HttpOnly; SameSite=Strict; Path=/", token.as_text()))
                }
                SessionChange::Ended => Some(format!("{COOKIE}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0")),
            };
            if let Some(cookie) = cookie.and_then(|text| HeaderValue::from_str(&text).ok()) {
                response.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            response
        }
        Err(failure) => {
            let status =
                StatusCode::from_u16(office::wire::status(&failure)).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, no_store, Json(office::wire::failure(&failure))).into_response()
        }
    }
}

/// The name the browser used must be this machine's: a foreign name that was made to point here is turned away.
fn is_this_machine(headers: &HeaderMap, address: SocketAddr) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    [format!("127.0.0.1:{}", address.port()), format!("localhost:{}", address.port())].iter().any(|known| known == host)
}

/// A browser always names the origin of a POST; a program on this machine need not.
fn is_same_origin(headers: &HeaderMap, address: SocketAddr) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let origin = origin.to_str().unwrap_or_default();
    [format!("http://127.0.0.1:{}", address.port()), format!("http://localhost:{}", address.port())]
        .iter()
        .any(|own| own == origin)
}

/// Only JSON: a form of another site cannot send that without asking first.
fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/json"))
}

fn token(headers: &HeaderMap) -> Option<Token> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let value = cookies.split(';').map(str::trim).find_map(|cookie| cookie.strip_prefix(COOKIE)?.strip_prefix('='))?;
    Some(Token::from_text(value))
}

/// Lets the office do once a minute what is due by the clock: the daily backup, for one.
async fn keep_time(office: Arc<Office>) {
    let mut minute = tokio::time::interval(Duration::from_secs(60));
    loop {
        minute.tick().await;
        let office = Arc::clone(&office);
        if tokio::task::spawn_blocking(move || office.tick()).await.is_err() {
            eprintln!("sharaka: what was due by the clock could not be done");
        }
    }
}

async fn stop() {
    #[cfg(unix)]
    {
        let asked = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        match asked {
            Ok(mut asked) => tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = asked.recv() => {} },
            Err(_) => drop(tokio::signal::ctrl_c().await),
        }
    }
    #[cfg(not(unix))]
    drop(tokio::signal::ctrl_c().await);
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    /// Serves a fresh office and sends one raw request; answers its status line and body.
    struct Served {
        address: SocketAddr,
        _folder: tempfile::TempDir,
    }

    impl Served {
        async fn begin() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let office = Arc::new(app::open(folder.path(), Options::default()).unwrap());
            let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
            let address = listener.local_addr().unwrap();
            tokio::spawn(async move { axum::serve(listener, router(office, address)).await });
            Self { address, _folder: folder }
        }

        async fn send(&self, first: &str, headers: &[(&str, &str)], body: &str) -> String {
            let mut stream = tokio::net::TcpStream::connect(self.address).await.unwrap();
            let mut request = format!("{first} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
            for (name, value) in headers {
                request.push_str(&format!("{name}: {value}\r\n"));
            }
            request.push_str(&format!("\r\n{body}"));
            stream.write_all(request.as_bytes()).await.unwrap();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).await.unwrap();
            String::from_utf8_lossy(&answer).into_owned()
        }

        fn host(&self) -> String {
            format!("127.0.0.1:{}", self.address.port())
        }
    }

    const JSON: (&str, &str) = ("Content-Type", "application/json");

    #[tokio::test]
    async fn every_command_reaches_the_office_over_http() {
        let served = Served::begin().await;
        let host = served.host();
        for command in app::FEATURES.commands() {
            let answer = served.send(&format!("POST /call/{}", command.name), &[("Host", &host), JSON], "{}").await;
            assert!(!answer.starts_with("HTTP/1.1 404"), "{} is in the table, but not reachable", command.name);
            assert!(answer.contains("cache-control: no-store"), "an answer is kept nowhere: {answer}");
        }
        let unknown = served.send("POST /call/staff.fly", &[("Host", &host), JSON], "{}").await;
        assert!(unknown.starts_with("HTTP/1.1 404"), "a test that could not fail would prove nothing: {unknown}");
    }

    #[tokio::test]
    async fn other_sites_and_other_names_for_this_machine_are_turned_away() {
        let served = Served::begin().await;
        let host = served.host();
        let look = "POST /call/office.look";
        let forbidden = "HTTP/1.1 403";
        let foreign_name = served.send(look, &[("Host", "evil.example"), JSON], "{}").await;
        assert!(foreign_name.starts_with(forbidden), "{foreign_name}");
        let foreign_origin = served.send(look, &[("Host", &host), ("Origin", "http://evil.example"), JSON], "{}").await;
        assert!(foreign_origin.starts_with(forbidden), "{foreign_origin}");
        let form = ("Content-Type", "application/x-www-form-urlencoded");
        let foreign_form = served.send(look, &[("Host", &host), form], "a=b").await;
        assert!(foreign_form.starts_with(forbidden), "{foreign_form}");
        let own = format!("http://{host}");
        let fine = served.send(look, &[("Host", &host), ("Origin", &own), JSON], "{}").await;
        assert!(fine.starts_with("HTTP/1.1 200"), "{fine}");
        for header in
            ["content-security-policy: default-src 'self'", "x-frame-options: DENY", "x-content-type-options: nosniff"]
        {
            assert!(fine.contains(header), "{header} is missing");
        }
    }

    #[tokio::test]
    async fn the_session_lives_in_a_cookie_no_script_can_read() {
        let served = Served::begin().await;
        let host = served.host();
        let input = json!({
            "association": { "name_ar": "جمعية" },
            "administrator": { "name": "نوف", "login": "nouf", "password": "قهوة وتمر في بريدة" },
        });
        let answer = served.send("POST /call/office.set_up", &[("Host", &host), JSON], &input.to_string()).await;
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        let pair = cookie.split(';').next().unwrap();
        let list = served.send("POST /call/staff.list", &[("Host", &host), ("Cookie", pair), JSON], "{}").await;
        assert!(list.starts_with("HTTP/1.1 200"), "{list}");
        let table = json!({ "list": "staff.list", "question": {}, "columns": ["name", "login"], "format": "csv", "title": "فريق العمل" });
        let handed = served
            .send("POST /call/tables.export", &[("Host", &host), ("Cookie", pair), JSON], &table.to_string())
            .await;
        let ticket = handed.split("\"ticket\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let path = format!("GET /file/{ticket}");
        let without = served.send(&path, &[("Host", &host)], "").await;
        assert!(!without.starts_with("HTTP/1.1 200"), "a ticket alone fetches nothing: {without}");
        let fetched = served.send(&path, &[("Host", &host), ("Cookie", pair)], "").await;
        assert!(fetched.starts_with("HTTP/1.1 200") && fetched.contains("nouf"), "{fetched}");
        assert!(fetched.contains("filename*=UTF-8''%D9%81"), "a name in Arabic: {fetched}");
        let again = served.send(&path, &[("Host", &host), ("Cookie", pair)], "").await;
        assert!(again.starts_with("HTTP/1.1 404"), "a file is fetched once: {again}");
        let stranger = served.send("POST /call/staff.list", &[("Host", &host), JSON], "{}").await;
        assert!(stranger.starts_with("HTTP/1.1 422"), "{stranger}");
    }
}

//! The interface in a browser, on this machine only.
//!
//! One command travels as `POST /call/NAME`. The session lives in a cookie no script can read; requests from another
//! origin and names other than this machine's are turned away before they reach the office.

use crate::body::{self, Unread};
use crate::connections::{self, LIMITS};
use crate::events::News;
use crate::{files, interface};
use axum::extract::{Path as Named, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use kernel::id::RequestId;
use kernel::{Failure, Result};
use office::session::sessions::Token;
use office::words::Language;
use office::{Caller, Office, Options, SessionChange};
use serde_json::json;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tower_http::set_header::SetResponseHeaderLayer;

/// For the body of a call to be here whole.
const CALL_WITHIN: Duration = Duration::from_secs(20);
/// For everything that still hangs when the host is told to stop, from then on.
const END_WITHIN: Duration = Duration::from_millis(4_500);

/// Serves until the process is told to stop.
///
/// # Errors
/// The office cannot be opened; the port is taken.
pub fn serve(office: Option<PathBuf>, demo: bool, port: u16, language: Language) -> Result<()> {
    let scratch = std::env::temp_dir().join(format!("sharaka-demo-{}", std::process::id()));
    let folder = office.unwrap_or_else(|| scratch.clone());
    let office = Arc::new(app::open_here(&folder, Options { demo, ..Options::default() })?);
    if demo {
        crate::demo::fill(&office, 1, language)?;
    }
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::broken)?;
    let outcome = runtime.block_on(run(Arc::clone(&office), port));
    // Calls that are still at work hold nobody up: what they have not committed is undone by the next opening.
    runtime.shutdown_background();
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
    let (end, ending) = watch::channel(false);
    let stopped = async move {
        stop().await;
        std::thread::spawn(|| {
            std::thread::sleep(END_WITHIN);
            eprintln!("sharaka: something would not come to its end; what was acknowledged is saved");
            std::process::exit(0);
        });
        // The lines to the tabs stay open by themselves; they end before the host waits for what is under way.
        let _ = end.send(true);
    };
    connections::serve(listener, router(Host::of(office, address, ending)), LIMITS, stopped).await;
    Ok(())
}

#[derive(Clone)]
pub(crate) struct Host {
    pub office: Arc<Office>,
    pub address: SocketAddr,
    news: News,
    /// The name of its cookie.
    cookie: Arc<str>,
}

impl Host {
    fn of(office: Arc<Office>, address: SocketAddr, ending: watch::Receiver<bool>) -> Self {
        let news = News::of(&office, ending);
        let cookie = cookie_of(office.lock.root(), address.port()).into();
        Self { office, address, news, cookie }
    }

    /// The holder of the session a request carries.
    pub(crate) fn caller(&self, headers: &HeaderMap) -> Caller {
        self.token(headers).map_or(Caller::Nobody, Caller::Holder)
    }

    fn token(&self, headers: &HeaderMap) -> Option<Token> {
        let own = |cookie: &'_ str| {
            let (name, value) = cookie.trim().split_once('=')?;
            (name == &*self.cookie).then(|| Token::from_text(value))
        };
        headers.get(header::COOKIE)?.to_str().ok()?.split(';').find_map(own)
    }
}

/// The name of the cookie that holds sessions of the office in a folder, served at a port. A browser keeps the cookies of
/// all ports of a machine together: of two offices neither overwrites the cookie of the other, nor is sent it for its own.
fn cookie_of(folder: &Path, port: u16) -> String {
    let place = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let print = database::audit_chain::fingerprint(place.as_os_str().as_encoded_bytes());
    format!("sharaka_{port}_{}", &print[..16])
}

fn router(host: Host) -> Router {
    let fixed = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::overriding(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    Router::new()
        .route("/call/{name}", post(call))
        .route("/events", get(events))
        .route("/file", post(files::bring))
        .route("/file/{ticket}", get(files::fetch))
        .fallback(get(page))
        .layer(fixed("content-security-policy", office::wire::CONTENT_SECURITY_POLICY))
        .layer(fixed("x-content-type-options", "nosniff"))
        .layer(fixed("x-frame-options", "DENY"))
        .layer(fixed("referrer-policy", "no-referrer"))
        .layer(fixed("cross-origin-opener-policy", "same-origin"))
        .layer(fixed("cross-origin-resource-policy", "same-origin"))
        .layer(fixed("permissions-policy", "camera=(), microphone=(), geolocation=(), usb=(), payment=()"))
        .with_state(host)
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

/// The line on which a tab hears what others touch; only for the holder of an open session.
async fn events(State(host): State<Host>, headers: HeaderMap) -> Response {
    if !is_this_machine(&headers, host.address) || !is_same_origin(&headers, host.address) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let caller = host.caller(&headers);
    if !host.office.hears(&caller) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    host.news.line(Arc::clone(&host.office), caller).into_response()
}

/// Who calls and whether they may is known from the path and the headers; only then is the body read.
async fn call(State(host): State<Host>, Named(name): Named<String>, request: Request) -> Response {
    let headers = request.headers();
    if !is_this_machine(headers, host.address) || !is_same_origin(headers, host.address) || !is_json(headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let caller = host.caller(headers);
    let id = match headers.get("sharaka-request").map(|id| id.to_str().unwrap_or_default().parse::<RequestId>()) {
        None => None,
        Some(Ok(id)) => Some(id),
        Some(Err(failure)) => return failed(&failure),
    };
    let asks = caller.clone();
    let command = match host.at_work(move |office| office.admit_call(&asks, &name)).await {
        Ok(command) => command,
        Err(failure) => return failed(&failure),
    };
    let body = match body::whole(request, command.largest, CALL_WITHIN).await {
        Ok(body) => body,
        Err(Unread::TooLarge) => return failed(&office::wire::too_large(command).into()),
        Err(Unread::TooSlow) => return body::too_slow(),
    };
    let outcome = host.at_work(move |office| {
        let input = office::wire::input(command, &body)?;
        office.call_once(&caller, id, command.name, input)
    });
    host.answer(outcome.await)
}

impl Host {
    /// The office is synchronous; a thread of its own keeps others from waiting.
    pub(crate) async fn at_work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Office) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let office = Arc::clone(&self.office);
        tokio::task::spawn_blocking(move || work(&office)).await.unwrap_or_else(|error| Err(Failure::broken(error)))
    }

    fn answer(&self, outcome: Result<office::Answer>) -> Response {
        let answer = match outcome {
            Ok(answer) => answer,
            Err(failure) => return failed(&failure),
        };
        let mut response =
            (NO_STORE, Json(json!({ "value": answer.value, "touched": answer.touched }))).into_response();
        let name = &self.cookie;
        let cookie = match answer.session {
            SessionChange::Unchanged => None,
            SessionChange::Begun(token) => {
                Some(format!("{name}={}; HttpOnly; SameSite=Strict; Path=/", token.as_text()))
            }
            SessionChange::Ended => Some(format!("{name}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0")),
        };
        if let Some(cookie) = cookie.and_then(|text| HeaderValue::from_str(&text).ok()) {
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        response
    }
}

const NO_STORE: [(HeaderName, HeaderValue); 1] = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];

pub(crate) fn failed(failure: &Failure) -> Response {
    let status = StatusCode::from_u16(office::wire::status(failure)).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, NO_STORE, Json(office::wire::failure(failure))).into_response()
}

/// The name the browser used must be this machine's: a foreign name that was made to point here is turned away.
pub(crate) fn is_this_machine(headers: &HeaderMap, address: SocketAddr) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    [format!("127.0.0.1:{}", address.port()), format!("localhost:{}", address.port())].iter().any(|known| known == host)
}

/// A browser always names the origin of a POST; a program on this machine need not.
pub(crate) fn is_same_origin(headers: &HeaderMap, address: SocketAddr) -> bool {
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
mod tests;

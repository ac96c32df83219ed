//! Files over the wire, beside the calls: fetched with a ticket, or brought in for the command that will name it.

use crate::body::{self, Unread};
use crate::serve::{Host, failed, is_same_origin, is_this_machine};
use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use office::outbox::{Content, Outgoing};
use serde_json::json;
use std::time::Duration;
use tokio::io::AsyncReadExt;

/// Bytes of a file on the disk that are in memory at once while it goes out.
const PIECE: usize = 64 * 1024;
/// For a file to be here whole: it comes from this machine.
const FILE_WITHIN: Duration = Duration::from_secs(60);
/// Names the command that will take the file. No form of another site can send such a header without asking first.
const FOR: &str = "sharaka-for";

/// A file that a command has handed over: once, for the holder of the session that asked.
pub async fn fetch(State(host): State<Host>, Path(ticket): Path<String>, headers: HeaderMap) -> Response {
    if !is_this_machine(&headers, host.address) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let caller = host.caller(&headers);
    match host.at_work(move |office| office.fetch(&caller, &ticket)).await {
        Ok(file) => outgoing(file),
        Err(failure) => failed(&failure),
    }
}

fn outgoing(file: Outgoing) -> Response {
    let name = format!("attachment; filename*=UTF-8''{}", in_a_header(&file.handed.name));
    let fixed = [
        (header::CONTENT_TYPE, file.handed.mime),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::CONTENT_LENGTH, file.handed.size.to_string()),
    ];
    let body = match file.content {
        Content::Bytes(bytes) => Body::from(bytes),
        Content::File(file) => {
            Body::from_stream(stream::try_unfold(tokio::fs::File::from_std(file), |mut file| async move {
                let mut piece = Vec::with_capacity(PIECE);
                let read = file.read_buf(&mut piece).await?;
                Ok::<_, std::io::Error>((read > 0).then_some((piece, file)))
            }))
        }
    };
    (fixed, body).into_response()
}

/// A name in any script, as a header may hold it (RFC 8187).
fn in_a_header(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    name.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Takes in the bytes of a file. Whose session it is, whether they may, and how large it may be are known before the
/// first byte of it is read.
pub async fn bring(State(host): State<Host>, request: Request) -> Response {
    let headers = request.headers();
    let command = headers.get(FOR).and_then(|name| name.to_str().ok());
    let (true, true, true, Some(command)) =
        (is_this_machine(headers, host.address), is_same_origin(headers, host.address), is_bytes(headers), command)
    else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let (caller, command) = (host.caller(headers), command.to_owned());
    let admitted = match host.at_work(move |office| office.admit_file(&caller, &command)).await {
        Ok(admitted) => admitted,
        Err(failure) => return failed(&failure),
    };
    let bytes = match body::whole(request, admitted.largest, FILE_WITHIN).await {
        Ok(bytes) => bytes,
        Err(Unread::TooLarge) => return failed(&admitted.too_large().into()),
        Err(Unread::TooSlow) => return body::too_slow(),
    };
    match host.at_work(move |office| office.receive(&admitted, bytes.into())).await {
        Ok(ticket) => {
            let no_store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
            (no_store, Json(json!({ "ticket": ticket }))).into_response()
        }
        Err(failure) => failed(&failure),
    }
}

/// Only plain bytes: a form of another site cannot send them without asking first.
fn is_bytes(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/octet-stream")
}

//! The body of a request, read only once it is known how large it may be, and only for so long.

use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::time::Duration;

/// Why a body was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    TooLarge,
    TooSlow,
}

/// The whole body. One that tells a greater length than `largest` is not begun.
///
/// # Errors
/// Larger, or not here `within` the time, however steadily it drips.
pub async fn whole(request: Request, largest: usize, within: Duration) -> Result<Bytes, Unread> {
    let told = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if told.is_some_and(|length: usize| length > largest) {
        return Err(Unread::TooLarge);
    }
    match tokio::time::timeout(within, axum::body::to_bytes(request.into_body(), largest)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        // Or the other side has gone, and hears no answer anyway.
        Ok(Err(_)) => Err(Unread::TooLarge),
        Err(_) => Err(Unread::TooSlow),
    }
}

/// What is answered to a body that took too long; the connection ends with it.
pub fn too_slow() -> Response {
    (StatusCode::REQUEST_TIMEOUT, [(header::CONNECTION, HeaderValue::from_static("close"))]).into_response()
}

//! How answers and failures look outside: the one form that the window, the browser and the command line share.

use kernel::{Failure, Refusal};
use serde_json::{Value, json};

/// A failure for the interface. What a fault was made of stays inside; its reference number goes out.
pub fn failure(failure: &Failure) -> Value {
    let refusal = |kind: &str, refusal: &Refusal| json!({ "kind": kind, "code": refusal.code, "args": refusal.args, "field": refusal.field });
    match failure {
        Failure::Refused(inner) => refusal("refused", inner),
        Failure::Conflict(inner) => refusal("conflict", inner),
        Failure::NotFound { noun } => json!({ "kind": "not_found", "noun": noun }),
        Failure::Forbidden { permission } => json!({ "kind": "forbidden", "permission": permission }),
        Failure::Broken { detail } => json!({ "kind": "broken", "reference": Failure::reference(detail) }),
    }
}

/// The status of a failure over HTTP.
pub const fn status(failure: &Failure) -> u16 {
    match failure {
        Failure::Refused(_) => 422,
        Failure::NotFound { .. } => 404,
        Failure::Forbidden { .. } => 403,
        Failure::Conflict(_) => 409,
        Failure::Broken { .. } => 500,
    }
}

/// What may load what, in the window and in the browser: everything from the program itself, nothing from elsewhere.
/// Styles may stand in attributes because charts and pop-ups place themselves that way; scripts never.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ipc: http://ipc.localhost; object-src 'none'; \
     frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

//! Whoever guarantees is to pay: one person asks with a reason, another approves.

pub mod approve_call;
pub mod ask_call;
pub mod drop_call;

use crate::inputs::WhichGuarantee;
use crate::model::Guarantee;
use crate::store;
use kernel::Result;
use office::context::Write;
use serde_json::json;

/// The audit line.
pub fn told(cx: &Write<'_>, before: &Guarantee, after: &serde_json::Value) -> Result<WhichGuarantee> {
    let trace = json!({ "state": before.state });
    cx.changed(store::RECORD, before.id, &store::label(cx, *before.id.as_bytes())?, &trace, after)?;
    Ok(WhichGuarantee { guarantee: before.id })
}

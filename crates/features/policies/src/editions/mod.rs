//! Editions: written, approved by a decision, read and signed, published, replaced by the next.

pub mod acknowledge;
pub mod approve;
pub mod ask_approval;
pub mod circulate;
pub mod drop_edition;
pub mod paper;
pub mod publish;
pub mod record;
pub mod refuse;
pub mod save_edition;

use crate::model::PolicyEdition;
use crate::{rules, store, variables};
use kernel::Result;
use office::context::Write;
use serde_json::json;

/// A text and what is new in it, fit to be kept.
fn texts(cx: &Write<'_>, text: &str, changes: &str) -> Result<(String, String)> {
    let text = rules::said(text, "text", rules::TEXT_MISSING, rules::LONGEST_TEXT)?;
    variables::all_known(&text, &variables::variables(&office::association::profile(cx)?))?;
    Ok((text, rules::text(changes, "changes", rules::LONGEST)?))
}

/// The audit line of what became of an edition.
fn told(cx: &Write<'_>, edition: &PolicyEdition, what: &serde_json::Value) -> Result<()> {
    let title = store::policy(cx, edition.policy)?.title;
    cx.changed(store::POLICY, edition.policy, &title, &json!({ "edition": edition.no, "state": edition.state }), what)
}

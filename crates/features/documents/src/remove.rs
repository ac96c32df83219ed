//! Somebody takes a document out: its bytes are removed, the line that it was there stays.

use super::model::{Document, RemoveDocument};
use super::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn remove(cx: &Write<'_>, input: RemoveDocument) -> Result<Document> {
    let before = store::document(cx, input.id, cx.today())?;
    let kind = cx.features().subject(&before.subject_kind)?;
    kind.seen(cx, *before.subject.as_bytes())?;
    cx.who.needs(kind.keep)?;
    require(before.removed_at.is_none(), rules::REMOVED)?;
    let reason = office::input::required(&input.reason, "reason", rules::REASON_MISSING)?;
    let label = (kind.label)(cx, *before.subject.as_bytes())?;
    cx.run("DELETE FROM document_content WHERE document = $1", values![input.id])?;
    cx.run(
        "UPDATE document SET removed_at = $1, removed_by = $2, removed_reason = $3 WHERE id = $4",
        values![cx.now, cx.who.id, reason.as_str(), input.id],
    )?;
    let after = store::document(cx, input.id, cx.today())?;
    let told = serde_json::json!({ "title": after.title, "reason": reason });
    cx.changed(kind.kind, before.subject, &label, &before, &told)?;
    Ok(after)
}

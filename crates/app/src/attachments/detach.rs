//! Somebody takes an attachment out: its bytes are removed, the line that it was there stays.

use super::model::{Attachment, Detach};
use super::{rules, store};
use crate::context::Write;
use database::values;
use kernel::{Result, require};

pub fn detach(cx: &Write<'_>, input: Detach) -> Result<Attachment> {
    let before = store::attachment(cx, input.id)?;
    require(before.removed_at.is_none(), rules::REMOVED)?;
    let reason = crate::input::required(&input.reason, "reason", rules::REASON_MISSING)?;
    let party = crate::beneficiaries::party(cx, before.party)?;
    cx.run("DELETE FROM attachment_content WHERE attachment = $1", values![input.id])?;
    cx.run(
        "UPDATE attachment SET removed_at = $1, removed_by = $2, removed_reason = $3 WHERE id = $4",
        values![cx.now, cx.who.id, reason.as_str(), input.id],
    )?;
    let after = store::attachment(cx, input.id)?;
    cx.changed(
        "file",
        party.id,
        &party.facts.name,
        &before,
        &serde_json::json!({ "title": after.title, "reason": reason }),
    )?;
    Ok(after)
}

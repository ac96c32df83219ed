//! Somebody takes an attachment out: its bytes are removed, the line that it was there stays.

use super::model::{Attachment, Detach};
use super::{FILE, rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn detach(cx: &Write<'_>, input: Detach) -> Result<Attachment> {
    let file = cx.features().subject(FILE)?;
    cx.who.needs(file.keep)?;
    let before = store::attachment(cx, input.id)?;
    require(before.removed_at.is_none(), rules::REMOVED)?;
    let reason = office::input::required(&input.reason, "reason", rules::REASON_MISSING)?;
    let label = (file.label)(cx, *before.party.as_bytes())?;
    cx.run("DELETE FROM attachment_content WHERE attachment = $1", values![input.id])?;
    cx.run(
        "UPDATE attachment SET removed_at = $1, removed_by = $2, removed_reason = $3 WHERE id = $4",
        values![cx.now, cx.who.id, reason.as_str(), input.id],
    )?;
    let after = store::attachment(cx, input.id)?;
    cx.changed(FILE, before.party, &label, &before, &serde_json::json!({ "title": after.title, "reason": reason }))?;
    Ok(after)
}

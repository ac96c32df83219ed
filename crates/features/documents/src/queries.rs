//! What screens ask about attachments.

use super::model::{AttachmentRules, OpenAttachment, OpenedAttachment};
use super::{FILE, rules::REMOVED, store};
use base64::Engine;
use kernel::{Result, require};
use office::context::Read;
use office::input::Nothing;
use serde_json::json;

/// Pages of a PDF that the preview shows; the whole of it can be saved.
const PREVIEWED: usize = 20;

pub fn rules(cx: &Read<'_>, _: Nothing) -> Result<AttachmentRules> {
    cx.who.needs(cx.features().subject(FILE)?.view)?;
    store::rules(cx)
}

/// The bytes of one attachment; the audit trail keeps who opened it.
pub fn open(cx: &Read<'_>, input: OpenAttachment) -> Result<OpenedAttachment> {
    cx.who.needs(cx.features().subject(FILE)?.reveal)?;
    let attachment = store::attachment(cx, input.id)?;
    require(attachment.removed_at.is_none(), REMOVED)?;
    let bytes = store::bytes(cx, input.id)?;
    cx.saw(
        FILE,
        attachment.party,
        &attachment.title,
        json!({ "attachment": attachment.id, "title": attachment.title }),
    );
    let pages =
        if attachment.mime == "application/pdf" { papers::pages_of_pdf(&bytes, PREVIEWED)? } else { Vec::new() };
    Ok(OpenedAttachment { attachment, base64: base64::engine::general_purpose::STANDARD.encode(bytes), pages })
}

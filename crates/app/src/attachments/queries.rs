//! What screens ask about attachments.

use super::model::{AttachmentRules, OpenAttachment, OpenedAttachment};
use super::{rules::REMOVED, store};
use crate::context::Read;
use crate::input::Nothing;
use base64::Engine;
use kernel::{Result, require};
use serde_json::json;

/// Pages of a PDF that the preview shows; the whole of it can be saved.
const PREVIEWED: usize = 20;

pub fn rules(cx: &Read<'_>, _: Nothing) -> Result<AttachmentRules> {
    store::rules(cx)
}

/// The bytes of one attachment; the audit trail keeps who opened it.
pub fn open(cx: &Read<'_>, input: OpenAttachment) -> Result<OpenedAttachment> {
    let attachment = store::attachment(cx, input.id)?;
    require(attachment.removed_at.is_none(), REMOVED)?;
    let bytes = store::bytes(cx, input.id)?;
    cx.saw(
        "file",
        attachment.party,
        &attachment.title,
        json!({ "attachment": attachment.id, "title": attachment.title }),
    );
    let pages =
        if attachment.mime == "application/pdf" { papers::pages_of_pdf(&bytes, PREVIEWED)? } else { Vec::new() };
    Ok(OpenedAttachment { attachment, base64: base64::engine::general_purpose::STANDARD.encode(bytes), pages })
}

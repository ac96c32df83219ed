//! Somebody attaches a paper or a picture to a file.

use super::model::{Attach, Attachment};
use super::{rules, store};
use crate::context::Write;
use database::values;
use kernel::{Result, require};
use sha2::{Digest, Sha256};

pub fn attach(cx: &Write<'_>, input: Attach) -> Result<Attachment> {
    let party = crate::beneficiaries::party(cx, input.party)?;
    require(store::find(cx, input.id)?.is_none(), rules::ADDED_ALREADY)?;
    rules::may_be_kept(input.kind, &store::rules(cx)?)?;
    let title = crate::input::required(&input.title, "title", rules::TITLE_MISSING)?;
    let (mime, bytes) = rules::content(&input.base64)?;
    let hash: [u8; 32] = Sha256::digest(&bytes).into();
    let size = i64::try_from(bytes.len()).map_err(kernel::Failure::broken)?;
    cx.run(
        "INSERT INTO attachment (id, party, kind, title, mime, size, sha256, added_at, added_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![input.id, party.id, input.kind.name(), title, mime, size, hash, cx.now, cx.who.id],
    )?;
    cx.run("INSERT INTO attachment_content (attachment, bytes) VALUES ($1, $2)", values![input.id, bytes])?;
    let attachment = store::attachment(cx, input.id)?;
    cx.changed("file", party.id, &party.facts.name, &(), &attachment)?;
    Ok(attachment)
}

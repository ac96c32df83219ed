//! Somebody attaches a paper or a picture to a file.

use super::model::{Attach, Attachment};
use super::{FILE, rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use sha2::{Digest, Sha256};

pub fn attach(cx: &Write<'_>, input: Attach) -> Result<Attachment> {
    let file = cx.features().subject(FILE)?;
    cx.who.needs(file.keep)?;
    let label = (file.label)(cx, *input.party.as_bytes())?;
    require(store::find(cx, input.id)?.is_none(), rules::ADDED_ALREADY)?;
    rules::may_be_kept(input.kind, &store::rules(cx)?)?;
    let title = office::input::required(&input.title, "title", rules::TITLE_MISSING)?;
    let (mime, bytes) = rules::content(&input.base64)?;
    let hash: [u8; 32] = Sha256::digest(&bytes).into();
    let size = i64::try_from(bytes.len()).map_err(kernel::Failure::broken)?;
    cx.run(
        "INSERT INTO attachment (id, party, kind, title, mime, size, sha256, added_at, added_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![input.id, input.party, input.kind.name(), title, mime, size, hash, cx.now, cx.who.id],
    )?;
    cx.run("INSERT INTO attachment_content (attachment, bytes) VALUES ($1, $2)", values![input.id, bytes])?;
    let attachment = store::attachment(cx, input.id)?;
    cx.changed(FILE, input.party, &label, &(), &attachment)?;
    Ok(attachment)
}

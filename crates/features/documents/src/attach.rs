//! Somebody attaches a paper or a picture to a record.

use super::model::{Attach, Document};
use super::{DOCUMENT, rules, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::feature::Subject;
use sha2::{Digest, Sha256};

pub fn attach(cx: &Write<'_>, input: Attach) -> Result<Document> {
    let bytes = cx.received(&input.ticket)?;
    attach_bytes(cx, input, bytes.as_slice())
}

/// As the command, with bytes that are at hand: for whoever makes records with their papers. The ticket is not looked at.
///
/// # Errors
/// Forbidden; a kind of file or of paper that is not kept; a title that is missing or too long.
pub fn attach_bytes(cx: &Write<'_>, input: Attach, bytes: &[u8]) -> Result<Document> {
    let kind = cx.features().subject(&input.subject_kind)?;
    cx.who.needs(kind.view)?;
    cx.who.needs(kind.keep)?;
    let label = (kind.label)(cx, *input.subject.as_bytes())?;
    require(store::find(cx, input.id, cx.today())?.is_none(), rules::ADDED_ALREADY)?;
    rules::may_be_kept(input.kind, &store::rules(cx)?)?;
    let title = office::input::required(&input.title, "title", rules::TITLE_MISSING)?;
    let long = Refusal::new(rules::TITLE_LONG).with("most", rules::LONGEST_TITLE).at("title");
    require(title.chars().count() <= rules::LONGEST_TITLE, long)?;
    let file_name: String = kernel::arabic::tidy_line(&input.file_name).chars().take(rules::LONGEST_TITLE).collect();
    let mime = rules::mime_of(bytes)?;
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let size = i64::try_from(bytes.len()).map_err(kernel::Failure::broken)?;
    cx.run(
        include_str!("sql/attach.sql"),
        values![
            input.id,
            kind.kind,
            input.subject,
            input.kind.name(),
            title,
            file_name,
            mime,
            size,
            hash,
            cx.now,
            cx.who.id,
            input.expires_on
        ],
    )?;
    cx.run("INSERT INTO document_content (document, bytes) VALUES ($1, $2)", values![input.id, bytes.to_vec()])?;
    cx.status_changed(Subject { kind: DOCUMENT, id: *input.id.as_bytes() }, None, "not_reviewed", "")?;
    let document = store::document(cx, input.id, cx.today())?;
    cx.changed(kind.kind, input.subject, &label, &(), &document)?;
    Ok(document)
}

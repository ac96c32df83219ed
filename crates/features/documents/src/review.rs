//! Somebody else says of a document whether it is genuine, and how they know.

use super::model::{Document, ReviewDocument};
use super::{DOCUMENT, queries, rules, store};
use database::values;
use kernel::Result;
use kernel::arabic::tidy_line;
use office::context::Write;
use office::feature::Subject;

pub fn review(cx: &Write<'_>, input: ReviewDocument) -> Result<Document> {
    let before = store::document(cx, input.id, cx.today())?;
    let kind = queries::revealed(cx, &before)?;
    rules::may_review(&before, &input, cx.who.id, cx.today())?;
    let label = (kind.label)(cx, *before.subject.as_bytes())?;
    let stood = store::review(cx, input.id)?;
    let note = tidy_line(&input.note);
    let finding = input.finding.name();
    cx.run(
        include_str!("sql/review.sql"),
        values![finding, cx.now, cx.who.id, input.method.name(), note.as_str(), input.expires_on, input.id],
    )?;
    let subject = Subject { kind: DOCUMENT, id: *input.id.as_bytes() };
    cx.status_changed(subject, Some(stood.name()), finding, &note)?;
    let after = store::document(cx, input.id, cx.today())?;
    cx.changed(kind.kind, before.subject, &label, &before, &after)?;
    Ok(after)
}

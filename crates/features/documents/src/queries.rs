//! What screens ask about documents.

use super::model::{Document, DocumentRules, Documents, DocumentsOf, OpenDocument, OpenedDocument};
use super::{DOCUMENTS_KEEP, DOCUMENTS_OPEN, DOCUMENTS_REVIEW, rules::REMOVED, store};
use kernel::id::SubjectId;
use kernel::{Result, require};
use office::context::Read;
use office::feature::SubjectKind;
use office::input::Nothing;
use office::tables::safe_file_name;
use serde_json::json;
use std::cmp::Reverse;

/// Pages of a PDF that the preview shows; the whole of it can be saved.
const PREVIEWED: usize = 20;

pub fn rules(cx: &Read<'_>, _: Nothing) -> Result<DocumentRules> {
    store::rules(cx)
}

/// What hangs on a record, for whoever may see the record; nobody else learns so much as how many there are.
pub fn of(cx: &Read<'_>, input: DocumentsOf) -> Result<Documents> {
    let kind = cx.features().subject(&input.subject_kind)?;
    kind.seen(cx, *input.subject.as_bytes())?;
    (kind.label)(cx, *input.subject.as_bytes())?;
    let may = |own, records| cx.who.role.may(own) && cx.who.role.may(records);
    let may_open = may(DOCUMENTS_OPEN, kind.reveal);
    Ok(Documents {
        documents: hanging_on(cx, kind.kind, input.subject)?,
        may_open,
        may_keep: may(DOCUMENTS_KEEP, kind.keep),
        may_review: may_open && may(DOCUMENTS_REVIEW, kind.view),
    })
}

/// The documents of a record and of those that were joined into it. Whoever asks has looked at who may see it.
///
/// # Errors
/// Not found: nobody knows records of that kind.
pub fn hanging_on(cx: &Read<'_>, kind: &str, subject: SubjectId) -> Result<Vec<Document>> {
    let SubjectKind { kind, joined, .. } = cx.features().subject(kind)?;
    let mut documents = store::of_subject(cx, kind, subject, cx.today())?;
    for other in joined(cx, *subject.as_bytes())? {
        documents.extend(store::of_subject(cx, kind, SubjectId::from_bytes(other), cx.today())?);
    }
    documents.sort_by_key(|one| (one.removed_at.is_some(), Reverse(one.added_at), one.id));
    Ok(documents)
}

/// The kind of record a document hangs on, for somebody who may see the record whole.
///
/// # Errors
/// Forbidden; not found, where the record is hidden from who asks.
pub fn revealed(cx: &Read<'_>, document: &Document) -> Result<&'static SubjectKind> {
    let kind = cx.features().subject(&document.subject_kind)?;
    kind.seen(cx, *document.subject.as_bytes())?;
    cx.who.needs(kind.reveal)?;
    Ok(kind)
}

/// The bytes of one document; the audit trail keeps who opened it.
pub fn open(cx: &Read<'_>, input: OpenDocument) -> Result<OpenedDocument> {
    let document = store::document(cx, input.id, cx.today())?;
    let kind = revealed(cx, &document)?;
    require(document.removed_at.is_none(), REMOVED)?;
    let bytes = store::bytes(cx, input.id)?;
    cx.saw(kind.kind, document.subject, &document.title, json!({ "document": document.id, "title": document.title }));
    let pages = if document.mime == "application/pdf" { papers::pages_of_pdf(&bytes, PREVIEWED)? } else { Vec::new() };
    let ending = match document.mime.as_str() {
        "application/pdf" => "pdf",
        "image/png" => "png",
        _ => "jpg",
    };
    let file = cx.hand(safe_file_name(&document.title, ending, "document"), &document.mime, bytes)?;
    Ok(OpenedDocument { document, file, pages })
}

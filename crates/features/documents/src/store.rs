//! Documents, rows in and out.

use super::model::{Document, DocumentRules, DocumentState};
use super::rules;
use database::{Read, Row, Write, values};
use kernel::id::{DocumentId, SubjectId};
use kernel::{Day, Failure, Result};

/// Named as when documents were attachments: the ground an office stated stays stated.
const RULES: &str = "attachments.identity_scans";

pub fn of_subject(db: &Read<'_>, kind: &str, subject: SubjectId, today: Day) -> Result<Vec<Document>> {
    db.rows(include_str!("sql/of_subject.sql"), values![kind, subject], |row| document_row(row, today))
}

pub fn document(db: &Read<'_>, id: DocumentId, today: Day) -> Result<Document> {
    find(db, id, today)?.ok_or(Failure::not_found("document"))
}

pub fn find(db: &Read<'_>, id: DocumentId, today: Day) -> Result<Option<Document>> {
    db.row(include_str!("sql/document.sql"), values![id], |row| document_row(row, today))
}

fn document_row(row: &Row<'_>, today: Day) -> Result<Document> {
    let found: DocumentState = row.get("review")?;
    let expires_on = row.get("expires_on")?;
    Ok(Document {
        id: row.get("id")?,
        subject_kind: row.get("subject_kind")?,
        subject: row.get("subject")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        file_name: row.get("file_name")?,
        mime: row.get("mime")?,
        size: row.get("size")?,
        added_at: row.get("added_at")?,
        added_by: row.get("added_by")?,
        added_by_name: row.get("added_by_name")?,
        removed_at: row.get("removed_at")?,
        removed_reason: row.get("removed_reason")?,
        expires_on,
        state: rules::state_on(found, expires_on, today),
        reviewed_at: row.get("reviewed_at")?,
        reviewed_by_name: row.get("reviewed_by_name")?,
        review_method: row.get("review_method")?,
        review_note: row.get("review_note")?,
    })
}

pub fn bytes(db: &Read<'_>, id: DocumentId) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM document_content WHERE document = $1";
    db.row(sql, values![id], |row| row.get("bytes"))?.ok_or(Failure::not_found("document"))
}

/// What was found of it, whatever the day.
pub fn review(db: &Read<'_>, id: DocumentId) -> Result<DocumentState> {
    db.one("SELECT review FROM document WHERE id = $1", values![id], |row| row.get("review"))
}

/// What may be attached in this office; without a stated ground, no copies of identity cards.
pub fn rules(db: &Read<'_>) -> Result<DocumentRules> {
    let ground = db.setting(RULES)?;
    Ok(DocumentRules {
        largest: rules::LARGEST,
        identity_scans: ground.is_some(),
        legal_ground: ground.unwrap_or_default(),
    })
}

pub fn allow(db: &Write<'_>, legal_ground: Option<&str>) -> Result<()> {
    db.remember(RULES, legal_ground)
}

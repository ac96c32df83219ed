//! Attachments, rows in and out.

use super::model::{Attachment, AttachmentRules};
use super::rules;
use database::{Read, Row, Write, values};
use kernel::id::{AttachmentId, PartyId};
use kernel::{Failure, Result};

const RULES: &str = "attachments.identity_scans";

pub fn of_party(db: &Read<'_>, party: PartyId) -> Result<Vec<Attachment>> {
    db.rows(include_str!("sql/of_party.sql"), values![party], attachment_row)
}

pub fn attachment(db: &Read<'_>, id: AttachmentId) -> Result<Attachment> {
    find(db, id)?.ok_or(Failure::not_found("attachment"))
}

pub fn find(db: &Read<'_>, id: AttachmentId) -> Result<Option<Attachment>> {
    db.row(include_str!("sql/attachment.sql"), values![id], attachment_row)
}

fn attachment_row(row: &Row<'_>) -> Result<Attachment> {
    Ok(Attachment {
        id: row.get("id")?,
        party: row.get("party")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        mime: row.get("mime")?,
        size: row.get("size")?,
        added_at: row.get("added_at")?,
        added_by: row.get("added_by_name")?,
        removed_at: row.get("removed_at")?,
        removed_reason: row.get("removed_reason")?,
    })
}

pub fn bytes(db: &Read<'_>, id: AttachmentId) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM attachment_content WHERE attachment = $1";
    db.row(sql, values![id], |row| row.get("bytes"))?.ok_or(Failure::not_found("attachment"))
}

/// What may be attached in this office; without a stated ground, no copies of identity cards.
pub fn rules(db: &Read<'_>) -> Result<AttachmentRules> {
    let ground = db.setting(RULES)?;
    let largest = i64::try_from(rules::LARGEST).unwrap_or(i64::MAX);
    Ok(AttachmentRules { largest, identity_scans: ground.is_some(), legal_ground: ground.unwrap_or_default() })
}

pub fn allow(db: &Write<'_>, legal_ground: Option<&str>) -> Result<()> {
    db.remember(RULES, legal_ground)
}

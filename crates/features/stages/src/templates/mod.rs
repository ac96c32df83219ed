//! Templates: the stages of projects of one kind of activity; rows in and out.

pub mod add_template;
pub mod change_template;

use crate::inputs::SaveTemplate;
use crate::model::{StagePlan, StageTemplate};
use database::{Read, values};
use kernel::arabic::fold;
use kernel::id::{PersonId, StageTemplateId};
use kernel::{Failure, Moment, Result};

/// The name of a template among the records that have versions, and in the audit trail.
pub const RECORD: &str = "stage_template";

pub fn templates(db: &Read<'_>) -> Result<Vec<StageTemplate>> {
    db.rows(include_str!("../sql/templates.sql"), values![], |row| {
        let stages: String = row.get("stages")?;
        Ok(StageTemplate {
            id: row.get("id")?,
            name: row.get("name")?,
            version: row.get("version")?,
            offered: row.get("offered")?,
            stages: serde_json::from_str(&stages).map_err(Failure::broken)?,
            projects: row.get("projects")?,
        })
    })
}

/// # Errors
/// Not found.
pub fn template(db: &Read<'_>, id: StageTemplateId) -> Result<StageTemplate> {
    templates(db)?.into_iter().find(|one| one.id == id).ok_or(Failure::not_found(RECORD))
}

pub fn name_taken(db: &Read<'_>, name: &str, except: StageTemplateId) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM stage_template WHERE name_fold = $1 AND id <> $2";
    Ok(db.row(sql, values![fold(name), except], |_| Ok(()))?.is_some())
}

pub fn insert(db: &database::Write<'_>, template: &SaveTemplate, by: PersonId, now: Moment) -> Result<()> {
    db.run(
        "INSERT INTO stage_template (id, name, name_fold, version, offered, created_at) VALUES ($1, $2, $3, 1, $4, $5)",
        values![template.id, template.name.as_str(), fold(&template.name), template.offered, now],
    )?;
    insert_version(db, template.id, 1, &template.stages, by, now)
}

pub fn insert_version(
    db: &database::Write<'_>,
    template: StageTemplateId,
    version: i64,
    stages: &[StagePlan],
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let stages = serde_json::to_string(stages).map_err(Failure::broken)?;
    db.run(
        "INSERT INTO stage_template_version (template, version, stages, made_by, made_at) VALUES ($1, $2, $3, $4, $5)",
        values![template, version, stages, by, now],
    )?;
    Ok(())
}

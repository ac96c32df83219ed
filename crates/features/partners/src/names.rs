//! The programmes partners are weighed against. A feature that keeps programmes names its own here.

use crate::model::AlignmentProgramme;
use crate::rules::{NAME_MISSING, NAME_TAKEN, said};
use database::{Read, values};
use kernel::arabic::fold;
use kernel::id::ProgrammeId;
use kernel::{Refusal, Result, require};
use office::context::Write;

/// # Errors
/// What the database refuses.
pub fn programmes(db: &Read<'_>) -> Result<Vec<AlignmentProgramme>> {
    let sql = "SELECT id, name, active FROM alignment_programme ORDER BY active DESC, name_fold";
    db.rows(sql, values![], |row| {
        Ok(AlignmentProgramme { programme: row.get("id")?, name: row.get("name")?, active: row.get("active")? })
    })
}

/// Names a programme, or names it anew.
///
/// # Errors
/// No name; the name of another.
pub fn name_programme(cx: &Write<'_>, id: ProgrammeId, name: &str, active: bool) -> Result<()> {
    let name = said("name", name, NAME_MISSING)?;
    let folded = fold(&name);
    let sql = "SELECT id FROM alignment_programme WHERE name_fold = $1 AND id <> $2";
    let other: Option<ProgrammeId> = cx.row(sql, values![folded.as_str(), id], |row| row.get("id"))?;
    require(other.is_none(), Refusal::new(NAME_TAKEN).with("name", &name).at("name"))?;
    cx.run(
        "INSERT INTO alignment_programme (id, name, name_fold, active) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_fold = excluded.name_fold, active = excluded.active",
        values![id, name, folded, active],
    )?;
    Ok(())
}

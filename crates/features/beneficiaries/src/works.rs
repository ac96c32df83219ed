//! Whose files somebody has, and what they wrote in them in a period.

use crate::inputs::ListFiles;
use crate::model::FileStatus;
use crate::{BENEFICIARIES_VIEW, FILES};
use database::values;
use kernel::id::PersonId;
use kernel::{Moment, Result};
use office::context::Read;
use office::figure::Worked;
use office::span::Span;

/// # Errors
/// What the database refuses.
pub fn works(cx: &Read<'_>, person: PersonId, span: Span) -> Result<Vec<Worked>> {
    if !cx.who.role.may(BENEFICIARIES_VIEW) {
        return Ok(Vec::new());
    }
    let sql = "SELECT count(*) AS n FROM file_shelf WHERE researcher = $1 AND status = 'active'";
    let files: i64 = cx.one(sql, values![person], |row| row.get("n"))?;
    let from = Moment::start_of_riyadh_day(i64::from(span.from.number()));
    let end = Moment::start_of_riyadh_day(i64::from(span.until.number()) + 1);
    let sql = "SELECT count(*) AS n FROM case_note WHERE by = $1 AND at >= $2 AND at < $3";
    let notes: i64 = cx.one(sql, values![person, from, end], |row| row.get("n"))?;
    let name = office::staff::people(cx)?.into_iter().find(|one| one.id == person).map(|one| one.name);
    let rows = ListFiles { status: vec![FileStatus::Active], researcher: name, ..ListFiles::default() };
    Ok(vec![
        Worked::new("beneficiaries.files_now", files, Some(FILES.asking(&rows)?)),
        Worked::new("beneficiaries.notes", notes, None),
    ])
}

//! What somebody assessed and reviewed in a period.

use crate::ASSESSMENTS_VIEW;
use database::values;
use kernel::id::PersonId;
use kernel::{Moment, Result};
use office::context::Read;
use office::figure::Worked;
use office::span::Span;

/// # Errors
/// What the database refuses.
pub fn works(cx: &Read<'_>, person: PersonId, span: Span) -> Result<Vec<Worked>> {
    if !cx.who.role.may(ASSESSMENTS_VIEW) {
        return Ok(Vec::new());
    }
    let from = Moment::start_of_riyadh_day(i64::from(span.from.number()));
    let end = Moment::start_of_riyadh_day(i64::from(span.until.number()) + 1);
    let count = |sql: &str| -> Result<i64> { cx.one(sql, values![person, from, end], |row| row.get("n")) };
    let completed = "SELECT count(*) AS n FROM assessment WHERE completed_by = $1 AND completed_at >= $2 AND completed_at < $3 \
         AND from_register = 0";
    let reviewed = "SELECT count(*) AS n FROM assessment WHERE reviewed_by = $1 AND reviewed_at >= $2 AND reviewed_at < $3 \
         AND from_register = 0";
    Ok(vec![
        Worked::new("assessments.completed", count(completed)?, None),
        Worked::new("assessments.reviewed", count(reviewed)?, None),
    ])
}

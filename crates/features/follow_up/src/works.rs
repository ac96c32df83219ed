//! What somebody visited in a period.

use crate::inputs::{ListActivities, VisitTiming};
use crate::measures::{in_time, share};
use crate::{ACTIVITIES, FOLLOW_UP_VIEW, settings};
use database::values;
use kernel::id::PersonId;
use kernel::{Day, Result};
use office::context::Read;
use office::figure::Worked;
use office::span::Span;

/// # Errors
/// What the database refuses.
pub fn works(cx: &Read<'_>, person: PersonId, span: Span) -> Result<Vec<Worked>> {
    if !cx.who.role.may(FOLLOW_UP_VIEW) {
        return Ok(Vec::new());
    }
    let Span { from, until } = span;
    let tolerance = settings::settings(cx)?.tolerance;
    let sql = "SELECT planned_on, done_on FROM activity \
               WHERE planned_on BETWEEN $1 AND $2 AND researcher = $3 AND state <> 'cancelled' AND unplanned = 0";
    let planned: Vec<(Day, Option<Day>)> =
        cx.rows(sql, values![from, until, person], |row| Ok((row.get("planned_on")?, row.get("done_on")?)))?;
    let timed = planned.iter().map(|(planned, done)| in_time(*planned, *done, until, tolerance));
    let in_time = share(timed.collect::<Result<Vec<_>>>()?);
    let sql = "SELECT count(*) AS done, COALESCE(sum(CASE WHEN kind = 'call' THEN 1 ELSE 0 END), 0) AS calls, \
               count(DISTINCT party) AS people \
               FROM activity WHERE done_on BETWEEN $1 AND $2 AND done_by = $3";
    let (done, calls, people): (i64, i64, i64) =
        cx.one(sql, values![from, until, person], |row| Ok((row.get("done")?, row.get("calls")?, row.get("people")?)))?;
    let rows = |timing| {
        let asked = ListActivities {
            researcher: Some(person),
            from: Some(from),
            until: Some(until),
            timing,
            ..ListActivities::default()
        };
        ACTIVITIES.asking(&asked).map(Some)
    };
    let planned = i64::try_from(planned.len()).unwrap_or(i64::MAX);
    Ok(vec![
        Worked::new("follow_up.planned", planned, rows(None)?),
        Worked {
            of: Some(in_time.of),
            ..Worked::new("follow_up.in_time", in_time.n, rows(Some(VisitTiming::InTime))?)
        },
        Worked::new("follow_up.done", done - calls, None),
        Worked::new("follow_up.calls", calls, None),
        Worked::new("follow_up.people", people, None),
    ])
}

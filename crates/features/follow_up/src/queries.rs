//! What screens ask: the lists of activities; the other questions stand in files of their own.

pub use crate::board::board;
pub use crate::commitments::commitments;
pub use crate::promises::{measures, promises};
pub use crate::sheet::{activity, begin, of, round};

use crate::inputs::{ListActivities, VisitTiming};
use crate::model::{
    ActivityCounts, ActivityLine, ActivityPage, ActivityState, FollowUpPerson, FollowUpSettings, ReadingKinds,
    VisitSignal,
};
use crate::{FOLLOW_UP_KEEP, readings, settings as kept, store, subjects};
use database::{Read as Rows, Row, Value, values};
use kernel::arabic::Reading;
use kernel::{Day, Result};
use office::context::Read;
use office::input::Nothing;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const LINES: &str = include_str!("sql/activities.sql");
/// What each column of the list is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("number", "a.activity_no"),
    ("name", "k.name_fold?"),
    ("of", "a.subject_name"),
    ("district", "k.district?"),
    ("kind", "a.kind"),
    ("planned", "a.planned_on"),
    ("researcher", "w.name"),
    ("done", "a.done_on?"),
    ("signal", "a.signal?"),
    ("action_due", "a.action_due?"),
    ("state", "a.state"),
];

pub fn settings(cx: &Read<'_>, _: Nothing) -> Result<FollowUpSettings> {
    kept::settings(cx)
}

pub fn reading_kinds(cx: &Read<'_>, _: Nothing) -> Result<ReadingKinds> {
    let all = cx.features().all().flat_map(|feature| feature.subjects);
    Ok(ReadingKinds {
        kinds: readings::kinds(cx)?,
        subject_kinds: all.filter(|kind| kind.followed.is_some()).map(|kind| kind.kind.to_owned()).collect(),
        version: cx.version(crate::add_reading_kind::RECORD, "all")?.number,
    })
}

pub fn list(cx: &Read<'_>, input: ListActivities) -> Result<ActivityPage> {
    as_meant(cx, &input.text, |page: &ActivityPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListActivities, reading: Option<&Reading>) -> Result<ActivityPage> {
    let narrow = narrow(cx, input, reading)?;
    let order = order_by(input.order.as_ref(), ORDERED, "a.planned_on DESC, a.activity_no DESC", "a.id");
    let lines = lines(cx, &narrow, &order, limit_of(input.limit), input.offset)?;
    let sql = format!("SELECT count(*) AS n FROM activity a {}", narrow.said());
    let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
    Ok(ActivityPage { lines, total, counts: counts(cx)? })
}

fn counts(cx: &Read<'_>) -> Result<ActivityCounts> {
    cx.one(include_str!("sql/counts.sql"), values![cx.today()], |row| {
        Ok(ActivityCounts {
            planned: row.get("planned")?,
            late: row.get("late")?,
            to_review: row.get("to_review")?,
            distress: row.get("distress")?,
        })
    })
}

fn narrow(cx: &Read<'_>, input: &ListActivities, reading: Option<&Reading>) -> Result<Narrow> {
    let today = cx.today();
    let mut narrow = Narrow::default();
    narrow.words("a.search_fold", reading);
    narrow.one_of("a.state", input.state.iter().map(|one| Value::from(*one)));
    narrow.one_of("a.kind", input.kind.iter().map(|one| Value::from(*one)));
    narrow.one_of("a.signal", input.signal.iter().map(|one| Value::from(*one)));
    if let Some(researcher) = input.researcher {
        narrow.and("a.researcher = {}", values![researcher]);
    }
    if let Some(kind) = &input.subject_kind {
        narrow.and("a.subject_kind = {}", values![kind.as_str()]);
    }
    if input.late {
        narrow.and("a.state = 'planned' AND a.planned_on < {}", values![today]);
    }
    if let Some(day) = input.due_by {
        narrow.and("a.state = 'planned' AND a.planned_on <= {}", values![day]);
    }
    if input.to_review {
        let own = "a.state = 'done' AND a.closed_with IS NULL AND a.done_by <> {} AND a.recorded_by <> {} \
                   AND a.from_register IS NOT 'past'";
        narrow.and(own, values![cx.who.id, cx.who.id]);
    }
    if input.action_open {
        narrow.and("a.action <> '' AND a.action_done_on IS NULL", values![]);
    }
    if let Some(from) = input.from {
        narrow.and("a.planned_on >= {}", values![from]);
    }
    if let Some(until) = input.until {
        narrow.and("a.planned_on <= {}", values![until]);
    }
    if let Some(timing) = input.timing {
        timed(&mut narrow, timing, input.until.unwrap_or(today).min(today), kept::settings(cx)?.tolerance);
    }
    Ok(narrow)
}

/// The rows of the measure of visits, as `measures::in_time` counts them.
fn timed(narrow: &mut Narrow, timing: VisitTiming, until: Day, tolerance: i32) {
    let (until, tolerance) = (Value::from(until), Value::from(i64::from(tolerance)));
    narrow.and("a.state <> 'cancelled' AND a.unplanned = 0", values![]);
    narrow.and("(a.done_on <= {} OR a.planned_on + {} < {})", [until.clone(), tolerance.clone(), until.clone()]);
    let on_its_day = "a.done_on <= {} AND a.done_on <= a.planned_on + {}";
    match timing {
        VisitTiming::Counted => {}
        VisitTiming::InTime => narrow.and(on_its_day, [until, tolerance]),
        VisitTiming::NotInTime => {
            narrow.and("(a.done_on IS NULL OR a.done_on > {} OR a.done_on > a.planned_on + {})", [until, tolerance]);
        }
    }
}

/// A page of activities with all that a row shows.
///
/// # Errors
/// What the database refuses.
pub fn lines(cx: &Read<'_>, narrow: &Narrow, order: &str, limit: i64, offset: i64) -> Result<Vec<ActivityLine>> {
    let today = cx.today();
    let (statement, values) = narrow.statement(LINES, order, limit, offset);
    let mut lines = cx.rows(&statement, values, |row| line(row, today))?;
    for line in &mut lines {
        line.version = cx.version(store::ACTIVITY, line.activity)?.number;
    }
    Ok(lines)
}

fn line(row: &Row<'_>, today: Day) -> Result<ActivityLine> {
    let state: ActivityState = row.get("state")?;
    let planned_on: Day = row.get("planned_on")?;
    let late = if state == ActivityState::Planned { today.days_since(planned_on).max(0) } else { 0 };
    let signal: Option<VisitSignal> = row.get("signal")?;
    Ok(ActivityLine {
        activity: row.get("id")?,
        activity_no: row.get("activity_no")?,
        kind: row.get("kind")?,
        of: subjects::of_row(row)?,
        state,
        planned_on,
        researcher: row.get("researcher")?,
        researcher_name: row.get("researcher_name")?,
        purpose: row.get("purpose")?,
        reason: row.get("reason")?,
        done_on: row.get("done_on")?,
        done_by_name: row.get("done_by_name")?,
        signal,
        last_signal: row.get("last_signal")?,
        days_late: late,
        action: row.get("action")?,
        action_owner_name: row.get("action_owner_name")?,
        action_due: row.get("action_due")?,
        action_done_on: row.get("action_done_on")?,
        version: 0,
    })
}

/// Those who work here, and for whom visits may be planned.
///
/// # Errors
/// What the database refuses.
pub fn people(db: &Rows<'_>) -> Result<Vec<FollowUpPerson>> {
    let working = office::staff::people(db)?.into_iter().filter(|person| person.active);
    Ok(working
        .map(|one| FollowUpPerson { person: one.id, name: one.name, visits: one.role.may(FOLLOW_UP_KEEP) })
        .collect())
}

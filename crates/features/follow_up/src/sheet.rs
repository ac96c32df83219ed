//! The page of an activity, the form one is recorded in, and what was followed up on one record.

use crate::inputs::{AskRound, BeginActivity, WhichActivity, WhichSubject};
use crate::model::{
    ActivityDetail, ActivityKind, ActivityLine, ActivitySheet, FollowUpOf, FollowedSubject, KeptLine, RoundPreview,
};
use crate::queries::{lines, people};
use crate::rules::NOTHING_CHOSEN;
use crate::{commitments, readings, settings, store, subjects};
use database::{Row, Value, values};
use kernel::id::{ActivityId, SubjectId};
use kernel::{Day, Failure, Result, require};
use office::context::Read;
use office::narrow::Narrow;
use std::collections::BTreeSet;

/// Activities a page shows at once; what lies before them is in the list.
const MOST: i64 = 200;
/// Visits of a round, and late ones that are offered on its way.
const ROUND: usize = 60;
const OFFERED: usize = 5;

pub fn activity(cx: &Read<'_>, input: WhichActivity) -> Result<ActivitySheet> {
    let line = one(cx, input.activity)?;
    let of = subjects::subject(cx, &line.of.subject_kind, line.of.subject)?;
    let record = cx.version(store::ACTIVITY, input.activity)?;
    let day = line.done_on.unwrap_or_else(|| cx.today());
    let id = input.activity;
    let next = "SELECT id, planned_on FROM activity WHERE comes_from = $1 ORDER BY planned_on LIMIT 1";
    let next: Option<(ActivityId, Day)> =
        cx.row(next, values![id], |row| Ok((row.get("id")?, row.get("planned_on")?)))?;
    let kept = "SELECT side, text, commitment, kept FROM activity_kept WHERE activity = $1 ORDER BY no";
    let kept = cx.rows(kept, values![id], |row| {
        Ok(KeptLine {
            side: row.get("side")?,
            text: row.get("text")?,
            commitment: row.get("commitment")?,
            kept: row.get("kept")?,
        })
    })?;
    let closes = "SELECT activity_no FROM activity WHERE closed_with = $1 ORDER BY planned_on";
    let closes = cx.rows(closes, values![id], |row| row.get("activity_no"))?;
    let bare = cx.one(include_str!("sql/detail.sql"), values![id], |row| detail(row, line.clone()))?;
    let detail =
        ActivityDetail { record, next: next.map(|(id, _)| id), next_on: next.map(|(_, on)| on), kept, closes, ..bare };
    sheet(cx, of, Some(detail), day)
}

pub fn begin(cx: &Read<'_>, input: BeginActivity) -> Result<ActivitySheet> {
    let of = subjects::subject(cx, &input.subject_kind, input.subject)?;
    sheet(cx, of, None, cx.today())
}

fn sheet(cx: &Read<'_>, of: FollowedSubject, activity: Option<ActivityDetail>, day: Day) -> Result<ActivitySheet> {
    let kind = subjects::followed_kind(cx, &of.subject_kind)?;
    let all = subjects::with_joined(cx, kind, of.subject)?;
    let id = activity.as_ref().map(|activity| activity.line.activity);
    let readings = readings::rows(cx, &all, kind.kind, id, day)?;
    let mut open = on_these("c", kind.kind, &all);
    open.and("c.state = 'open'", values![]);
    let commitments = commitments::lines(cx, &open, "ORDER BY c.side, c.due", MOST, 0)?;
    let mut late = Narrow::default();
    late.and("a.state = 'planned' AND a.planned_on <= {}", values![cx.today()]);
    let on_the_spot = ActivityKind::ALL.iter().filter(|kind| kind.is_on_the_spot()).map(|kind| Value::from(*kind));
    late.one_of("a.kind", on_the_spot.collect::<Vec<_>>().into_iter());
    match of.party {
        Some(party) => {
            let here = "(a.party = {} OR a.party IN (SELECT id FROM party_name WHERE merged_into = {}))";
            late.and(here, values![party, party]);
        }
        None => late.and("a.subject_kind = {} AND a.subject = {}", values![kind.kind, of.subject]),
    }
    let mut late = lines(cx, &late, "ORDER BY a.planned_on, a.id", MOST, 0)?;
    late.retain(|line| Some(line.activity) != id);
    let sql = "SELECT count(*) AS n FROM activity WHERE subject_kind = $1 AND subject = $2 AND done_on < $3";
    let before = cx.one(sql, values![kind.kind, of.subject, day], |row| row.get("n"))?;
    Ok(ActivitySheet {
        today: cx.today(),
        of,
        activity,
        readings,
        commitments,
        late,
        before,
        settings: settings::settings(cx)?,
        people: people(cx)?,
    })
}

pub fn of(cx: &Read<'_>, input: WhichSubject) -> Result<FollowUpOf> {
    let of = subjects::subject(cx, &input.subject_kind, input.subject)?;
    let kind = subjects::followed_kind(cx, &input.subject_kind)?;
    let all = subjects::with_joined(cx, kind, of.subject)?;
    let order = "ORDER BY a.state <> 'planned', COALESCE(a.done_on, a.planned_on) DESC, a.activity_no DESC";
    let activities = lines(cx, &on_these("a", kind.kind, &all), order, MOST, 0)?;
    let order = "ORDER BY c.state <> 'open', c.due, c.id";
    let commitments = commitments::lines(cx, &on_these("c", kind.kind, &all), order, MOST, 0)?;
    let readings = readings::histories(cx, &all, kind.kind)?;
    Ok(FollowUpOf { of, activities, commitments, readings, people: people(cx)? })
}

/// What hangs on a record or on those that were joined into it.
fn on_these(table: &str, kind: &str, all: &[SubjectId]) -> Narrow {
    let mut narrow = Narrow::default();
    narrow.and(&format!("{table}.subject_kind = {{}}"), values![kind]);
    narrow.one_of(&format!("{table}.subject"), all.iter().map(|id| Value::from(*id)));
    narrow
}

/// An activity as lists show it.
///
/// # Errors
/// Not found.
pub fn one(cx: &Read<'_>, id: ActivityId) -> Result<ActivityLine> {
    let mut narrow = Narrow::default();
    narrow.and("a.id = {}", values![id]);
    lines(cx, &narrow, "", 1, 0)?.into_iter().next().ok_or(Failure::not_found("activity"))
}

/// Those that were chosen, in the order they came; nobody may see a record's visits who may not see the record.
///
/// # Errors
/// None, or too many; not found; forbidden.
pub fn chosen(cx: &Read<'_>, ids: &[ActivityId]) -> Result<Vec<ActivityLine>> {
    require(!ids.is_empty() && ids.len() <= ROUND, NOTHING_CHOSEN)?;
    let mut narrow = Narrow::default();
    narrow.one_of("a.id", ids.iter().map(|id| Value::from(*id)));
    let mut found = lines(cx, &narrow, "ORDER BY a.id", MOST, 0)?;
    for line in &found {
        subjects::followed_kind(cx, &line.of.subject_kind)?;
    }
    require(found.len() == ids.iter().collect::<BTreeSet<_>>().len(), Failure::not_found("activity"))?;
    found.sort_by_key(|line| ids.iter().position(|id| *id == line.activity));
    Ok(found)
}

/// A round: in the order of the addresses, so that neighbours follow each other.
///
/// # Errors
/// As [`chosen`].
pub fn round(cx: &Read<'_>, input: AskRound) -> Result<RoundPreview> {
    let mut found = chosen(cx, &input.activities)?;
    let place = |line: &ActivityLine| {
        (line.of.city.clone(), line.of.district.clone(), line.of.address.clone(), line.of.party_name.clone())
    };
    found.sort_by_key(place);
    let districts: BTreeSet<(String, String)> =
        found.iter().map(|line| (line.of.city.clone(), line.of.district.clone())).collect();
    let mut late = Narrow::default();
    late.and("a.state = 'planned' AND a.planned_on < {}", values![cx.today()]);
    late.one_of("k.district", districts.iter().map(|(_, district)| Value::from(district.as_str())));
    let mut on_the_way = lines(cx, &late, "ORDER BY a.planned_on, a.id", MOST, 0)?;
    on_the_way.retain(|line| {
        let here = (line.of.city.clone(), line.of.district.clone());
        !line.of.district.is_empty() && districts.contains(&here) && !input.activities.contains(&line.activity)
    });
    on_the_way.truncate(OFFERED);
    Ok(RoundPreview { lines: found, on_the_way })
}

/// What stands beyond the line.
fn detail(row: &Row<'_>, line: ActivityLine) -> Result<ActivityDetail> {
    Ok(ActivityDetail {
        line,
        record: office::record::RecordVersion::default(),
        place: row.get("place")?,
        present: row.get("present")?,
        findings: row.get("findings")?,
        done_by: row.get("done_by")?,
        recorded_by: row.get("recorded_by")?,
        recorded_by_name: row.get("recorded_by_name")?,
        recorded_at: row.get("recorded_at")?,
        action_owner: row.get("action_owner")?,
        action_done_by_name: row.get("action_done_by_name")?,
        action_note: row.get("action_note")?,
        reviewed_by_name: row.get("reviewed_by_name")?,
        reviewed_at: row.get("reviewed_at")?,
        review_note: row.get("review_note")?,
        comes_from: row.get("comes_from")?,
        closed_with: row.get("closed_with")?,
        next: None,
        next_on: None,
        kept: Vec::new(),
        closes: Vec::new(),
    })
}

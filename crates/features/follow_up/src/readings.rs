//! What is read on a visit: kinds that are data, values as they were typed, and what was read before.

use crate::inputs::TypedReading;
use crate::model::{ActivityKind, ReadingHistory, ReadingKind, ReadingRow, ReadingValue};
use crate::rules::{self, ACTION_OWNER_MISSING, READING_MISSING, READING_TWICE, READING_UNKNOWN};
use database::{Read, Row, Value, values};
use kernel::id::{ActivityId, PartyId, PersonId, SubjectId};
use kernel::{Day, Refusal, Result, require};
use office::context::Write;
use std::collections::BTreeSet;

/// Visits a history goes back.
const SHOWN: usize = 6;

/// Every kind, in its order.
///
/// # Errors
/// What the database refuses.
pub fn kinds(db: &Read<'_>) -> Result<Vec<ReadingKind>> {
    let sql = "SELECT kind, subject_kind FROM reading_asked ORDER BY kind, subject_kind";
    let asked: Vec<(String, String)> =
        db.rows(sql, values![], |row| Ok((row.get("kind")?, row.get("subject_kind")?)))?;
    let sql = "SELECT code, name, unit, measure, below_zero, active FROM reading_kind ORDER BY place, code";
    db.rows(sql, values![], |row| {
        let code: String = row.get("code")?;
        let asked_on = asked.iter().filter(|(kind, _)| *kind == code).map(|(_, on)| on.clone()).collect();
        Ok(ReadingKind {
            name: row.get("name")?,
            unit: row.get("unit")?,
            measure: row.get("measure")?,
            below_zero: row.get("below_zero")?,
            active: row.get("active")?,
            asked_on,
            code,
        })
    })
}

/// Those a new visit to such a record asks for.
///
/// # Errors
/// What the database refuses.
pub fn asked(db: &Read<'_>, subject_kind: &str) -> Result<Vec<ReadingKind>> {
    let all = kinds(db)?.into_iter();
    Ok(all.filter(|kind| kind.active && kind.asked_on.iter().any(|on| on == subject_kind)).collect())
}

/// Writes what was read. Somebody who stood before the thing reads all that is asked for, or says why not.
///
/// # Errors
/// A kind nobody knows, or twice; neither value nor reason; no number.
pub fn write(
    cx: &Write<'_>,
    activity: ActivityId,
    kind: ActivityKind,
    subject_kind: &str,
    typed: &[TypedReading],
) -> Result<()> {
    let known = kinds(cx)?;
    let mut read = BTreeSet::new();
    for one in typed {
        let field = Refusal::new(READING_UNKNOWN).with("kind", one.kind.as_str());
        let kind = known.iter().find(|kind| kind.code == one.kind).ok_or(field)?;
        require(read.insert(one.kind.as_str()), READING_TWICE)?;
        let (value, reason) = if one.typed.trim().is_empty() {
            let missing = Refusal::new(READING_MISSING).at("readings");
            require(!one.reason.trim().is_empty(), missing)?;
            (None, rules::text("readings", &one.reason)?)
        } else {
            let value = rules::reading_value(&one.typed, kind.measure, kind.below_zero);
            (Some(office::input::at("readings", value)?), String::new())
        };
        cx.run(
            "INSERT INTO activity_reading (activity, kind, value, reason) VALUES ($1, $2, $3, $4)",
            values![activity, kind.code.as_str(), value, reason],
        )?;
    }
    if kind.is_on_the_spot() {
        let silent = asked(cx, subject_kind)?.into_iter().find(|kind| !read.contains(kind.code.as_str()));
        require(silent.is_none(), Refusal::new(READING_MISSING).at("readings"))?;
    }
    Ok(())
}

/// What is asked for on a record, with what an activity says and the two readings before it.
///
/// # Errors
/// What the database refuses.
pub fn rows(
    db: &Read<'_>,
    subjects: &[SubjectId],
    subject_kind: &str,
    activity: Option<ActivityId>,
    before: Day,
) -> Result<Vec<ReadingRow>> {
    let past = past(db, subjects, subject_kind)?;
    let own: Vec<(String, ReadingValue)> = match activity {
        Some(activity) => db.rows(include_str!("sql/readings_of.sql"), values![activity], value_row)?,
        None => Vec::new(),
    };
    let asked = asked(db, subject_kind)?;
    // What was read once stays on the page, though nobody asks for it any more.
    let more = kinds(db)?.into_iter().filter(|kind| {
        own.iter().any(|(code, _)| *code == kind.code) && !asked.iter().any(|one| one.code == kind.code)
    });
    let more: Vec<ReadingKind> = more.collect();
    let row = |kind: ReadingKind| {
        let earlier = past.iter().filter(|(id, code, value)| {
            *code == kind.code && Some(*id) != activity && value.on <= before && value.value.is_some()
        });
        let mut two: Vec<ReadingValue> = earlier.take(2).map(|(_, _, value)| value.clone()).collect();
        two.reverse();
        let now = own.iter().find(|(code, _)| *code == kind.code).map(|(_, value)| value.clone());
        ReadingRow {
            kind: kind.code,
            name: kind.name,
            unit: kind.unit,
            measure: kind.measure,
            below_zero: kind.below_zero,
            now,
            before: two,
        }
    };
    Ok(asked.into_iter().chain(more).map(row).collect())
}

/// The newest readings of a record, the oldest of them first.
///
/// # Errors
/// What the database refuses.
pub fn histories(db: &Read<'_>, subjects: &[SubjectId], subject_kind: &str) -> Result<Vec<ReadingHistory>> {
    let past = past(db, subjects, subject_kind)?;
    let mut visits: Vec<ActivityId> = Vec::new();
    for (activity, _, _) in &past {
        if !visits.contains(activity) {
            visits.push(*activity);
        }
    }
    visits.truncate(SHOWN);
    let history = |kind: ReadingKind| {
        let of = past.iter().filter(|(activity, code, _)| *code == kind.code && visits.contains(activity));
        let mut values: Vec<ReadingValue> = of.map(|(_, _, value)| value.clone()).collect();
        values.reverse();
        ReadingHistory { kind: kind.code, name: kind.name, unit: kind.unit, measure: kind.measure, values }
    };
    let all = kinds(db)?.into_iter().map(history);
    Ok(all.filter(|history| !history.values.is_empty()).collect())
}

/// Everything that was read on a record, the newest first.
fn past(db: &Read<'_>, subjects: &[SubjectId], subject_kind: &str) -> Result<Vec<(ActivityId, String, ReadingValue)>> {
    let mut all = Vec::new();
    for subject in subjects {
        let sql = include_str!("sql/readings_on.sql");
        all.extend(db.rows(sql, values![subject_kind, *subject], |row| {
            let (kind, value) = value_row(row)?;
            Ok((row.get("activity")?, kind, value))
        })?);
    }
    all.sort_by_key(|(_, _, value)| std::cmp::Reverse(value.on));
    Ok(all)
}

fn value_row(row: &Row<'_>) -> Result<(String, ReadingValue)> {
    let value = ReadingValue { on: row.get("done_on")?, value: row.get("value")?, reason: row.get("reason")? };
    Ok((row.get("kind")?, value))
}

/// Somebody who works here.
///
/// # Errors
/// Removed, or nobody.
pub fn somebody(db: &Read<'_>, person: PersonId, field: &'static str) -> Result<()> {
    let works = office::staff::people(db)?.into_iter().any(|one| one.id == person && one.active);
    require(works, Refusal::new(ACTION_OWNER_MISSING).at(field))
}

/// Who stands for a party today: where it was merged into another, that one.
///
/// # Errors
/// What the database refuses.
pub fn lives_as(db: &Read<'_>, party: Option<PartyId>) -> Result<Option<PartyId>> {
    let Some(party) = party else { return Ok(None) };
    let sql = "SELECT COALESCE(merged_into, id) AS party FROM party_name WHERE id = $1";
    db.row(sql, values![Value::from(party)], |row| row.get("party"))
}

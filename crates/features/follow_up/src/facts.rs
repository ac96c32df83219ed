//! What others judge a project or a loan by, in the shape their rules take: visits, promises and readings of a record.

use crate::model::{ActivityKind, ActivityState, CommitmentState, PromiseSide, VisitSignal};
use database::{Read, Value, values};
use kernel::id::{ActivityId, CommitmentId, PersonId, SubjectId};
use kernel::{Day, Money, Result};
use std::collections::BTreeMap;

/// A visit that was planned. One that was missed is done on the day on which the one that took its place was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitFact {
    pub id: ActivityId,
    pub kind: ActivityKind,
    pub planned: Day,
    pub done: Option<Day>,
    pub by: Option<PersonId>,
    pub signal: Option<VisitSignal>,
    pub state: ActivityState,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitmentFact {
    pub id: CommitmentId,
    pub owner: PromiseSide,
    pub due: Day,
    pub met_on: Option<Day>,
    pub excused: bool,
    pub depends_on: Option<CommitmentId>,
}

/// What was read on a day; none where it was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingFact {
    pub on: Day,
    pub sales: Option<Money>,
    pub net: Option<Money>,
}

/// In the order of their days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowUpFacts {
    pub visits: Vec<VisitFact>,
    pub commitments: Vec<CommitmentFact>,
    pub readings: Vec<ReadingFact>,
}

/// Of one record.
///
/// # Errors
/// What the database refuses.
pub fn facts(db: &Read<'_>, kind: &str, subject: SubjectId) -> Result<FollowUpFacts> {
    Ok(read(db, kind, Some(subject))?.remove(&subject).unwrap_or_default())
}

/// Of every record of a kind that is followed: in three statements, for the start of a day.
///
/// # Errors
/// What the database refuses.
pub fn all_facts(db: &Read<'_>, kind: &str) -> Result<BTreeMap<SubjectId, FollowUpFacts>> {
    read(db, kind, None)
}

fn read(db: &Read<'_>, kind: &str, subject: Option<SubjectId>) -> Result<BTreeMap<SubjectId, FollowUpFacts>> {
    let one = if subject.is_some() { "AND subject = $2" } else { "" };
    let mut values = values![kind].to_vec();
    values.extend(subject.map(Value::from));
    let narrowed = |sql: &str| sql.replace("-- of one", one);
    let mut all: BTreeMap<SubjectId, FollowUpFacts> = BTreeMap::new();

    let mut in_place_of: BTreeMap<ActivityId, VisitFact> = BTreeMap::new();
    let mut visits: Vec<(SubjectId, VisitFact)> = Vec::new();
    let rows = db.rows(&narrowed(include_str!("sql/visit_facts.sql")), &values, |row| {
        let visit = VisitFact {
            id: row.get("id")?,
            kind: row.get("kind")?,
            planned: row.get("planned_on")?,
            done: row.get("done_on")?,
            by: row.get("done_by")?,
            signal: row.get("signal")?,
            state: row.get("state")?,
        };
        Ok((row.get("subject")?, row.get::<Option<ActivityId>>("comes_from")?, visit))
    })?;
    // From the last to the first: what took the place of one that was missed is known when that one comes.
    for (subject, comes_from, mut visit) in rows.into_iter().rev() {
        if visit.state == ActivityState::Missed
            && let Some(instead) = in_place_of.get(&visit.id)
        {
            (visit.done, visit.by) = (instead.done, instead.by);
        }
        if let Some(first) = comes_from {
            in_place_of.insert(first, visit.clone());
        }
        visits.push((subject, visit));
    }
    for (subject, visit) in visits.into_iter().rev() {
        all.entry(subject).or_default().visits.push(visit);
    }

    let commitments = db.rows(&narrowed(include_str!("sql/commitment_facts.sql")), &values, |row| {
        let commitment = CommitmentFact {
            id: row.get("id")?,
            owner: row.get("side")?,
            due: row.get("due")?,
            met_on: row.get("met_on")?,
            excused: row.get::<CommitmentState>("state")? == CommitmentState::Excused,
            depends_on: row.get("depends_on")?,
        };
        Ok((row.get("subject")?, commitment))
    })?;
    for (subject, commitment) in commitments {
        all.entry(subject).or_default().commitments.push(commitment);
    }

    let readings = db.rows(&narrowed(include_str!("sql/reading_facts.sql")), &values, |row| {
        let money = |value: Option<i64>| value.map(Money::from_halalas).transpose();
        let reading =
            ReadingFact { on: row.get("done_on")?, sales: money(row.get("sales")?)?, net: money(row.get("net")?)? };
        Ok((row.get("subject")?, reading))
    })?;
    for (subject, reading) in readings {
        all.entry(subject).or_default().readings.push(reading);
    }
    Ok(all)
}

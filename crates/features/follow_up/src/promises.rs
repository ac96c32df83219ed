//! Both measures of a period with their rows: visits in time, and what each side kept.
//!
//! A promise counts once: by its due day where it stands in the list, by the visit that judged it where it was said in
//! words only.

use crate::inputs::{AskMeasures, ListPromises};
use crate::measures::{in_time, promise_kept, share};
use crate::model::{
    CommitmentState, FollowUpMeasures, MeasuredShare, PromiseKept, PromisePage, PromiseRow, PromiseSide,
    ResearcherShare,
};
use crate::{settings, subjects};
use database::values;
use kernel::id::PersonId;
use kernel::{Day, Result};
use office::context::Read;
use office::order::in_order;
use office::page::page_of;
use std::collections::BTreeMap;

pub fn measures(cx: &Read<'_>, input: AskMeasures) -> Result<FollowUpMeasures> {
    let tolerance = settings::settings(cx)?.tolerance;
    let until = input.until.min(cx.today());
    let planned = cx.rows(include_str!("sql/planned_in.sql"), values![input.from, input.until], |row| {
        let researcher: PersonId = row.get("researcher")?;
        let timed = in_time(row.get("planned_on")?, row.get("done_on")?, until, tolerance)?;
        Ok((researcher, row.get::<String>("name")?, timed))
    })?;
    let mut by: BTreeMap<PersonId, (String, Vec<Option<bool>>)> = BTreeMap::new();
    for (researcher, name, timed) in &planned {
        by.entry(*researcher).or_insert_with(|| (name.clone(), Vec::new())).1.push(*timed);
    }
    let shares =
        by.into_iter().map(|(researcher, (name, rows))| ResearcherShare { researcher, name, share: share(rows) });
    let mut by_researcher: Vec<ResearcherShare> = shares.filter(|one| one.share.of > 0).collect();
    by_researcher.sort_by(|one, other| kernel::arabic::compare(&one.name, &other.name));
    let rows = rows(cx, input.from, until)?;
    let side = |side: PromiseSide| -> MeasuredShare {
        share(rows.iter().filter(|row| row.side == side).map(|row| Some(row.kept)))
    };
    Ok(FollowUpMeasures {
        from: input.from,
        until: input.until,
        tolerance,
        visits: share(planned.iter().map(|(_, _, timed)| *timed)),
        by_researcher,
        beneficiary: side(PromiseSide::Beneficiary),
        association: side(PromiseSide::Association),
    })
}

pub fn promises(cx: &Read<'_>, input: ListPromises) -> Result<PromisePage> {
    let mut lines = rows(cx, input.from, input.until.min(cx.today()))?;
    lines
        .retain(|row| input.side.is_none_or(|side| row.side == side) && input.kept.is_none_or(|kept| row.kept == kept));
    in_order(&mut lines, input.order.as_ref(), |row: &PromiseRow, key| match key {
        "text" => Some((&row.text).into()),
        "name" => Some((&row.of.party_name).into()),
        "of" => Some((&row.of.name).into()),
        "side" => Some(row.side.name().into()),
        "day" => Some(row.day.into()),
        "kept" => Some(i64::from(row.kept).into()),
        _ => None,
    });
    let total = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    Ok(PromisePage { lines: page_of(lines, input.offset, input.limit), total })
}

/// The rows that count, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn rows(cx: &Read<'_>, from: Day, until: Day) -> Result<Vec<PromiseRow>> {
    let due = cx.rows(include_str!("sql/promises_due.sql"), values![from, until], |row| {
        let day: Day = row.get("day")?;
        let excused = row.get::<CommitmentState>("state")? == CommitmentState::Excused;
        let kept = promise_kept(day, row.get("met_on")?, excused, until);
        let promise = PromiseRow {
            commitment: Some(row.get("id")?),
            activity: row.get("activity")?,
            of: subjects::of_row(row)?,
            side: row.get("side")?,
            text: row.get("text")?,
            day,
            kept: kept == Some(true),
        };
        Ok(kept.map(|_| promise))
    })?;
    let judged = cx.rows(include_str!("sql/promises_judged.sql"), values![from, until], |row| {
        Ok(PromiseRow {
            commitment: None,
            activity: Some(row.get("activity")?),
            of: subjects::of_row(row)?,
            side: row.get("side")?,
            text: row.get("text")?,
            day: row.get("day")?,
            kept: row.get::<PromiseKept>("kept")? == PromiseKept::Kept,
        })
    })?;
    let mut all: Vec<PromiseRow> = due.into_iter().flatten().chain(judged).collect();
    all.sort_by_key(|row| std::cmp::Reverse(row.day));
    Ok(all)
}

/// Whose each of the same rows is and whether it was kept: for counting over many periods.
///
/// # Errors
/// What the database refuses.
pub fn counted(cx: &Read<'_>, from: Day, until: Day) -> Result<Vec<(PromiseSide, bool)>> {
    let due = "SELECT side, due, state, met_on FROM commitment WHERE due BETWEEN $1 AND $2";
    let due = cx.rows(due, values![from, until], |row| {
        let excused = row.get::<CommitmentState>("state")? == CommitmentState::Excused;
        let kept = promise_kept(row.get("due")?, row.get("met_on")?, excused, until);
        Ok(kept.map(|kept| (row.get("side"), kept)))
    })?;
    let judged = "SELECT j.side, j.kept FROM activity a JOIN activity_kept j ON j.activity = a.id \
                  WHERE a.done_on BETWEEN $1 AND $2 AND j.commitment IS NULL";
    let judged = cx.rows(judged, values![from, until], |row| {
        Ok((row.get("side")?, row.get::<PromiseKept>("kept")? == PromiseKept::Kept))
    })?;
    let due = due.into_iter().flatten().map(|(side, kept)| Ok((side?, kept)));
    due.chain(judged.into_iter().map(Ok)).collect()
}

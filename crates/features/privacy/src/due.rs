//! Files that have ended so long ago that somebody decides what becomes of what is kept of them.

use crate::inputs::ListDue;
use crate::model::{RetentionLine, RetentionPage, RetentionState};
use crate::steps::ANONYMISE;
use crate::{rules, store};
use database::values;
use kernel::arabic::fold;
use kernel::id::{PartyId, PersonId, RetentionId};
use kernel::{Day, Failure, Result};
use office::context::Read;
use office::order::in_order;
use office::page::page_of;
use std::collections::BTreeMap;

/// The last thing that was decided about a person, and until when they are kept.
struct Last {
    id: RetentionId,
    state: RetentionState,
    reason: String,
    until: Option<Day>,
    asked_by: PersonId,
    asked_by_name: String,
}

fn decisions(cx: &Read<'_>) -> Result<BTreeMap<PartyId, Last>> {
    let sql = "SELECT d.party, d.id, d.state, d.reason, d.until_day, d.asked_by, w.name FROM retention_decision d \
               JOIN user_name w ON w.id = d.asked_by ORDER BY d.asked_on, d.id";
    let all = cx.rows(sql, values![], |row| {
        let last = Last {
            id: row.get("id")?,
            state: row.get("state")?,
            reason: row.get("reason")?,
            until: row.get("until_day")?,
            asked_by: row.get("asked_by")?,
            asked_by_name: row.get("name")?,
        };
        Ok((row.get("party")?, last))
    })?;
    Ok(all.into_iter().collect())
}

/// Files that are due, the longest first; those that were taken out are not among them.
fn lines(cx: &Read<'_>) -> Result<Vec<RetentionLine>> {
    let (months, today) = (store::months(cx)?.0, cx.today());
    let mut decided = decisions(cx)?;
    let sql = "SELECT party, file_no, status, status_since, name FROM file_ended ORDER BY status_since, party";
    let all = cx.rows(sql, values![], |row| {
        let (party, since): (PartyId, Day) = (row.get("party")?, row.get("status_since")?);
        let last = decided.remove(&party);
        let kept = last.as_ref().and_then(|last| last.until);
        let due = rules::due(since, months, kept)?;
        let done = last.as_ref().is_some_and(|last| last.state == RetentionState::Done);
        if due > today || done {
            return Ok(None);
        }
        Ok(Some(RetentionLine {
            party,
            file_no: row.get("file_no")?,
            name: row.get("name")?,
            status: row.get("status")?,
            since,
            due,
            goes_on: Vec::new(),
            mine: last.as_ref().is_some_and(|last| last.asked_by == cx.who.id),
            request: last.as_ref().map(|last| last.id),
            state: last.as_ref().map(|last| last.state),
            reason: last.as_ref().map(|last| last.reason.clone()).unwrap_or_default(),
            asked_by_name: last.map(|last| last.asked_by_name).unwrap_or_default(),
            until: kept,
            cannot: None,
        }))
    })?;
    Ok(all.into_iter().flatten().collect())
}

/// How many files are due and nobody has decided about.
///
/// # Errors
/// What the database refuses.
pub fn undecided(cx: &Read<'_>) -> Result<usize> {
    Ok(lines(cx)?.iter().filter(|line| line.state != Some(RetentionState::Waiting)).count())
}

pub fn due(cx: &Read<'_>, input: ListDue) -> Result<RetentionPage> {
    let (months, decision) = store::months(cx)?;
    let mut lines = lines(cx)?;
    let words = fold(&input.text);
    lines.retain(|line| {
        let text = fold(&format!("{} {}", line.file_no, line.name));
        let waits = !input.waiting || line.state == Some(RetentionState::Waiting);
        waits && (words.is_empty() || words.split(' ').all(|word| text.contains(word)))
    });
    in_order(&mut lines, input.order.as_ref(), |line: &RetentionLine, key| match key {
        "file_no" => Some((&line.file_no).into()),
        "name" => Some((&line.name).into()),
        "since" => Some(line.since.into()),
        "due" => Some(line.due.into()),
        _ => None,
    });
    let total = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let mut lines = page_of(lines, input.offset, input.limit);
    for line in &mut lines {
        line.goes_on = store::goes_on(cx, line.party)?;
        line.cannot = cannot(cx, line)?;
    }
    Ok(RetentionPage { lines, total, months, decision })
}

/// Why the person who asks may not take them out.
fn cannot(cx: &Read<'_>, line: &RetentionLine) -> Result<Option<String>> {
    let (Some(id), Some(RetentionState::Waiting)) = (line.request, line.state) else {
        return Ok(Some(rules::DECIDED.0.to_owned()));
    };
    let request = approvals::require_waiting(cx, &ANONYMISE, *id.as_bytes())?;
    match approvals::may_answer(cx, &ANONYMISE, &request) {
        Ok(()) => Ok(None),
        Err(Failure::Forbidden { permission }) => Ok(Some(permission.to_owned())),
        Err(Failure::Refused(refusal)) => Ok(Some(refusal.code.0.to_owned())),
        Err(failure) => Err(failure),
    }
}

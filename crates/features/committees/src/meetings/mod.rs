//! Meetings, from the call to the last item.

pub mod add_item;
pub mod agenda;
pub mod attend;
pub mod call;
pub mod cancel_meeting;
pub mod change_item;
pub mod change_meeting;
pub mod enter;
pub mod hold;
pub mod remove_item;

use crate::model::{Committee, CommitteeMember, MeetingWay, WaitingMatter};
use crate::rules::{NO_MEMBERS, OUTSIDE_TERM};
use crate::store;
use approvals::Waiting;
use database::values;
use kernel::id::{ApprovalId, CommitteeId, MeetingId};
use kernel::{Day, Refusal, Result, require};
use office::context::{Read, Write};
use office::words::{self, Language};
use serde_json::json;
use std::collections::BTreeSet;

/// What waits in the program and stands on no agenda that goes on.
pub fn matters(cx: &Read<'_>) -> Result<Vec<WaitingMatter>> {
    let sql = "SELECT request FROM meeting_item WHERE state = 'open' AND request IS NOT NULL";
    let on_agendas: BTreeSet<ApprovalId> = cx.rows(sql, values![], |row| row.get("request"))?.into_iter().collect();
    let waiting = approvals::all_that_waits(cx)?;
    Ok(waiting.iter().filter(|one| !on_agendas.contains(&one.request.id)).map(|one| matter(cx, one)).collect())
}

/// A request as an agenda names it.
pub fn matter(cx: &Read<'_>, waiting: &Waiting) -> WaitingMatter {
    let said = |key: String| {
        let mut sentence = words::word(&key, Language::Ar);
        for (name, value) in waiting.args() {
            sentence = sentence.replace(&format!("%{{{name}}}"), &value);
        }
        sentence
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    WaitingMatter {
        request: waiting.request.id,
        step: waiting.step.name.to_owned(),
        title: said(format!("tasks.{}", waiting.step.task)),
        why: waiting.request.reason.clone(),
        amount: waiting.request.amount,
        asked_by_name: waiting.request.asked_by_name.clone(),
        asked_on: Day::in_riyadh(waiting.request.asked_at),
        target: waiting.described.target.clone(),
        approvals: count(waiting.request.approvals.len()),
        needed: count(waiting.request.needed),
        carried: cx.features().answer_of(waiting.step.name).is_some(),
    }
}

/// A meeting that is new.
struct NewMeeting<'a> {
    id: MeetingId,
    on: Day,
    /// Where the day was typed.
    field: &'static str,
    starts: &'a str,
    place: &'a str,
    way: MeetingWay,
    note: &'a str,
    elsewhere: bool,
}

/// Writes a meeting with its numbers, and invites everybody who sits.
fn insert(cx: &Write<'_>, committee: &Committee, new: &NewMeeting<'_>) -> Result<Vec<CommitteeMember>> {
    require(new.on >= committee.term_from && new.on <= committee.term_to, Refusal::new(OUTSIDE_TERM).at(new.field))?;
    let members = sitting(cx, committee.id)?;
    require(members.iter().any(|one| one.votes), NO_MEMBERS)?;
    cx.claim(store::MEETING, new.id, 0)?;
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS next FROM committee_meeting WHERE committee = $1 AND term = $2";
    let no: i64 = cx.one(sql, values![committee.id, committee.term], |row| row.get("next"))?;
    let year = store::year_of(new.on)?;
    let place_in_year = cx.next_number(&format!("minutes {}", committee.id), year)?;
    let state = if new.elsewhere { "held" } else { "called" };
    cx.run(
        "INSERT INTO committee_meeting (id, committee, term, no, minutes_no, on_day, starts, place, way, elsewhere, state, \
         note, called_by, called_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        values![
            new.id,
            committee.id,
            committee.term,
            no,
            format!("{place_in_year:02}/{year}"),
            new.on,
            new.starts,
            new.place,
            new.way,
            new.elsewhere,
            state,
            new.note,
            cx.who.id,
            cx.now
        ],
    )?;
    for member in &members {
        let sql = "INSERT INTO meeting_attendance (meeting, member, presence) VALUES ($1, $2, 'invited')";
        cx.run(sql, values![new.id, member.id])?;
    }
    Ok(members)
}

/// Who sits in a committee now.
fn sitting(cx: &Write<'_>, committee: CommitteeId) -> Result<Vec<CommitteeMember>> {
    Ok(store::members(cx, committee)?.into_iter().filter(|one| one.until.is_none()).collect())
}

/// The audit line of what was done at a meeting.
pub fn told(cx: &Write<'_>, meeting: MeetingId, what: &serde_json::Value) -> Result<()> {
    cx.changed(store::MEETING, meeting, &store::meeting_label(cx, *meeting.as_bytes())?, &(), what)
}

/// The state a meeting was led to, for its audit line.
pub fn led(cx: &Write<'_>, meeting: MeetingId, state: &str) -> Result<()> {
    told(cx, meeting, &json!({ "state": state }))
}

//! Committees, their members and meetings, rows in and out.

use crate::model::{
    Committee, CommitteeMember, CommitteeTerm, Decision, DecisionAct, DecisionStanding, DecisionState, ItemVote,
    MeetingLine, MeetingSeat, MeetingState, MemberInterest, MemberVote,
};
use crate::rules::{ENDED, STEP, Tally};
use database::{Read, Row, values};
use kernel::id::{AgendaItemId, ApprovalId, CommitteeId, CommitteeMemberId, DecisionId, MeetingId, PersonId};
use kernel::{Day, Failure, Hijri, Moment, Refusal, Result, require};
use office::context::Write;

/// Kinds of records, for versions, documents and the audit trail.
pub const COMMITTEE: &str = "committee";
pub const MEETING: &str = "meeting";
pub const DECISION: &str = "decision";

const MEETINGS: &str = include_str!("sql/meetings.sql");
const DECISIONS: &str = include_str!("sql/decisions.sql");

/// A meeting as its verbs know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub line: MeetingLine,
    pub note: String,
    pub called_by_name: String,
    pub held_at: Option<Moment>,
    pub minuted_by: Option<PersonId>,
    pub minuted_by_name: String,
    pub minuted_at: Option<Moment>,
    pub confirm_by: Option<Day>,
    pub sealed_by_name: String,
    pub sealed_at: Option<Moment>,
    pub ended_reason: String,
}

/// An item as its verbs know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: AgendaItemId,
    pub meeting: MeetingId,
    pub no: i64,
    pub title: String,
    pub text: String,
    pub step: Option<String>,
    pub request: Option<ApprovalId>,
    pub state: crate::model::AgendaItemState,
    pub note: String,
}

/// # Errors
/// Not found.
pub fn committee(db: &Read<'_>, id: CommitteeId) -> Result<Committee> {
    let sql = "SELECT c.id, c.name, c.kind, c.purpose, c.term, t.from_day, t.to_day, c.quorum, c.confirm_days, c.ended_on \
               FROM committee c JOIN committee_term t ON t.committee = c.id AND t.no = c.term WHERE c.id = $1";
    let found = db.row(sql, values![id], |row| {
        Ok(Committee {
            id: row.get("id")?,
            name: row.get("name")?,
            kind: row.get("kind")?,
            purpose: row.get("purpose")?,
            term: row.get("term")?,
            term_from: row.get("from_day")?,
            term_to: row.get("to_day")?,
            quorum: row.get("quorum")?,
            confirm_days: row.get("confirm_days")?,
            ended_on: row.get("ended_on")?,
        })
    })?;
    found.ok_or(Failure::not_found(COMMITTEE))
}

/// A committee that goes on.
///
/// # Errors
/// Not found; `committees.ended`.
pub fn going_on(db: &Read<'_>, id: CommitteeId) -> Result<Committee> {
    let committee = committee(db, id)?;
    require(committee.ended_on.is_none(), ENDED)?;
    Ok(committee)
}

pub fn terms(db: &Read<'_>, committee: CommitteeId) -> Result<Vec<CommitteeTerm>> {
    let sql = "SELECT no, from_day, to_day FROM committee_term WHERE committee = $1 ORDER BY no DESC";
    db.rows(sql, values![committee], |row| {
        Ok(CommitteeTerm { no: row.get("no")?, from: row.get("from_day")?, to: row.get("to_day")? })
    })
}

/// All who sit or sat: those who sit first, in the order of their roles.
pub fn members(db: &Read<'_>, committee: CommitteeId) -> Result<Vec<CommitteeMember>> {
    db.rows(include_str!("sql/members.sql"), values![committee], member_row)
}

/// # Errors
/// Not found.
pub fn member(db: &Read<'_>, id: CommitteeMemberId) -> Result<CommitteeMember> {
    let sql = include_str!("sql/members.sql").replace("m.committee = $1", "m.id = $1");
    db.row(&sql, values![id], member_row)?.ok_or(Failure::not_found("committee_member"))
}

fn member_row(row: &Row<'_>) -> Result<CommitteeMember> {
    Ok(CommitteeMember {
        id: row.get("id")?,
        committee: row.get("committee")?,
        term: row.get("term")?,
        person: row.get("person")?,
        party: row.get("party")?,
        name: row.get("name")?,
        role: row.get("role")?,
        votes: row.get("votes")?,
        since: row.get("since")?,
        until: row.get("until")?,
        ended_reason: row.get("ended_reason")?,
    })
}

pub fn interests(db: &Read<'_>, committee: CommitteeId) -> Result<Vec<MemberInterest>> {
    db.rows(include_str!("sql/interests.sql"), values![committee], |row| {
        Ok(MemberInterest {
            id: row.get("id")?,
            member: row.get("member")?,
            on: row.get("on_day")?,
            interests: row.get("interests")?,
            on_paper: row.get("on_paper")?,
            recorded_by_name: row.get("recorded_by_name")?,
        })
    })
}

/// # Errors
/// Not found.
pub fn meeting(db: &Read<'_>, id: MeetingId) -> Result<Meeting> {
    let sql = format!("{MEETINGS} WHERE m.id = $1");
    let found = db.row(&sql, values![id], |row| {
        Ok(Meeting {
            line: meeting_row(row)?,
            note: row.get("note")?,
            called_by_name: row.get("called_by_name")?,
            held_at: row.get("held_at")?,
            minuted_by: row.get("minuted_by")?,
            minuted_by_name: row.get::<Option<String>>("minuted_by_name")?.unwrap_or_default(),
            minuted_at: row.get("minuted_at")?,
            confirm_by: row.get("confirm_by")?,
            sealed_by_name: row.get::<Option<String>>("sealed_by_name")?.unwrap_or_default(),
            sealed_at: row.get("sealed_at")?,
            ended_reason: row.get("ended_reason")?,
        })
    })?;
    found.ok_or(Failure::not_found(MEETING))
}

/// Meetings, narrowed by what follows the statement.
pub fn meetings(db: &Read<'_>, rest: &str, values: &[database::Value]) -> Result<Vec<MeetingLine>> {
    db.rows(&format!("{MEETINGS} {rest}"), values, meeting_row)
}

fn meeting_row(row: &Row<'_>) -> Result<MeetingLine> {
    Ok(MeetingLine {
        meeting: row.get("id")?,
        committee: row.get("committee")?,
        committee_name: row.get("committee_name")?,
        term: row.get("term")?,
        no: row.get("no")?,
        minutes_no: row.get("minutes_no")?,
        on: row.get("on_day")?,
        starts: row.get("starts")?,
        place: row.get("place")?,
        way: row.get("way")?,
        elsewhere: row.get("elsewhere")?,
        state: row.get("state")?,
        items: row.get("items")?,
        decisions: row.get("decisions")?,
        present: row.get("present")?,
        members: row.get("members")?,
    })
}

/// A meeting that stands in one of these states, claimed for a change.
///
/// # Errors
/// Not found; another state; somebody changed it meanwhile.
pub fn claimed(cx: &Write<'_>, id: MeetingId, version: i64, states: &[MeetingState]) -> Result<Meeting> {
    let meeting = meeting(cx, id)?;
    cx.claim(MEETING, id, version)?;
    stands(&meeting, states)?;
    Ok(meeting)
}

/// # Errors
/// The meeting does not stand in one of these states.
pub fn stands(meeting: &Meeting, states: &[MeetingState]) -> Result<()> {
    let sealed = matches!(meeting.line.state, MeetingState::Sealed | MeetingState::Cancelled);
    require(!sealed, crate::rules::SEALED)?;
    require(states.contains(&meeting.line.state), Refusal::new(STEP).with("state", meeting.line.state.name()))
}

pub fn seats(db: &Read<'_>, meeting: MeetingId) -> Result<Vec<MeetingSeat>> {
    db.rows(include_str!("sql/seats.sql"), values![meeting], |row| {
        Ok(MeetingSeat {
            member: row.get("member")?,
            person: row.get("person")?,
            name: row.get("name")?,
            role: row.get("role")?,
            votes: row.get("votes")?,
            presence: row.get("presence")?,
            note: row.get("note")?,
            interests: row.get::<Option<String>>("interests")?.unwrap_or_default(),
            answer: row.get("answer")?,
            answer_note: row.get::<Option<String>>("answer_note")?.unwrap_or_default(),
            answer_at: row.get("answer_at")?,
            on_paper: row.get::<Option<bool>>("on_paper")?.unwrap_or_default(),
        })
    })
}

pub fn items(db: &Read<'_>, meeting: MeetingId) -> Result<Vec<Item>> {
    let sql = "SELECT id, meeting, no, title, text, step, request, state, note FROM meeting_item WHERE meeting = $1 \
               ORDER BY no";
    db.rows(sql, values![meeting], item_row)
}

/// # Errors
/// Not found.
pub fn item(db: &Read<'_>, id: AgendaItemId) -> Result<Item> {
    let sql = "SELECT id, meeting, no, title, text, step, request, state, note FROM meeting_item WHERE id = $1";
    db.row(sql, values![id], item_row)?.ok_or(Failure::not_found("agenda_item"))
}

fn item_row(row: &Row<'_>) -> Result<Item> {
    Ok(Item {
        id: row.get("id")?,
        meeting: row.get("meeting")?,
        no: row.get("no")?,
        title: row.get("title")?,
        text: row.get("text")?,
        step: row.get("step")?,
        request: row.get("request")?,
        state: row.get("state")?,
        note: row.get("note")?,
    })
}

pub fn votes(db: &Read<'_>, item: AgendaItemId) -> Result<Vec<ItemVote>> {
    let sql = "SELECT v.member, c.name, v.vote, v.reason FROM meeting_vote v JOIN committee_seat c ON c.id = v.member \
               WHERE v.item = $1 ORDER BY v.recorded_at, v.member";
    db.rows(sql, values![item], |row| {
        Ok(ItemVote {
            member: row.get("member")?,
            name: row.get("name")?,
            vote: row.get("vote")?,
            reason: row.get("reason")?,
        })
    })
}

/// The votes of an item, counted over the seats of its meeting.
pub fn tally(set: Option<i64>, seats: &[MeetingSeat], votes: &[ItemVote]) -> Tally {
    let voters = seats.iter().filter(|seat| seat.votes).map(|seat| MemberVote {
        present: seat.presence.is_there(),
        vote: votes.iter().find(|vote| vote.member == seat.member).map(|vote| vote.vote),
        chair: seat.role == crate::model::CommitteeRole::Chair,
    });
    Tally::of(set, &voters.collect::<Vec<_>>())
}

/// The decisions of a meeting.
pub fn decisions_of(db: &Read<'_>, meeting: MeetingId, today: Day) -> Result<Vec<(AgendaItemId, Decision)>> {
    let sql = format!("{DECISIONS} WHERE d.meeting = $1 ORDER BY d.number");
    let mut found = db.rows(&sql, values![meeting], |row| Ok((row.get("item")?, decision_row(row, today)?)))?;
    for (_, decision) in &mut found {
        decision.acts = acts(db, decision.id)?;
    }
    Ok(found)
}

/// A decision with its item and its meeting.
///
/// # Errors
/// Not found.
pub fn decision(db: &Read<'_>, id: DecisionId, today: Day) -> Result<(Decision, AgendaItemId, MeetingId)> {
    let sql = format!("{DECISIONS} WHERE d.id = $1");
    let found = db.row(&sql, values![id], |row| {
        Ok((decision_row(row, today)?, row.get::<AgendaItemId>("item")?, row.get::<MeetingId>("meeting")?))
    })?;
    let (mut decision, item, meeting) = found.ok_or(Failure::not_found(DECISION))?;
    decision.acts = acts(db, id)?;
    Ok((decision, item, meeting))
}

fn acts(db: &Read<'_>, decision: DecisionId) -> Result<Vec<DecisionAct>> {
    let sql = "SELECT a.person, u.name, a.act, a.at FROM committee_decision_act a JOIN user_name u ON u.id = a.person \
               WHERE a.decision = $1 ORDER BY a.at, a.person";
    db.rows(sql, values![decision], |row| {
        Ok(DecisionAct {
            person: row.get("person")?,
            name: row.get("name")?,
            approved: row.get::<String>("act")? == "approved",
            at: row.get("at")?,
        })
    })
}

fn decision_row(row: &Row<'_>, today: Day) -> Result<Decision> {
    let (state, due) = (row.get::<DecisionState>("state")?, row.get::<Option<Day>>("due")?);
    Ok(Decision {
        id: row.get("id")?,
        decision_no: row.get("decision_no")?,
        title: row.get("title")?,
        text: row.get("text")?,
        outcome: row.get("outcome")?,
        votes_for: row.get("votes_for")?,
        votes_against: row.get("votes_against")?,
        abstained: row.get("abstained")?,
        recused: row.get("recused")?,
        present: row.get("present")?,
        quorum: row.get("quorum")?,
        owner: row.get("owner")?,
        owner_name: row.get("owner_said")?,
        due,
        decided_on: row.get("decided_on")?,
        issued_by: row.get("issued_by")?,
        issued_by_name: row.get("issued_by_name")?,
        state,
        standing: standing(state, due, today),
        ended_on: row.get("ended_on")?,
        ended_by_name: row.get::<Option<String>>("ended_by_name")?.unwrap_or_default(),
        ended_note: row.get("ended_note")?,
        acts: Vec::new(),
    })
}

pub fn standing(state: DecisionState, due: Option<Day>, today: Day) -> DecisionStanding {
    match state {
        DecisionState::Done => DecisionStanding::Done,
        DecisionState::Dropped => DecisionStanding::Dropped,
        DecisionState::Open if due.is_some_and(|due| due < today) => DecisionStanding::Late,
        DecisionState::Open => DecisionStanding::Open,
    }
}

/// # Errors
/// Not found.
pub fn meeting_label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let line = meeting(db, MeetingId::from_bytes(id))?.line;
    Ok(format!("{} {}", line.committee_name, line.minutes_no))
}

/// The number of a decision, and what it is about.
///
/// # Errors
/// Not found.
pub fn decision_label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT decision_no, title FROM committee_decision WHERE id = $1";
    let found = db.row(sql, values![DecisionId::from_bytes(id)], |row| {
        Ok(format!("{} {}", row.get::<String>("decision_no")?, row.get::<String>("title")?))
    })?;
    found.ok_or(Failure::not_found(DECISION))
}

/// The Hijri year a day is counted in.
///
/// # Errors
/// A day outside the Umm al-Qura table.
pub fn year_of(day: Day) -> Result<i64> {
    Ok(i64::from(Hijri::from_day(day).ok_or(kernel::refusals::HIJRI_RANGE)?.year()))
}

/// The seat of the person who asks at a meeting, where they are there.
pub fn own_seat(seats: &[MeetingSeat], person: PersonId) -> Option<&MeetingSeat> {
    seats.iter().find(|seat| seat.person == Some(person) && seat.presence.is_there())
}

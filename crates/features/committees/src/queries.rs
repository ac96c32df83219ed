//! What the screens of committees ask.

use crate::deciding::{cannot_decide, cannot_perform, waiting_of};
use crate::inputs::{AskDecisions, AskMeetings, WhichCommittee, WhichDecision, WhichMeeting};
use crate::meetings::matters;
use crate::minutes::cannot_seal;
use crate::model::{
    AgendaItem, CommitteeLine, CommitteeSheet, Committees, DecisionCount, DecisionLine, DecisionPage, DecisionSheet,
    DecisionStanding, DecisionState, MeetingCount, MeetingPage, MeetingSheet, MeetingState, VoteTally,
};
use crate::store;
use database::values;
use kernel::arabic::{fold, to_latin};
use kernel::id::SubjectId;
use kernel::{Day, Result};
use office::context::Read;
use office::input::Nothing;
use office::narrow::{Narrow, WHICH};
use office::order::order_by;
use office::page::limit_of;

const ORDERED_MEETINGS: &[(&str, &str)] = &[
    ("no", "m.minutes_no"),
    ("committee", "c.name_fold"),
    ("on", "m.on_day"),
    ("starts", "m.starts"),
    ("place", "m.place"),
    ("way", "m.way"),
    ("present", "present"),
    ("members", "members"),
    ("items", "items"),
    ("decisions", "decisions"),
    ("state", "m.state"),
];
const ORDERED_DECISIONS: &[(&str, &str)] = &[
    ("no", "d.number"),
    ("title", "d.title_fold"),
    ("committee", "d.committee_name"),
    ("meeting", "d.meeting_no"),
    ("outcome", "d.outcome"),
    ("decided", "d.decided_on"),
    ("owner", "d.owner_said"),
    ("due", "d.due?"),
    ("standing", "d.standing"),
    ("ended", "d.ended_on?"),
];

pub fn list(cx: &Read<'_>, _: Nothing) -> Result<Committees> {
    let committees = cx.rows(include_str!("sql/committees.sql"), values![cx.today()], |row| {
        Ok(CommitteeLine {
            committee: row.get("id")?,
            name: row.get("name")?,
            kind: row.get("kind")?,
            term: row.get("term")?,
            term_from: row.get("from_day")?,
            term_to: row.get("to_day")?,
            chair: row.get::<Option<String>>("chair")?.unwrap_or_default(),
            members: row.get("members")?,
            meetings: row.get("meetings")?,
            open_decisions: row.get("open_decisions")?,
            late_decisions: row.get("late_decisions")?,
            next_meeting: row.get("next_meeting")?,
            ended_on: row.get("ended_on")?,
        })
    })?;
    let waiting = i64::try_from(matters(cx)?.len()).unwrap_or(i64::MAX);
    Ok(Committees { committees, waiting })
}

pub fn open(cx: &Read<'_>, input: WhichCommittee) -> Result<CommitteeSheet> {
    let rest = "WHERE m.committee = $1 ORDER BY m.on_day DESC, m.no DESC LIMIT 50";
    Ok(CommitteeSheet {
        committee: store::committee(cx, input.committee)?,
        terms: store::terms(cx, input.committee)?,
        members: store::members(cx, input.committee)?,
        interests: store::interests(cx, input.committee)?,
        meetings: store::meetings(cx, rest, &values![input.committee])?,
        record: cx.version(store::COMMITTEE, input.committee)?,
    })
}

pub fn meetings(cx: &Read<'_>, input: AskMeetings) -> Result<MeetingPage> {
    let order = order_by(input.order.as_ref(), ORDERED_MEETINGS, "m.on_day DESC, m.starts DESC, m.id", "m.id");
    let rest =
        format!("WHERE ($1 IS NULL OR m.committee = $1) AND ($2 IS NULL OR m.state = $2) {order} LIMIT $3 OFFSET $4");
    let values =
        values![input.committee, input.state.map(MeetingState::name), limit_of(input.limit), input.offset.max(0)];
    let lines = store::meetings(cx, &rest, &values)?;
    let sql = "SELECT state, count(*) AS n FROM committee_meeting WHERE $1 IS NULL OR committee = $1 GROUP BY state";
    let found =
        cx.rows(sql, values![input.committee], |row| Ok((row.get::<MeetingState>("state")?, row.get::<i64>("n")?)))?;
    let count = |state: MeetingState| found.iter().find(|(one, _)| *one == state).map_or(0, |(_, n)| *n);
    let counts: Vec<MeetingCount> =
        MeetingState::ALL.iter().map(|state| MeetingCount { state: *state, count: count(*state) }).collect();
    let asked = counts.iter().filter(|one| input.state.is_none_or(|state| state == one.state));
    Ok(MeetingPage { lines, total: asked.map(|one| one.count).sum(), counts })
}

pub fn meeting(cx: &Read<'_>, input: WhichMeeting) -> Result<MeetingSheet> {
    let meeting = store::meeting(cx, input.meeting)?;
    let committee = store::committee(cx, meeting.line.committee)?;
    let seats = store::seats(cx, input.meeting)?;
    let decisions = store::decisions_of(cx, input.meeting, cx.today())?;
    let mut items = Vec::new();
    for item in store::items(cx, input.meeting)? {
        let votes = store::votes(cx, item.id)?;
        let tally = store::tally(committee.quorum, &seats, &votes);
        let (waiting, request) = waiting_of(cx, &item)?;
        let decision = decisions.iter().find(|(of, _)| *of == item.id).map(|(_, decision)| decision.clone());
        items.push(AgendaItem {
            id: item.id,
            no: item.no,
            title: item.title.clone(),
            text: item.text.clone(),
            state: item.state,
            note: item.note.clone(),
            step: item.step.clone(),
            request: item.request,
            waiting,
            tally: tally.into(),
            decision,
            cannot_decide: cannot_decide(cx, &meeting, &item, &seats, &votes),
            cannot_perform: request.as_ref().and_then(|request| cannot_perform(cx, request, &seats, &votes)),
            votes,
        });
    }
    let goes_on = matches!(meeting.line.state, MeetingState::Called | MeetingState::Held);
    let year = store::year_of(cx.today())?;
    let papers = documents::hanging_on(cx, store::MEETING, SubjectId::from_bytes(*input.meeting.as_bytes()))?;
    let papers = papers.iter().filter(|one| one.removed_at.is_none()).count();
    Ok(MeetingSheet {
        kind: committee.kind,
        quorum_set: committee.quorum,
        tally: VoteTally::from(store::tally(committee.quorum, &seats, &[])),
        waiting: if goes_on { matters(cx)? } else { Vec::new() },
        next_decision: format!("{}/{year}", cx.coming_number(crate::deciding::SERIES, year)?),
        papers: i64::try_from(papers).unwrap_or(i64::MAX),
        cannot_seal: cannot_seal(cx, &meeting, &seats, papers > 0),
        note: meeting.note,
        called_by_name: meeting.called_by_name,
        held_at: meeting.held_at,
        minuted_by: meeting.minuted_by,
        minuted_by_name: meeting.minuted_by_name,
        minuted_at: meeting.minuted_at,
        confirm_by: meeting.confirm_by,
        sealed_by_name: meeting.sealed_by_name,
        sealed_at: meeting.sealed_at,
        ended_reason: meeting.ended_reason,
        line: meeting.line,
        seats,
        items,
        record: cx.version(store::MEETING, input.meeting)?,
    })
}

pub fn decisions(cx: &Read<'_>, input: AskDecisions) -> Result<DecisionPage> {
    let today = cx.today();
    let found = include_str!("sql/decisions_found.sql");
    let mut narrow = Narrow::default();
    narrow.values.push(today.into());
    let words = fold(&input.text);
    for word in words.split(' ').filter(|word| !word.is_empty()).take(5) {
        let number = format!("{}%", to_latin(word));
        narrow.and("(d.title_fold LIKE {} OR d.decision_no LIKE {})", [format!("%{word}%").into(), number.into()]);
    }
    if let Some(committee) = input.committee {
        narrow.and("d.committee = {}", [committee.into()]);
    }
    if let Some(outcome) = input.outcome {
        narrow.and("d.outcome = {}", [outcome.into()]);
    }
    for (condition, day) in [("d.due >= {}", input.due_from), ("d.due <= {}", input.due_to)] {
        if let Some(day) = day {
            narrow.and(condition, [day.into()]);
        }
    }
    let counted = format!("SELECT d.standing, count(*) AS n {found} {} GROUP BY d.standing", narrow.said());
    let counts =
        cx.rows(&counted, &narrow.values, |row| Ok((row.get::<DecisionStanding>("standing")?, row.get::<i64>("n")?)))?;
    if let Some(standing) = input.standing {
        narrow.and("d.standing = {}", [standing.into()]);
    }
    let order = order_by(input.order.as_ref(), ORDERED_DECISIONS, "d.year DESC, d.number DESC", "d.id");
    let lines = format!(
        "SELECT d.id, d.decision_no, d.committee, d.committee_name, d.meeting, d.meeting_no, d.title, d.outcome, \
         d.owner_said, d.decided_on, d.due, d.standing, d.ended_on {found} {WHICH}"
    );
    let (sql, values) = narrow.statement(&lines, &order, limit_of(input.limit), input.offset);
    let lines = cx.rows(&sql, values, |row| {
        let (due, ended): (Option<Day>, Option<Day>) = (row.get("due")?, row.get("ended_on")?);
        Ok(DecisionLine {
            decision: row.get("id")?,
            decision_no: row.get("decision_no")?,
            committee: row.get("committee")?,
            committee_name: row.get("committee_name")?,
            meeting: row.get("meeting")?,
            meeting_no: row.get("meeting_no")?,
            title: row.get("title")?,
            outcome: row.get("outcome")?,
            owner_name: row.get("owner_said")?,
            decided_on: row.get("decided_on")?,
            due,
            standing: row.get("standing")?,
            ended_on: ended,
            days_late: days_late(due, ended.unwrap_or(today)),
        })
    })?;
    let count = |standing: DecisionStanding| counts.iter().find(|(one, _)| *one == standing).map_or(0, |(_, n)| *n);
    let counts: Vec<DecisionCount> =
        DecisionStanding::ALL.iter().map(|one| DecisionCount { standing: *one, count: count(*one) }).collect();
    let asked = counts.iter().filter(|one| input.standing.is_none_or(|standing| standing == one.standing));
    Ok(DecisionPage { lines, total: asked.map(|one| one.count).sum(), counts })
}

fn days_late(due: Option<Day>, on: Day) -> i64 {
    due.map_or(0, |due| i64::from(on.days_since(due).max(0)))
}

pub fn decision(cx: &Read<'_>, input: WhichDecision) -> Result<DecisionSheet> {
    let (decision, item, meeting) = store::decision(cx, input.decision, cx.today())?;
    let (item, seats) = (store::item(cx, item)?, store::seats(cx, meeting)?);
    let votes = store::votes(cx, item.id)?;
    let (waiting, request) = waiting_of(cx, &item)?;
    let keeps = cx.who.role.may(crate::COMMITTEES_KEEP);
    let own = decision.owner == Some(cx.who.id);
    Ok(DecisionSheet {
        meeting: store::meeting(cx, meeting)?.line,
        waiting,
        cannot_perform: request.as_ref().and_then(|request| cannot_perform(cx, request, &seats, &votes)),
        may_finish: decision.state == DecisionState::Open && (own || keeps),
        days_late: days_late(decision.due, decision.ended_on.unwrap_or(cx.today())),
        decision,
    })
}

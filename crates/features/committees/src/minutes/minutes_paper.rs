//! The minutes, as they write themselves: who was there, whether enough were, what was decided with how many votes.

use crate::inputs::WhichMeeting;
use crate::model::{AgendaItem, CommitteeRole, Decision, MeetingSeat, MeetingState, MinutesAnswer, VoteKind};
use crate::{queries, store};
use kernel::{Day, Result};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{Language, word};
use papers::Template;
use serde_json::{Value, json};

const MINUTES: Template = Template { name: "meeting_minutes", source: include_str!("../papers/meeting_minutes.typ") };

pub fn minutes_paper(cx: &Read<'_>, input: WhichMeeting) -> Result<Paper> {
    let sheet = queries::meeting(cx, input)?;
    let line = &sheet.line;
    let name_of = |role: CommitteeRole| sheet.seats.iter().find(|seat| seat.role == role).map(|seat| seat.name.clone());
    let objections = sheet.seats.iter().filter(|seat| seat.answer == Some(MinutesAnswer::Objected));
    let confirmed = sheet.seats.iter().filter(|seat| seat.answer == Some(MinutesAnswer::Confirmed)).count();
    let data = json!({
        "committee": line.committee_name,
        "minutes_no": line.minutes_no,
        "no": line.no,
        "term": line.term,
        "day": paper::dates_json(line.on),
        "starts": line.starts,
        "place": line.place,
        "way": word(&format!("meeting.way.{}", line.way.name()), Language::Ar),
        "state": line.state.name(),
        "elsewhere": line.elsewhere,
        "note": sheet.note,
        "seats": sheet.seats.iter().map(seat).collect::<Vec<_>>(),
        "present": sheet.tally.present,
        "members": sheet.tally.eligible,
        "quorum": sheet.tally.quorum,
        "has_quorum": sheet.tally.has_quorum,
        "items": sheet.items.iter().map(item).collect::<Vec<_>>(),
        "objections": objections.map(|seat| json!([seat.name, seat.answer_note])).collect::<Vec<_>>(),
        "confirmed": confirmed,
        "there": sheet.seats.iter().filter(|seat| seat.presence.is_there()).count(),
        "chair": name_of(CommitteeRole::Chair),
        "secretary": name_of(CommitteeRole::Secretary).unwrap_or_else(|| sheet.minuted_by_name.clone()),
        "sealed_by": sheet.sealed_by_name,
        "sealed_on": sheet.sealed_at.map(|at| paper::dates_json(Day::in_riyadh(at))),
    });
    let sealed = line.state == MeetingState::Sealed;
    cx.saw(store::MEETING, line.meeting, &line.minutes_no, json!({ "minutes": true, "sealed": sealed }));
    paper::print(cx, &MINUTES, &format!("minutes-{}", line.minutes_no.replace('/', "-")), &data)
}

fn seat(seat: &MeetingSeat) -> Value {
    json!([
        seat.name,
        word(&format!("committee.role.{}", seat.role.name()), Language::Ar),
        word(&format!("meeting.presence.{}", seat.presence.name()), Language::Ar),
        seat.note,
    ])
}

fn item(item: &AgendaItem) -> Value {
    let aside = item.votes.iter().filter(|vote| vote.vote == VoteKind::Recused);
    json!({
        "no": item.no,
        "title": item.title,
        "text": item.text,
        "state": item.state.name(),
        "note": item.note,
        "recused": aside.map(|vote| json!([vote.name, vote.reason])).collect::<Vec<_>>(),
        "decision": item.decision.as_ref().map(decision),
    })
}

fn decision(decision: &Decision) -> Value {
    json!({
        "no": decision.decision_no,
        "outcome": word(&format!("decision.outcome.{}", decision.outcome.name()), Language::Ar),
        "text": decision.text,
        "for": decision.votes_for,
        "against": decision.votes_against,
        "abstained": decision.abstained,
        "present": decision.present,
        "owner": decision.owner_name,
        "due": decision.due.map(paper::dates_json),
    })
}

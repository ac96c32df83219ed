//! A meeting that was held without the program comes in whole: who was there, what was decided with how many votes. Nothing
//! that waits in the program is approved by it; that takes a person who signs in.

use super::{NewMeeting, insert, led};
use crate::deciding::{Issued, due_of, issue, owner_of};
use crate::inputs::{EnterMeeting, EnteredItem, WhichMeeting};
use crate::minutes::confirm_by;
use crate::model::{CommitteeRole, DecisionOutcome};
use crate::rules::{
    self, AGENDA_EMPTY, COUNTS, IS_CARRIED, NOT_CARRIED, PLACE_MISSING, TEXT_MISSING, TITLE_MISSING, Tally,
};
use crate::store;
use database::values;
use kernel::id::{AgendaItemId, DecisionId};
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};

pub fn enter(cx: &Write<'_>, input: EnterMeeting) -> Result<WhichMeeting> {
    let committee = store::going_on(cx, input.committee)?;
    let (starts, note) = (rules::time(&input.starts)?, rules::text(&input.note, "note")?);
    let place = rules::line(&input.place, "place", PLACE_MISSING)?;
    at("on", has_come(input.on, cx.today()))?;
    require(!input.items.is_empty(), Refusal::new(AGENDA_EMPTY).at("items"))?;
    let new = NewMeeting {
        id: input.id,
        on: input.on,
        field: "on",
        starts: &starts,
        place: &place,
        way: input.way,
        note: &note,
        elsewhere: true,
    };
    let members = insert(cx, &committee, &new)?;
    for one in &input.seats {
        let note = rules::maybe_line(&one.note, "note")?;
        let sits = members.iter().any(|member| member.id == one.member);
        require(sits, Failure::not_found("committee_member"))?;
        cx.run(
            "UPDATE meeting_attendance SET presence = $1, note = $2 WHERE meeting = $3 AND member = $4",
            values![one.presence, note.as_str(), input.id, one.member],
        )?;
    }
    let seats = store::seats(cx, input.id)?;
    let there = store::tally(committee.quorum, &seats, &[]);
    there.must_have_quorum()?;
    let chaired = seats.iter().any(|seat| seat.role == CommitteeRole::Chair && seat.presence.is_there());
    for (no, item) in (1_i64..).zip(&input.items) {
        one(cx, &input, &there, chaired, no, item)?;
    }
    cx.run(
        "UPDATE committee_meeting SET state = 'minuted', held_at = $1, minuted_by = $2, minuted_at = $3, confirm_by = $4 \
         WHERE id = $5",
        values![cx.now, cx.who.id, cx.now, confirm_by(cx, &committee)?, input.id],
    )?;
    led(cx, input.id, "minuted")?;
    Ok(WhichMeeting { meeting: input.id })
}

fn one(cx: &Write<'_>, input: &EnterMeeting, there: &Tally, chaired: bool, no: i64, item: &EnteredItem) -> Result<()> {
    let title = rules::line(&item.title, "items", TITLE_MISSING)?;
    let text = rules::said(&item.text, "items", TEXT_MISSING)?;
    let counts = [item.votes_for, item.against, item.abstained];
    let fits = counts.iter().all(|count| (0..=there.present).contains(count));
    let fits = fits && counts.iter().sum::<i64>() <= there.present;
    require(fits, Refusal::new(COUNTS).with("title", &title).with("present", there.present).at("items"))?;
    let tally = Tally {
        votes_for: item.votes_for,
        against: item.against,
        abstained: item.abstained,
        // At half, what the minutes say is what the chair decided.
        chair_for: chaired && item.outcome == DecisionOutcome::Approved,
        ..*there
    };
    match item.outcome {
        DecisionOutcome::Approved => {
            require(tally.is_carried(), Refusal::new(NOT_CARRIED).with("title", &title).at("items"))?
        }
        DecisionOutcome::Rejected => {
            require(!tally.is_carried(), Refusal::new(IS_CARRIED).with("title", &title).at("items"))?
        }
        DecisionOutcome::Noted => {}
    }
    let (owner, owner_name) = owner_of(cx, item.owner, &item.owner_name)?;
    let due = due_of(item.outcome, owner.is_some() || !owner_name.is_empty(), item.due, input.on)?;
    let id = AgendaItemId::new(cx.now, office::random::bytes()?);
    cx.run(
        "INSERT INTO meeting_item (id, meeting, no, title, text, state, added_by, added_at) \
         VALUES ($1, $2, $3, $4, '', 'open', $5, $6)",
        values![id, input.id, no, title.as_str(), cx.who.id, cx.now],
    )?;
    let decision = Issued {
        id: DecisionId::new(cx.now, office::random::bytes()?),
        item: id,
        meeting: input.id,
        committee: input.committee,
        title: &title,
        text: &text,
        outcome: item.outcome,
        tally: &tally,
        owner,
        owner_name: &owner_name,
        due,
        on: input.on,
    };
    issue(cx, &decision).map(drop)
}

//! A decision is issued, under its number, by a member who is there; the approval that waited is given with it, where they
//! may give it.

use super::{Carried, Issued, carry, due_of, issue, may_issue, owner_of};
use crate::inputs::IssueDecision;
use crate::model::{DecisionOutcome, IssuedDecision, MeetingState};
use crate::rules::{self, IS_CARRIED, NOT_CARRIED, TEXT_MISSING, Tally, VOTES_MISSING};
use crate::store;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn decide(cx: &Write<'_>, input: IssueDecision) -> Result<IssuedDecision> {
    let item = store::item(cx, input.item)?;
    let text = rules::said(&input.text, "text", TEXT_MISSING)?;
    let meeting = store::claimed(cx, item.meeting, input.version, &[MeetingState::Held])?;
    let committee = store::committee(cx, meeting.line.committee)?;
    let (seats, votes) = (store::seats(cx, item.meeting)?, store::votes(cx, item.id)?);
    let tally = store::tally(committee.quorum, &seats, &votes);
    may_issue(cx, &meeting, &item, &seats, &votes, &tally)?;
    follows_from(&tally, input.outcome, &item.title)?;
    let (owner, owner_name) = owner_of(cx, input.owner, &input.owner_name)?;
    let owned = owner.is_some() || !owner_name.is_empty();
    let on = cx.today();
    let decision = Issued {
        id: input.id,
        item: item.id,
        meeting: item.meeting,
        committee: committee.id,
        title: &item.title,
        text: &text,
        outcome: input.outcome,
        tally: &tally,
        owner,
        owner_name: &owner_name,
        due: due_of(input.outcome, owned, input.due, on)?,
        on,
    };
    let decision_no = issue(cx, &decision)?;
    let carried = Carried {
        decision: input.id,
        item: &item,
        outcome: input.outcome,
        said: &text,
        declared: input.declared,
        seats: &seats,
        votes: &votes,
    };
    let performed = input.perform && carry(cx, &carried)?;
    Ok(IssuedDecision { decision: input.id, decision_no, performed })
}

/// What is issued is what was voted.
fn follows_from(tally: &Tally, outcome: DecisionOutcome, title: &str) -> Result<()> {
    match outcome {
        DecisionOutcome::Approved => {
            let missing = Refusal::new(NOT_CARRIED).with("title", title);
            require(tally.is_carried(), missing.with("votes", tally.votes_for).with("present", tally.present))
        }
        DecisionOutcome::Rejected => {
            require(!tally.is_carried(), Refusal::new(IS_CARRIED).with("title", title))?;
            require(tally.missing() == 0, Refusal::new(VOTES_MISSING).with("n", tally.missing()))
        }
        DecisionOutcome::Noted => Ok(()),
    }
}

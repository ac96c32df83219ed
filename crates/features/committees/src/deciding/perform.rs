//! A decision stands, and what it approved, or said no to, waits still: a member who was there gives their own word now.

use super::{Carried, carry};
use crate::inputs::PerformDecision;
use crate::model::{DecisionState, IssuedDecision};
use crate::rules::{DECIDED, PERFORMED_ALREADY};
use crate::store;
use kernel::{Result, require};
use office::context::Write;

pub fn perform(cx: &Write<'_>, input: PerformDecision) -> Result<IssuedDecision> {
    let (decision, item, meeting) = store::decision(cx, input.decision, cx.today())?;
    require(decision.state != DecisionState::Dropped, DECIDED)?;
    require(decision.acts.iter().all(|act| act.person != cx.who.id), PERFORMED_ALREADY)?;
    let item = store::item(cx, item)?;
    let (seats, votes) = (store::seats(cx, meeting)?, store::votes(cx, item.id)?);
    let carried = Carried {
        decision: decision.id,
        item: &item,
        outcome: decision.outcome,
        said: &decision.text,
        declared: input.declared,
        seats: &seats,
        votes: &votes,
    };
    let performed = carry(cx, &carried)?;
    let (after, ..) = store::decision(cx, decision.id, cx.today())?;
    cx.changed(store::DECISION, decision.id, &decision.decision_no, &decision, &after)?;
    Ok(IssuedDecision { decision: decision.id, decision_no: decision.decision_no, performed })
}

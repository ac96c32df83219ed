//! A decision was carried out: whoever was to do it says so, or whoever keeps committees.

use crate::inputs::{EndDecision, WhichDecision};
use crate::model::DecisionState;
use crate::rules::{self, DECIDED, ENDED_BEFORE, NOT_YOURS, TEXT_MISSING};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};

pub fn finish(cx: &Write<'_>, input: EndDecision) -> Result<WhichDecision> {
    end(cx, &input, DecisionState::Done)
}

/// How a decision ends, once.
pub fn end(cx: &Write<'_>, input: &EndDecision, state: DecisionState) -> Result<WhichDecision> {
    let (before, ..) = store::decision(cx, input.decision, cx.today())?;
    let note = rules::said(&input.note, "note", TEXT_MISSING)?;
    require(before.state == DecisionState::Open, DECIDED)?;
    require(before.owner == Some(cx.who.id) || cx.who.role.may(crate::COMMITTEES_KEEP), NOT_YOURS)?;
    at("on", has_come(input.on, cx.today()))?;
    require(input.on >= before.decided_on, Refusal::new(ENDED_BEFORE).at("on"))?;
    cx.run(
        "UPDATE committee_decision SET state = $1, ended_on = $2, ended_by = $3, ended_note = $4 WHERE id = $5",
        values![state, input.on, cx.who.id, note.as_str(), input.decision],
    )?;
    let (after, ..) = store::decision(cx, input.decision, cx.today())?;
    cx.changed(store::DECISION, input.decision, &before.decision_no, &before, &after)?;
    Ok(WhichDecision { decision: input.decision })
}

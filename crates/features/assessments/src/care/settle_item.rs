//! An item goes on, or comes to its end with what came of it.

use super::{ITEM, subject, told_of_item};
use crate::inputs::SettleItem;
use crate::model::{CareState, SavedItem};
use crate::queries;
use crate::rules::{self, GOAL_UNSAID, OUTCOME_MISSING};
use database::values;
use kernel::id::PersonId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};

pub fn settle_item(cx: &Write<'_>, input: SettleItem) -> Result<SavedItem> {
    let before = queries::item(cx, input.id)?;
    may_settle(cx, before.owner)?;
    rules::is_open(before.state)?;
    require(before.state != input.state, rules::ITEM_SETTLED)?;
    let outcome = rules::text("outcome", &input.outcome)?;
    let ends = !input.state.is_open();
    require(!ends || !outcome.is_empty(), Refusal::new(OUTCOME_MISSING).at("outcome"))?;
    let done = input.state == CareState::Done;
    require(!done || input.goal_reached.is_some(), Refusal::new(GOAL_UNSAID).at("goal_reached"))?;
    cx.claim(ITEM, input.id, input.version)?;
    cx.run(
        "UPDATE care_item SET state = $1, outcome = $2, goal_reached = $3, closed_on = $4 WHERE id = $5",
        values![input.state, outcome.as_str(), input.goal_reached.filter(|_| done), ends.then(|| cx.today()), input.id],
    )?;
    let of = subject(ITEM, *input.id.as_bytes());
    cx.status_changed(of, Some(before.state.name()), input.state.name(), &outcome)?;
    told_of_item(cx, Some(&before), input.id)
}

/// Whoever keeps care plans settles an item, and so does its owner, whatever their role.
fn may_settle(cx: &Read<'_>, owner: PersonId) -> Result<()> {
    if owner == cx.who.id { Ok(()) } else { cx.who.needs(crate::ASSESSMENTS_KEEP) }
}

//! What is owed: said with the agreement, or added to a signed one with what it rests on.

use super::store::{self, Obligation};
use crate::agreements::store::{self as agreements, Agreement};
use crate::inputs::{AddObligation, ChangeObligation, TypedObligation, WhichObligation};
use crate::model::{AgreementState, ObligationSide, ObligationState};
use crate::rules::{
    self, ADDED_ALREADY, AMOUNT_RANGE, BASIS_MISSING, KEEPER_MISSING, OBLIGATION_LOCKED, OBLIGATION_MISSING,
    OBLIGATION_STAYS, SETTLED_ALREADY,
};
use crate::store::somebody;
use database::values;
use kernel::id::ObligationId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;

/// What was typed, as it is kept.
fn tidy(cx: &Read<'_>, of: &Agreement, id: ObligationId, typed: &TypedObligation) -> Result<Obligation> {
    let text = rules::said("text", &typed.text, OBLIGATION_MISSING)?;
    let site = rules::line("site", &typed.site)?;
    rules::due(typed.due, of.proposed_on, cx.today())?;
    require(typed.amount.is_none_or(|amount| amount.is_positive()), Refusal::new(AMOUNT_RANGE).at("amount"))?;
    match typed.keeper {
        Some(keeper) => somebody(cx, keeper, "keeper")?,
        None => require(typed.side == ObligationSide::Theirs, Refusal::new(KEEPER_MISSING).at("keeper"))?,
    }
    Ok(Obligation {
        id,
        agreement: of.id,
        side: typed.side,
        text,
        site,
        due: typed.due,
        amount: typed.amount,
        keeper: typed.keeper,
        basis: rules::line("basis", &typed.basis)?,
        state: ObligationState::Open,
        done_on: None,
        evidence_kind: None,
        evidence: String::new(),
        reason: String::new(),
    })
}

/// One side owes something by a day.
pub fn add_obligation(cx: &Write<'_>, input: AddObligation) -> Result<Nothing> {
    let of = agreements::agreement(cx, input.agreement)?;
    require(store::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    require(of.is_open() || of.state == AgreementState::Signed, OBLIGATION_LOCKED)?;
    let new = tidy(cx, &of, input.id, &input.obligation)?;
    require(of.is_open() || !new.basis.is_empty(), Refusal::new(BASIS_MISSING).at("basis"))?;
    store::insert(cx, &of, &new)?;
    store::told(cx, None, new.id)?;
    Ok(Nothing {})
}

/// What was agreed is worded anew before the signature; after it, only who of the office sees to it changes.
pub fn change_obligation(cx: &Write<'_>, input: ChangeObligation) -> Result<Nothing> {
    let before = store::obligation(cx, input.id)?;
    let of = agreements::agreement(cx, before.agreement)?;
    require(before.state == ObligationState::Open, SETTLED_ALREADY)?;
    let typed = tidy(cx, &of, input.id, &input.obligation)?;
    let after = Obligation { basis: before.basis.clone(), ..typed };
    let same = Obligation { keeper: before.keeper, ..after.clone() } == before;
    require(of.is_open() || same, if of.is_signed() { OBLIGATION_STAYS } else { OBLIGATION_LOCKED })?;
    cx.claim(store::OBLIGATION, input.id, input.version)?;
    store::update(cx, &of, &after)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(Nothing {})
}

/// Before anything was approved, what was written by mistake is taken out.
pub fn remove_obligation(cx: &Write<'_>, input: WhichObligation) -> Result<Nothing> {
    let before = store::obligation(cx, input.id)?;
    let of = agreements::agreement(cx, before.agreement)?;
    require(of.is_open(), if of.is_signed() { OBLIGATION_STAYS } else { OBLIGATION_LOCKED })?;
    cx.claim(store::OBLIGATION, input.id, input.version)?;
    let name = store::label(cx, *input.id.as_bytes())?;
    cx.run("DELETE FROM agreement_obligation WHERE id = $1", values![input.id])?;
    cx.changed(store::OBLIGATION, input.id, &name, &before, &())?;
    cx.record_changed(agreements::subject(of.id))?;
    Ok(Nothing {})
}

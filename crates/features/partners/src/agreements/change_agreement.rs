//! What an agreement says is written anew. Of one that waits for approval or has it, the approval falls away: what is signed
//! is what was approved.

use super::moves::back_to_negotiating;
use super::propose::beside;
use super::store::{self, Agreement};
use crate::inputs::ChangeAgreement;
use crate::model::{AgreementState, SavedAgreement};
use crate::rules::{self, SIGNED_STAYS};
use kernel::{Result, require};
use office::context::Write;

pub fn change_agreement(cx: &Write<'_>, input: ChangeAgreement) -> Result<SavedAgreement> {
    let before = store::agreement(cx, input.id)?;
    require(!before.is_signed() && before.state != AgreementState::Declined, SIGNED_STAYS)?;
    let terms = rules::terms(&input.terms)?;
    let targets = store::targets(cx, input.id)?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    if !before.is_open() {
        back_to_negotiating(cx, &before, "")?;
    }
    let after = Agreement { kind: input.kind, terms, ..store::agreement(cx, input.id)? };
    store::update_terms(cx, &after)?;
    beside(cx, &after, &targets, &input.parties, &input.targets)?;
    store::refresh(cx, input.id)?;
    store::told(cx, Some(&before), input.id)?;
    Ok(SavedAgreement { agreement: input.id, agreement_no: before.agreement_no })
}

//! An agreement is proposed: a new one, or one that takes the place of another.

use super::store::{self, Agreement};
use crate::inputs::{ProposeAgreement, TypedAgreementParty};
use crate::model::{AgreementState, SavedAgreement};
use crate::rules::{self, ADDED_ALREADY, NOT_RENEWABLE, PARTY_TWICE, RENEWED_ALREADY};
use crate::{settings, store as partners};
use database::values;
use kernel::id::{AgreementId, PartyId};
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};

pub fn propose(cx: &Write<'_>, input: ProposeAgreement) -> Result<SavedAgreement> {
    partners::open_partner(cx, input.partner)?;
    require(store::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let terms = rules::terms(&input.terms)?;
    if let Some(old) = input.renews {
        renewable(cx, old, input.partner)?;
    }
    let new = Agreement {
        id: input.id,
        agreement_no: store::next_number(cx)?,
        partner: input.partner,
        kind: input.kind,
        terms,
        state: AgreementState::Proposed,
        decision: String::new(),
        signed_on: None,
        event: String::new(),
        place: String::new(),
        ended_on: None,
        reason: String::new(),
        renews: input.renews,
        proposed_on: cx.today(),
        proposed_by: cx.who.id,
    };
    store::insert(cx, &new)?;
    beside(cx, &new, &[], &input.parties, &input.targets)?;
    cx.passed(store::AGREEMENT, new.id)?;
    store::told(cx, None, new.id)?;
    Ok(SavedAgreement { agreement: new.id, agreement_no: new.agreement_no })
}

/// Whether an agreement with this partner may be renewed: it was signed, nobody terminated it, and nothing renews it yet.
fn renewable(cx: &Read<'_>, id: AgreementId, partner: PartyId) -> Result<()> {
    let old = store::agreement(cx, id)?;
    let fits = old.partner == partner && old.state == AgreementState::Signed;
    require(fits, Refusal::new(NOT_RENEWABLE).with("number", &old.agreement_no).at("renews"))?;
    if let Some(other) = store::renewing(cx, id)? {
        let number = store::agreement(cx, other)?.agreement_no;
        return Err(Refusal::new(RENEWED_ALREADY).with("number", number).at("renews").into());
    }
    Ok(())
}

/// Writes who stands in it beside the two, and the targets it serves.
///
/// # Errors
/// The partner itself, one named twice, one nobody knows.
pub fn beside(
    cx: &Write<'_>,
    one: &Agreement,
    before: &[String],
    parties: &[TypedAgreementParty],
    targets: &[String],
) -> Result<()> {
    cx.run("DELETE FROM agreement_party WHERE agreement = $1", values![one.id])?;
    for (place, party) in parties.iter().enumerate() {
        let twice = party.partner == one.partner || parties[..place].iter().any(|other| other.partner == party.partner);
        require(!twice, Refusal::new(PARTY_TWICE).at("parties"))?;
        partners::partner(cx, party.partner)?;
        let by = rules::line("parties", &party.represented_by)?;
        cx.run(
            "INSERT INTO agreement_party (agreement, partner, role, signs, represented_by) VALUES ($1, $2, $3, $4, $5)",
            values![one.id, party.partner, party.role, party.signs, by],
        )?;
    }
    let chosen = settings::known_targets(cx, before, targets)?;
    cx.run("DELETE FROM agreement_target WHERE agreement = $1", values![one.id])?;
    for code in chosen {
        let sql = "INSERT INTO agreement_target (agreement, target) VALUES ($1, $2)";
        cx.run(sql, values![one.id, code.as_str()])?;
    }
    Ok(())
}

//! Another person than who brought a guarantee says what they have seen, and that it holds; of one that has expired, anew.

use crate::inputs::{VerifyGuarantee, WhichGuarantee};
use crate::model::{GuaranteeStands, GuaranteeState, Kind};
use crate::propose::{draws_social_security, may_guarantee};
use crate::steps::CALL;
use crate::{rules, store};
use kernel::arabic::tidy_line;
use kernel::id::PartyId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};
use office::words::{Language, word};

pub fn verify(cx: &Write<'_>, input: VerifyGuarantee) -> Result<WhichGuarantee> {
    let before = store::guarantee(cx, input.guarantee)?;
    require(matches!(before.state, GuaranteeState::Proposed | GuaranteeState::Expired), rules::NOT_WAITING)?;
    require(before.proposed_by != cx.who.id, rules::OWN_GUARANTEE)?;
    let kind = store::kind(cx, before.kind)?;
    rules::checks(&kind, &input.checked)?;
    rules::until(input.until, cx.today())?;
    let ends = before.state != GuaranteeState::Expired || input.until.is_some();
    require(ends, Refusal::new(rules::UNTIL_MISSING).at("until"))?;
    still_stands(cx, &kind, before.borrower, before.party)?;
    // A register may have left open what a proposal says; nothing holds before somebody has seen it.
    let (income, residence_months) =
        (input.income.or(before.income), input.residence_months.or(before.residence_months));
    if !before.of_loan {
        rules::figures(&kind, income, residence_months)?;
    }
    store::take_in_hand(cx, &before)?;
    let seen = rules::seen(&kind, &input.checked);
    let figures = (income, residence_months);
    store::verified(cx, input.guarantee, &seen, figures, input.until, &tidy_line(&input.note))?;
    if let Some(replaced) = before.replaces.map(|id| store::guarantee(cx, id)).transpose()?
        && !matches!(replaced.state, GuaranteeState::Called | GuaranteeState::Released)
    {
        let reason = word("guarantees.replaced", Language::Ar);
        approvals::lapse(cx, &CALL, *replaced.id.as_bytes(), &reason)?;
        store::end(cx, replaced.id, GuaranteeState::Released, &reason)?;
    }
    let after = store::guarantee(cx, input.guarantee)?;
    cx.changed(store::RECORD, before.id, &store::label(cx, *before.id.as_bytes())?, &before, &after)?;
    Ok(WhichGuarantee { guarantee: input.guarantee })
}

/// Whether what a guarantee rests on holds today.
///
/// # Errors
/// The file does not say so any more, or the person may not guarantee.
pub fn still_stands(cx: &Read<'_>, kind: &Kind, borrower: PartyId, party: Option<PartyId>) -> Result<()> {
    match kind.stands {
        GuaranteeStands::Fact => draws_social_security(cx, borrower),
        GuaranteeStands::Person => {
            let nobody = Refusal::new(rules::GUARANTOR_MISSING).at("guarantor");
            may_guarantee(cx, &parties::standing(cx, party.ok_or(nobody)?)?)
        }
        GuaranteeStands::Text => Ok(()),
    }
}

//! Another person than who brought a guarantee says what they have seen, and that it holds; of one that has expired, anew.

use crate::inputs::{VerifyGuarantee, WhichGuarantee};
use crate::model::{GuaranteeStands, GuaranteeState};
use crate::propose::{draws_social_security, may_guarantee};
use crate::steps::CALL;
use crate::{rules, store};
use kernel::arabic::tidy_line;
use kernel::{Refusal, Result, require};
use office::context::Write;
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
    match kind.stands {
        GuaranteeStands::Fact => draws_social_security(cx, before.borrower)?,
        GuaranteeStands::Person => {
            let nobody = Refusal::new(rules::GUARANTOR_MISSING).at("guarantor");
            may_guarantee(cx, &parties::standing(cx, before.party.ok_or(nobody)?)?)?;
        }
        GuaranteeStands::Text => {}
    }
    // A register may have left open what a proposal says; nothing holds before somebody has seen it.
    let (income, residence_months) =
        (input.income.or(before.income), input.residence_months.or(before.residence_months));
    if !before.of_loan {
        rules::figures(&kind, income, residence_months)?;
    }
    store::take_in_hand(cx, &before)?;
    let seen: Vec<String> = kind.checks.iter().filter(|check| input.checked.contains(check)).cloned().collect();
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

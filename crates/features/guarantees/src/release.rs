//! A guarantee is let go before its loan is closed, with a reason, by another person than who brought it.

use crate::inputs::{EndGuarantee, WhichGuarantee};
use crate::model::GuaranteeState;
use crate::steps::CALL;
use crate::{rules, store};
use kernel::{Result, require};
use office::context::Write;

pub fn release(cx: &Write<'_>, input: EndGuarantee) -> Result<WhichGuarantee> {
    let before = store::guarantee(cx, input.guarantee)?;
    let reason = rules::reason(&input.reason)?;
    require(!matches!(before.state, GuaranteeState::Called | GuaranteeState::Released), rules::ENDED)?;
    require(before.proposed_by != cx.who.id, rules::OWN_GUARANTEE)?;
    approvals::lapse(cx, &CALL, *before.id.as_bytes(), &reason)?;
    store::take_in_hand(cx, &before)?;
    store::end(cx, before.id, GuaranteeState::Released, &reason)?;
    let after = store::guarantee(cx, before.id)?;
    cx.changed(store::RECORD, before.id, &store::label(cx, *before.id.as_bytes())?, &before, &after)?;
    Ok(WhichGuarantee { guarantee: input.guarantee })
}

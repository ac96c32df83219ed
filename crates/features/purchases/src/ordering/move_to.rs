//! The tranche of a purchase was cancelled, to be planned anew: the purchase goes on under another tranche of the loan.

use crate::inputs::{MovePurchase, WhichPurchase};
use crate::model::PurchaseState;
use crate::{conditions, rules, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn move_to(cx: &Write<'_>, input: MovePurchase) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    require(!matches!(before.state, PurchaseState::Cancelled | PurchaseState::Verified), rules::ENDED)?;
    let own = store::goods(cx, before.tranche)?;
    require(own.state == "cancelled", rules::NOT_STRANDED)?;
    let to = store::goods(cx, input.tranche)?;
    conditions::open_tranche(&to)?;
    let others = store::of_tranche(cx, input.tranche)?;
    let left = to.amount.minus(conditions::ordered(&others)?)?;
    let counts = before.state.counts();
    let same = others.iter().filter(|one| one.state.counts()).all(|one| one.supplier == before.supplier);
    // What was invoiced is what is paid.
    let needed = before.amount.filter(|_| counts).map(|amount| amount.max(before.invoiced));
    let fits = to.loan == own.loan && (!counts || same) && needed.is_none_or(|amount| amount <= left);
    require(fits, Refusal::new(rules::DOES_NOT_FIT).with("no", to.no).with("left", left).at("tranche"))?;
    cx.run("UPDATE purchase SET tranche = $1 WHERE id = $2", values![input.tranche, input.purchase])?;
    store::told(cx, input.purchase, &json!({ "tranche": own.no }), &json!({ "tranche": to.no }))?;
    Ok(WhichPurchase { purchase: input.purchase })
}

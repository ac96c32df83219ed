//! One of the quotes is taken; whoever takes another than the cheapest says why.

use crate::inputs::{ChooseQuote, WhichPurchase};
use crate::quotes::draft;
use crate::{rules, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn choose(cx: &Write<'_>, input: ChooseQuote) -> Result<WhichPurchase> {
    let line = draft(cx, input.purchase)?;
    let quotes = store::quotes(cx, input.purchase, cx.today())?;
    let quote = quotes.iter().find(|one| one.id == input.quote).ok_or(rules::NO_QUOTE)?;
    let reason = rules::text(&input.reason, "reason")?;
    let reason = if quote.cheapest { String::new() } else { reason };
    let why = Refusal::new(rules::NOT_CHEAPEST).with("supplier", &quote.supplier_name).at("reason");
    require(quote.cheapest || !reason.is_empty(), why)?;
    cx.run("UPDATE purchase_quote SET chosen = 0 WHERE purchase = $1 AND chosen = 1", values![input.purchase])?;
    cx.run("UPDATE purchase_quote SET chosen = 1 WHERE id = $1", values![input.quote])?;
    cx.run("UPDATE purchase SET reason = $1 WHERE id = $2", values![reason.as_str(), input.purchase])?;
    store::hand(cx, input.purchase)?;
    let after = json!({ "supplier": quote.supplier_name, "amount": quote.amount, "reason": reason });
    store::told(cx, line.purchase, &json!({ "supplier": line.supplier_name }), &after)?;
    Ok(WhichPurchase { purchase: line.purchase })
}

//! A quote that was typed wrongly is taken out.

use crate::inputs::{DropQuote, WhichPurchase};
use crate::quotes::draft;
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::{Value, json};

pub fn drop_quote(cx: &Write<'_>, input: DropQuote) -> Result<WhichPurchase> {
    let line = draft(cx, input.purchase)?;
    let quotes = store::quotes(cx, input.purchase, cx.today())?;
    let quote = quotes.iter().find(|one| one.id == input.quote).ok_or(rules::NO_QUOTE)?;
    require(!quote.chosen, rules::QUOTE_CHOSEN)?;
    cx.run("DELETE FROM purchase_quote WHERE id = $1", values![input.quote])?;
    store::hand(cx, line.purchase)?;
    let before = json!({ "quote": quote.supplier_name, "amount": quote.amount });
    store::told(cx, line.purchase, &before, &Value::Null)?;
    Ok(WhichPurchase { purchase: line.purchase })
}

//! A supplier offers something for an amount, on a day, until a day.

use crate::inputs::{AddQuote, WhichPurchase};
use crate::quotes::draft;
use crate::suppliers::supplier;
use crate::{rules, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::{Value, json};

pub fn add_quote(cx: &Write<'_>, input: AddQuote) -> Result<WhichPurchase> {
    let line = draft(cx, input.purchase)?;
    require(input.amount.is_positive(), Refusal::new(rules::AMOUNT).at("amount"))?;
    office::input::at("on", office::input::has_come(input.on, cx.today()))?;
    let days = Refusal::new(rules::QUOTE_DAYS).at("until");
    require(input.until.is_none_or(|until| until >= input.on && until >= cx.today()), days)?;
    let note = rules::text(&input.note, "note")?;
    let seller = supplier(cx, &input.supplier)?;
    let quotes = store::quotes(cx, input.purchase, cx.today())?;
    require(quotes.iter().all(|one| one.id != input.id), database::RECORDED_ALREADY)?;
    let twice = Refusal::new(rules::QUOTED_ALREADY).with("supplier", &seller.facts.name).at("supplier.name");
    require(quotes.iter().all(|one| one.supplier != seller.id), twice)?;
    let many = Refusal::new(rules::TOO_MANY).with("most", rules::MOST_LINES);
    require(quotes.len() < rules::MOST_LINES, many)?;
    cx.run(
        "INSERT INTO purchase_quote (id, purchase, supplier, amount, on_day, until_day, note, made_by, made_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![input.id, line.purchase, seller.id, input.amount, input.on, input.until, note, cx.who.id, cx.now],
    )?;
    store::hand(cx, line.purchase)?;
    let after = json!({ "quote": seller.facts.name, "amount": input.amount });
    store::told(cx, line.purchase, &Value::Null, &after)?;
    Ok(WhichPurchase { purchase: line.purchase })
}

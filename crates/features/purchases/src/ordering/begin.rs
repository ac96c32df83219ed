//! A purchase begins: what is to be bought, for which tranche of which loan.

use crate::conditions::open_tranche;
use crate::inputs::{BeginPurchase, WhichPurchase};
use crate::model::PurchaseState;
use crate::ordering::{tidy, write_items};
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::{Value, json};

pub fn begin(cx: &Write<'_>, input: BeginPurchase) -> Result<WhichPurchase> {
    require(store::loan_of(cx, input.id).is_err(), database::RECORDED_ALREADY)?;
    let goods = store::goods(cx, input.tranche)?;
    open_tranche(&goods)?;
    let typed = tidy(&input.typed, cx.today())?;
    cx.run(
        "INSERT INTO purchase (id, loan, tranche, title, budget_line, state, due_on, search_fold, begun_by, begun_at) \
         VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9)",
        values![
            input.id,
            goods.loan,
            input.tranche,
            typed.title.as_str(),
            typed.budget_line,
            typed.due_on,
            store::search_fold(&typed.title, "", ""),
            cx.who.id,
            cx.now
        ],
    )?;
    write_items(cx, input.id, &typed.items)?;
    store::hand(cx, input.id)?;
    cx.status_changed(store::subject(input.id), None, PurchaseState::Draft.name(), "")?;
    store::told(cx, input.id, &Value::Null, &json!({ "title": typed.title, "lines": typed.items.len() }))?;
    Ok(WhichPurchase { purchase: input.id })
}

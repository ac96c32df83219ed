//! The purchase order, for the supplier.

use crate::inputs::WhichPurchase;
use crate::printed::day_or_none;
use crate::{queries, rules};
use kernel::arabic::amount_in_words;
use kernel::{Result, require};
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::{Value, json};

const ORDER: Template = Template { name: "purchase_order", source: include_str!("../papers/purchase_order.typ") };

pub fn order_paper(cx: &Read<'_>, input: WhichPurchase) -> Result<Paper> {
    let sheet = queries::open(cx, input)?;
    let line = &sheet.line;
    require(line.state.is_ordered(), rules::NOT_ORDERED)?;
    let order_no = line.order_no.clone().unwrap_or_default();
    let amount = line.amount.unwrap_or(kernel::Money::ZERO);
    let ask = sheet.ask.as_ref();
    let rows: Vec<Value> = sheet
        .items
        .iter()
        .map(|item| json!({ "no": item.no, "item": item.item, "quantity": item.quantity, "amount": item.amount }))
        .collect();
    let data = json!({
        "order_no": order_no,
        "ordered_on": day_or_none(line.ordered_on),
        "due_on": day_or_none(line.due_on),
        "supplier": line.supplier_name,
        "project": line.project_name,
        "borrower": line.borrower,
        "loan_no": line.loan_no,
        "rows": rows,
        "amount": amount,
        "amount_in_words": amount_in_words(amount)?,
        "ordered_by": ask.map_or("", |ask| ask.asked_by_name.as_str()),
        "approved_by": ask.map_or("", |ask| ask.approved_by_name.as_str()),
    });
    cx.saw("purchase", line.purchase, &order_no, json!({ "order": true }));
    paper::print(cx, &ORDER, &format!("order-{order_no}"), &data)
}

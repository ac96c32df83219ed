//! The record of what came: empty lines to write on before, filled in afterwards; each arrival on a page of its own.

use crate::inputs::{WhichArrivals, WhichPurchase};
use crate::model::{ArrivalCondition, PurchaseArrival, PurchaseSheet};
use crate::printed::{day_or_none, said};
use crate::{queries, rules};
use kernel::{Result, require};
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::{Value, json};

const DELIVERY: Template = Template { name: "delivery_record", source: include_str!("../papers/delivery_record.typ") };

pub fn delivery_paper(cx: &Read<'_>, input: WhichArrivals) -> Result<Paper> {
    let sheet = queries::open(cx, WhichPurchase { purchase: input.purchase })?;
    let line = &sheet.line;
    require(line.state.is_ordered(), rules::NOT_ORDERED)?;
    let order_no = line.order_no.clone().unwrap_or_default();
    let came: Vec<&PurchaseArrival> = sheet.arrivals.iter().filter(|one| !one.went_back).collect();
    let forms: Vec<Value> = if input.blank || came.is_empty() {
        vec![blank(&sheet)]
    } else {
        came.into_iter().map(|one| filled(&sheet, one)).collect()
    };
    let conditions: Vec<Value> = ArrivalCondition::ALL
        .iter()
        .map(|one| json!({ "name": one.name(), "title": said("purchase.condition", one.name()) }))
        .collect();
    let data = json!({
        "order_no": order_no,
        "ordered_on": day_or_none(line.ordered_on),
        "title": line.title,
        "supplier": line.supplier_name,
        "project": line.project_name,
        "borrower": line.borrower,
        "loan_no": line.loan_no,
        "conditions": conditions,
        "forms": forms,
    });
    cx.saw("purchase", line.purchase, &order_no, json!({ "delivery_record": true, "blank": input.blank }));
    paper::print(cx, &DELIVERY, &format!("delivery-{order_no}"), &data)
}

/// What may still come; of an order all of which came, what was ordered.
fn blank(sheet: &PurchaseSheet) -> Value {
    let left: i64 = sheet.items.iter().map(crate::model::PurchaseItem::left).sum();
    let rows: Vec<Value> = sheet
        .items
        .iter()
        .filter(|item| left == 0 || item.left() > 0)
        .map(|item| {
            let ordered = if left == 0 { item.quantity } else { item.left() };
            json!({ "item": item.item, "ordered": ordered, "came": Value::Null, "serials": Value::Null })
        })
        .collect();
    json!({ "done": false, "on": Value::Null, "condition": "", "received_by": "", "place": "", "said": "",
            "recorded_by": "", "rows": rows })
}

fn filled(sheet: &PurchaseSheet, arrival: &PurchaseArrival) -> Value {
    let rows: Vec<Value> = arrival
        .lines
        .iter()
        .map(|line| {
            let ordered = sheet.items.iter().find(|item| item.no == line.no).map_or(0, |item| item.quantity);
            let own = sheet.assets.iter().filter(|one| one.line == line.no && one.came_on == arrival.on);
            let serials: Vec<&str> = own.map(|one| one.serial.as_str()).filter(|one| !one.is_empty()).collect();
            json!({ "item": line.item, "ordered": ordered, "came": line.quantity, "serials": serials })
        })
        .collect();
    json!({ "done": true, "on": paper::dates_json(arrival.on), "condition": arrival.condition.name(),
            "received_by": arrival.received_by, "place": arrival.place, "said": arrival.said,
            "recorded_by": arrival.recorded_by_name, "rows": rows })
}

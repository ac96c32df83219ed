//! A supplier's invoice of an order: its number once, its amount with the tax as it stands there.

use crate::inputs::{RecordInvoice, WhichPurchase};
use crate::{rules, store};
use database::values;
use kernel::{Failure, Money, Refusal, Result, require};
use office::context::Write;
use serde_json::{Value, json};

pub fn invoice(cx: &Write<'_>, input: RecordInvoice) -> Result<WhichPurchase> {
    let line = store::line(cx, input.purchase)?;
    require(line.state.is_ordered(), rules::NOT_ORDERED)?;
    let goods = store::goods(cx, line.tranche)?;
    require(!goods.is_booked(), rules::BOOKED)?;
    let invoice_no = rules::said(&input.invoice_no, "invoice_no", rules::INVOICE_NO_MISSING)?;
    office::input::has_come(input.day, cx.today())?;
    require(input.amount.is_positive(), Refusal::new(rules::AMOUNT).at("amount"))?;
    let vat = !input.vat.is_negative() && input.vat < input.amount;
    require(vat, Refusal::new(rules::VAT).at("vat"))?;
    let reason = rules::text(&input.reason, "reason")?;
    let (supplier, amount) = line.supplier.zip(line.amount).ok_or_else(|| Failure::broken("an order of nobody"))?;
    let left = amount.minus(line.invoiced)?;
    let differs = Refusal::new(rules::INVOICE_DIFFERS).with("left", left).at("reason");
    require(input.amount == left || !reason.is_empty(), differs)?;

    let invoice_fold = rules::same(&invoice_no);
    let sql = "SELECT i.id, COALESCE(p.order_no, '') AS order_no FROM purchase_invoice i JOIN purchase p ON p.id = i.purchase \
               WHERE i.supplier = $1 AND i.invoice_fold = $2 AND i.void_at IS NULL";
    let known: Option<String> = cx.row(sql, values![supplier, invoice_fold.as_str()], |row| row.get("order_no"))?;
    if let Some(order_no) = known {
        let refusal = Refusal::new(rules::INVOICE_KNOWN).with("number", &invoice_no).with("order_no", order_no);
        return Err(refusal.at("invoice_no").into());
    }
    let of_tranche = store::of_tranche(cx, line.tranche)?;
    let invoiced = Money::sum(of_tranche.iter().map(|one| one.invoiced))?;
    let room = goods.amount.minus(invoiced)?;
    let over = Refusal::new(rules::INVOICE_OVER).with("left", room).with("no", goods.no).at("amount");
    require(input.amount <= room, over)?;
    cx.run(
        "INSERT INTO purchase_invoice (id, purchase, supplier, invoice_no, invoice_fold, on_day, amount, vat, reason, \
         made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            input.id,
            input.purchase,
            supplier,
            invoice_no.as_str(),
            invoice_fold,
            input.day,
            input.amount,
            input.vat,
            reason,
            cx.who.id,
            cx.now
        ],
    )?;
    let after = json!({ "invoice": invoice_no, "amount": input.amount });
    store::told(cx, input.purchase, &Value::Null, &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}

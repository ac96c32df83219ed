//! A receipt of the books paid the fee of a member for a year, or part of it.

use crate::inputs::{RecordFee, WhichAssemblyMember};
use crate::receipts::{self, Taken};
use crate::rules::{self, AMOUNT_MISSING, ENDED, FEE_RECORDED, RECEIPT_OTHER, RECEIPT_UNKNOWN, RECEIPT_USED};
use crate::store;
use database::values;
use kernel::{Money, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn record_fee(cx: &Write<'_>, input: RecordFee) -> Result<WhichAssemblyMember> {
    let (before, _) = store::member(cx, input.member, input.year)?;
    require(before.ended_on.is_none(), ENDED)?;
    rules::year(input.year)?;
    require(input.amount.is_positive(), Refusal::new(AMOUNT_MISSING).at("amount"))?;
    let unknown = || Refusal::new(RECEIPT_UNKNOWN).at("receipt");
    let (year, number) = rules::receipt_number(&input.receipt).ok_or_else(unknown)?;
    let sql = "SELECT 1 AS one FROM voucher v WHERE v.kind = 'RV' AND v.year = $1 AND v.voucher_no = $2 AND v.reverses IS NULL \
               AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses = v.id)";
    cx.row(sql, values![year, number], |_| Ok(()))?.ok_or_else(unknown)?;
    let other = || Refusal::new(RECEIPT_OTHER).at("receipt");
    let Taken { id: receipt, taken, used } = receipts::of_number(cx, year, number)?.ok_or_else(other)?;
    let sql = "SELECT 1 AS one FROM assembly_fee WHERE member = $1 AND year = $2 AND receipt = $3";
    let again = cx.row(sql, values![input.member, input.year, receipt], |_| Ok(()))?.is_some();
    require(!again, Refusal::new(FEE_RECORDED).at("receipt"))?;
    let after = Money::sum([used, input.amount])?;
    require(after <= taken, Refusal::new(RECEIPT_USED).with("taken", taken).with("used", used).at("amount"))?;
    cx.run(
        "INSERT INTO assembly_fee (member, year, receipt, amount, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)",
        values![input.member, input.year, receipt, input.amount, cx.who.id, cx.now],
    )?;
    let told = json!({ "year": input.year, "receipt": input.receipt, "amount": input.amount });
    cx.changed(store::RECORD, input.member, &before.name, &(), &told)?;
    Ok(WhichAssemblyMember { member: input.member })
}

//! A voucher on paper: receipt, payment, in kind, journal; with the amount in words and places to sign.

use super::model::{EntryQuery, VoucherSheet};
use super::queries;
use kernel::{Money, Result};
use ledger::{EntryLine, VoucherKind};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const VOUCHER: Template = Template { name: "voucher", source: include_str!("papers/voucher.typ") };

pub fn voucher(cx: &Read<'_>, input: EntryQuery) -> Result<Paper> {
    let sheet = queries::voucher_sheet(cx, input.id)?;
    cx.saw("entry", sheet.entry.id, &sheet.number, Value::Null);
    paper::print(cx, &VOUCHER, &sheet.number, &data(&sheet)?)
}

fn data(sheet: &VoucherSheet) -> Result<Value> {
    let entry = &sheet.entry;
    let total = Money::sum(entry.lines.iter().map(|line| line.amount).filter(|amount| amount.is_positive()))?;
    let word = |key: &str| words::word(&format!("funds.{key}"), Language::Ar);
    Ok(json!({
        "title": word(&format!("voucher_kind.{}", entry.voucher.kind.word().to_lowercase())),
        "side": match entry.voucher.kind {
            VoucherKind::Receipt | VoucherKind::InKind => "receipt",
            VoucherKind::Payment => "payment",
            VoucherKind::Journal | VoucherKind::Opening | VoucherKind::Closing => "journal",
        },
        "number": sheet.number,
        "day": paper::dates_json(entry.day),
        "counterparty": entry.counterparty.as_deref().unwrap_or_default(),
        "amount": sheet.amount,
        "total": total,
        "amount_in_words": sheet.amount_in_words,
        "method": entry.method.map(|method| word(&format!("method.{}", method.word()))).unwrap_or_default(),
        "reference": entry.reference.as_deref().unwrap_or_default(),
        "narration": entry.narration,
        "reversed_by": entry.reversed_by.and(sheet.counterpart.as_deref()).unwrap_or_default(),
        "lines": entry.lines.iter().map(line).collect::<Vec<_>>(),
        "made_by": entry.made_by_name,
        "approved_by": entry.approved_by_name.as_deref().unwrap_or_default(),
        "second_approved_by": entry.second_approved_by_name.as_deref().unwrap_or_default(),
    }))
}

fn line(line: &EntryLine) -> Value {
    let side = |amount: Money, wanted: bool| if wanted { json!(amount) } else { Value::Null };
    json!({
        "account": line.account,
        "name": line.account_name,
        "fund": line.fund_name,
        "debit": side(line.amount, line.amount.is_positive()),
        "credit": side(line.amount.negated(), line.amount.is_negative()),
        "memo": line.memo,
    })
}

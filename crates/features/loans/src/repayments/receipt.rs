//! The receipt of a repayment: as it was known when it was recorded, so that a copy printed later says the same.

use crate::borrower;
use crate::events::replay::LoanReplay;
use crate::inputs::WhichRepayment;
use crate::projects;
use crate::repayments::repaying::repaid_rows;
use crate::rules::{NO_RECEIPT, NOT_PAID_OUT};
use crate::store;
use kernel::arabic::amount_in_words;
use kernel::{Day, Money, Result, require};
use ledger::fund;
use lending::EventKind;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const RECEIPT: Template = Template { name: "loan_receipt", source: include_str!("../papers/receipt.typ") };

pub fn receipt(cx: &Read<'_>, input: WhichRepayment) -> Result<Paper> {
    let head = store::loan(cx, input.loan)?;
    let events = store::events(cx, input.loan)?;
    let found = events.iter().find(|kept| kept.event.place == input.place);
    let kept = found
        .filter(|kept| matches!(kept.event.kind, EventKind::Repay { .. } | EventKind::Recover { .. }))
        .ok_or(NO_RECEIPT)?;
    let shown = store::shown(cx, input.loan)?;
    let number = shown.voucher(kept).map_or_else(|| kept.receipt.clone(), |voucher| voucher.to_string());
    require(!number.is_empty(), NO_RECEIPT)?;
    let known = events.iter().filter(|other| other.event.place <= input.place).map(|other| other.event.clone());
    let replay = LoanReplay { decided: head.terms.clone(), events: known.collect() };
    let state = replay.on(Day::in_riyadh(kept.recorded_at))?.ok_or(NOT_PAID_OUT)?;
    let rows = repaid_rows(&state, input.place)?;
    let borrower = borrower::borrower(cx, head.party)?;
    let project = projects::project(cx, head.project)?;
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| json!([row.no, paper::dates_json(row.due), row.amount, row.by_this, row.outstanding_after]))
        .collect();
    let credit = state.allocation(input.place).map_or(Money::ZERO, |allocation| allocation.credit);
    let data = json!({
        "number": number,
        "day": paper::dates_json(kept.event.on),
        "payer": if kept.payer.is_empty() { &borrower.name } else { &kept.payer },
        "borrower": borrower.name,
        "loan_no": head.loan_no,
        "project": project.name,
        "fund": fund::fund(cx, head.fund)?.name,
        "amount": kept.amount,
        "amount_in_words": amount_in_words(kept.amount)?,
        "method": kept.method.map(|method| words::word(&format!("funds.method.{}", method.word()), Language::Ar))
            .unwrap_or_default(),
        "reference": kept.reference,
        "rows": rows,
        "credit": credit,
        "owed_after": state.balance,
        "undone": kept.undone_by.is_some(),
        "made_by": if kept.imported { old_register() } else { shown.name(kept).to_owned() },
    });
    cx.saw("loan", head.id, &head.loan_no, json!({ "receipt": number }));
    paper::print(cx, &RECEIPT, &format!("receipt-{number}"), &data)
}

/// Who is named where an earlier register told of something: not the person who brought it in.
fn old_register() -> String {
    words::word("loans.imported.register", Language::Ar)
}

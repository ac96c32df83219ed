//! The account of a loan on paper: what was paid out and back, with the balance after each, and the plan as it stands.

use crate::detail;
use crate::inputs::LoanOnDay;
use crate::sheet::PlanRow;
use crate::sheet::{LoanSheet, RowState};
use crate::store::{self, KeptEvent, Shown};
use kernel::{Day, Money, Result};
use lending::{EventKind, Place};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const STATEMENT: Template = Template { name: "loan_statement", source: include_str!("papers/statement.typ") };

pub fn statement(cx: &Read<'_>, input: LoanOnDay) -> Result<Paper> {
    let day = input.day.unwrap_or(cx.today());
    let sheet = detail::sheet(cx, input.loan, day)?;
    let events = store::events(cx, input.loan)?;
    let mut data = head(&sheet);
    data["day"] = paper::dates_json(day);
    data["events"] = Value::Array(movements(&events, &store::shown(cx, input.loan)?, day)?);
    data["rows"] = sheet.rows.iter().map(row).collect();
    cx.saw("loan", sheet.id, &sheet.loan_no, json!({ "day": day }));
    paper::print(cx, &STATEMENT, &format!("statement-{}-{day}", sheet.loan_no), &data)
}

/// What papers say of a loan at their head.
pub fn head(sheet: &LoanSheet) -> Value {
    json!({
        "loan_no": sheet.loan_no,
        "borrower": sheet.borrower,
        "file_no": sheet.borrower_file_no,
        "project": sheet.project.name,
        "fund": sheet.fund_name,
        "product": sheet.product_name,
        "amount": sheet.amount,
        "paid_out": sheet.paid_out,
        "repaid": sheet.repaid,
        "forgiven": sheet.forgiven,
        "outstanding": sheet.outstanding,
        "credit": sheet.credit,
        "overdue": sheet.overdue,
        "days_late": sheet.days_late,
        "phase": words::word(&format!("loans.phase.{}", sheet.phase.name()), Language::Ar),
        "ends_on": paper::dates_json(sheet.ends_on),
    })
}

fn row(row: &PlanRow) -> Value {
    let state = match row.state {
        RowState::Paid => "paid",
        RowState::PaidLate => "paid_late",
        RowState::Partial => "partial",
        RowState::Upcoming => "upcoming",
        RowState::Overdue => "overdue",
        RowState::Empty => "empty",
    };
    let state = words::word(&format!("loans.row_state.{state}"), Language::Ar);
    json!([row.no, paper::dates_json(row.due), row.amount, row.paid, row.outstanding, state])
}

/// Each event that stands on the day, by value day, with what is owed after it; below zero where money is in hand.
fn movements(events: &[KeptEvent], shown: &Shown, day: Day) -> Result<Vec<Value>> {
    let known = || events.iter().filter(|kept| kept.event.on <= day);
    let target = |kept: &KeptEvent| if let EventKind::Undo { target } = kept.event.kind { Some(target) } else { None };
    let undone: BTreeSet<Place> = known().filter_map(target).collect();
    let mut standing: Vec<&KeptEvent> = known().filter(|kept| !undone.contains(&kept.event.place)).collect();
    standing.sort_by_key(|kept| (kept.event.on, kept.event.place));
    let mut balance = Money::ZERO;
    let mut rows = Vec::new();
    for kept in standing {
        let (out, back) = match kept.event.kind {
            EventKind::Tranche { .. } | EventKind::Refund { .. } | EventKind::Fee { .. } => (Some(kept.amount), None),
            EventKind::Repay { .. }
            | EventKind::Forgive { .. }
            | EventKind::WaiveFee { .. }
            | EventKind::Recover { .. } => (None, Some(kept.amount)),
            // All that is owed on its day, whatever that is.
            EventKind::WriteOff => (None, Some(balance)),
            _ => continue,
        };
        balance = balance.plus(out.unwrap_or_default())?;
        // What comes in after a write-off pays nothing off any more.
        if !matches!(kept.event.kind, EventKind::Recover { .. }) {
            balance = balance.minus(back.unwrap_or_default())?;
        }
        let kind = store::kind_and_amount(&kept.event.kind).0;
        let mut what = words::word(&format!("loans.movement.{kind}"), Language::Ar);
        if kept.imported {
            what = format!("{what} – {}", words::word("loans.imported.register", Language::Ar));
        }
        let number = shown.voucher(kept).map_or_else(|| kept.receipt.clone(), |voucher| voucher.to_string());
        rows.push(json!([paper::dates_json(kept.event.on), what, number, out, back, balance]));
    }
    Ok(rows)
}

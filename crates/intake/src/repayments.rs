//! Repayments: one row, one receipt, or the cancellation of one.

use crate::answers::{Decision, Draft};
use crate::known::Known;
use crate::layout::Month;
use crate::loans::{Loans, ReadyLoan, named_loan, past_day};
use crate::reading::Reading;
use crate::table::Table;
use crate::text::{code, code_key};
use crate::validated::{Ask, Validated};
use crate::vocabulary::{mentions, words};
use kernel::arabic::fold;
use kernel::hijri::Hijri;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RepaymentKind {
    Repayment,
    /// A minus line that cancels a receipt.
    Reversal,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repayment {
    pub kind: RepaymentKind,
    pub loan_no: String,
    pub date: Day,
    /// Below zero for a reversal.
    #[serde(rename = "amount_halalas")]
    pub amount: Money,
    /// `transfer`, `deposit`, `pos`, `standing`, `cheque`.
    pub method: Option<String>,
    pub receipt: Option<String>,
    /// The receipt a reversal cancels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses_receipt: Option<String>,
    pub notes: Option<String>,
}

pub(crate) fn read(row: &mut Reading<'_>, loans: &Loans) -> Option<Repayment> {
    let (loan_no, loan) = named_loan(row, loans);
    let date = match row.month().filter(|_| !row.is_corrected("date")) {
        Some(month) => day_in_month(row, month, loan),
        None => past_day(row, "date"),
    };
    if let (Some(date), Some(loan)) = (date, loan)
        && date < loan.disbursed_on
    {
        row.refuse("date", "before_disbursement");
    }
    let amount = row.amount("amount", "amount");
    row.need("amount", &amount, "amount_missing");
    if amount.is_some_and(Money::is_zero) {
        row.refuse("amount", "amount_zero");
    }
    let method = row.word("method", "method").map(str::to_owned);
    if row.raw("method").trim().is_empty() {
        row.warn("method_missing");
    }
    let receipt = row.code("receipt");
    if receipt.is_none() {
        row.warn("receipt_missing");
    }
    // A sum under a month has no remark of its own.
    let notes = if row.month().is_some() { None } else { row.paragraphs("notes") };
    let amount = amount?;
    // A cheque that came back is no payment, unless its minus line stands below.
    if amount.is_positive() && row.month().is_none() {
        row.ask_whether_it_stands("notes", "came_back");
    }
    let kind = if amount.is_negative() { RepaymentKind::Reversal } else { RepaymentKind::Repayment };
    Some(Repayment { kind, loan_no: loan_no?, date: date?, amount, method, receipt, reverses_receipt: None, notes })
}

/// The day of a payment whose column names the month only: as a person decided once for all of them, the last of the month
/// or the day the loan's instalments are due on.
fn day_in_month(row: &mut Reading<'_>, month: Month, loan: Option<ReadyLoan>) -> Option<Day> {
    let head = row.column_head();
    let answer = row.named(&Ask::MonthDay).map(str::trim).map(ToOwned::to_owned);
    let Some(first) = row.month_year(month).and_then(|year| first_of(month, year)) else {
        row.tell_day("date", &head, None);
        row.refuse("date", "date_year");
        return None;
    };
    let last = last_of(month, first);
    let by_number = |number: i32| first.plus_days(number - 1).ok().map(|day| day.min(last));
    let day = match answer.as_deref() {
        Some("last") => Some(last),
        Some("due") => match loan {
            Some(loan) => by_number(day_number(month, loan.first_due)),
            // What the loan is refused for is said of it.
            None => Some(last),
        },
        Some(number) => number.parse().ok().filter(|number| (1..=30).contains(number)).and_then(by_number),
        None => None,
    };
    row.tell_day("date", &head, day);
    match day {
        None => row.ask(Ask::MonthDay),
        Some(day) if day > row.today => row.refuse("date", "date_in_future"),
        Some(_) => {}
    }
    day
}

fn first_of(month: Month, year: i32) -> Option<Day> {
    match month.hijri {
        true => Hijri::new(u32::try_from(year).ok()?, month.month, 1).ok().map(Hijri::to_day),
        false => Day::from_ymd(year, month.month, 1).ok(),
    }
}

fn last_of(month: Month, first: Day) -> Day {
    if !month.hijri {
        return first.last_of_month();
    }
    // A Hijri month has 29 days or 30.
    let thirtieth = first.plus_days(29).unwrap_or(first);
    let still = Hijri::from_day(thirtieth).is_some_and(|day| u32::from(day.month()) == month.month);
    if still { thirtieth } else { first.plus_days(28).unwrap_or(first) }
}

/// The day of the month an instalment falls on, in the calendar of the column.
fn day_number(month: Month, due: Day) -> i32 {
    let number = match month.hijri {
        true => Hijri::from_day(due).map_or(1, |day| u32::from(day.day_of_month())),
        false => due.day_of_month(),
    };
    i32::try_from(number).unwrap_or(1)
}

/// What makes two payments the same.
type Payment = (String, Day, Money);

fn payment(values: &Repayment) -> Payment {
    (code_key(&values.loan_no), values.date, values.amount)
}

/// A receipt number twice: the same payment again is refused, another payment is asked about. A payment without a number
/// that the office holds already is refused.
pub(crate) fn look_at_receipts(table: &mut Table<Repayment>, known: &Known) {
    let mut seen: HashMap<String, Vec<Payment>> = HashMap::new();
    let mut unnumbered: HashMap<Payment, usize> = HashMap::new();
    for held in &known.receipts {
        let payment = (code_key(&held.loan_no), held.date, held.amount);
        if held.receipt.is_empty() {
            *unnumbered.entry(payment).or_default() += 1;
        } else {
            seen.entry(code_key(&held.receipt)).or_default().push(payment);
        }
    }
    for row in &mut table.rows {
        let Some(values) = &row.values else { continue };
        let payment = payment(values);
        let Some(receipt) = values.receipt.clone() else {
            if let Some(left) = unnumbered.get_mut(&payment).filter(|left| **left > 0) {
                *left -= 1;
                row.refuse("date", "payment_exists");
            }
            continue;
        };
        let before = seen.entry(code_key(&receipt)).or_default();
        if before.contains(&payment) {
            row.refuse("receipt", "duplicate_receipt");
        } else if !row.is_refused() {
            if !before.is_empty() {
                row.ask.push(Ask::ReceiptNumberReused { receipt });
            }
            before.push(payment);
        }
    }
}

/// What a reversal may point at.
struct Target {
    receipt: String,
    date: Day,
    amount: Money,
    undecided: bool,
}

/// Every minus line cancels a receipt of its loan, for the same amount; where it does not say which, or says another
/// amount, a person decides.
pub(crate) fn look_at_reversals(table: &mut Table<Repayment>, known: &Known, draft: &Draft) {
    let mut targets: HashMap<(String, String), Vec<Target>> = HashMap::new();
    for held in known.receipts.iter().filter(|held| held.amount.is_positive()) {
        let target = Target { receipt: held.receipt.clone(), date: held.date, amount: held.amount, undecided: false };
        targets.entry((code_key(&held.loan_no), code_key(&held.receipt))).or_default().push(target);
    }
    for row in &table.rows {
        if let Some((key, target)) = target(row) {
            targets.entry(key).or_default().push(target);
        }
    }
    let mut cancelled = HashSet::new();
    let decisions = draft.decisions(table.kind);
    for row in &mut table.rows {
        if row.values.as_ref().is_none_or(|values| values.kind != RepaymentKind::Reversal) {
            continue;
        }
        let place = row.place();
        let Some(values) = row.values.as_mut() else { continue };
        let asked = [Ask::NegativeWithoutReference, Ask::ReversalAmountDiffers { target: String::new() }];
        let answer = asked.iter().find_map(|ask| decisions.on(&place, ask));
        let named = match answer {
            Some(Decision::Use(receipt)) => Some(code(receipt)),
            _ => values.notes.as_deref().and_then(named_receipt),
        };
        let Some(named) = named else {
            row.ask.push(Ask::NegativeWithoutReference);
            continue;
        };
        let key = (code_key(&values.loan_no), code_key(&named));
        let amount = values.amount.magnitude();
        let candidates = targets.get(&key).map_or(&[][..], Vec::as_slice);
        let Some(target) = candidates.iter().find(|target| target.amount == amount).or_else(|| candidates.first())
        else {
            row.refuse("notes", "reversal_target_unknown");
            continue;
        };
        values.reverses_receipt = Some(target.receipt.clone());
        if values.date < target.date {
            row.refuse("date", "reversal_before_receipt");
            continue;
        }
        if target.amount != amount {
            row.ask.push(Ask::ReversalAmountDiffers { target: target.receipt.clone() });
        } else if target.undecided {
            row.ask.push(Ask::ReversalTargetUndecided { target: target.receipt.clone() });
        } else if !cancelled.insert(key) {
            row.refuse("notes", "reversal_repeated");
        }
    }
}

fn target(row: &Validated<Repayment>) -> Option<((String, String), Target)> {
    let values = row.values.as_ref().filter(|_| row.reasons.is_empty())?;
    let receipt = values.receipt.clone().filter(|_| values.kind == RepaymentKind::Repayment)?;
    let key = (code_key(&values.loan_no), code_key(&receipt));
    Some((key, Target { receipt, date: values.date, amount: values.amount, undecided: !row.ask.is_empty() }))
}

/// The receipt a note says it cancels: «إلغاء السند رقم 2145 – شيك مرتجع».
fn named_receipt(note: &str) -> Option<String> {
    if !mentions("cancel", &fold(note)) {
        return None;
    }
    let parts: Vec<&str> = note.split_whitespace().collect();
    let names_it = |part: &&str| words("receipt_of").any(|(_, word)| word == fold(part));
    let after = parts.iter().rposition(names_it).map_or(0, |at| at + 1);
    let plain = |part: &&str| code(part.trim_matches(|letter: char| "،,.؛:()«»\"#".contains(letter)));
    parts[after..]
        .iter()
        .chain(&parts[..after])
        .map(plain)
        .find(|part| part.contains(|letter: char| letter.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cancelled_receipt_is_read_from_the_note() {
        for (note, receipt) in [
            ("إلغاء السند رقم 2273 – شيك مرتجع", Some("2273")),
            ("الغاء سند ٢١٤٥", Some("2145")),
            ("ملغى، الإيصال رقم: ر-12", Some("ر-12")),
            ("إلغاء 2145", Some("2145")),
            ("تعديل", None),
            ("سداد السند رقم 2273", None),
        ] {
            assert_eq!(named_receipt(note).as_deref(), receipt, "{note}");
        }
    }
}

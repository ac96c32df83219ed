//! Disbursements: one row, one tranche of a loan.

use crate::known::Known;
use crate::loans::{Loan, LoanState, Loans, named_loan, past_day, positive_amount};
use crate::reading::Reading;
use crate::table::Table;
use crate::text::code_key;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tranche {
    pub loan_no: String,
    pub no: Option<i64>,
    pub date: Day,
    #[serde(rename = "amount_halalas")]
    pub amount: Money,
    /// `in_kind` through a supplier, or `cash`.
    pub kind: String,
    pub supplier: Option<String>,
    pub item: Option<String>,
    /// Number of the payment voucher.
    pub voucher: Option<String>,
    pub notes: Option<String>,
}

pub(crate) fn read(row: &mut Reading<'_>, loans: &Loans) -> Option<Tranche> {
    let (loan_no, loan) = named_loan(row, loans);
    let no = row.whole("no", "tranche", "tranche_no_invalid");
    let date = past_day(row, "date");
    if let (Some(date), Some(loan)) = (date, loan)
        && date < loan.disbursed_on
    {
        // The register gives the first disbursement of the loan; which of the two days is wrong is not for us to say.
        row.warn("before_first_disbursement");
    }
    let kind = row.word("kind", "tranche_kind");
    row.need("kind", &kind, "tranche_kind_missing");
    let supplier = row.text("supplier");
    if kind == Some("in_kind") && supplier.is_none() {
        row.warn("supplier_missing");
    }
    let item = row.text("item");
    let amount = positive_amount(row);
    let voucher = row.code("voucher");
    let notes = row.paragraphs("notes");
    Some(Tranche {
        loan_no: loan_no?,
        no,
        date: date?,
        amount: amount?,
        kind: kind?.to_owned(),
        supplier,
        item,
        voucher,
        notes,
    })
}

/// The same voucher number twice: the second row is refused. So is a row without a number that the office holds already,
/// of the same loan, day and amount.
pub(crate) fn refuse_repeated(table: &mut Table<Tranche>, known: &Known) {
    let mut seen: HashSet<String> = known.vouchers.iter().map(|voucher| code_key(voucher)).collect();
    let held = known.tranches.iter().map(|held| (code_key(&held.loan_no), held.date, held.amount));
    let mut unnumbered: Vec<_> = held.collect();
    for row in &mut table.rows {
        let Some(values) = row.values.as_ref() else { continue };
        let Some(voucher) = values.voucher.as_deref() else {
            let this = (code_key(&values.loan_no), values.date, values.amount);
            if let Some(place) = unnumbered.iter().position(|held| *held == this) {
                unnumbered.swap_remove(place);
                row.refuse("date", "tranche_exists");
            }
            continue;
        };
        let voucher = code_key(voucher);
        if seen.contains(&voucher) {
            row.refuse("voucher", "duplicate_voucher");
        } else if !row.is_refused() {
            seen.insert(voucher);
        }
    }
}

/// A loan is first disbursed with its first tranche, where that lies after the day of the register: nothing is paid back
/// before.
pub(crate) fn tell_first_days(tranches: &Table<Tranche>, loans: &mut Loans) {
    let mut first: HashMap<String, Day> = HashMap::new();
    for (_, tranche) in tranches.ready() {
        let day = first.entry(code_key(&tranche.loan_no)).or_insert(tranche.date);
        *day = (*day).min(tranche.date);
    }
    for (loan, day) in first {
        if let Some(LoanState::Ready { disbursed_on, disbursed, .. }) = loans.get_mut(&loan).map(|loan| &mut loan.state)
            && disbursed.is_zero()
        {
            *disbursed_on = (*disbursed_on).max(day);
        }
    }
}

/// The tranches of a loan make up its amount: one that goes beyond it is refused, and a loan whose tranches fall short
/// of it is worth a look.
pub(crate) fn compare_sums(tranches: &mut Table<Tranche>, loans: &Loans, register: Option<&mut Table<Loan>>) {
    let mut sums: HashMap<String, Money> = HashMap::new();
    for row in &mut tranches.rows {
        let Some(values) = row.values.as_ref().filter(|_| row.reasons.is_empty()) else { continue };
        let key = code_key(&values.loan_no);
        let Some(LoanState::Ready { amount, disbursed, .. }) = loans.get(&key).map(|loan| loan.state) else { continue };
        let sum = sums.entry(key).or_insert(disbursed);
        match sum.plus(values.amount) {
            Ok(more) if more <= amount => *sum = more,
            _ => row.refuse("amount", "tranches_exceed_loan"),
        }
    }
    for row in register.into_iter().flat_map(|table| &mut table.rows) {
        let Some(loan) = row.values.as_ref().filter(|_| row.reasons.is_empty()) else { continue };
        let short = sums.get(&code_key(&loan.loan_no)).is_none_or(|sum| *sum < loan.amount);
        if short {
            row.warn("tranches_fall_short");
        }
    }
}

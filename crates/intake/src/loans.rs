//! The register of loans: one row, one loan.

use crate::answers::{Decision, Draft};
use crate::known::Known;
use crate::reading::Reading;
use crate::table::Table;
use crate::text::{code_key, separated};
use crate::validated::{Ask, Validated, Verdict};
use crate::{Layout, TableKind};
use kernel::arabic::{clean, fold};
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use sheets::Workbook;
use std::collections::{HashMap, HashSet};

/// A loan lasts no longer than this many months.
const INSTALMENTS: std::ops::RangeInclusive<i64> = 1..=600;

/// A loan as the row gives it. The status the office typed is not taken: it follows from the payments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loan {
    pub loan_no: String,
    /// The identity or file number that stands in the row.
    pub borrower_ref: String,
    /// The person it belongs to: the caller's key.
    pub beneficiary: String,
    pub project: Option<String>,
    pub activity: Option<String>,
    #[serde(rename = "amount_halalas")]
    pub amount: Money,
    pub disbursed_on: Day,
    /// Monthly instalments, 1–600.
    pub instalments: i64,
    pub first_due: Day,
    /// The fund's name as the office writes it; as typed while the question is open.
    pub fund: String,
    pub guarantee: Option<String>,
    pub guarantor: Option<String>,
}

/// Who and what a row of loans may point at.
pub(crate) struct Around<'a> {
    people: HashMap<String, &'a str>,
    refused: HashSet<&'a str>,
    funds: HashMap<String, &'a str>,
    separator: char,
    draft: &'a Draft,
}

impl<'a> Around<'a> {
    pub fn new(book: &Workbook, draft: &'a Draft, known: &'a Known) -> Self {
        let mut people = HashMap::new();
        for person in &known.people {
            // An identity number names a person before a file number does.
            for (name, key) in [(clean(&person.identity), &person.key), (code_key(&person.file_no), &person.key)] {
                if !name.is_empty() {
                    people.entry(name).or_insert(key.as_str());
                }
            }
        }
        let layout = draft.layouts.iter().find(|layout| layout.kind == TableKind::Loans);
        Self {
            people,
            refused: known.refused_identities.iter().map(String::as_str).collect(),
            funds: known.funds.iter().map(|fund| (fold(&fund.name), fund.name.as_str())).collect(),
            separator: layout.map_or('-', |layout| usual_separator(book, layout)),
            draft,
        }
    }
}

/// What stands between the parts of most loan numbers.
fn usual_separator(book: &Workbook, layout: &Layout) -> char {
    let Some(sheet) = book.sheets.iter().find(|sheet| sheet.name == layout.sheet) else { return '-' };
    let Some(column) = layout.columns.get("loan_no") else { return '-' };
    let rows = layout.header_row..sheet.rows.len();
    let count = |mark: char| rows.clone().filter(|row| sheet.cell(*row, *column).text().contains(mark)).count();
    if count('/') > count('-') { '/' } else { '-' }
}

pub(crate) fn read(row: &mut Reading<'_>, around: &Around<'_>) -> Option<Loan> {
    let loan_no = row.code("loan_no").map(|typed| {
        let number = separated(&typed, around.separator);
        if number != typed {
            row.correct("loan_no", &number, "form");
        }
        number
    });
    row.need("loan_no", &loan_no, "loan_no_missing");
    let (borrower_ref, beneficiary) = borrower(row, around);
    let project = row.text("project");
    let activity = row.text("activity");
    let amount = positive_amount(row);
    let disbursed_on = past_day(row, "disbursed_on");
    let instalments = row.whole("instalments", "instalment", "instalments_invalid");
    row.need("instalments", &instalments, "instalments_missing");
    if instalments.is_some_and(|count| !INSTALMENTS.contains(&count)) {
        row.refuse("instalments", "instalments_invalid");
    }
    let first_due = row.day("first_due");
    row.need("first_due", &first_due, "date_missing");
    if let (Some(disbursed), Some(due)) = (disbursed_on, first_due)
        && due < disbursed
    {
        row.refuse("first_due", "first_due_before_disbursement");
    }
    let fund = fund(row, TableKind::Loans, &around.funds, around.draft);
    let guarantee = row.text("guarantee");
    let guarantor = row.text("guarantor");
    Some(Loan {
        loan_no: loan_no?,
        borrower_ref: borrower_ref?,
        beneficiary: beneficiary.unwrap_or_default(),
        project,
        activity,
        amount: amount?,
        disbursed_on: disbursed_on?,
        instalments: instalments?,
        first_due: first_due?,
        fund,
        guarantee,
        guarantor,
    })
}

/// The borrower's number, and whom it names. A number nobody has, or whose own row was refused, refuses the loan.
fn borrower(row: &mut Reading<'_>, around: &Around<'_>) -> (Option<String>, Option<String>) {
    let number = row.reference("borrower");
    row.need("borrower", &number, "borrower_missing");
    let Some(number) = number else { return (None, None) };
    let found = around.people.get(&number).or_else(|| around.people.get(&code_key(&number)));
    if found.is_none() {
        let refused = around.refused.contains(number.as_str());
        match refused {
            true => row.refuse_with("borrower", "unknown_beneficiary", "beneficiary_refused"),
            false => row.refuse("borrower", "unknown_beneficiary"),
        }
    }
    (Some(number), found.map(|key| (*key).to_owned()))
}

/// An amount above zero.
pub(crate) fn positive_amount(row: &mut Reading<'_>) -> Option<Money> {
    let amount = row.amount("amount", "amount");
    row.need("amount", &amount, "amount_missing");
    match amount {
        Some(amount) if amount.is_zero() => row.refuse("amount", "amount_zero"),
        Some(amount) if amount.is_negative() => row.refuse("amount", "amount_negative"),
        _ => {}
    }
    amount
}

/// A day that has been.
pub(crate) fn past_day(row: &mut Reading<'_>, field: &str) -> Option<Day> {
    let day = row.day(field);
    row.need(field, &day, "date_missing");
    if day.is_some_and(|day| day > row.today) {
        row.refuse(field, "date_in_future");
    }
    day
}

/// The fund a row names, as the office writes it; or the question which one is meant.
pub(crate) fn fund(row: &mut Reading<'_>, table: TableKind, funds: &HashMap<String, &str>, draft: &Draft) -> String {
    let typed = row.text("fund").unwrap_or_default();
    let answer = match draft.decision(table, row.number(), "unknown_fund") {
        Some(Decision::Use(name)) if !funds.contains_key(&fold(&typed)) => name.clone(),
        _ => typed.clone(),
    };
    match funds.get(&fold(&answer)) {
        Some(name) => {
            if *name != typed {
                row.correct("fund", name, "spelling");
            }
            (*name).to_owned()
        }
        None => {
            row.ask(Ask::UnknownFund { value: typed.clone() });
            typed
        }
    }
}

/// The same loan number twice: the second is refused. So is one the office holds already.
pub(crate) fn refuse_repeated(table: &mut Table<Loan>, known: &Known) {
    let held: HashSet<String> = known.loans.iter().map(|loan| code_key(&loan.loan_no)).collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        let Some(number) = row.cells.get("loan_no").map(|cell| code_key(&cell.value)) else { continue };
        if number.is_empty() {
            continue;
        }
        if held.contains(&number) {
            row.refuse("loan_no", "loan_exists");
        } else if !seen.insert(number) {
            row.refuse("loan_no", "duplicate_loan_no");
        }
    }
}

/// What tranches and repayments need to know of the loan they name.
#[derive(Debug, Clone)]
pub(crate) struct LoanFacts {
    pub loan_no: String,
    pub state: LoanState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LoanState {
    Ready { disbursed_on: Day, amount: Money, disbursed: Money },
    Undecided,
    LeftOut,
    Refused,
}

/// The loans a row may name, by the key of their number.
pub(crate) type Loans = HashMap<String, LoanFacts>;

/// The loans of the office and of this file; of two rows with one number the first counts.
pub(crate) fn index(table: Option<&Table<Loan>>, known: &Known) -> Loans {
    let mut loans = Loans::new();
    for loan in &known.loans {
        let state =
            LoanState::Ready { disbursed_on: loan.disbursed_on, amount: loan.amount, disbursed: loan.disbursed };
        loans.insert(code_key(&loan.loan_no), LoanFacts { loan_no: loan.loan_no.clone(), state });
    }
    for row in table.into_iter().flat_map(|table| &table.rows) {
        let Some(loan_no) = row.cells.get("loan_no").map(|cell| cell.value.clone()) else { continue };
        let state = state_of(row);
        loans.entry(code_key(&loan_no)).or_insert(LoanFacts { loan_no, state });
    }
    loans.remove("");
    loans
}

fn state_of(row: &Validated<Loan>) -> LoanState {
    match (row.verdict, &row.values) {
        (Verdict::Clean | Verdict::Normalised, Some(loan)) => {
            LoanState::Ready { disbursed_on: loan.disbursed_on, amount: loan.amount, disbursed: Money::ZERO }
        }
        (Verdict::Ask, _) => LoanState::Undecided,
        (Verdict::Skipped, _) => LoanState::LeftOut,
        _ => LoanState::Refused,
    }
}

/// The loan a row names, written as in the register; its number and the day it was first disbursed, where it is ready.
pub(crate) fn named_loan(row: &mut Reading<'_>, loans: &Loans) -> (Option<String>, Option<Day>) {
    let typed = row.code("loan_no");
    row.need("loan_no", &typed, "loan_no_missing");
    let Some(typed) = typed else { return (None, None) };
    let Some(loan) = loans.get(&code_key(&typed)) else {
        row.refuse("loan_no", "unknown_loan");
        return (Some(typed), None);
    };
    if loan.loan_no != typed {
        row.correct("loan_no", &loan.loan_no, "form");
    }
    let mut disbursed = None;
    match loan.state {
        LoanState::Ready { disbursed_on, .. } => disbursed = Some(disbursed_on),
        LoanState::Undecided => row.ask(Ask::LoanUndecided { loan_no: loan.loan_no.clone() }),
        LoanState::LeftOut => row.refuse_with("loan_no", "unknown_loan", "loan_left_out"),
        LoanState::Refused => row.refuse_with("loan_no", "unknown_loan", "loan_refused"),
    }
    (Some(loan.loan_no.clone()), disbursed)
}

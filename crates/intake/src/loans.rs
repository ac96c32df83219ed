//! The register of loans: one row, one loan.

use crate::answers::Draft;
use crate::known::Known;
use crate::reading::Reading;
use crate::table::Table;
use crate::text::{code_key, separated};
use crate::validated::{Ask, Validated, Verdict};
use crate::{TableKind, part};
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
}

impl<'a> Around<'a> {
    pub fn new(book: &Workbook, draft: &Draft, known: &'a Known) -> Self {
        Self {
            people: people_by_number(known),
            refused: known.refused_identities.iter().map(String::as_str).collect(),
            funds: known.funds.iter().map(|fund| (fold(&fund.name), fund.name.as_str())).collect(),
            separator: usual_separator(book, draft),
        }
    }
}

/// The keys of the people of the office by identity and file number.
pub(crate) fn people_by_number(known: &Known) -> HashMap<String, &str> {
    let mut people = HashMap::new();
    for person in &known.people {
        // An identity number names a person before a file number does.
        for (name, key) in [(clean(&person.identity), &person.key), (code_key(&person.file_no), &person.key)] {
            if !name.is_empty() {
                people.entry(name).or_insert(key.as_str());
            }
        }
    }
    people
}

/// What stands between the parts of most loan numbers.
fn usual_separator(book: &Workbook, draft: &Draft) -> char {
    let (mut strokes, mut dashes) = (0, 0);
    for layout in draft.parts(TableKind::Loans) {
        let Some(sheet) = book.sheets.iter().find(|sheet| sheet.name == layout.sheet) else { continue };
        let Some(columns) = layout.columns.get("loan_no") else { continue };
        for row in layout.header_row..sheet.rows.len() {
            let text = part::joined(sheet, row, columns);
            strokes += usize::from(text.contains('/'));
            dashes += usize::from(text.contains('-'));
        }
    }
    if strokes > dashes { '/' } else { '-' }
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
    let fund = fund(row, &around.funds);
    // A status is not taken: but what was never paid out is no loan, and only a person knows.
    row.ask_whether_it_stands("status_typed", "never_paid_out");
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
pub(crate) fn fund(row: &mut Reading<'_>, funds: &HashMap<String, &str>) -> String {
    let typed = row.text("fund").unwrap_or_default();
    let ask = Ask::UnknownFund { value: typed.clone() };
    let answer = match funds.contains_key(&fold(&typed)) {
        true => None,
        false => row.named(&ask),
    };
    match funds.get(&fold(answer.unwrap_or(&typed))) {
        Some(name) => {
            if *name != typed {
                row.correct("fund", name, if answer.is_some() { "answered" } else { "spelling" });
            }
            (*name).to_owned()
        }
        None => {
            row.ask(ask);
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
            // A loan carried over to the next year's sheet: what else would be wrong with its row is of no matter.
            row.reasons.clear();
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
    Ready { disbursed_on: Day, first_due: Day, amount: Money, disbursed: Money },
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
        let state = LoanState::Ready {
            disbursed_on: loan.disbursed_on,
            first_due: loan.first_due,
            amount: loan.amount,
            disbursed: loan.disbursed,
        };
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
        (Verdict::Clean | Verdict::Normalised, Some(loan)) => LoanState::Ready {
            disbursed_on: loan.disbursed_on,
            first_due: loan.first_due,
            amount: loan.amount,
            disbursed: Money::ZERO,
        },
        (Verdict::Ask, _) => LoanState::Undecided,
        (Verdict::Skipped, _) => LoanState::LeftOut,
        _ => LoanState::Refused,
    }
}

/// The loan a row names, as far as it is ready.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadyLoan {
    pub disbursed_on: Day,
    pub first_due: Day,
}

/// The loan a row names, written as in the register; its number, and its days where it is ready.
pub(crate) fn named_loan(row: &mut Reading<'_>, loans: &Loans) -> (Option<String>, Option<ReadyLoan>) {
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
    let mut ready = None;
    match loan.state {
        LoanState::Ready { disbursed_on, first_due, .. } => ready = Some(ReadyLoan { disbursed_on, first_due }),
        LoanState::Undecided => row.ask(Ask::LoanUndecided { loan_no: loan.loan_no.clone() }),
        LoanState::LeftOut => row.refuse_with("loan_no", "unknown_loan", "loan_left_out"),
        LoanState::Refused => row.refuse_with("loan_no", "unknown_loan", "loan_refused"),
    }
    (Some(loan.loan_no.clone()), ready)
}

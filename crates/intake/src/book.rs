//! A whole file judged: its tables in the order they lean on each other, and what is seen across rows.

use crate::answers::Draft;
use crate::assessments::RegisteredAssessment;
use crate::beneficiaries::{self, Beneficiary};
use crate::cases;
use crate::commitments::Commitment;
use crate::followed;
use crate::funds::{self, Chart, Fund, Opening};
use crate::guarantees::Guarantee;
use crate::known::Known;
use crate::loans::{self, Around, Loan};
use crate::pairs::{self, LookAlike, Pair};
use crate::repayments::{self, Repayment};
use crate::requests::RegisteredRequest;
use crate::table::Table;
use crate::tranches::{self, Tranche};
use crate::validated::{LeftOutSheet, Place, Reason, Verdict};
use crate::view::TableView;
use crate::visits::Visit;
use crate::{Subject, TableKind};
use kernel::arabic::{clean, typed_date};
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use sheets::{Cell, Workbook};
use std::collections::{BTreeMap, BTreeSet};

/// The tables of a file; one that was not found is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Tables {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beneficiaries: Option<Table<Beneficiary>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loans: Option<Table<Loan>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tranches: Option<Table<Tranche>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repayments: Option<Table<Repayment>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funds: Option<Table<Fund>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openings: Option<Table<Opening>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guarantees: Option<Table<Guarantee>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visits: Option<Table<Visit>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitments: Option<Table<Commitment>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests: Option<Table<RegisteredRequest>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessments: Option<Table<RegisteredAssessment>>,
}

/// Calls something with every table that was found.
macro_rules! each_table {
    ($tables:expr, $table:ident => $body:expr) => {{
        let $crate::book::Tables {
            beneficiaries,
            loans,
            tranches,
            repayments,
            funds,
            openings,
            guarantees,
            visits,
            commitments,
            requests,
            assessments,
        } = $tables;
        if let Some($table) = beneficiaries {
            $body
        }
        if let Some($table) = loans {
            $body
        }
        if let Some($table) = tranches {
            $body
        }
        if let Some($table) = repayments {
            $body
        }
        if let Some($table) = funds {
            $body
        }
        if let Some($table) = openings {
            $body
        }
        if let Some($table) = guarantees {
            $body
        }
        if let Some($table) = visits {
            $body
        }
        if let Some($table) = commitments {
            $body
        }
        if let Some($table) = requests {
            $body
        }
        if let Some($table) = assessments {
            $body
        }
    }};
}
pub(crate) use each_table;

/// What the opening balances make of one fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportFundLine")]
pub struct FundLine {
    pub fund: String,
    pub debit_halalas: Money,
    pub credit_halalas: Money,
    /// Accounts 111 and 131 of the unified chart.
    pub cash_halalas: Money,
    /// Account 11201, loans of beneficiaries.
    pub loans_halalas: Money,
    /// Accounts 23.
    pub net_assets_halalas: Money,
    /// Debits equal credits; a fund that does not balance cannot be opened.
    pub balanced: bool,
}

/// The report: everything an import would do, and why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validation {
    pub subject: Subject,
    /// Tables of the subject for which no sheet was found.
    pub not_found: Vec<TableKind>,
    pub counts: BTreeMap<Verdict, usize>,
    pub data_rows: usize,
    pub tables: Tables,
    /// Sheets of the file of which nothing is imported, and why.
    pub left_out: Vec<LeftOutSheet>,
    pub duplicate_pairs: Vec<Pair>,
    pub different_people_that_look_alike: Vec<LookAlike>,
    pub funds: Vec<FundLine>,
    /// The day the title of the openings names, where it names one.
    pub opening_day: Option<Day>,
    /// Loans whose projects halt with the save, because a person said so of what the rows tell; by their numbers.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub halting: BTreeSet<String>,
    /// Families whose file stands in another class than the newest reviewed assessment of the file has; by their keys.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub other_class: BTreeSet<String>,
}

impl Validation {
    /// Of a file nobody has judged yet.
    pub fn nothing(subject: Subject) -> Self {
        Self {
            subject,
            not_found: Vec::new(),
            counts: BTreeMap::new(),
            data_rows: 0,
            tables: Tables::default(),
            left_out: Vec::new(),
            duplicate_pairs: Vec::new(),
            different_people_that_look_alike: Vec::new(),
            funds: Vec::new(),
            opening_day: None,
            halting: BTreeSet::new(),
            other_class: BTreeSet::new(),
        }
    }

    /// Refuses a row for what only saving can find out: a movement that the loan or the books do not take, a record that
    /// its room does not. `detail` says why, in words.
    pub fn refuse_movement(&mut self, kind: TableKind, place: &Place, detail: &str) {
        let reason = match kind {
            TableKind::Requests | TableKind::Assessments => "record_refused",
            _ => "movement_refused",
        };
        each_table!(&mut self.tables, table => {
            if table.kind == kind && let Some(found) = table.rows.iter_mut().find(|one| one.is_at(place)) {
                found.reasons.push(Reason {
                    field: String::new(),
                    reason: reason.to_owned(),
                    raw: String::new(),
                    detail: Some(detail.to_owned()),
                });
                found.settle(false);
                table.finish();
            }
        });
        self.counts = counts(&self.tables);
    }

    /// The identity numbers of refused rows of beneficiaries, for [`Known::refused_identities`] of the next file.
    pub fn refused_identities(&self) -> Vec<String> {
        let rows = self.tables.beneficiaries.iter().flat_map(|table| &table.rows);
        let refused = rows.filter(|row| row.verdict == Verdict::Refused);
        let numbers =
            refused.filter_map(|row| row.cells.get("id_number")).map(|cell| clean(&crate::text::as_meant(&cell.raw)));
        numbers.filter(|number| !number.is_empty()).collect()
    }

    /// The report without the cells of the preview: row numbers, verdicts, reasons and values.
    pub fn without_cells(mut self) -> Self {
        each_table!(&mut self.tables, table => {
            for row in &mut table.rows {
                row.cells.clear();
            }
        });
        self
    }
}

/// Judges a file. Pure: the same file, draft and office give the same judgement.
pub fn validate(book: &Workbook, draft: &Draft, known: &Known) -> Validation {
    validate_while(book, draft, known, &|| true)
}

/// [`validate`], which ends early where `go_on` says no: what it returns then is to be thrown away.
pub fn validate_while(book: &Workbook, draft: &Draft, known: &Known, go_on: &dyn Fn() -> bool) -> Validation {
    let read = || Table::read(book, draft, TableKind::Beneficiaries, known.today, go_on, beneficiaries::read);
    judged(book, draft, known, read, go_on)
}

/// Judges a file again after its draft changed: the same judgement as [`validate_while`] makes, in less time. `last` is
/// the draft as it was judged then, and that judgement; the office around is the same.
pub fn validate_again(
    book: &Workbook,
    draft: &Draft,
    known: &Known,
    last: (&Draft, Validation),
    go_on: &dyn Fn() -> bool,
) -> Validation {
    let (before, last) = last;
    let people = last.tables.beneficiaries;
    // Rows of members were put into the rows of their heads: these are read anew, all of them.
    let people = people.filter(|table| !table.parts.iter().any(|part| part.columns.contains_key("relation")));
    let again = move || people?.read_again(book, (before, draft), known.today, beneficiaries::read);
    let read = || {
        again().or_else(|| Table::read(book, draft, TableKind::Beneficiaries, known.today, go_on, beneficiaries::read))
    };
    judged(book, draft, known, read, go_on)
}

fn judged(
    book: &Workbook,
    draft: &Draft,
    known: &Known,
    people: impl FnOnce() -> Option<Table<Beneficiary>>,
    go_on: &dyn Fn() -> bool,
) -> Validation {
    let mut tables = Tables::default();
    let mut found = Validation::nothing(draft.subject);
    match draft.subject {
        Subject::Beneficiaries => {
            tables.beneficiaries = people();
            if let Some(table) = &mut tables.beneficiaries {
                let members = beneficiaries::gather_members(table);
                beneficiaries::refuse_repeated(table, known);
                (found.duplicate_pairs, found.different_people_that_look_alike) = pairs::find(table, known, go_on);
                table.settle(draft);
                beneficiaries::settle_members(table, members);
                table.finish();
            }
        }
        Subject::Loans => judge_loans(book, draft, known, &mut tables, go_on),
        Subject::Openings => {
            judge_openings(book, draft, known, &mut tables, go_on);
            found.funds = tables.openings.as_ref().map(fund_lines).unwrap_or_default();
            found.opening_day = draft.parts(TableKind::Openings).find_map(|layout| day_in_title(book, layout));
        }
        Subject::FollowUp => {
            followed::judge(book, draft, known, &mut tables, go_on);
            found.halting = followed::halting(&tables);
        }
        Subject::CaseRegisters => {
            cases::judge(book, draft, known, &mut tables, go_on);
            found.other_class = cases::other_class(&tables, known);
        }
    }
    let counts = counts(&tables);
    Validation {
        not_found: draft.subject.tables().iter().filter(|kind| !tables.has(**kind)).copied().collect(),
        data_rows: counts.values().sum(),
        counts,
        tables,
        left_out: left_out(book, draft),
        ..found
    }
}

/// The sheets of which nothing is imported.
fn left_out(book: &Workbook, draft: &Draft) -> Vec<LeftOutSheet> {
    let used = |name: &str| draft.layouts.iter().any(|layout| layout.sheet == name);
    let sheets = book.sheets.iter().filter(|sheet| !used(&sheet.name));
    sheets
        .map(|sheet| {
            let rows = sheet.rows.iter().filter(|cells| cells.iter().any(|cell| !cell.is_blank())).count();
            let reason = match (rows, sheet.hidden) {
                (0, _) => "empty",
                (_, true) => "hidden",
                (_, false) => "no_table",
            };
            LeftOutSheet { sheet: sheet.name.clone(), reason: reason.to_owned(), rows }
        })
        .collect()
}

fn judge_loans(book: &Workbook, draft: &Draft, known: &Known, tables: &mut Tables, go_on: &dyn Fn() -> bool) {
    let around = Around::new(book, draft, known);
    let mut register = Table::read(book, draft, TableKind::Loans, known.today, go_on, |row| loans::read(row, &around));
    if let Some(table) = &mut register {
        loans::refuse_repeated(table, known);
        table.settle(draft);
    }
    let mut index = loans::index(register.as_ref(), known);

    let mut paid_out =
        Table::read(book, draft, TableKind::Tranches, known.today, go_on, |row| tranches::read(row, &index));
    if let Some(table) = &mut paid_out {
        tranches::refuse_repeated(table, known);
        tranches::compare_sums(table, &index, register.as_mut());
        table.settle(draft);
        tranches::tell_first_days(table, &mut index);
        table.finish();
    }
    let mut paid_back =
        Table::read(book, draft, TableKind::Repayments, known.today, go_on, |row| repayments::read(row, &index));
    if let Some(table) = &mut paid_back {
        repayments::look_at_receipts(table, known);
        // Answers about receipts come first: a cancellation waits for the receipt it cancels.
        table.settle(draft);
        repayments::look_at_reversals(table, known, draft);
        table.settle(draft);
        table.finish();
    }
    if let Some(table) = &mut register {
        table.finish();
    }
    (tables.loans, tables.tranches, tables.repayments) = (register, paid_out, paid_back);
}

fn judge_openings(book: &Workbook, draft: &Draft, known: &Known, tables: &mut Tables, go_on: &dyn Fn() -> bool) {
    let mut found = Table::read(book, draft, TableKind::Funds, known.today, go_on, funds::read);
    if let Some(table) = &mut found {
        funds::refuse_repeated(table, known);
        table.settle(draft);
        table.finish();
    }
    let names = funds::names(found.as_ref(), known);
    let chart = Chart::new(known);
    let mut openings = Table::read(book, draft, TableKind::Openings, known.today, go_on, |row| {
        funds::read_opening(row, &names, &chart)
    });
    if let Some(table) = &mut openings {
        funds::skip_zero_lines(table);
        funds::skip_parents(table, &chart);
        funds::look_at_signs(table, draft);
        funds::refuse_repeated_lines(table, known);
        table.settle(draft);
        table.finish();
    }
    (tables.funds, tables.openings) = (found, openings);
}

impl Tables {
    /// A table with its rows, whatever they hold.
    pub fn view(&self, kind: TableKind) -> Option<TableView<'_>> {
        let mut found = None;
        each_table!(self, table => {
            if table.kind == kind {
                found = Some(table.view());
            }
        });
        found
    }

    fn has(&self, kind: TableKind) -> bool {
        match kind {
            TableKind::Beneficiaries => self.beneficiaries.is_some(),
            TableKind::Loans => self.loans.is_some(),
            TableKind::Tranches => self.tranches.is_some(),
            TableKind::Repayments => self.repayments.is_some(),
            TableKind::Funds => self.funds.is_some(),
            TableKind::Openings => self.openings.is_some(),
            TableKind::Guarantees => self.guarantees.is_some(),
            TableKind::Visits => self.visits.is_some(),
            TableKind::Commitments => self.commitments.is_some(),
            TableKind::Requests => self.requests.is_some(),
            TableKind::Assessments => self.assessments.is_some(),
        }
    }
}

fn counts(tables: &Tables) -> BTreeMap<Verdict, usize> {
    let mut counts = BTreeMap::new();
    each_table!(tables, table => {
        for (verdict, count) in &table.counts {
            *counts.entry(*verdict).or_default() += count;
        }
    });
    counts
}

fn fund_lines(table: &Table<Opening>) -> Vec<FundLine> {
    let mut funds: Vec<(&str, Vec<&Opening>)> = Vec::new();
    for (_, line) in table.ready() {
        match funds.iter_mut().find(|(fund, _)| *fund == line.fund) {
            Some((_, lines)) => lines.push(line),
            None => funds.push((&line.fund, vec![line])),
        }
    }
    funds.into_iter().map(|(fund, lines)| fund_line(fund, &lines)).collect()
}

fn fund_line(fund: &str, lines: &[&Opening]) -> FundLine {
    // What leaves the range of money cannot be balanced either, and says so as zero against something.
    let sum = |of: &dyn Fn(&&&Opening) -> bool| {
        Money::sum(lines.iter().filter(of).map(|line| line.amount)).unwrap_or_default()
    };
    let begins = |codes: &'static [&'static str]| {
        sum(&|line: &&&Opening| codes.iter().any(|code| line.account.starts_with(code)))
    };
    let debit = sum(&|line| line.amount.is_positive());
    let credit = sum(&|line| line.amount.is_negative()).negated();
    FundLine {
        fund: fund.to_owned(),
        debit_halalas: debit,
        credit_halalas: credit,
        cash_halalas: begins(&["111", "131"]),
        loans_halalas: begins(&["11201"]),
        net_assets_halalas: begins(&["23"]).negated(),
        balanced: debit == credit,
    }
}

/// The first date that stands above the header: «أرصدة افتتاحية في 2025/01/01م».
fn day_in_title(book: &Workbook, layout: &crate::Layout) -> Option<Day> {
    let sheet = book.sheets.iter().find(|sheet| sheet.name == layout.sheet)?;
    let above = sheet.rows.iter().take(layout.header_row.saturating_sub(1)).flatten();
    above
        .filter_map(|cell| match cell {
            Cell::Day(day) => Some(*day),
            Cell::Text(text) => text.split_whitespace().find_map(|word| typed_date(word).ok()).map(|date| date.day),
            _ => None,
        })
        .next()
}

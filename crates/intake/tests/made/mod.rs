//! Workbooks made in a line or two, and what was found in them in words.

use intake::{
    Answer, Decision, Draft, Known, KnownAccount, KnownFund, KnownLoan, KnownPerson, Layout, Subject, TableKind,
    Validation, letters, validate,
};
use kernel::saudi::{Iban, NationalId};
use serde_json::Value;
use sheets::{Cell, Sheet, Workbook};
use std::collections::BTreeSet;

/// A sheet of rows whose cells stand between strokes. `#7` is a valid identity number, `*7` a mobile number, `^7` an IBAN.
pub fn sheet(name: &str, rows: &[&str]) -> Sheet {
    Sheet::visible(name, rows.iter().map(|row| row.split('|').map(cell).collect()).collect())
}

fn cell(text: &str) -> Cell {
    let numbered = |sign: char| text.strip_prefix(sign).and_then(|rest| rest.parse::<u32>().ok());
    if text.is_empty() {
        Cell::Empty
    } else if let Some(number) = numbered('#') {
        Cell::Text(identity(number).into())
    } else if let Some(number) = numbered('*') {
        Cell::Text(format!("05012{number:05}").into())
    } else if let Some(number) = numbered('^') {
        Cell::Text(iban(number).into())
    } else {
        Cell::Text(text.into())
    }
}

pub fn identity(number: u32) -> String {
    let valid = |check: u32| Some(format!("10{number:07}{check}")).filter(|one| NationalId::parse(one).is_ok());
    (0..10).find_map(valid).unwrap()
}

pub fn iban(number: u32) -> String {
    let valid = |check: u32| Some(format!("SA{check:02}80{number:018}")).filter(|one| Iban::parse(one).is_ok());
    (0..100).find_map(valid).unwrap()
}

/// The fields of a layout with the letters of their columns; what is asked about has a question mark.
pub fn said(layout: &Layout) -> String {
    let field = |(field, columns): (&String, &Vec<usize>)| {
        let at: Vec<String> = columns.iter().map(|column| letters(*column)).collect();
        let doubt = if layout.doubtful().any(|doubtful| doubtful == field) { "?" } else { "" };
        format!("{field}={}{doubt}", at.join("+"))
    };
    layout.columns.iter().map(field).collect::<Vec<_>>().join(" ")
}

pub struct Office {
    pub book: Workbook,
    pub draft: Draft,
    pub known: Known,
}

impl Office {
    pub fn new(subject: Subject, sheets: Vec<Sheet>) -> Self {
        let book = Workbook { sheets };
        let draft = Draft::found(&book, subject);
        Self { book, draft, known: Known::nothing("2026-11-01".parse().unwrap()) }
    }

    pub fn judged(&self) -> Validation {
        validate(&self.book, &self.draft, &self.known)
    }
}

/// An office as [`Known`] tells of it: five people, two funds, three loans, a small chart.
pub fn office(subject: Subject, sheets: Vec<Sheet>) -> Office {
    let mut office = Office::new(subject, sheets);
    let known = &mut office.known;
    known.people = (1..6)
        .map(|number| KnownPerson {
            key: format!("k{number}"),
            name: format!("{number}"),
            identity: identity(number),
            file_no: String::new(),
            born: None,
            mobile: String::new(),
            sex: None,
        })
        .collect();
    let fund = |name: &str| KnownFund { key: name.to_owned(), name: name.to_owned(), opened: false };
    known.funds = vec![fund("العام"), fund("صندوق الزكاة")];
    let loan = |number: usize| KnownLoan {
        loan_no: format!("7{number}"),
        disbursed_on: "2024-01-05".parse().unwrap(),
        first_due: "2024-02-10".parse().unwrap(),
        amount: 1_200_000.into(),
        disbursed: 1_200_000.into(),
    };
    known.loans = (1..4).map(loan).collect();
    let account =
        |(code, name): (&str, &str)| KnownAccount { code: code.to_owned(), name: name.to_owned(), postable: true };
    known.accounts = [("11101", "البنك"), ("231", "صافي الأصول"), ("11201", "قروض")].map(account).to_vec();
    office
}

impl Office {
    /// What each sheet was found to be.
    pub fn found(&self) -> Vec<String> {
        self.draft
            .layouts
            .iter()
            .map(|layout| format!("{} {}: {}", layout.sheet, layout.kind.name(), said(layout)))
            .collect()
    }

    /// Answers a question for all rows.
    pub fn answer(&mut self, table: TableKind, ask: &str, decision: Decision) {
        self.draft.answer(Answer::of(table, None, ask, decision));
    }

    /// The rows of a table as a report has them.
    pub fn rows(&self, table: TableKind) -> Vec<Value> {
        let report = serde_json::to_value(self.judged().without_cells()).unwrap();
        report["tables"][table.name()]["rows"].as_array().cloned().unwrap_or_default()
    }

    /// Some values of each row, after its verdict.
    pub fn values(&self, table: TableKind, fields: &[&str]) -> Vec<String> {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let row = |row: &Value| {
            let values = fields.iter().map(|field| text(&row["values"][*field]));
            std::iter::once(text(&row["verdict"])).chain(values).collect::<Vec<_>>().join(" ")
        };
        self.rows(table).iter().map(row).collect()
    }

    /// The questions of a table, each once.
    pub fn questions(&self, table: TableKind) -> BTreeSet<String> {
        let asks = self.rows(table).into_iter().flat_map(|row| row["ask"].as_array().cloned().unwrap_or_default());
        let text = |ask: &Value, name: &str| ask[name].as_str().unwrap_or_default().to_owned();
        asks.map(|ask| {
            format!("{} {} {}", text(&ask, "kind"), text(&ask, "field"), text(&ask, "value")).trim().to_owned()
        })
        .collect()
    }

    /// The columns of a sheet that a table leaves out, by their headers.
    pub fn left_out(&self, place: usize) -> Vec<String> {
        let layout = &self.draft.layouts[place];
        let sheet = self.book.sheets.iter().find(|sheet| sheet.name == layout.sheet).unwrap();
        let headers = layout.headers(sheet);
        layout
            .unmapped(sheet)
            .iter()
            .map(|column| headers.get(column).map_or_else(|| letters(*column), |one| one.text()))
            .collect()
    }
}

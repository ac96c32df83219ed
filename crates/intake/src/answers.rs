//! What the person decided so far: the only thing kept between looking at a file and importing it.

use crate::layout::Layout;
use crate::validated::{Ask, Other};
use crate::{Subject, TableKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportDecision")]
pub enum Decision {
    /// Another person, another payment, right as it stands: the row goes in.
    Import,
    /// The same person, the same payment, a mistake: the row stays out.
    LeaveOut,
    /// This one is meant: the fund's name, or the receipt that is cancelled.
    Use(String),
}

/// One answer: to one kind of question of one row, or of all rows (`row` is `None`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub table: TableKind,
    /// The number of the row in the sheet; `None` answers all rows that have no answer of their own.
    pub row: Option<usize>,
    /// The kind of question: [`Ask::kind`](crate::Ask::kind).
    pub ask: String,
    pub decision: Decision,
}

/// An import in the making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub subject: Subject,
    pub layouts: Vec<Layout>,
    /// Cells corrected by hand: table, row (its number in the sheet), field, text.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    #[serde(default)]
    pub answers: Vec<Answer>,
}

/// The cells of one row that were corrected by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub table: TableKind,
    pub row: usize,
    pub cells: BTreeMap<String, String>,
}

/// The answers of one table by row and kind of question.
pub(crate) struct Decisions<'a>(HashMap<(Option<usize>, &'a str), &'a Decision>);

impl<'a> Decisions<'a> {
    /// The answer to a question of a row: its own, else the one for all; of a row that is alike to one that asks, else
    /// the answer there.
    pub fn on(&self, row: usize, ask: &Ask) -> Option<&'a Decision> {
        let of = |row: usize, kind: &str| self.0.get(&(Some(row), kind)).or_else(|| self.0.get(&(None, kind))).copied();
        of(row, ask.kind()).or_else(|| match ask {
            Ask::AlikeUndecided { of: Other::Row { row, .. } } => of(*row, "suspected_duplicate"),
            _ => None,
        })
    }
}

impl Draft {
    /// A draft with the tables as they were found.
    pub fn found(book: &sheets::Workbook, subject: Subject) -> Self {
        Self { subject, layouts: crate::layout::find(book, subject), corrections: Vec::new(), answers: Vec::new() }
    }

    /// Corrects a cell; the last correction counts.
    pub fn correct(&mut self, table: TableKind, row: usize, field: &str, text: &str) {
        let cell = (field.to_owned(), text.to_owned());
        match self.corrections.iter_mut().find(|correction| (correction.table, correction.row) == (table, row)) {
            Some(correction) => drop(correction.cells.insert(cell.0, cell.1)),
            None => self.corrections.push(Correction { table, row, cells: BTreeMap::from([cell]) }),
        }
    }

    /// Answers a question; the last answer counts. `row` `None` answers it for all rows.
    pub fn answer(&mut self, answer: Answer) {
        self.answers.retain(|old| (old.table, old.row, &old.ask) != (answer.table, answer.row, &answer.ask));
        self.answers.push(answer);
    }

    /// Takes a correction back; the cell is read as it stands in the file again.
    pub fn uncorrect(&mut self, table: TableKind, row: usize, field: &str) {
        for correction in
            self.corrections.iter_mut().filter(|correction| (correction.table, correction.row) == (table, row))
        {
            correction.cells.remove(field);
        }
        self.corrections.retain(|correction| !correction.cells.is_empty());
    }

    /// Takes an answer back; the question is open again.
    pub fn unanswer(&mut self, table: TableKind, row: Option<usize>, ask: &str) {
        self.answers.retain(|old| (old.table, old.row, old.ask.as_str()) != (table, row, ask));
    }

    /// The corrected cells of a table by the number of their row.
    pub(crate) fn corrected_rows(&self, table: TableKind) -> HashMap<usize, &BTreeMap<String, String>> {
        let corrections = self.corrections.iter().filter(|correction| correction.table == table);
        corrections.map(|correction| (correction.row, &correction.cells)).collect()
    }

    /// The cells of a row that were corrected by hand.
    pub fn corrected(&self, table: TableKind, row: usize) -> impl Iterator<Item = &str> {
        self.cells_of(table, row).into_iter().flat_map(|cells| cells.keys().map(String::as_str))
    }

    pub(crate) fn cells_of(&self, table: TableKind, row: usize) -> Option<&BTreeMap<String, String>> {
        self.corrections
            .iter()
            .find(|correction| (correction.table, correction.row) == (table, row))
            .map(|correction| &correction.cells)
    }

    /// The answers of a table, to be looked up by row.
    pub(crate) fn decisions(&self, table: TableKind) -> Decisions<'_> {
        let answers = self.answers.iter().filter(|answer| answer.table == table);
        Decisions(answers.map(|answer| ((answer.row, answer.ask.as_str()), &answer.decision)).collect())
    }

    /// The answer for a row: its own, else the one for all.
    pub(crate) fn decision(&self, table: TableKind, row: usize, ask: &str) -> Option<&Decision> {
        let of = |wanted: Option<usize>| {
            self.answers.iter().find(move |answer| answer.table == table && answer.row == wanted && answer.ask == ask)
        };
        of(Some(row)).or_else(|| of(None)).map(|answer| &answer.decision)
    }
}

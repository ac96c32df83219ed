//! What the person decided so far: the only thing kept between looking at a file and importing it.

use crate::layout::Layout;
use crate::validated::{Ask, Other, Place};
use crate::{Subject, TableKind};
use kernel::arabic::fold;
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

/// One answer to one kind of question: of one row, of one word of a column, of a column, or of all rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub table: TableKind,
    /// `None` answers all rows that have no answer of their own.
    pub row: Option<Place>,
    /// What the question is about, [`Ask::about`]; `None` answers it whatever it is about.
    #[serde(default)]
    pub field: Option<String>,
    #[serde(default)]
    pub value: Option<String>,
    /// The kind of question: [`Ask::kind`](crate::Ask::kind).
    pub ask: String,
    pub decision: Decision,
}

impl Answer {
    /// Of one row, or of all.
    pub fn of(table: TableKind, row: Option<Place>, ask: &str, decision: Decision) -> Self {
        Self { table, row, field: None, value: None, ask: ask.to_owned(), decision }
    }

    fn is_to(&self, other: &Self) -> bool {
        let same_value = self.value.as_deref().map(fold) == other.value.as_deref().map(fold);
        (self.table, &self.row, &self.field, &self.ask) == (other.table, &other.row, &other.field, &other.ask)
            && same_value
    }
}

/// An import in the making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub subject: Subject,
    pub layouts: Vec<Layout>,
    /// Cells corrected by hand.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    #[serde(default)]
    pub answers: Vec<Answer>,
}

/// The cells of one row that were corrected by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub table: TableKind,
    #[serde(flatten)]
    pub place: Place,
    pub cells: BTreeMap<String, String>,
}

/// The answers of one table, to be looked up.
pub(crate) struct Decisions<'a> {
    of_rows: HashMap<(&'a Place, &'a str), &'a Decision>,
    of_words: HashMap<(&'a str, &'a str, String), &'a Decision>,
}

impl<'a> Decisions<'a> {
    /// The answer to a question of a row: its own, else the one for its word, its column, or for all; of a row that is alike
    /// to one that asks, else the answer there.
    pub fn on(&self, place: &Place, ask: &Ask) -> Option<&'a Decision> {
        let (field, value) = ask.about();
        let own = || self.of_rows.get(&(place, ask.kind())).copied();
        own().or_else(|| self.about(ask.kind(), field, value)).or_else(|| match ask {
            Ask::AlikeUndecided { of: Other::Row { sheet, row } } => {
                let other = Place::row(sheet, *row);
                let kind = "suspected_duplicate";
                self.of_rows.get(&(&other, kind)).copied().or_else(|| self.about(kind, "", ""))
            }
            _ => None,
        })
    }

    fn about(&self, kind: &str, field: &str, value: &str) -> Option<&'a Decision> {
        if self.of_words.is_empty() {
            return None;
        }
        let value = fold(value);
        let of = |field: &str, value: &str| self.of_words.get(&(kind, field, value.to_owned())).copied();
        of(field, &value)
            .or_else(|| of("", &value).filter(|_| !value.is_empty()))
            .or_else(|| of(field, ""))
            .or_else(|| of("", ""))
    }
}

impl Draft {
    /// A draft with the tables as they were found.
    pub fn found(book: &sheets::Workbook, subject: Subject) -> Self {
        Self { subject, layouts: crate::find(book, subject), corrections: Vec::new(), answers: Vec::new() }
    }

    /// The parts of a table, in the order of the file.
    pub fn parts(&self, table: TableKind) -> impl Iterator<Item = &Layout> {
        self.layouts.iter().filter(move |layout| layout.kind == table)
    }

    /// Where a row of this number stands, for whoever does not say on which sheet: the table's first.
    pub fn place(&self, table: TableKind, sheet: Option<&str>, row: usize, column: Option<&str>) -> Place {
        let sheet = sheet.or_else(|| self.parts(table).next().map(|layout| layout.sheet.as_str())).unwrap_or_default();
        Place { column: column.map(str::to_owned), ..Place::row(sheet, row) }
    }

    /// Corrects a cell; the last correction counts.
    pub fn correct(&mut self, table: TableKind, place: &Place, field: &str, text: &str) {
        let cell = (field.to_owned(), text.to_owned());
        match self.corrections.iter_mut().find(|correction| correction.table == table && correction.place == *place) {
            Some(correction) => drop(correction.cells.insert(cell.0, cell.1)),
            None => {
                self.corrections.push(Correction { table, place: place.clone(), cells: BTreeMap::from([cell]) });
            }
        }
    }

    /// Answers a question; the last answer counts. What a column holds is answered in the layout itself: it is taken for
    /// that field, for another, or left out.
    pub fn answer(&mut self, answer: Answer) {
        if answer.ask == "column_meaning" {
            self.settle_columns(&answer);
            return;
        }
        self.answers.retain(|old| !old.is_to(&answer));
        self.answers.push(answer);
    }

    fn settle_columns(&mut self, answer: &Answer) {
        let becomes = |field: &str| match &answer.decision {
            Decision::Import => Some(field.to_owned()),
            Decision::LeaveOut => None,
            Decision::Use(other) => Some(other.clone()),
        };
        for layout in self.layouts.iter_mut().filter(|layout| layout.kind == answer.table) {
            let here = |place: &Place| *place.sheet == *layout.sheet;
            if answer.row.as_ref().is_some_and(|place| !here(place)) {
                continue;
            }
            let asked: Vec<String> = layout.doubtful().map(str::to_owned).collect();
            for field in asked.iter().filter(|field| answer.field.as_ref().is_none_or(|wanted| wanted == *field)) {
                let becomes = becomes(field);
                // A field that has a column of its own already keeps it.
                let taken = becomes.as_ref().is_some_and(|new| new != field && layout.columns.contains_key(new));
                layout.settle(field, becomes.as_deref().filter(|_| !taken));
            }
        }
    }

    /// Takes a correction back; the cell is read as it stands in the file again.
    pub fn uncorrect(&mut self, table: TableKind, place: &Place, field: &str) {
        for correction in self.corrections.iter_mut().filter(|one| one.table == table && one.place == *place) {
            correction.cells.remove(field);
        }
        self.corrections.retain(|correction| !correction.cells.is_empty());
    }

    /// Takes an answer back; the question is open again.
    pub fn unanswer(&mut self, answer: &Answer) {
        self.answers.retain(|old| !old.is_to(answer));
    }

    /// The corrected cells of a table by the place of their row.
    pub(crate) fn corrected_rows(&self, table: TableKind) -> HashMap<&Place, &BTreeMap<String, String>> {
        let corrections = self.corrections.iter().filter(|correction| correction.table == table);
        corrections.map(|correction| (&correction.place, &correction.cells)).collect()
    }

    /// The cells of a row that were corrected by hand.
    pub fn corrected(&self, table: TableKind, place: &Place) -> impl Iterator<Item = &str> {
        self.cells_of(table, place).into_iter().flat_map(|cells| cells.keys().map(String::as_str))
    }

    pub(crate) fn cells_of(&self, table: TableKind, place: &Place) -> Option<&BTreeMap<String, String>> {
        let mut corrections = self.corrections.iter();
        corrections.find(|one| one.table == table && one.place == *place).map(|correction| &correction.cells)
    }

    /// The answers of a table, to be looked up.
    pub(crate) fn decisions(&self, table: TableKind) -> Decisions<'_> {
        let answers = self.answers.iter().filter(|answer| answer.table == table);
        let (mut of_rows, mut of_words) = (HashMap::new(), HashMap::new());
        for answer in answers {
            let (ask, field) = (answer.ask.as_str(), answer.field.as_deref().unwrap_or_default());
            match &answer.row {
                Some(place) => drop(of_rows.insert((place, ask), &answer.decision)),
                None => {
                    let value = answer.value.as_deref().map(fold).unwrap_or_default();
                    of_words.insert((ask, field, value), &answer.decision);
                }
            }
        }
        Decisions { of_rows, of_words }
    }

    /// The answers that count for more than one row: what a person decided once for a word, a column, a sheet.
    pub fn shared_answers(&self) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(|answer| answer.row.is_none())
    }
}

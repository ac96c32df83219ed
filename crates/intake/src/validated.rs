//! What a row turned out to be.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportRowPlace")]
pub struct Place {
    pub sheet: Arc<str>,
    /// The number of the row in the sheet, from 1.
    pub row: usize,
    /// The letters of the column whose sum makes the row, where months stand across.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub column: Option<String>,
}

impl Place {
    /// A whole row of a sheet.
    pub fn row(sheet: &str, row: usize) -> Self {
        Self { sheet: Arc::from(sheet), row, column: None }
    }
}

/// How a row ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportVerdict")]
pub enum Verdict {
    /// Ready, every cell in the ordinary style of its column.
    Clean,
    /// Ready after the changes listed.
    Normalised,
    /// Not to be imported before a person has answered.
    Ask,
    /// Not to be imported; each reason is given.
    Refused,
    /// Left out by a person's answer.
    Skipped,
}

/// Why a row is refused: the code is the key of its words, `intake.reason.<reason>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportReason")]
pub struct Reason {
    pub field: String,
    pub reason: String,
    /// The cell as it stands in the file.
    pub raw: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// A cell that becomes something other than what stands there. `how` is the key of its words, `intake.how.<how>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportChange")]
pub struct Changed {
    pub field: String,
    pub from: String,
    pub to: String,
    pub how: String,
}

/// The row another row is like.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(untagged)]
#[ts(rename = "ImportPlace")]
pub enum Other {
    /// In this file.
    Row { sheet: Arc<str>, row: usize },
    /// Already in the office: the key the caller gave.
    Known { known: String },
}

/// How likely two rows are one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportLevel")]
pub enum Level {
    Possible,
    Strong,
    Exact,
}

/// A question only a person can answer. Its words are `intake.question.<kind>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "ImportQuestion")]
pub enum Ask {
    /// The same person as that one?
    SuspectedDuplicate { of: Other, level: Level },
    /// It is alike in everything to a row that asks itself: the answer there counts here.
    AlikeUndecided { of: Other },
    /// Which fund is meant?
    UnknownFund { value: String },
    /// Which account of the chart is meant? Its code, or its name where the file has no code.
    UnknownAccount { value: String },
    /// What does the word of a column mean?
    UnknownWord { field: String, value: String },
    /// Is this the value of every row of the sheet? `said` is the name of the sheet, or the line above the header.
    SheetValue { field: String, value: String, said: String },
    /// Does the column hold what it is taken for?
    ColumnMeaning { field: String, header: String },
    /// Which hundred years do the years of two digits of a column belong to?
    ShortYear { field: String },
    /// Are the sums in the unit that the header of their column says, or a line above the table?
    MoneyUnit { value: String },
    /// On which day of the month does a payment stand whose column names the month only?
    MonthDay,
    /// The same receipt number stands beside another payment.
    ReceiptNumberReused { receipt: String },
    /// The cancellation names another amount than the receipt it cancels.
    ReversalAmountDiffers { target: String },
    /// A minus amount that names no receipt.
    NegativeWithoutReference,
    /// The receipt it cancels waits for an answer itself.
    ReversalTargetUndecided { target: String },
    /// The loan it belongs to waits for an answer itself.
    LoanUndecided { loan_no: String },
    /// Who of the office is meant?
    UnknownPerson { field: String, value: String },
    /// The row names nobody of the office: who was it?
    NobodyNamed { field: String },
    /// A visit of before saw a sign of distress: does it halt the project?
    OldDistress,
    /// The beneficiary did not keep a promise of before: does it halt the project?
    OldPromise,
}

impl Ask {
    /// The kind as in JSON, by which answers are given.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::SuspectedDuplicate { .. } => "suspected_duplicate",
            Self::AlikeUndecided { .. } => "alike_undecided",
            Self::UnknownFund { .. } => "unknown_fund",
            Self::UnknownAccount { .. } => "unknown_account",
            Self::UnknownWord { .. } => "unknown_word",
            Self::SheetValue { .. } => "sheet_value",
            Self::ColumnMeaning { .. } => "column_meaning",
            Self::ShortYear { .. } => "short_year",
            Self::MoneyUnit { .. } => "money_unit",
            Self::MonthDay => "month_day",
            Self::ReceiptNumberReused { .. } => "receipt_number_reused",
            Self::ReversalAmountDiffers { .. } => "reversal_amount_differs",
            Self::NegativeWithoutReference => "negative_without_reference",
            Self::ReversalTargetUndecided { .. } => "reversal_target_undecided",
            Self::LoanUndecided { .. } => "loan_undecided",
            Self::UnknownPerson { .. } => "unknown_person",
            Self::NobodyNamed { .. } => "nobody_named",
            Self::OldDistress => "old_distress",
            Self::OldPromise => "old_promise",
        }
    }
}

impl Ask {
    /// What a question is about beside its row: the field and the word, so that one answer counts for all that ask the same.
    pub fn about(&self) -> (&str, &str) {
        match self {
            Self::UnknownFund { value } => ("fund", value),
            Self::UnknownAccount { value } => ("account", value),
            Self::UnknownWord { field, value }
            | Self::SheetValue { field, value, .. }
            | Self::UnknownPerson { field, value } => (field, value),
            Self::ColumnMeaning { field, header } => (field, header),
            Self::MoneyUnit { value } => ("", value),
            Self::ShortYear { field } | Self::NobodyNamed { field } => (field, ""),
            _ => ("", ""),
        }
    }
}

/// Whether «it is right as it stands» answers a kind of question; the others need a name, a number, or another row.
pub fn can_stand(ask: &str) -> bool {
    matches!(
        ask,
        "suspected_duplicate" | "alike_undecided" | "receipt_number_reused" | "sheet_value" | "column_meaning"
    )
}

/// How a cell of the preview is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportCellState")]
pub enum CellState {
    Ready,
    Mended,
    Refused,
}

/// A cell of the preview: what stands there and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellView {
    pub raw: String,
    pub value: String,
    pub state: CellState,
}

/// A data row with its verdict. `values` is there when every cell it needs could be read, whatever the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validated<T> {
    pub sheet: Arc<str>,
    /// The number of the row in the sheet, from 1.
    pub row: usize,
    /// The letters of the column whose sum makes the row, where months stand across.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    pub verdict: Verdict,
    #[serde(default = "nothing", skip_serializing_if = "Option::is_none")]
    pub values: Option<T>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<Changed>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<Ask>,
    /// Worth a look, never in the way: `intake.warning.<code>`.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// The preview, by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, CellView>,
}

fn nothing<T>() -> Option<T> {
    None
}

impl<T> Validated<T> {
    pub fn place(&self) -> Place {
        Place { sheet: self.sheet.clone(), row: self.row, column: self.column.clone() }
    }

    pub(crate) fn is_at(&self, place: &Place) -> bool {
        self.row == place.row && self.column == place.column && self.sheet == place.sheet
    }

    /// Whether the row goes in as it is.
    pub const fn is_ready(&self) -> bool {
        matches!(self.verdict, Verdict::Clean | Verdict::Normalised)
    }

    pub(crate) const fn is_refused(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// Adds a reason found by looking at other rows.
    pub(crate) fn refuse(&mut self, field: &str, reason: &str) {
        self.refuse_with(field, reason, None);
    }

    pub(crate) fn refuse_with(&mut self, field: &str, reason: &str, detail: Option<&str>) {
        let cell = self.cells.get_mut(field);
        let raw = cell.as_ref().map(|cell| cell.raw.clone()).unwrap_or_default();
        if let Some(cell) = cell {
            cell.state = CellState::Refused;
        }
        let detail = detail.map(str::to_owned);
        self.reasons.push(Reason { field: field.to_owned(), reason: reason.to_owned(), raw, detail });
    }

    pub(crate) fn warn(&mut self, warning: &str) {
        if !self.warnings.iter().any(|known| known == warning) {
            self.warnings.push(warning.to_owned());
        }
    }

    /// Notes that a field became something else by looking at other rows.
    pub(crate) fn correct(&mut self, field: &str, to: &str, how: &str) {
        let Some(cell) = self.cells.get_mut(field) else { return };
        cell.value = to.to_owned();
        if cell.state == CellState::Ready {
            cell.state = CellState::Mended;
            self.changed.push(Changed {
                field: field.to_owned(),
                from: cell.raw.clone(),
                to: to.to_owned(),
                how: how.to_owned(),
            });
        } else if let Some(changed) = self.changed.iter_mut().find(|changed| changed.field == field) {
            to.clone_into(&mut changed.to);
        }
    }

    /// The verdict that follows from what was found.
    pub(crate) fn settle(&mut self, left_out: bool) {
        self.verdict = if !self.reasons.is_empty() {
            Verdict::Refused
        } else if left_out {
            Verdict::Skipped
        } else if !self.ask.is_empty() {
            Verdict::Ask
        } else if !self.changed.is_empty() {
            Verdict::Normalised
        } else {
            Verdict::Clean
        };
    }
}

/// A row that is no data: neither imported nor an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedRow {
    pub sheet: Arc<str>,
    pub row: usize,
    /// `blank`, `totals`, `title`, `signature`, `header`, `zero_line`, `no_money`, `member`.
    pub reason: String,
}

/// A sheet of the file that is not imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportLeftOutSheet")]
pub struct LeftOutSheet {
    pub sheet: String,
    /// `hidden`, `empty`, `no_table`.
    pub reason: String,
    /// Rows of it that hold something.
    pub rows: usize,
}

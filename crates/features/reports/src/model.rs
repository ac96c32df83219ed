//! Nouns of reports.

use kernel::id::{PersonId, ReportId};
use kernel::{Day, Moment};
use office::association::Calendar;
use office::figure::{Better, FigurePart, FigureSection, FigureUnit};
use office::list;
use office::span::Span;
use office::target::Target;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! { ReportState { Draft = "draft", Waiting = "waiting", Issued = "issued" } }
list! {
    /// What became of a figure since the period before.
    ReportChange {
        Better = "better", Worse = "worse",
        /// It moved, and neither way is meant.
        Moved = "moved",
        Same = "same",
        /// There is nothing to compare.
        Unknown = "unknown",
    }
}
list! { ReportChannel { Paper = "paper", Email = "email", Meeting = "meeting", Message = "message" } }

/// Whom a report is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypedRecipient {
    pub name: String,
    /// The body they stand for.
    pub body: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportRecipient {
    pub place: i64,
    pub name: String,
    pub body: String,
    pub handed_on: Option<Day>,
    pub channel: Option<ReportChannel>,
    pub handed_by_name: String,
}

/// A figure of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportFigure {
    pub name: String,
    pub code: String,
    pub section: FigureSection,
    pub unit: FigureUnit,
    pub better: Better,
    pub title_key: String,
    pub value: Option<i64>,
    pub of: Option<(i64, i64)>,
    pub before: Option<i64>,
    pub change: ReportChange,
    pub parts: Vec<FigurePart>,
    /// Its rows as they are today; none of a figure nobody measures any more.
    pub target: Option<Target>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportLine {
    pub report: ReportId,
    pub report_no: String,
    pub calendar: Calendar,
    pub year: i32,
    pub month: u32,
    pub edition: i64,
    pub from: Day,
    pub until: Day,
    pub state: ReportState,
    pub prepared_by_name: String,
    pub prepared_on: Day,
    pub issued_by_name: String,
    pub issued_on: Option<Day>,
    pub recipients: i64,
    pub handed: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportPage {
    pub lines: Vec<ReportLine>,
    pub total: i64,
    /// Months of this year's calendar that ended and have no report, newest first.
    pub missing: Vec<MissingReport>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MissingReport {
    pub calendar: Calendar,
    pub year: i32,
    pub month: u32,
    pub until: Day,
}

/// A report with all it says: as it is counted now while it is a draft, as it was frozen from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportSheet {
    pub report: ReportId,
    pub report_no: String,
    pub calendar: Calendar,
    pub year: i32,
    pub month: u32,
    pub edition: i64,
    pub reason: String,
    pub span: Span,
    pub previous: Span,
    pub state: ReportState,
    pub summary: String,
    pub went_well: String,
    pub went_badly: String,
    pub advice: String,
    pub prepared_by: PersonId,
    pub prepared_by_name: String,
    pub prepared_on: Day,
    pub frozen_at: Option<Moment>,
    pub issued_by_name: String,
    pub issued_on: Option<Day>,
    pub figures: Vec<ReportFigure>,
    pub recipients: Vec<ReportRecipient>,
    /// Why whoever asks may not issue it: the name of a refusal, or of a permission.
    pub cannot_issue: Option<String>,
    /// Whether whoever asks prepared it.
    pub mine: bool,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedReport {
    pub report: ReportId,
    pub report_no: String,
}

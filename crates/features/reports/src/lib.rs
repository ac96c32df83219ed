//! «التقارير الدورية»: the figures of a month beside the month before, what changed for better and for worse, and what
//! somebody says of it.
//!
//! Which figures there are, only the features know (`figures` of their manifests); here they are taken as they stand when
//! another person is asked to issue the report, and frozen by the database from then on (`snapshot`). A report that was
//! issued stays; what is wrong in it is mended by another edition.

mod ask_issue;
mod begin;
mod hand_over;
pub mod inputs;
mod issue;
mod lists;
pub mod model;
mod paper;
mod queries;
mod remove;
mod rules;
mod save;
mod send_back;
mod snapshot;
mod steps;
mod store;
mod waiting;

pub use rules::REFUSALS;

use inputs::{AskIssue, BeginReport, HandReport, ListReports, ReturnReport, SaveReport, WhichReport};
use model::{ReportPage, ReportSheet, SavedReport};
use office::feature::Feature;
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "reports",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["reports"],
    screens: SCREENS,
    owns: &["periodic_report", "report_figure", "report_part", "report_recipient"],
    tasks: Some(waiting::tasks),
    steps: &[steps::ISSUE],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    /// See the reports of the association.
    REPORTS_VIEW = "reports.view", [Supervisor, Finance, Committee, Administrator];
    /// Prepare reports, and keep whom they were handed to.
    REPORTS_PREPARE = "reports.prepare", [Supervisor, Administrator];
    /// Issue reports another person prepared.
    REPORTS_ISSUE = "reports.issue", [Supervisor, Committee];
}

office::screens! {
    REPORT = "reports.open", WhichReport;
    REPORTS = "reports.list", ListReports;
}

office::commands! { "reports",
    read  list      (ListReports) -> ReportPage,  needs REPORTS_VIEW,    shows   [reports];
    read  open      (WhichReport) -> ReportSheet, needs REPORTS_VIEW,    shows   [reports, beneficiaries, requests, follow_up, assessments, loans];
    write begin     (BeginReport) -> SavedReport, needs REPORTS_PREPARE, touches [reports, tasks];
    write save      (SaveReport) -> SavedReport,  needs REPORTS_PREPARE, touches [reports];
    write ask_issue (AskIssue) -> SavedReport,    needs REPORTS_PREPARE, touches [reports, tasks];
    write issue     (WhichReport) -> SavedReport, needs REPORTS_ISSUE,   touches [reports, tasks];
    write send_back (ReturnReport) -> SavedReport, needs REPORTS_VIEW,   touches [reports, tasks];
    write remove    (WhichReport) -> Nothing,     needs REPORTS_PREPARE, touches [reports, tasks];
    write hand_over (HandReport) -> SavedReport,  needs REPORTS_PREPARE, touches [reports, tasks];
    print paper     (WhichReport) -> Paper,       needs REPORTS_VIEW,    touches [audit];
}

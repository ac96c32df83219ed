//! An office's own spreadsheets come in: looked at, mended, answered, and then saved whole or not at all.
//!
//! The file and everything a person decided about it stay in memory with the session (`desk`); nothing is written before
//! the person says so. What a row means is judged by the `intake` crate, which knows no office; what the office holds
//! already is gathered in `known`. How rows become records is told in `saving`, and the records are made by the rooms
//! they belong to.

mod answer;
mod approve;
mod cases;
mod close;
mod compare;
mod correct;
mod current;
mod followed;
mod forget_map;
mod known;
mod lay_out;
pub mod model;
mod open;
mod preview;
mod progress;
mod queries;
mod questions;
mod refuse;
mod refused;
mod rehearse;
mod report;
mod rows;
pub mod rules;
mod save;
mod save_map;
mod saving;
mod session;
mod set_day;
mod sheet;
mod step;
mod stop;
mod store;
mod taken_out;
pub mod taking_back;
mod tasks;
mod use_map;
mod waiting;

pub use rules::REFUSALS;
pub use session::ImportSession;

use funds::{FUNDS_APPROVE, FUNDS_VIEW};
use model::*;
use office::feature::Feature;
use office::inbox::Upload;
use office::input::Nothing;
use office::outbox::Handed;
use taking_back::{AskBack, ImportRunPage, ask_back, keep, take_back};
use waiting::{ApproveImport, RefuseImport, WaitingImport};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "importing",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["importing"],
    screens: SCREENS,
    owns: &["import_map", "import_run", "import_made", "import_refused_identity", "import_waiting"],
    publishes: &["import_going"],
    tasks: Some(tasks::outcomes),
    steps: &[step::MOVEMENTS, taking_back::TAKING_BACK],
    gated: &[GATED_TAKING_BACK],
    uploads: &[Upload { command: "importing.open", largest: LARGEST_FILE }],
    ..Feature::EMPTY
};

/// The step that other features may set conditions before, of each loan and each person that would go.
const GATED_TAKING_BACK: &str = "importing.take_back";

/// Bytes.
const LARGEST_FILE: usize = 20 * 1024 * 1024;

office::permissions! {
    /// Bring in an office's own files; of each kind who may also keep such records one by one.
    IMPORTING_USE = "importing.use", [Supervisor, Finance, Administrator];
    /// Take an import back that another person brought in; where its entries move money, of those who approve that.
    IMPORTING_TAKE_BACK = "importing.take_back", [Supervisor, Finance, Committee, Administrator];
}

office::screens! {
    /// What an import would post, to be approved.
    WAITING = "importing.waiting", WhichImport;
    /// A saved import, which may be taken back.
    RUN = "importing.run", WhichImport;
}

office::commands! { "importing",
    system  open       (OpenImport) -> ImportPreview,          needs IMPORTING_USE, shows   [];
    system  current    (Nothing) -> CurrentImport,       needs IMPORTING_USE, shows   [];
    system  sheet      (LookAtSheet) -> SheetLines,      needs IMPORTING_USE, shows   [];
    system  rows       (LookAtRows) -> RowsPage,         needs IMPORTING_USE, shows   [];
    system  lay_out    (LayOutTable) -> ImportPreview,         needs IMPORTING_USE, shows   [];
    system  set_day    (SetOpeningDay) -> ImportPreview,       needs IMPORTING_USE, shows   [];
    system  correct    (CorrectCell) -> ImportPreview,            needs IMPORTING_USE, shows   [];
    system  answer     (AnswerQuestion) -> ImportPreview,      needs IMPORTING_USE, shows   [];
    system  compare    (CompareRow) -> ImportComparison, needs IMPORTING_USE, shows   [];
    system  use_map    (UseMap) -> ImportPreview,              needs IMPORTING_USE, shows   [];
    system  save_map   (SaveMap) -> ImportPreview,             needs IMPORTING_USE, touches [importing];
    system  save       (WhichImport) -> ImportReport,    needs IMPORTING_USE, touches [importing, beneficiaries, funds, loans, guarantees, follow_up, tasks, audit];
    system  rehearse   (WhichImport) -> ImportPreview,   needs IMPORTING_USE, shows   [];
    system  progress   (WhichImport) -> ImportProgress,  needs IMPORTING_USE, shows   [];
    system  stop       (WhichImport) -> Nothing,         needs IMPORTING_USE, shows   [];
    system  refused    (ReportImport) -> Handed,         needs IMPORTING_USE, touches [audit];
    system  report     (ReportImport) -> FullReport,       needs IMPORTING_USE, shows   [];
    system  close      (WhichImport) -> Nothing,         needs IMPORTING_USE, shows   [];
    read  maps       (Nothing) -> ImportMaps,          needs IMPORTING_USE, shows   [importing];
    write forget_map (WhichMap) -> Nothing,            needs IMPORTING_USE, touches [importing];
    read  runs       (Nothing) -> ImportRuns,          needs FUNDS_VIEW,    shows   [importing];
    read  waiting    (WhichImport) -> WaitingImport,   needs FUNDS_VIEW,    shows   [importing, tasks];
    write approve    (ApproveImport) -> WhichImport,   needs FUNDS_APPROVE, touches [importing, loans, funds, tasks];
    write refuse     (RefuseImport) -> WhichImport,    needs FUNDS_VIEW,    touches [importing, tasks];
    read  run        (WhichImport) -> ImportRunPage,   needs FUNDS_VIEW,
        shows   [importing, beneficiaries, funds, loans, guarantees, follow_up, tasks];
    write ask_back   (AskBack) -> WhichImport,         needs IMPORTING_USE, touches [importing, tasks];
    write take_back  (WhichImport) -> WhichImport,     needs IMPORTING_TAKE_BACK,
        touches [importing, beneficiaries, loans, funds, guarantees, follow_up, tasks];
    write keep       (RefuseImport) -> WhichImport,    needs FUNDS_VIEW,    touches [importing, tasks];
}

#[cfg(test)]
mod tests {
    use office::words::{self, Language};
    use serde_json::Value;

    fn names(tree: &Value, found: &mut Vec<String>) {
        match tree {
            Value::String(name) => found.push(name.clone()),
            Value::Object(branches) => branches.values().for_each(|branch| names(branch, found)),
            _ => {}
        }
    }

    #[test]
    fn the_regions_and_governorates_of_the_form_are_understood_in_a_file() {
        words::learn(::words::TABLE);
        for (group, count) in [("region", 13), ("governorate", 140)] {
            let (mut arabic, mut english) = (Vec::new(), Vec::new());
            names(&words::tree(group, Language::Ar), &mut arabic);
            names(&words::tree(group, Language::En), &mut english);
            assert!(arabic.len() >= count, "{group}: {} names", arabic.len());
            for (name, other) in arabic.iter().zip(&english) {
                let found = |typed: &str| intake::meaning(group, typed).map(|(name, _)| name);
                assert_eq!(found(name), Some(name.as_str()), "a line of words.tsv is missing");
                assert!(found(other).is_some(), "{other} in words.tsv");
            }
        }
    }
}

//! An office's own spreadsheets come in: looked at, mended, answered, and then saved whole or not at all.
//!
//! The file and everything a person decided about it stay in memory with the session (`desk`); nothing is written before
//! the person says so. What a row means is judged by the `intake` crate, which knows no office; what the office holds
//! already is gathered in `known`. How rows become records is told in `saving`, and the records are made by the rooms
//! they belong to.

mod answer;
mod close;
mod compare;
mod current;
mod desk;
mod forget_map;
mod known;
mod lay_out;
mod mend;
pub mod model;
mod open;
mod preview;
mod progress;
mod queries;
mod refused;
mod report;
mod rows;
pub mod rules;
mod save;
mod save_map;
mod saving;
mod set_day;
mod sheet;
mod stop;
mod store;
mod use_map;

pub(crate) use desk::Import;
pub use rules::REFUSALS;

use crate::input::Nothing;
use crate::tables::File;
use model::*;

crate::commands! { "importing",
    door  open       (OpenImport) -> ImportPreview,          needs ImportingUse, shows   [];
    door  current    (Nothing) -> CurrentImport,       needs ImportingUse, shows   [];
    door  sheet      (LookAtSheet) -> SheetLines,      needs ImportingUse, shows   [];
    door  rows       (LookAtRows) -> RowsPage,         needs ImportingUse, shows   [];
    door  lay_out    (LayOutTable) -> ImportPreview,         needs ImportingUse, shows   [];
    door  set_day    (SetOpeningDay) -> ImportPreview,       needs ImportingUse, shows   [];
    door  mend       (MendCell) -> ImportPreview,            needs ImportingUse, shows   [];
    door  answer     (AnswerQuestion) -> ImportPreview,      needs ImportingUse, shows   [];
    door  compare    (CompareRow) -> ImportComparison, needs ImportingUse, shows   [];
    door  use_map    (UseMap) -> ImportPreview,              needs ImportingUse, shows   [];
    door  save_map   (SaveMap) -> ImportPreview,             needs ImportingUse, touches [Importing];
    door  save       (WhichImport) -> ImportReport,    needs ImportingUse, touches [Importing, Beneficiaries, Funds, Loans, Tasks, Audit];
    door  progress   (WhichImport) -> ImportProgress,  needs ImportingUse, shows   [];
    door  stop       (WhichImport) -> Nothing,         needs ImportingUse, shows   [];
    door  refused    (WhichImport) -> File,            needs ImportingUse, touches [Audit];
    door  report     (WhichImport) -> FullReport,       needs ImportingUse, shows   [];
    door  close      (WhichImport) -> Nothing,         needs ImportingUse, shows   [];
    read  maps       (Nothing) -> ImportMaps,          needs ImportingUse, shows   [Importing];
    write forget_map (WhichMap) -> Nothing,            needs ImportingUse, touches [Importing];
    read  runs       (Nothing) -> ImportRuns,          needs ImportingUse, shows   [Importing];
}

//! «لوحة المؤشرات»: people, loans and money of the association on a day, each figure beside the rows behind it.
//!
//! For a day on which nothing later has happened the figures are read from the tables the loans keep (`present`); for an
//! earlier day every loan is replayed as it was known then (`past`). Both ways end in the same sums, and a test compares
//! them.

mod assemble;
mod cash;
mod figures;
mod flow;
mod follow;
mod lists;
mod loan_figures;
pub mod model;
mod paper;
mod past;
mod people;
mod periods;
mod present;
mod queries;
mod sums;
#[cfg(test)]
mod tests;
mod two_ways_paper;

pub use figures::behind;
pub use loans::is_present;

use funds::FUNDS_VIEW;
use model::{
    AskBoard, AskFigureRows, AskFigures, AskFlow, AskTranches, AskTwoWays, Board, FigureRowPage, FiguresBoard,
    FlowPage, TranchePage,
};
use office::feature::Feature;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "dashboard",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[measures::REFUSALS],
    screens: SCREENS,
    lists: lists::LISTS,
    figures: loan_figures::FIGURES,
    ..Feature::EMPTY
};

office::screens! {
    /// The vouchers behind a source or a use.
    FLOW = "dashboard.flow", AskFlow;
    /// The tranches that wait.
    TRANCHES = "dashboard.tranches", AskTranches;
    /// The rows behind a figure of a feature.
    ROWS = "dashboard.rows", AskFigureRows;
}

office::permissions! {
    /// See the whole association in figures.
    DASHBOARD_VIEW = "dashboard.view", [Supervisor, Finance, Committee, Administrator];
}

office::commands! { "dashboard",
    read  board (AskBoard) -> Board, needs DASHBOARD_VIEW, shows   [loans, funds, beneficiaries, tasks, holds, follow_up];
    read  tranches (AskTranches) -> TranchePage, needs DASHBOARD_VIEW, shows [loans];
    read  figures (AskFigures) -> FiguresBoard, needs DASHBOARD_VIEW, shows [beneficiaries, requests, follow_up, assessments];
    read  rows  (AskFigureRows) -> FigureRowPage, needs DASHBOARD_VIEW, shows [beneficiaries, requests, follow_up, assessments];
    read  flow  (AskFlow) -> FlowPage, needs FUNDS_VIEW, shows [funds];
    print paper (AskBoard) -> Paper, needs DASHBOARD_VIEW, touches [audit];
    print two_ways_paper (AskTwoWays) -> Paper, needs DASHBOARD_VIEW, touches [audit];
}

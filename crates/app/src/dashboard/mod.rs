//! «لوحة المؤشرات»: people, loans and money of the association on a day, each figure beside the rows behind it.
//!
//! For a day on which nothing later has happened the figures are read from the tables the loans keep (`present`); for an
//! earlier day every loan is replayed as it was known then (`past`). Both ways end in the same sums, and a test compares
//! them.

mod assemble;
mod cash;
mod flow;
pub mod model;
mod paper;
mod past;
mod people;
mod periods;
mod present;
mod queries;
pub mod rules;
mod sums;
#[cfg(test)]
mod tests;

pub use rules::REFUSALS;
pub(crate) use rules::has_come;

pub(crate) use past::each_loan_changed_after;
pub(crate) use present::holds as is_present;
pub(crate) use sums::band_of;

use crate::paper::Paper;
use model::{AskBoard, AskFlow, Board, FlowPage};

crate::commands! { "dashboard",
    read  board (AskBoard) -> Board, needs DashboardView, shows   [Loans, Funds, Beneficiaries, Tasks];
    read  flow  (AskFlow) -> FlowPage, needs FundsView, shows [Funds];
    print paper (AskBoard) -> Paper, needs DashboardView, touches [Audit];
}

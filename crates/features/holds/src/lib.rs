//! Holds: a project halts by itself at any sign of distress, and goes on by a decision of another person only.
//!
//! `casework::holds` judges; here its facts are gathered (`facts`), what it finds is kept (`opening`), and money is stopped
//! (`gates`). A hold opens with the change that causes it, or at the start of the day that does; between the two the gate
//! looks for itself, so that nothing slips through. Repayments are never asked about.

mod decisions;
mod facts;
mod gates;
pub mod inputs;
mod lists;
pub mod model;
mod opening;
mod queries;
pub mod rules;
mod steps;
mod store;
mod waiting;

pub use gates::not_halted;
pub use rules::REFUSALS;

use decisions::{approve, drop_decision, propose};
use inputs::{DecideHold, DropHold, HoldsOf, ListHolds, PreviewHold, ProposeHold, WhichHold};
use model::{HoldPage, HoldSheet, HoldWeighed, LoanHolds};
use office::feature::{DailyJob, Feature, Follow};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "holds",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS, casework::REFUSALS],
    views: &["holds"],
    screens: SCREENS,
    owns: &["hold", "hold_cause", "hold_decision"],
    publishes: &["hold_standing"],
    tasks: Some(waiting::tasks),
    steps: &[steps::RELEASE],
    gates: &[gates::TRANCHES, gates::TAKING_BACK],
    jobs: &[DailyJob { name: "holds.look_over", run: opening::look_over }],
    follows: &[
        Follow { kind: follow_up::ACTIVITY_RECORD, changed: opening::activity_changed },
        Follow { kind: follow_up::COMMITMENT_RECORD, changed: opening::commitment_changed },
        Follow { kind: guarantees::RECORD, changed: opening::guarantee_changed },
    ],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    HOLDS_VIEW = "holds.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Propose how a hold ends.
    HOLDS_PROPOSE = "holds.propose", [Researcher, Supervisor];
    /// End a hold as another person proposed.
    HOLDS_RELEASE = "holds.release", [Supervisor, Committee];
}

office::screens! {
    HOLD = "holds.open", WhichHold;
    HOLDS = "holds.list", ListHolds;
    OF_LOAN = "holds.of_loan", HoldsOf;
}

office::commands! { "holds",
    read  list    (ListHolds) -> HoldPage,      needs HOLDS_VIEW,    shows   [holds, loans, follow_up, guarantees];
    read  of_loan (HoldsOf) -> LoanHolds,       needs HOLDS_VIEW,    shows   [holds, loans, follow_up, guarantees];
    read  open    (WhichHold) -> HoldSheet,     needs HOLDS_VIEW,    shows   [holds, loans, follow_up, guarantees];
    read  weigh   (PreviewHold) -> HoldWeighed, needs HOLDS_VIEW,    shows   [holds, loans, follow_up];
    write propose (ProposeHold) -> WhichHold,   needs HOLDS_PROPOSE, touches [holds, loans, tasks];
    write approve (DecideHold) -> WhichHold,    needs HOLDS_RELEASE, touches [holds, loans, funds, tasks];
    write drop_decision (DropHold) -> WhichHold, needs HOLDS_VIEW,   touches [holds, loans, tasks];
}

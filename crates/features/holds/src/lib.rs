//! Holds: a project halts by itself at any sign of distress, and goes on by a decision of another person only.
//!
//! `casework::holds` judges; here its facts are gathered (`facts`), what it finds is kept (`opening`), and money is stopped
//! (`gates`). A hold opens with the change that causes it, or at the start of the day that does; between the two the gate
//! looks for itself, so that nothing slips through. Repayments are never asked about.

mod annex;
mod decisions;
mod facts;
pub mod figures;
mod gates;
mod halt;
mod help;
pub mod inputs;
mod lists;
pub mod model;
mod opening;
mod paper;
mod queries;
pub mod rules;
mod set_rule;
mod settings;
mod sides;
mod steps;
mod store;
mod waiting;

pub use gates::not_halted;
pub use model::HoldLine;
pub use rules::REFUSALS;

use decisions::{approve, drop_decision, propose};
use help::{add_step, change_step, settle_step};
use inputs::{
    AddHoldStep, ChangeHoldStep, DecideHold, DropHold, HaltLoan, HoldsOf, ListHolds, PreviewHold, ProposeHold,
    SetHoldRule, SettleHoldStep, WhichHold, WhichStep,
};
use model::{HoldPage, HoldRule, HoldSheet, HoldWeighed, LoanHolds};
use office::feature::{DailyJob, Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "holds",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS, casework::REFUSALS],
    views: &["holds"],
    screens: SCREENS,
    owns: &["hold", "hold_cause", "hold_decision", "hold_step", "hold_rule"],
    publishes: &["hold_standing"],
    tasks: Some(waiting::tasks),
    steps: &[steps::RELEASE],
    answers: steps::ANSWERS,
    gates: &[gates::TRANCHES, gates::TAKING_BACK],
    jobs: &[DailyJob { name: "holds.look_over", run: opening::look_over }],
    follows: &[
        Follow { kind: follow_up::ACTIVITY_RECORD, changed: opening::activity_changed },
        Follow { kind: follow_up::COMMITMENT_RECORD, changed: opening::commitment_changed },
        Follow { kind: guarantees::RECORD, changed: opening::guarantee_changed },
        Follow { kind: loans::RECORD, changed: opening::loan_changed },
        Follow { kind: purchases::RECORD, changed: opening::purchase_changed },
    ],
    // Evidence of what was seen, and papers of what was decided.
    subjects: &[SubjectKind {
        kind: opening::RECORD,
        view: HOLDS_VIEW,
        reveal: HOLDS_VIEW,
        keep: follow_up::FOLLOW_UP_KEEP,
        label: store::label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    HOLDS_VIEW = "holds.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Propose how a hold ends.
    HOLDS_PROPOSE = "holds.propose", [Researcher, Supervisor];
    /// End a hold as another person proposed.
    HOLDS_RELEASE = "holds.release", [Supervisor, Committee];
    /// Halt a project by hand, at a sign of any degree.
    HOLDS_HALT = "holds.halt", [Researcher, Supervisor, Finance, Committee];
    /// Say what opens a hold and what ends it.
    HOLDS_MANAGE = "holds.manage", [Supervisor, Administrator];
}

office::screens! {
    HOLD = "holds.open", WhichHold;
    HOLDS = "holds.list", ListHolds;
    OF_LOAN = "holds.of_loan", HoldsOf;
}

office::commands! { "holds",
    read  list    (ListHolds) -> HoldPage,      needs HOLDS_VIEW,    shows   [holds, loans, follow_up, guarantees, purchases];
    read  of_loan (HoldsOf) -> LoanHolds,       needs HOLDS_VIEW,    shows   [holds, loans, follow_up, guarantees, purchases];
    read  open    (WhichHold) -> HoldSheet,     needs HOLDS_VIEW,    shows   [holds, loans, follow_up, guarantees, purchases];
    read  weigh   (PreviewHold) -> HoldWeighed, needs HOLDS_VIEW,    shows   [holds, loans, follow_up];
    write propose (ProposeHold) -> WhichHold,   needs HOLDS_PROPOSE, touches [holds, loans, tasks];
    write approve (DecideHold) -> WhichHold,    needs HOLDS_RELEASE, touches [holds, loans, funds, tasks];
    write drop_decision (DropHold) -> WhichHold, needs HOLDS_VIEW,   touches [holds, loans, tasks];
    write halt    (HaltLoan) -> WhichHold,      needs HOLDS_HALT,    touches [holds, loans, tasks];
    write add_step    (AddHoldStep) -> WhichStep,    needs HOLDS_PROPOSE, touches [holds, tasks];
    write change_step (ChangeHoldStep) -> WhichStep, needs HOLDS_PROPOSE, touches [holds, tasks];
    write settle_step (SettleHoldStep) -> WhichStep, needs HOLDS_VIEW,    touches [holds, tasks];
    read  rule     (Nothing) -> HoldRule,       needs HOLDS_VIEW,    shows   [holds];
    write set_rule (SetHoldRule) -> Nothing,    needs HOLDS_MANAGE,  touches [holds, loans];
    print paper (WhichHold) -> Paper,           needs HOLDS_VIEW,    touches [audit];
    print annex (WhichHold) -> Paper,           needs HOLDS_VIEW,    touches [audit];
}

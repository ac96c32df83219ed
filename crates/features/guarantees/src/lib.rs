//! Guarantees of loans: who or what stands for a loan, who looked at it, how long it holds and what became of it; the
//! promissory notes beside them, and the clearance letter at the end.
//!
//! A loan says of its guarantee what it was asked for with; that is a guarantee, too (`guarantee_known`), and becomes a
//! record as soon as somebody does something with it. That one has expired follows from the day, that it is released with
//! its loan from the loan. What a product asks for is told to lending by `gates`.

mod brought;
mod calls;
mod gates;
mod imported;
pub mod inputs;
mod lists;
pub mod model;
mod notes;
mod propose;
mod queries;
mod release;
pub mod rules;
mod set_rule;
mod steps;
mod store;
mod verify;
mod waiting;

pub use brought::{Brought, Verified, bring, guarantors_needed, kinds, look, take_over};
pub use gates::{Stands, asked_of_people};
pub use imported::{ImportedGuarantee, MadeGuarantees, known, remove_imported, rests_on, store_imported};
pub use model::Kind;
pub use rules::{REFUSALS, ended};
pub use store::{RECORD, label};

use calls::{approve_call, ask_call, drop_call};
use inputs::{
    DrawNotes, EndGuarantee, FindGuarantor, GuaranteesOf, ListGuarantees, ProposeGuarantee, ReturnNotes,
    SaveGuaranteeRule, SignNotes, VerifyGuarantee, VoidNotes, WhichGuarantee,
};
use model::{FoundGuarantor, GuaranteePage, GuaranteeRule, GuaranteeRules, LoanGuarantees};
use notes::{clearance, draw_notes, note_paper, return_notes, sign_notes, void_notes};
use office::feature::{Feature, SubjectKind, never_joined};
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "guarantees",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["guarantees"],
    screens: SCREENS,
    owns: &["guarantee", "guarantee_kind", "guarantee_rule", "promissory_note"],
    publishes: &["guarantee_known"],
    tasks: Some(waiting::tasks),
    steps: &[steps::CALL],
    answers: steps::ANSWERS,
    gates: &[gates::LOANS, gates::TAKING_BACK],
    subjects: &[SubjectKind {
        kind: store::RECORD,
        view: GUARANTEES_VIEW,
        reveal: GUARANTEES_VIEW,
        keep: GUARANTEES_KEEP,
        label: store::label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    GUARANTEES_VIEW = "guarantees.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Propose guarantees, keep promissory notes.
    GUARANTEES_KEEP = "guarantees.keep", [Researcher, Supervisor, Administrator];
    /// Say of a guarantee another person brought that it holds; let one go.
    GUARANTEES_VERIFY = "guarantees.verify", [Supervisor, Committee];
    /// Ask that a guarantee be called.
    GUARANTEES_CALL = "guarantees.call", [Supervisor, Finance];
    /// Decide that a guarantee is called.
    GUARANTEES_DECIDE = "guarantees.decide", [Supervisor, Committee];
    /// Set what a product asks of guarantees.
    GUARANTEES_MANAGE = "guarantees.manage", [Supervisor, Administrator];
}

office::screens! {
    OF_LOAN = "guarantees.of_loan", GuaranteesOf;
}

office::commands! { "guarantees",
    read  list         (ListGuarantees) -> GuaranteePage,    needs GUARANTEES_VIEW,   shows   [guarantees, loans];
    read  of_loan      (GuaranteesOf) -> LoanGuarantees,     needs GUARANTEES_VIEW,   shows   [guarantees, loans];
    read  guarantor    (FindGuarantor) -> FoundGuarantor,    needs GUARANTEES_KEEP,   shows   [guarantees];
    read  rules        (Nothing) -> GuaranteeRules,          needs GUARANTEES_VIEW,   shows   [guarantees];
    write propose      (ProposeGuarantee) -> WhichGuarantee, needs GUARANTEES_KEEP,   touches [guarantees, loans, tasks];
    write verify       (VerifyGuarantee) -> WhichGuarantee,  needs GUARANTEES_VERIFY, touches [guarantees, loans, tasks];
    write release      (EndGuarantee) -> WhichGuarantee,     needs GUARANTEES_VERIFY, touches [guarantees, loans, tasks];
    write ask_call     (EndGuarantee) -> WhichGuarantee,     needs GUARANTEES_CALL,   touches [guarantees, loans, tasks];
    write approve_call (WhichGuarantee) -> WhichGuarantee,   needs GUARANTEES_DECIDE, touches [guarantees, loans, tasks];
    write drop_call    (EndGuarantee) -> WhichGuarantee,     needs GUARANTEES_VIEW,   touches [guarantees, loans, tasks];
    write set_rule     (SaveGuaranteeRule) -> GuaranteeRule, needs GUARANTEES_MANAGE, touches [guarantees, loans];
    write draw_notes   (DrawNotes) -> GuaranteesOf,          needs GUARANTEES_KEEP,   touches [guarantees, loans, tasks];
    write sign_notes   (SignNotes) -> GuaranteesOf,          needs GUARANTEES_KEEP,   touches [guarantees, loans, tasks];
    write return_notes (ReturnNotes) -> GuaranteesOf,        needs GUARANTEES_KEEP,   touches [guarantees, loans, tasks];
    write void_notes   (VoidNotes) -> GuaranteesOf,          needs GUARANTEES_KEEP,   touches [guarantees, loans, tasks];
    print note_paper   (GuaranteesOf) -> Paper,              needs GUARANTEES_VIEW,   touches [audit];
    print clearance    (GuaranteesOf) -> Paper,              needs GUARANTEES_VIEW,   touches [audit];
}

//! Interest-free loans: products, projects, loans in tranches, repayments, and the books that follow them day by day.
//!
//! The truth of a loan is its terms and its events; the `lending` crate computes the rest. In `events`, `replay` joins the
//! two and `posting` turns what an event changes into entries; `summary` lays out what lists and dashboards read. A loan is
//! asked for and decided in `applications`, paid out in `tranches`, paid back in `repayments`.

mod applications;
#[cfg(test)]
mod books_tests;
mod borrower;
pub mod changes;
mod control;
mod detail;
mod events;
mod imported;
pub mod inputs;
mod lists;
pub mod model;
mod pauses;
mod personal;
mod plan_paper;
mod products;
mod projects;
mod queries;
mod repayments;
mod requests;
pub mod rules;
mod seed;
pub mod sheet;
mod statement;
mod steps;
mod store;
mod story;
mod summary;
mod tranches;
mod waiting;

/// For the test that reads one day in two ways: a loan as its rows are, without the steps that lead there.
#[doc(hidden)]
pub mod raw {
    pub use super::inputs::ListLoans;
    pub use super::model::{Guarantee, LoanDecision, LoanHead};
    pub use super::queries::list;
    pub use super::store::{NewEvent, insert_event, insert_loan, kind_and_amount};
    pub use super::summary::rebuild;
}

pub use applications::terms::{Chosen, would_end_on};
pub use applications::{lending_funds, product, products, project, propose::propose as propose_loan};
pub use borrower::{Borrower, borrower};
pub use control::{ControlDifference, compare_today, verify_control};
pub use detail::{claimed, ends_on, owed, sheet as sheet_on};
pub use events::ageing::{BANDS, band_of};
pub use events::past::{each_loan_changed_after, is_present};
pub use events::posting::{COUNTERED, REALLOCATED, RESTORED};
pub use events::record::Approvers;
pub use events::replay::LoanReplay;
pub use imported::Importing;
pub use imported::booked::cash_above_limit;
pub use imported::known::{known, known_loans};
pub use imported::movements::{ImportedLoan, Movement, movements};
pub use imported::taking_back::{
    LoanRest, MadeOfLoans, number, of_parties, on_fund, project_name, remove_imported, rests_on,
};
pub use lists::fund_name;
pub use model::{
    Guarantee, GuaranteeKind, LoanCalendar, LoanPhase, Product, ProductTerms, ProjectState, TrancheKind, TrancheState,
};
pub use pauses::pauses;
pub use projects::end_project;
pub use rules::REFUSALS;
pub use store::{RECORD, TRANCHE_RECORD, loan_of_tranche, tranche_label};

use applications::{approve, cancel, propose, reject};
use changes::many::{approve_deferral, ask_deferral, drop_deferral};
use changes::{annex, approve_change, ask_change};
use funds::FUNDS_APPROVE;
use inputs::{
    ApproveTranches, AskChange, AskDeferral, ChangeProject, ChangeTranche, ChosenTranches, DecideLoan, DeferralChoice,
    DeliverTranche, DropDeferral, DropRequest, FindLoans, ForgiveLoan, ListLoans, ListProjects, ListWaitingTranches,
    LoanOnDay, OpenProject, PayTranche, PayTranches, PlanTranche, PreviewChange, PreviewPayment, PreviewPlan,
    PreviewRepayment, ProposeLoan, ProposedLoan, RecordRefund, RecordRepayment, SaveProduct, SavedProduct, StepTranche,
    UndoEvent, VerifyTranche, WhichAnnex, WhichDeferral, WhichLoan, WhichProject, WhichRepayment, WhichRequest,
};
use kernel::id::{LoanId, PartyId, ProjectId};
use kernel::{Day, Result};
use office::feature::{DailyJob, Feature, Follow, SubjectKind, never_joined};
use office::input::Nothing;
use office::integrity::Compared;
use office::paper::Paper;
use products::{add_product, change_product};
use projects::{change_project, open_project};
use repayments::{receipt, repay};
use requests::{
    approve_forgiveness, approve_refund, approve_undo, ask_forgiveness, ask_refund, ask_undo, drop_request,
};
use sheet::{
    DeferralPreview, DeferralSheet, Deferrals, FoundLoans, LoanChangePreview, LoanChoices, LoanPage,
    LoanPaymentPreview, LoanRepaymentPreview, LoanSheet, PlanPreview, Products, ProjectSheet, Projects,
    RepaymentReceipt, TranchesLed, TranchesPreview, WaitingTranches,
};
use tranches::many::{approve_tranches, pay_tranches};
use tranches::{
    approve_tranche, cancel_tranche, change_tranche, deliver_tranche, pay_tranche, plan_tranche, request_tranche,
    verify_tranche,
};

/// Steps that features above may set conditions before: of a loan, and of a tranche.
pub const GATED_APPROVAL: &str = "loans.approve";
pub const GATED_TRANCHE_REQUEST: &str = "loans.request_tranche";
pub const GATED_TRANCHE_APPROVAL: &str = "loans.approve_tranche";
pub const GATED_DELIVERY: &str = "loans.deliver_tranche";
pub const GATED_PAYMENT: &str = "loans.pay_tranche";
pub const GATED_VERIFICATION: &str = "loans.verify_tranche";

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "loans",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS, lending::REFUSALS],
    views: &["loans"],
    screens: SCREENS,
    compared: &[Compared { noun: "loan", stand: store::stand, words: &[("decision", "loans.phase")] }],
    owns: &[
        "product",
        "product_version",
        "project",
        "loan",
        "tranche",
        "tranche_step",
        "loan_event",
        "instalment",
        "loan_shelf",
        "loan_request",
        "loan_deferral",
        "loan_deferral_loan",
        "loan_top_up",
    ],
    publishes: &[
        "loan_standing",
        "loan_guarantee",
        "loan_instalment",
        "loan_movement",
        "loan_tranche",
        "loan_tranche_step",
        "loan_purchase",
        "loan_goods",
        "project_card",
    ],
    tasks: Some(waiting::tasks),
    steps: &[
        steps::LOAN,
        steps::TRANCHE,
        steps::REFUND,
        steps::FORGIVENESS,
        steps::UNDO,
        steps::CHANGE,
        steps::GIVE_UP,
        steps::DEFERRAL,
    ],
    answers: steps::ANSWERS,
    gated: &[
        GATED_APPROVAL,
        GATED_TRANCHE_REQUEST,
        GATED_TRANCHE_APPROVAL,
        GATED_DELIVERY,
        GATED_PAYMENT,
        GATED_VERIFICATION,
    ],
    jobs: &[DailyJob { name: "loans.look_over", run: |db, now| control::look_over(db, Day::in_riyadh(now)) }],
    subjects: &[
        SubjectKind {
            followed: Some(|db, id| Ok(Some(store::loan(db, LoanId::from_bytes(id))?.party))),
            ..subject("loan", |db, id| Ok(store::loan(db, LoanId::from_bytes(id))?.loan_no))
        },
        subject("tranche", store::tranche_label),
        SubjectKind {
            followed: Some(|db, id| Ok(Some(projects::project(db, ProjectId::from_bytes(id))?.party))),
            ..subject("project", |db, id| Ok(projects::project(db, ProjectId::from_bytes(id))?.name))
        },
    ],
    follows: &[Follow { kind: "file", changed: |cx, id| summary::borrower_changed(cx, PartyId::from_bytes(id)) }],
    first_rows: Some(seed::seed),
    lists: lists::LISTS,
    personal: Some(personal::PERSONAL),
    ..Feature::EMPTY
};

/// What hangs on a loan, a tranche or a project is seen and added to by whoever sees and keeps loans.
const fn subject(kind: &'static str, label: fn(&database::Read<'_>, [u8; 16]) -> Result<String>) -> SubjectKind {
    SubjectKind {
        kind,
        view: LOANS_VIEW,
        reveal: LOANS_VIEW,
        keep: LOANS_KEEP,
        label,
        joined: never_joined,
        followed: None,
        hidden: None,
    }
}

office::permissions! {
    LOANS_VIEW = "loans.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Open projects, propose loans, ask for their tranches, confirm what was bought.
    LOANS_KEEP = "loans.keep", [Researcher, Supervisor, Administrator];
    /// Decide about loans and tranches another person asked for.
    LOANS_APPROVE = "loans.approve", [Supervisor, Committee];
    /// Pay out tranches, hand money back, ask that either be taken back.
    LOANS_PAY = "loans.pay", [Finance];
    /// Receive repayments; ask that one be taken back, with a reason.
    LOANS_COLLECT = "loans.collect", [Supervisor, Finance];
    /// Give up part of what is owed.
    LOANS_FORGIVE = "loans.forgive", [Committee];
    /// Keep the products: what may be lent, and how it is paid back.
    LOANS_MANAGE = "loans.manage", [Supervisor, Administrator];
}

office::screens! {
    LOAN = "loans.detail", LoanOnDay;
    TRANCHES = "loans.tranches_waiting", ListWaitingTranches;
    DEFERRAL = "loans.deferral", WhichDeferral;
}

office::commands! { "loans",
    read  list           (ListLoans) -> LoanPage,                    needs LOANS_VIEW,    shows   [loans];
    read  find           (FindLoans) -> FoundLoans,                  needs LOANS_VIEW,    shows   [loans];
    read  detail         (LoanOnDay) -> LoanSheet,                   needs LOANS_VIEW,    shows   [loans, beneficiaries];
    read  products       (Nothing) -> Products,                      needs LOANS_VIEW,    shows   [loans, funds];
    read  projects       (ListProjects) -> Projects,                 needs LOANS_VIEW,    shows   [loans];
    read  project        (WhichProject) -> ProjectSheet,             needs LOANS_VIEW,    shows   [loans];
    read  plan_preview   (PreviewPlan) -> PlanPreview,               needs LOANS_VIEW,    shows   [loans];
    read  repay_preview  (PreviewRepayment) -> LoanRepaymentPreview, needs LOANS_VIEW,    shows   [loans];
    read  pay_preview    (PreviewPayment) -> LoanPaymentPreview,  needs LOANS_VIEW,    shows   [loans];
    write add_product    (SaveProduct) -> SavedProduct,                   needs LOANS_MANAGE,  touches [loans];
    write change_product (SaveProduct) -> SavedProduct,                   needs LOANS_MANAGE,  touches [loans];
    write open_project   (OpenProject) -> WhichProject,                   needs LOANS_KEEP,    touches [loans];
    write change_project (ChangeProject) -> WhichProject,                 needs LOANS_KEEP,    touches [loans];
    write propose        (ProposeLoan) -> ProposedLoan,                 needs LOANS_KEEP,    touches [loans, tasks];
    write approve        (DecideLoan) -> WhichLoan,                  needs LOANS_APPROVE, touches [loans, tasks];
    write reject         (DecideLoan) -> WhichLoan,                  needs LOANS_APPROVE, touches [loans, tasks];
    write cancel         (DecideLoan) -> WhichLoan,                  needs LOANS_KEEP,    touches [loans, tasks];
    write plan_tranche    (PlanTranche) -> WhichLoan,    needs LOANS_KEEP,    touches [loans];
    write change_tranche  (ChangeTranche) -> WhichLoan,  needs LOANS_KEEP,    touches [loans, tasks];
    write request_tranche (StepTranche) -> WhichLoan,    needs LOANS_KEEP,    touches [loans, tasks];
    write approve_tranche (StepTranche) -> WhichLoan,    needs LOANS_APPROVE, touches [loans, tasks];
    write deliver_tranche (DeliverTranche) -> WhichLoan, needs LOANS_KEEP,    touches [loans, funds, tasks];
    write pay_tranche     (PayTranche) -> WhichLoan,     needs LOANS_PAY,     touches [loans, funds, tasks];
    write verify_tranche  (VerifyTranche) -> WhichLoan,    needs LOANS_KEEP,    touches [loans, tasks];
    write cancel_tranche  (StepTranche) -> WhichLoan,    needs LOANS_KEEP,    touches [loans, tasks];
    write repay           (RecordRepayment) -> RepaymentReceipt, needs LOANS_COLLECT, touches [loans, funds, tasks];
    write ask_undo        (UndoEvent) -> WhichLoan,     needs LOANS_VIEW,    touches [loans, tasks];
    write approve_undo    (WhichRequest) -> WhichLoan,  needs FUNDS_APPROVE, touches [loans, funds, tasks];
    write ask_refund      (RecordRefund) -> WhichLoan,  needs LOANS_PAY,     touches [loans, tasks];
    write approve_refund  (WhichRequest) -> WhichLoan,  needs FUNDS_APPROVE, touches [loans, funds, tasks];
    write ask_forgiveness (ForgiveLoan) -> WhichLoan,   needs LOANS_KEEP,    touches [loans, tasks];
    write approve_forgiveness (WhichRequest) -> WhichLoan, needs LOANS_FORGIVE, touches [loans, funds, tasks];
    read  tranches_waiting (ListWaitingTranches) -> WaitingTranches, needs LOANS_VIEW,    shows   [loans, funds];
    read  preview_tranches (ChosenTranches) -> TranchesPreview,      needs LOANS_VIEW,    shows   [loans, funds];
    write approve_tranches (ApproveTranches) -> TranchesLed,         needs LOANS_APPROVE, touches [loans, tasks];
    write pay_tranches     (PayTranches) -> TranchesLed,             needs LOANS_PAY,     touches [loans, funds, tasks];
    read  choices         (WhichLoan) -> LoanChoices,           needs LOANS_VIEW, shows [loans];
    read  preview_change  (PreviewChange) -> LoanChangePreview, needs LOANS_VIEW, shows [loans];
    write ask_change      (AskChange) -> WhichLoan,     needs LOANS_KEEP,    touches [loans, tasks];
    write approve_change  (WhichRequest) -> WhichLoan,  needs LOANS_APPROVE, touches [loans, funds, tasks];
    read  deferrals        (Nothing) -> Deferrals,              needs LOANS_VIEW, shows [loans];
    read  deferral         (WhichDeferral) -> DeferralSheet,    needs LOANS_VIEW, shows [loans];
    read  preview_deferral (DeferralChoice) -> DeferralPreview, needs LOANS_VIEW, shows [loans];
    write ask_deferral     (AskDeferral) -> WhichDeferral,      needs LOANS_KEEP,    touches [loans, tasks];
    write approve_deferral (WhichDeferral) -> WhichDeferral,    needs LOANS_FORGIVE, touches [loans, funds, tasks];
    write drop_deferral    (DropDeferral) -> WhichDeferral,     needs LOANS_VIEW,    touches [loans, tasks];
    write drop_request    (DropRequest) -> WhichLoan,   needs LOANS_VIEW,    touches [loans, tasks];
    print receipt         (WhichRepayment) -> Paper,     needs LOANS_VIEW,    touches [audit];
    print statement       (LoanOnDay) -> Paper,          needs LOANS_VIEW,    touches [audit];
    print annex           (WhichAnnex) -> Paper,         needs LOANS_VIEW,    touches [audit];
    print plan_paper      (WhichLoan) -> Paper,          needs LOANS_VIEW,    touches [audit];
}

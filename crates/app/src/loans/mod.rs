//! Interest-free loans: products, projects, loans in tranches, repayments, and the books that follow them day by day.
//!
//! The truth of a loan is its terms and its events; the `lending` crate computes the rest. `course` joins the two,
//! `posting` turns what an event changes into entries, `shelf` lays out what lists and dashboards read.

mod add_product;
mod approve;
mod approve_forgiveness;
mod approve_refund;
mod approve_tranche;
mod ask_forgiveness;
mod ask_refund;
mod cancel;
mod cancel_tranche;
mod change_product;
mod change_project;
mod change_tranche;
mod conditions;
mod control;
mod course;
mod deliver_tranche;
mod detail;
mod drop_request;
mod imported;
pub mod inputs;
mod known;
pub mod model;
mod movements;
mod open_project;
mod pay_tranche;
mod plan_paper;
mod plan_tranche;
mod posting;
mod products;
mod propose;
mod queries;
mod receipt;
mod record;
mod recording;
mod reject;
mod repay;
mod repaying;
mod request_tranche;
mod requests;
pub mod rules;
mod seed;
pub mod sheet;
mod shelf;
mod shelf_queries;
mod statement;
mod store;
mod story;
mod terms;
mod tranches;
mod undo;
mod verify_tranche;

#[cfg(test)]
mod books_tests;

/// For the test that reads one day in two ways: a loan as its rows are, without the steps that lead there.
#[cfg(test)]
pub(crate) mod raw {
    pub use super::inputs::ListLoans;
    pub use super::model::{Guarantee, LoanDecision, LoanHead};
    pub use super::queries::list;
    pub use super::shelf::lay;
    pub use super::store::{NewEvent, insert_event, insert_loan, kind_and_amount};
}

pub use control::{ControlDifference, compare_today, verify_control};
pub(crate) use control::{look_over, tasks as due_tasks};
pub(crate) use course::Course;
pub use imported::Importing;
pub use known::known;
pub use model::{LoanPhase, TrancheKind};
pub use movements::{ImportedLoan, Movement, movements};
pub(crate) use posting::REALLOCATED;
pub use rules::REFUSALS;
pub(crate) use seed::seed;
pub(crate) use shelf::borrower_changed;

use crate::input::Nothing;
use crate::paper::Paper;
use inputs::{
    ChangeProject, ChangeTranche, DecideLoan, DeliverTranche, DropRequest, FindLoans, ForgiveLoan, ListLoans,
    ListProjects, LoanOnDay, OpenProject, PayTranche, PlanTranche, PreviewPlan, PreviewRepayment, ProposeLoan,
    RecordRefund, RecordRepayment, SaveProduct, StepTranche, UndoEvent, VerifyTranche, WhichLoan, WhichProject,
    WhichRepayment, WhichRequest,
};
use model::{Product, Project};
use sheet::{
    FoundLoans, LoanPage, LoanRepaymentPreview, LoanSheet, PlanPreview, Products, ProjectSheet, Projects,
    RepaymentReceipt,
};

crate::commands! { "loans",
    read  list           (ListLoans) -> LoanPage,                    needs LoansView,    shows   [Loans];
    read  find           (FindLoans) -> FoundLoans,                  needs LoansView,    shows   [Loans];
    read  detail         (LoanOnDay) -> LoanSheet,                   needs LoansView,    shows   [Loans, Beneficiaries];
    read  products       (Nothing) -> Products,                      needs LoansView,    shows   [Loans, Funds];
    read  projects       (ListProjects) -> Projects,                 needs LoansView,    shows   [Loans];
    read  project        (WhichProject) -> ProjectSheet,             needs LoansView,    shows   [Loans];
    read  plan_preview   (PreviewPlan) -> PlanPreview,               needs LoansView,    shows   [Loans];
    read  repay_preview  (PreviewRepayment) -> LoanRepaymentPreview, needs LoansView,    shows   [Loans];
    write add_product    (SaveProduct) -> Product,                   needs LoansManage,  touches [Loans];
    write change_product (SaveProduct) -> Product,                   needs LoansManage,  touches [Loans];
    write open_project   (OpenProject) -> Project,                   needs LoansKeep,    touches [Loans];
    write change_project (ChangeProject) -> Project,                 needs LoansKeep,    touches [Loans];
    write propose        (ProposeLoan) -> LoanSheet,                 needs LoansKeep,    touches [Loans, Tasks];
    write approve        (DecideLoan) -> LoanSheet,                  needs LoansApprove, touches [Loans, Tasks];
    write reject         (DecideLoan) -> LoanSheet,                  needs LoansApprove, touches [Loans, Tasks];
    write cancel         (DecideLoan) -> LoanSheet,                  needs LoansKeep,    touches [Loans, Tasks];
    write plan_tranche    (PlanTranche) -> LoanSheet,    needs LoansKeep,    touches [Loans];
    write change_tranche  (ChangeTranche) -> LoanSheet,  needs LoansKeep,    touches [Loans, Tasks];
    write request_tranche (StepTranche) -> LoanSheet,    needs LoansKeep,    touches [Loans, Tasks];
    write approve_tranche (StepTranche) -> LoanSheet,    needs LoansApprove, touches [Loans, Tasks];
    write deliver_tranche (DeliverTranche) -> LoanSheet, needs LoansKeep,    touches [Loans, Funds, Tasks];
    write pay_tranche     (PayTranche) -> LoanSheet,     needs LoansPay,     touches [Loans, Funds, Tasks];
    write verify_tranche  (VerifyTranche) -> LoanSheet,    needs LoansKeep,    touches [Loans, Tasks];
    write cancel_tranche  (StepTranche) -> LoanSheet,    needs LoansKeep,    touches [Loans, Tasks];
    write repay           (RecordRepayment) -> RepaymentReceipt, needs LoansCollect, touches [Loans, Funds, Tasks];
    write undo            (UndoEvent) -> LoanSheet,      needs LoansCollect, touches [Loans, Funds, Tasks];
    write ask_refund      (RecordRefund) -> LoanSheet,  needs LoansPay,     touches [Loans, Tasks];
    write approve_refund  (WhichRequest) -> LoanSheet,  needs FundsApprove, touches [Loans, Funds, Tasks];
    write ask_forgiveness (ForgiveLoan) -> LoanSheet,   needs LoansKeep,    touches [Loans, Tasks];
    write approve_forgiveness (WhichRequest) -> LoanSheet, needs LoansForgive, touches [Loans, Funds, Tasks];
    write drop_request    (DropRequest) -> LoanSheet,   needs LoansView,    touches [Loans, Tasks];
    print receipt         (WhichRepayment) -> Paper,     needs LoansView,    touches [Audit];
    print statement       (LoanOnDay) -> Paper,          needs LoansView,    touches [Audit];
    print plan_paper      (WhichLoan) -> Paper,          needs LoansView,    touches [Audit];
}

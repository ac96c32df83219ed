//! Interest-free loans: products, projects, loans in tranches, repayments, and the books that follow them day by day.
//!
//! The truth of a loan is its terms and its events; the `lending` crate computes the rest. `course` joins the two,
//! `posting` turns what an event changes into entries, `shelf` lays out what lists and dashboards read.

mod add_product;
mod approve;
mod cancel;
mod change_product;
mod change_project;
mod conditions;
pub(crate) mod course;
mod detail;
pub mod inputs;
pub mod model;
mod open_project;
pub(crate) mod posting;
pub(crate) mod products;
mod propose;
mod queries;
mod recording;
mod reject;
mod repaying;
pub mod rules;
pub mod sheet;
pub(crate) mod shelf;
mod shelf_queries;
pub(crate) mod store;
mod story;
mod terms;

pub(crate) use shelf::borrower_changed;
pub use rules::REFUSALS;

use crate::input::Nothing;
use inputs::{
    ChangeProject, DecideLoan, FindLoans, ListLoans, ListProjects, LoanOnDay, OpenProject, PreviewPlan,
    PreviewRepayment, ProposeLoan, SaveProduct, WhichProject,
};
use model::{Product, Project};
use sheet::{
    FoundLoans, LoanPage, LoanRepaymentPreview, LoanSheet, PlanPreview, Products, ProjectSheet, Projects,
};

crate::commands! { "loans",
    read  list           (ListLoans) -> LoanPage,                    needs LoansView,    shows   [Loans];
    read  find           (FindLoans) -> FoundLoans,                  needs LoansView,    shows   [Loans];
    read  detail         (LoanOnDay) -> LoanSheet,                   needs LoansView,    shows   [Loans, Beneficiaries];
    read  products       (Nothing) -> Products,                      needs LoansView,    shows   [Loans];
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
}

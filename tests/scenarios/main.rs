//! Whole stories of the office, told through `Office::call` and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A story may stop at the first thing that is not as told.

mod activation;
mod approvals;
mod assessments;
mod audit;
mod backups;
mod beneficiaries;
mod books;
mod dashboard;
mod dashboard_qassim;
mod days_ahead;
mod demonstration;
mod documents;
mod every_command;
mod first_run;
mod follow_up;
mod funds;
mod guarantees;
mod holds;
mod holds_board;
mod importing;
mod importing_approved;
mod importing_hostile;
mod importing_jazan;
mod importing_loans;
mod importing_many;
mod importing_office;
mod importing_taken_back;
mod integrity;
mod keys;
mod lists;
mod loans;
mod loans_repaid;
mod loans_terms;
mod months;
mod numbers;
mod office;
mod offices_of_before;
mod people;
mod reconciliation;
mod requests;
mod sessions;
mod two_clicks;
mod two_hands;
mod vouchers;

//! The study of an application: the family's month and the project's, the budget with its quotes, and what they carry.

pub mod rows;
pub mod save_budget;
pub mod save_study;
pub mod weigh;

//! The features of Sharaka, and the office they live in.
//!
//! A host calls [`office::Office::call`] with the name of a command and its input. What happens then stands in
//! `office`; the commands stand in the tables of the features. No host, no window and no network is known here.

rust_i18n::i18n!("../../locales", fallback = "ar");

pub mod association;
pub mod attachments;
pub mod audit;
pub mod backups;
pub mod beneficiaries;
mod bindings;
pub mod clock;
pub mod collection;
pub mod command;
pub mod context;
pub mod dashboard;
pub mod demo;
pub mod edge;
pub mod features;
pub mod funds;
pub mod importing;
pub mod input;
pub mod loans;
pub mod office;
pub mod opening;
mod page;
pub mod paper;
pub mod permission;
pub mod preferences;
pub mod random;
pub mod record;
pub mod session;
pub mod staff;
pub mod tables;
pub mod tasks;
mod trail;
mod types;
pub mod words;

pub use bindings::bindings;

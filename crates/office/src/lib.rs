//! The frame every feature stands in: the office, its commands, its people and sessions, permissions, the audit trail,
//! backups and preferences. It names no feature; hosts, windows and networks are not known here either.
//!
//! A host calls [`Office::call`] with the name of a command and its input. What happens then stands in `office`; what a
//! feature tells of itself in `feature`.

mod admission;
pub mod approval;
pub mod association;
pub mod audit;
pub mod backups;
mod bindings;
pub mod clock;
mod clockwork;
mod columns;
pub mod command;
pub mod context;
pub mod demo_mark;
mod failures;
pub mod feature;
pub mod figure;
mod files;
pub mod gate;
pub mod history;
pub mod inbox;
pub mod input;
pub mod integrity;
mod list;
#[allow(clippy::module_inception, reason = "the office is what this crate is about")]
pub mod narrow;
pub mod numbers;
mod office;
pub mod order;
pub mod outbox;
pub mod page;
pub mod paper;
pub mod permission;
pub mod personal;
pub mod preferences;
pub mod random;
pub mod record;
mod repeats;
pub mod requests;
pub mod session;
pub mod setup;
pub mod span;
pub mod staff;
pub mod tables;
pub mod target;
pub mod tasks;
mod touched;
pub mod trail;
mod tray;
pub mod types;
pub mod wire;
pub mod words;

pub use bindings::bindings;
pub use office::*;

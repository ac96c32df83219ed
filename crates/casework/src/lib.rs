//! The pure rules of following families and their projects up. Facts in, decision out.
//!
//! | Module | Question |
//! |---|---|
//! | [`holds`] | what halts a project, and what ends a halt |
//! | [`capacity`] | what a family can repay, how long, and who approves it |
//! | [`criteria`] | who may have a service, who qualifies and did not ask, who comes first |
//! | [`deadlines`] | how many working days a request has left; the last day of appeal; whom to call back |
//! | [`flows`] | who may move a request where, and what it lacks |
//! | [`need`] | how great a family's need is, in points and class; what moved it |
//!
//! What an association may change is a field of the rule's settings, whose `default()` is what Sharaka ships. Everything is
//! exact and rounded once, when shown, a half away from zero. No database, no clock and no float lives here; the day looked
//! at is handed in. A rule that says no names all that is in the way, in the order of the rule: [`Refusals`].

#![deny(clippy::float_arithmetic)]

pub mod capacity;
pub mod criteria;
pub mod deadlines;
mod exact;
pub mod flows;
pub mod holds;
pub mod need;
pub mod people;
pub mod refusals;
pub mod requests;

pub use exact::Tenths;
pub use people::{DecisionLimit, Role};
pub use refusals::{REFUSALS, Refusals};

/// Text with something in it.
pub(crate) fn is_written(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

//! Values: what the domain is made of.
//!
//! Money, days in two calendars, instants, identifiers, failures, Arabic text and Saudi identity data live here.
//! Nothing in this crate reads a file, a clock or a database; whoever needs the time is handed it.

pub mod failure;
pub mod id;
pub mod moment;

pub use failure::{Code, Failure, Refusal, Result, require};
pub use moment::Moment;

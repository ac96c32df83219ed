//! Values: what the domain is made of.
//!
//! Money, days in two calendars, instants, identifiers, failures, Arabic text and Saudi identity data live here.
//! Nothing in this crate reads a file, a clock or a database; whoever needs the time is handed it.

pub mod arabic;
pub mod day;
pub mod failure;
pub mod hijri;
pub mod id;
pub mod moment;
pub mod money;
mod reason;
pub mod refusals;
pub mod saudi;

pub use day::Day;
pub use failure::{Code, Failure, Refusal, Result, require};
pub use hijri::Hijri;
pub use moment::Moment;
pub use money::Money;

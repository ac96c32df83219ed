//! Values: what the domain is made of.
//!
//! Money, days in two calendars, instants, identifiers, failures, Arabic text and Saudi identity data live here.
//! Nothing in this crate reads a file, a clock or a database; whoever needs the time is handed it.
//!
//! | Value | From what is typed | From what is stored | Shown |
//! |---|---|---|---|
//! | [`Money`], whole halalas | [`arabic::typed_amount`] | [`Money::from_halalas`] | [`arabic::Digits::amount`], [`arabic::amount_in_words`] |
//! | [`Day`], Gregorian | [`arabic::typed_date`] | [`Day::from_number`] | `Display`: `2026-11-21` |
//! | [`Hijri`], Umm al-Qura 1343–1500 | [`arabic::typed_date`] | [`Hijri::from_day`] | `Display`: `1448/06/11` |
//! | [`saudi::NationalId`] and the like | `parse` | `parse` | `shown`, `masked` |
//!
//! Names are searched by [`arabic::fold`], listed by [`arabic::compare`], and compared by [`arabic::compare_people`];
//! counted nouns pick their words by [`arabic::plural::category`]. A value that cannot be made says why with a typed
//! reason, which becomes a [`Refusal`] (`?` does it) whose code has words in `locales/kernel.yml`.

#![deny(clippy::float_arithmetic)]

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

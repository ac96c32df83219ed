//! The pure engine of moderation: what a person should look at before a contribution is published.
//!
//! [`Rules::look`] goes through nine rules and tells what it finds, each with its evidence. It never decides: a flag
//! rejects nothing, and a text without flags may still be rejected. One thing it holds back: a text with personal data
//! ([`Findings::blocked`]) is not published as it stands. [`Rules::publish`] takes words out; it never puts any in.
//!
//! Spans are code points of the text as it came, the end excluded. Nothing found depends on vowels, tatweel or the script
//! of digits, unless the rule counts characters. No database, no clock, no float lives here.

#![deny(clippy::float_arithmetic)]

mod findings;
mod likeness;
mod look;
mod personal;
mod phone;
mod publish;
pub mod refusals;
mod settings;
mod text;
mod words;

pub use findings::{Findings, Flag, Kind, Span};
pub use likeness::{Likeness, Nearest, Topic, Trigrams};
pub use look::{Contribution, Earlier, Rules};
pub use publish::Removal;
pub use refusals::REFUSALS;
pub use settings::Settings;

//! Arabic text, numbers and dates as people type and read them.
//!
//! The Arabic here is data of the rules themselves (letters, number words); whatever a person is told lives in
//! `locales/`.

mod amount;
mod clean;
mod date;
mod digits;
mod fold;
mod likeness;
mod person;
pub mod plural;
mod readings;
mod sorting;
mod whole;
mod words;

pub use amount::{AmountReason, typed_amount};
pub use clean::{clean, tidy_line, tidy_text};
pub use date::{Calendar, DateReason, TypedDate, typed_date};
pub use digits::{Digits, to_arabic, to_latin};
pub use fold::{fold, fold_joined, searched};
pub use likeness::{Likeness, name_likeness, name_tokens, tokens_likeness};
pub use person::{Comparison, Evidence, Facts, Sex, Verdict, compare_people, weigh};
pub use readings::{Reading, heard, other_layout, readings, readings_with_numbers};
pub use sorting::compare;
pub use whole::{found_whole, with_whole};
pub use words::{WordsReason, amount_in_words};

pub(crate) use clean::clean_code;
pub(crate) use clean::is_dash;
pub(crate) use digits::grouped;

//! A demonstration association: an invented office with its people, families, funds, loans and two years of books, made
//! from a seed by the commands a real office uses.

mod books;
mod dice;
mod families;
mod fill;
mod loans;
mod marker;
mod numbers;
mod scene;
mod words;

pub(crate) use fill::{Plan, fill};
pub use marker::DemoPerson;
pub(crate) use marker::{mark, marked, unmark};

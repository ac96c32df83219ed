//! The pure engine of interest-free loans: split, date, allocate, age, replay.
//!
//! A [`Loan`] is made of [`Terms`] and has a plan. What happens to it is stored as [`Event`]s; everything else is
//! computed: [`Loan::replay`] folds the events, by value day and place of entry, into a [`State`], which tells what is
//! owed, where each payment lies, and how late the loan is on a day. [`Portfolio`] measures many loans.
//!
//! No database, no clock, no float lives here. A charge for lateness does not exist, because it would be riba; a fee is
//! a fixed amount at actual cost. Who may do what, approvals, papers and the books are other rooms' matter.

mod allocate;
mod arrears;
mod book;
mod changes;
pub mod dates;
mod event;
mod fraction;
pub mod holidays;
mod plan;
pub mod portfolio;
pub mod refusals;
mod replay;
mod split;
mod state;
mod terms;

pub use arrears::Lateness;
pub use book::Pause;
pub use dates::{MonthDay, Period};
pub use event::{Event, EventKind, Place};
pub use fraction::{Fraction, Share};
pub use holidays::{Holiday, HolidayRule, NonWorkingDay, Weekday, WorkCalendar};
pub use plan::{Row, RowKind};
pub use portfolio::{Band, Collection, Portfolio, Rate, Standing, provision};
pub use refusals::REFUSALS;
pub use replay::{Acceptance, Loan, Preview, PreviewRow};
pub use split::{Split, split};
pub use state::{Allocation, OnRow, State, Status};
pub use terms::{Advance, Basis, Bucket, MOST_ROWS, Terms};

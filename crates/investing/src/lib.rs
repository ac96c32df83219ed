//! The pure rules of what a fund owns and lets: the dues of a lease, what of them is paid, how long units stand empty, what
//! an investment yields, and how an amount is shared out by percentages.
//!
//! A lease is its terms; its dues follow from them. What happens to its rent is a list of [`Happened`]s, which
//! [`Rents::replay`] folds into what each due still lacks and what the tenant paid ahead. No database, no clock and no
//! float lives here; days and amounts come in, and whoever keeps the books posts what these rules say.

#![deny(clippy::float_arithmetic)]

mod lease;
mod occupancy;
pub mod refusals;
mod rents;
mod shares;

pub use lease::{Due, LeaseCalendar, LeaseTerms, MOST_MONTHS, RentChange, pays_allowed};
pub use occupancy::{Let, Occupancy, Owned, let_on, occupancy};
pub use refusals::REFUSALS;
pub use rents::{Happened, Rents, Unpaid};
pub use shares::{Shared, by_percents, by_weights, part, percent_of};

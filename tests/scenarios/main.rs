//! Stories that cross rooms, told through the one way in: `Office::call`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod beneficiaries;
mod desk;

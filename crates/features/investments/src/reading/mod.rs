//! What the screens of investments ask.

pub mod lease_page;
pub mod list;
pub mod overview;
pub mod page;
pub mod units;

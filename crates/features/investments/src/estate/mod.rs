//! Real estate: units of a building, their leases, and the work that keeps them.

pub mod leases;
pub mod letting;
pub mod maintenance;
pub mod units;

//! Agreements: proposed, approved by another person, signed, and what ends them.

pub mod change_agreement;
pub mod ending;
pub mod link_dispute;
pub mod list;
pub mod moves;
pub mod page;
pub mod propose;
pub mod store;

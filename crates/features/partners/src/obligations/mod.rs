//! What each side of an agreement owes the other.

pub mod list;
pub mod owed;
pub mod settling;
pub mod store;

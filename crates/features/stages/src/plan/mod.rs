//! What stages a project has, and which tranches belong to each.

pub mod change;
pub mod lay;
pub mod place;

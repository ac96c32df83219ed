//! What is kept of a partner, and who writes it.

pub mod add;
pub mod align;
pub mod change;
pub mod close;
pub mod contacts;
pub mod items;
pub mod strike;

//! An investment before it is bought: an idea, studied, put before another person, decided; and what it is said to be worth.

pub mod deciding;
pub mod propose;
pub mod values;

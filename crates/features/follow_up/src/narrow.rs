//! A statement's conditions: the office's own.

pub use office::narrow::Narrow;

//! Arabic text, numbers and dates as people type and read them.

pub mod digits;

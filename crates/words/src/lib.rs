//! The words of `locales/`, as a table inside the program.
//!
//! The frame and the features know keys only: `app` teaches the frame these words when the program starts. So a corrected
//! sentence builds this crate and what is put together above it, and no feature anew.

/// Keys and their words, for each language; written by the build script.
pub const TABLE: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/", "words.rs"));

//! The real window, under a display of its own.
#![allow(clippy::unwrap_used, clippy::expect_used)]
// WebKitWebDriver exists on Linux only.
#![cfg(target_os = "linux")]

mod first_day;
mod importing;
mod lending;
mod notices;
mod pictures;
#[path = "../browser/screens.rs"]
mod screens;
mod second_window;
mod title;

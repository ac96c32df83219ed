//! The interface in Chromium, through `sharaka serve`.
#![allow(clippy::unwrap_used, clippy::expect_used)]
// Drivers and displays of these tests exist on Linux; elsewhere the same interface is tested by hand.
#![cfg(target_os = "linux")]

mod harness;

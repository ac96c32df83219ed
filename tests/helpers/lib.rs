//! What the tests of whole programs share: starting the programs, driving the window and the browser.
//!
//! [`Browser`] drives Chromium on `sharaka serve`; [`Window`] drives the real desktop program under a display of its
//! own. Both are a [`Page`]: find what is marked with `data-test`, press, type, wait, look. Everything started here ends
//! with the value that started it, also when a test fails.

// A test stops at the first thing that is not as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod arrange;
mod axe;
mod browser;
mod demonstration;
mod figures;
mod files;
mod host;
mod kept;
mod page;
mod process;
mod steps;
mod window;

pub use arrange::{BORROWER, lending_office, loan_half_paid_out, loan_paid_out, loan_proposed};
pub use browser::Browser;
pub use demonstration::{Visit, demonstration};
pub use figures::Figures;
pub use files::{bring, fetched};
pub use host::Host;
pub use kept::{DATABASES, Entry, Kept, Opened, RECIPES, keep, newest_kept, ship_the_steps};
pub use page::Page;
pub use process::{Running, program};
pub use steps::{ADMINISTRATOR, ASSOCIATION, LOGIN, LOOKS, Look, PASSWORD, REGISTER, named, repay_by_keyboard, words};
pub use window::{Desktop, Window};

//! The door of the office before anybody is in: is there one, and the first run that makes it.

mod look;
pub mod model;
pub mod rules;
mod set_up;
mod set_up_demo;

pub use rules::REFUSALS;

use crate::input::Nothing;
use model::{DemoMade, OfficeState, SetUp, SetUpDemo, SetUpDone};

crate::commands! { "office",
    door look   (Nothing) -> OfficeState, open, shows   [Session];
    door set_up (SetUp) -> SetUpDone,     open, touches [Session, Association, Staff, Audit];
    door set_up_demo (SetUpDemo) -> DemoMade, open, touches [Session, Association, Staff, Audit];
}

//! Whether the office is what it was: what each start, each day and `verify` compare, and what everybody is told of it until
//! an administrator has said a word.
//!
//! The trail is held against marks outside the database and against the heads of the backups (`start`); records against what
//! the trail last told of them (`told`); the clock against the past of the office (`clock`).

mod acknowledge;
pub(crate) mod clock;
mod confirm_clock;
mod daily;
pub mod model;
mod queries;
mod rules;
pub(crate) mod start;
mod store;
mod told;

pub use clock::CLOCK_DOUBTED;
pub use daily::whole;
pub use model::{Compared, Complaint, Difference, LooksOver, Standing, complaint};
pub use start::look as begin;
pub use told::{tell_untold, told_of};

use crate::feature::Feature;
use crate::input::Nothing;
use crate::permission::{BACKUPS_MANAGE, OFFICE_USE};
use model::{Acknowledge, Notices};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "integrity",
    commands: COMMANDS,
    refusals: &[rules::REFUSALS, clock::REFUSALS],
    views: &["integrity"],
    owns: &["integrity_notice"],
    ..Feature::EMPTY
};

crate::commands! { "integrity",
    read   notices       (Nothing) -> Notices,     needs OFFICE_USE,     shows [integrity];
    write  acknowledge   (Acknowledge) -> Nothing, needs BACKUPS_MANAGE, touches [integrity];
    system confirm_clock (Nothing) -> Nothing,     needs OFFICE_USE,     touches [integrity];
}

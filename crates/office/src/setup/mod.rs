//! The door of the office before anybody is in: is there one, and the first run that makes it.

mod look;
pub mod model;
pub mod rules;
pub mod set_up;

pub use rules::REFUSALS;

use crate::feature::{DailyJob, Feature};
use crate::inbox::Upload;
use crate::input::Nothing;
use model::{OfficeState, SetUp, SetUpDone};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "setup",
    commands: COMMANDS,
    permissions: crate::permission::PERMISSIONS,
    owns: &["request", "setting", "record_version", "status_change", "number_series"],
    refusals: &[REFUSALS],
    jobs: &[DailyJob {
        name: "office.forget_requests",
        run: |db, now| crate::requests::forget_old(db, kernel::Day::in_riyadh(now)),
    }],
    uploads: &[Upload { command: "office.set_up", largest: crate::association::LARGEST_LOGO }],
    ..Feature::EMPTY
};

crate::commands! { "office",
    system look   (Nothing) -> OfficeState, open, shows   [session];
    system set_up (SetUp) -> SetUpDone,     open, touches [session, association, staff, audit];
}

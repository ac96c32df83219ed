//! Backups: made by the clock and by hand, opened and compared at once, practised, and put back.
//!
//! The list is what lies in the backups folder, so that it is true even after an older backup was put back. The copying
//! itself, its labels and the order of a restore live in the database crate.

mod automatic;
mod drill;
mod file;
mod keep;
mod list;
mod make;
pub mod model;
mod queries;
mod restore;
mod verify;
mod verify_office;

pub use automatic::due;
pub use keep::by_hand as keep_now;
pub(crate) use queries::file_name;
pub use queries::last;

use crate::feature::Feature;
use crate::input::Nothing;
use crate::outbox::Handed;
use crate::permission::{BACKUPS_MANAGE, BACKUPS_VIEW};
use model::{BackupLine, BackupList, BackupName, DrillReport, OfficeCheck, RestoreBackup, Restored};

kernel::refusals! {
    UNKNOWN_FILE = "backups.unknown_file";
    UNSOUND = "backups.unsound";
}

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "backups",
    commands: COMMANDS,
    refusals: &[REFUSALS],
    views: &["backups"],
    screens: SCREENS,
    owns: &["backup"],
    ..Feature::EMPTY
};

crate::screens! {
    BACKUPS = "backups.list", Nothing;
}

crate::commands! { "backups",
    system list          (Nothing) -> BackupList,        needs BACKUPS_VIEW,   shows   [backups];
    system make          (Nothing) -> BackupLine,        needs BACKUPS_MANAGE, touches [backups, tasks, audit];
    system verify        (BackupName) -> BackupLine,     needs BACKUPS_MANAGE, touches [backups, audit];
    system drill         (BackupName) -> DrillReport,    needs BACKUPS_MANAGE, touches [backups, audit];
    system verify_office (Nothing) -> OfficeCheck,       needs BACKUPS_MANAGE, touches [backups, audit];
    system file          (BackupName) -> Handed,         needs BACKUPS_MANAGE, touches [audit];
    system restore       (RestoreBackup) -> Restored,    needs BACKUPS_MANAGE, touches [session];
}

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

pub(crate) use automatic::due;
pub(crate) use keep::by_hand as keep_now;
pub(crate) use queries::last;

use crate::input::Nothing;
use crate::tables::File;
use model::{BackupLine, BackupList, BackupName, DrillReport, OfficeCheck, RestoreBackup, Restored};

kernel::refusals! {
    UNKNOWN_FILE = "backups.unknown_file";
    UNSOUND = "backups.unsound";
    TOO_LARGE = "backups.too_large";
}

crate::commands! { "backups",
    door list          (Nothing) -> BackupList,        needs BackupsView,   shows   [Backups];
    door make          (Nothing) -> BackupLine,        needs BackupsManage, touches [Backups, Tasks, Audit];
    door verify        (BackupName) -> BackupLine,     needs BackupsManage, touches [Backups, Audit];
    door drill         (BackupName) -> DrillReport,    needs BackupsManage, touches [Backups, Audit];
    door verify_office (Nothing) -> OfficeCheck,       needs BackupsManage, touches [Backups, Audit];
    door file          (BackupName) -> File,           needs BackupsManage, touches [Audit];
    door restore       (RestoreBackup) -> Restored,    needs BackupsManage, touches [Session];
}

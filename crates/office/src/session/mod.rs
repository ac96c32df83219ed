//! Being signed in: passwords, the recovery code, the locked screen.
//!
//! The keys themselves live in the database crate's vault; the people in `staff`; the first run in `opening`.

mod change_password;
mod confirm_recovery_code;
mod lock;
pub mod model;
mod new_recovery_code;
mod recover;
mod recovery_sheet;
pub mod rules;
pub mod sessions;
mod sign_in;
mod sign_out;
pub mod start;
pub mod store;
mod unlock;

pub use model::Session;
pub use rules::REFUSALS;
pub use sign_in::unlock as open_slot;
pub use start::{begin, current, who};
pub use store::recovery_confirmed;

use crate::feature::Feature;
use crate::input::Nothing;
use crate::paper::Paper;
use crate::permission::BACKUPS_MANAGE;
use model::{ChangePassword, Password, RecoverOffice, RecoveryCode, RecoveryGroup, SignIn};

/// What the house is told of this feature.
pub const FEATURE: Feature =
    Feature { name: "session", commands: COMMANDS, refusals: &[REFUSALS], views: &["session"], ..Feature::EMPTY };

crate::commands! { "session",
    system  sign_in  (SignIn) -> Session,                      open,            touches [session, audit, staff];
    system  recover  (RecoverOffice) -> Session,               open,            touches [session, audit, staff];
    system  lock     (Nothing) -> Nothing,                     session,         touches [];
    system  unlock   (Password) -> Session,                    session,         touches [session];
    system  sign_out (Nothing) -> Nothing,                     session,         touches [];
    system  change_password (ChangePassword) -> Session, session,         touches [session, tasks, audit];
    system  new_recovery_code (Password) -> RecoveryCode,      needs BACKUPS_MANAGE, touches [session, tasks, audit];
    system  confirm_recovery_code (RecoveryGroup) -> Session,  needs BACKUPS_MANAGE, touches [session, tasks, audit];
    print recovery_sheet (RecoveryCode) -> Paper,            needs BACKUPS_MANAGE, touches [audit];
}

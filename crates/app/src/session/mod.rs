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
pub(crate) mod start;
pub(crate) mod store;
mod unlock;

pub use model::Session;
pub use rules::REFUSALS;
pub(crate) use sign_in::unlock as open_slot;
pub(crate) use start::{begin, current, who};
pub(crate) use store::recovery_confirmed;

use crate::input::Nothing;
use crate::paper::Paper;
use model::{ChangePassword, Password, RecoverOffice, RecoveryCode, RecoveryGroup, SignIn};

crate::commands! { "session",
    door  sign_in  (SignIn) -> Session,                      open,            touches [Session, Audit, Staff];
    door  recover  (RecoverOffice) -> Session,               open,            touches [Session, Audit, Staff];
    door  lock     (Nothing) -> Nothing,                     session,         touches [];
    door  unlock   (Password) -> Session,                    session,         touches [Session];
    door  sign_out (Nothing) -> Nothing,                     session,         touches [];
    door  change_password (ChangePassword) -> Session,       needs OfficeUse, touches [Session, Tasks, Audit];
    door  new_recovery_code (Password) -> RecoveryCode,      needs BackupsManage, touches [Session, Tasks, Audit];
    door  confirm_recovery_code (RecoveryGroup) -> Session,  needs BackupsManage, touches [Session, Tasks, Audit];
    print recovery_sheet (RecoveryCode) -> Paper,            needs BackupsManage, touches [Audit];
}

//! The people of the office: who they are, which role they hold, and their keys to the encrypted file.
//!
//! Signing in and changing one's own password live in `session`. What a role may do is decided in `permission`, not here.

mod add;
mod change;
mod change_key;
pub mod model;
mod queries;
mod remove;
mod reset_password;
pub mod rules;
pub(crate) mod store;

pub use model::{People, Person};
pub use rules::{NAME_MISSING, REFUSALS, REMOVED, login, password};
pub(crate) use store::{asked_for_own_password, insert, key_is_due, people, person, seen};

/// The name of a person of the office among the records that have versions.
const RECORD: &str = "person";

use crate::input::Nothing;
use crate::session::Session;
use model::{AddPerson, ChangeKey, ChangePerson, PermissionScreen, RemovePerson, ResetPassword};

crate::commands! { "staff",
    read  list           (Nothing) -> People,           needs StaffView,   shows   [Staff];
    read  permissions    (Nothing) -> PermissionScreen, needs StaffView,   shows   [Staff];
    write add            (AddPerson) -> Person,         needs StaffManage, touches [Staff, Tasks];
    write change         (ChangePerson) -> Person,      needs StaffManage, touches [Staff, Session];
    write reset_password (ResetPassword) -> Person,     needs StaffManage, touches [Staff];
    write remove         (RemovePerson) -> Person,      needs StaffManage, touches [Staff, Tasks];
    door  change_key     (ChangeKey) -> Session,        needs StaffManage, touches [Session, Backups, Tasks, Audit];
}

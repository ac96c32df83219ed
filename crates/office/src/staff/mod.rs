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
pub mod store;

pub use model::{People, Person};
pub use rules::{NAME_MISSING, REFUSALS, REMOVED, login, password};
pub use store::{asked_for_own_password, insert, key_is_due, oldest_administrator, people, person, seen};

use crate::input::Nothing;
use crate::session::Session;
use model::{AddPerson, ChangeKey, ChangePerson, PermissionScreen, RemovePerson, ResetPassword};

use crate::feature::Feature;
use crate::integrity::Compared;
use crate::permission::{STAFF_MANAGE, STAFF_VIEW};

/// The name of a person of the office among the records that have versions.
const RECORD: &str = "person";

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "staff",
    commands: COMMANDS,
    refusals: &[REFUSALS],
    views: &["staff"],
    publishes: &["user_name"],
    owns: &["person"],
    compared: &[Compared {
        noun: "person",
        stand: store::stand,
        words: &[("role", "role"), ("active", "integrity.active")],
    }],
    lists: crate::tables::frame::STAFF,
    ..Feature::EMPTY
};

crate::commands! { "staff",
    read  list           (Nothing) -> People,           needs STAFF_VIEW,   shows   [staff];
    read  permissions    (Nothing) -> PermissionScreen, needs STAFF_VIEW,   shows   [staff];
    write add            (AddPerson) -> Nothing,         needs STAFF_MANAGE, touches [staff, tasks];
    write change         (ChangePerson) -> Nothing,      needs STAFF_MANAGE, touches [staff, session];
    write reset_password (ResetPassword) -> Nothing,     needs STAFF_MANAGE, touches [staff];
    write remove         (RemovePerson) -> Nothing,      needs STAFF_MANAGE, touches [staff, tasks];
    system  change_key     (ChangeKey) -> Session,        needs STAFF_MANAGE, touches [session, backups, tasks, audit];
}

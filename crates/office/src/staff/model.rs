//! Nouns of the office's people.

use crate::permission::Role;
use kernel::Moment;
use kernel::id::PersonId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person who signs in, as screens see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub login: String,
    pub role: Role,
    /// False for a person who was removed: the name stays in the audit trail, the key is gone.
    pub active: bool,
    pub added_at: Moment,
    pub removed_at: Option<Moment>,
    pub last_seen_at: Option<Moment>,
    /// Whether somebody else chose the password, so that the person is asked for one of their own.
    pub must_change_password: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct People {
    pub people: Vec<Person>,
}

/// The client makes the identifier, so that a repeated click cannot add somebody twice.
#[derive(Deserialize, TS)]
pub struct AddPerson {
    pub id: PersonId,
    pub name: String,
    pub login: String,
    pub role: Role,
    /// A first password; the person is asked to change it.
    pub password: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct ChangePerson {
    pub id: PersonId,
    pub name: String,
    pub role: Role,
}

#[derive(Deserialize, TS)]
pub struct ResetPassword {
    pub id: PersonId,
    pub password: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct RemovePerson {
    pub id: PersonId,
}

/// A row of the permission screen: a right, the commands that ask for it, the roles that hold it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PermissionRow {
    pub name: String,
    pub commands: Vec<String>,
    pub roles: Vec<Role>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PermissionScreen {
    pub roles: Vec<Role>,
    pub permissions: Vec<PermissionRow>,
}

/// The administrator's own password, asked for before the key of the office changes.
#[derive(Deserialize, TS)]
pub struct ChangeKey {
    pub password: String,
}

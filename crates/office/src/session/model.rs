//! Nouns of being signed in.

use crate::association::{Calendar, Digits, Logo};
use crate::permission::Role;
use kernel::id::PersonId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who is signed in, as the top of every screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SessionPerson {
    pub id: PersonId,
    pub name: String,
    pub login: String,
    pub role: Role,
}

/// The association, as the head of every screen and paper shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SessionAssociation {
    pub name_ar: String,
    pub name_en: String,
    pub logo: Option<Logo>,
}

/// All that the interface must know of the person at the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Session {
    pub person: SessionPerson,
    pub association: SessionAssociation,
    /// Names of the permissions the role holds.
    pub permissions: Vec<String>,
    pub digits: Digits,
    pub calendar: Calendar,
    pub idle_minutes: u32,
    /// Whether somebody has confirmed to hold the printed recovery code.
    pub recovery_confirmed: bool,
    pub must_change_password: bool,
    pub locked: bool,
}

#[derive(Deserialize, TS)]
pub struct SignIn {
    pub login: String,
    pub password: String,
}

#[derive(Deserialize, TS)]
pub struct Password {
    pub password: String,
}

#[derive(Deserialize, TS)]
pub struct ChangePassword {
    pub old: String,
    pub new: String,
}

/// Signing in with the printed code: an administrator gets a new password.
#[derive(Deserialize, TS)]
pub struct RecoverOffice {
    pub code: String,
    pub login: String,
    pub new_password: String,
}

/// The code as it is shown and printed: eight groups of four. It is never stored.
#[derive(Serialize, Deserialize, TS)]
pub struct RecoveryCode {
    pub recovery_code: String,
}

/// One group of the code, typed back as a sign that it was printed.
#[derive(Deserialize, TS)]
pub struct RecoveryGroup {
    pub group: String,
}

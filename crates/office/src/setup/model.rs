//! Nouns of the first run.

use crate::association::{Calendar, Digits, Logo};
use crate::demo_mark::DemoPerson;
use crate::session::Session;
use kernel::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfficeStage {
    /// An empty folder: the first run begins.
    New,
    /// There is an office, and nobody has opened it.
    Locked,
    /// Somebody is signed in somewhere.
    Open,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LastBackup {
    pub made_at: Moment,
    pub verified: bool,
}

/// What can be said before anyone signs in; nothing of it is personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficeState {
    pub state: OfficeStage,
    pub demo: bool,
    /// Who can sign in to a demonstration, with their passwords; nobody in a real office.
    pub demo_people: Vec<DemoPerson>,
    pub version: String,
    /// The session of whoever asks, if it still stands.
    pub session: Option<Session>,
    pub last_backup: Option<LastBackup>,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewAssociation {
    pub name_ar: String,
    pub name_en: String,
    pub licence_no: String,
    pub unified_no: String,
    pub region: String,
    pub logo: Option<Logo>,
}

#[derive(Deserialize, TS)]
pub struct NewAdministrator {
    pub name: String,
    pub login: String,
    pub password: String,
}

/// The first run: an association, its first administrator, and how it likes digits and dates.
#[derive(Deserialize, TS)]
pub struct SetUp {
    pub association: NewAssociation,
    pub administrator: NewAdministrator,
    #[serde(default)]
    pub digits: Digits,
    #[serde(default)]
    pub calendar: Calendar,
}

#[derive(Serialize, TS)]
pub struct SetUpDone {
    /// Shown and printed once; stored nowhere.
    pub recovery_code: String,
    pub session: Session,
}

#[derive(Serialize, TS)]
pub struct DemoMade {
    pub recovery_code: String,
    pub session: Session,
    pub people: Vec<DemoPerson>,
}

//! What one person likes: theme, language, columns, open tabs, drafts of forms. Nothing here concerns anybody else, and
//! nothing here changes what is true.

mod put;
mod queries;
pub mod rules;

pub use rules::REFUSALS;

use crate::feature::Feature;
use crate::input::Nothing;
use crate::permission::OFFICE_USE;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Every preference of the person who asks.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Preferences {
    #[ts(type = "Record<string, unknown>")]
    pub values: BTreeMap<String, serde_json::Value>,
}

/// One preference; `null` forgets it.
#[derive(Debug, Deserialize, TS)]
pub struct PutPreference {
    pub key: String,
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
}

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "preferences",
    commands: COMMANDS,
    refusals: &[REFUSALS],
    views: &["preferences"],
    screens: SCREENS,
    owns: &["preference"],
    ..Feature::EMPTY
};

crate::screens! {
    /// One's own password.
    PASSWORD = "preferences.password", Nothing;
    /// The recovery code and the key of the office.
    RECOVERY = "preferences.recovery", Nothing;
}

crate::commands! { "preferences",
    read  get (Nothing) -> Preferences,   needs OFFICE_USE, shows   [preferences];
    write put (PutPreference) -> Nothing, needs OFFICE_USE, touches [];
}

//! What one person likes: theme, language, columns, open tabs, drafts of forms. Nothing here concerns anybody else, and
//! nothing here changes what is true.

mod put;
mod queries;
pub mod rules;

pub use rules::REFUSALS;

use crate::input::Nothing;
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

crate::commands! { "preferences",
    read  get (Nothing) -> Preferences,   needs OfficeUse, shows   [Preferences];
    write put (PutPreference) -> Nothing, needs OfficeUse, touches [];
}

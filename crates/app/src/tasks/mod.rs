//! «مهامي»: what waits for the person who asks, from every feature, in one list.
//!
//! A feature that has something waiting adds a source here; the tasks themselves are never stored, so none can be stale.

mod decisions;
mod queries;

pub(crate) use decisions::decisions;

use crate::input::Nothing;
use kernel::day::Day;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How much a task presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Late,
    Soon,
    Calm,
}

/// One thing that waits: a sentence (`text_key` in the words, filled with `args`) and the screen that helps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Task {
    pub kind: String,
    pub text_key: String,
    pub args: BTreeMap<String, String>,
    /// Hash route of the screen, e.g. `/backups`.
    pub target: String,
    pub due: Option<Day>,
    pub severity: Severity,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Tasks {
    pub tasks: Vec<Task>,
}

crate::commands! { "tasks",
    read mine (Nothing) -> Tasks, needs OfficeUse, shows [Tasks];
}

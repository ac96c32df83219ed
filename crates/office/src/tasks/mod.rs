//! «مهامي»: what waits for the person who asks, from every feature, in one list.
//!
//! A feature that has something waiting says so in its manifest; the tasks themselves are never stored, so none can be
//! stale.

mod queries;

pub use queries::decisions;

use crate::feature::Feature;
use crate::input::Nothing;
use crate::permission::OFFICE_USE;
use crate::target::Target;
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
    pub target: Target,
    pub due: Option<Day>,
    pub severity: Severity,
}

/// How many of each kind are named; the rest is counted in the list the last line leads to.
pub const NAMED: i64 = 20;
/// Days of waiting after which a decision presses.
const LONG: i32 = 7;

impl Task {
    /// A task whose sentence is `tasks.<kind>`.
    pub fn new(kind: &str, target: Target, severity: Severity) -> Self {
        Self {
            kind: kind.to_owned(),
            text_key: format!("tasks.{kind}"),
            args: BTreeMap::new(),
            target,
            due: None,
            severity,
        }
    }

    /// A request that waits for a decision since a day; it presses when it has waited long.
    pub fn waiting(kind: &str, target: Target, since: Day, today: Day) -> Self {
        let severity = if today.days_since(since) >= LONG { Severity::Late } else { Severity::Soon };
        Self { due: Some(since), ..Self::new(kind, target, severity) }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Tasks {
    pub tasks: Vec<Task>,
}

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature { name: "tasks", commands: COMMANDS, views: &["tasks"], ..Feature::EMPTY };

crate::commands! { "tasks",
    read mine (Nothing) -> Tasks, needs OFFICE_USE, shows [tasks];
}

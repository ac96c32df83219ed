//! The templates an office begins with; it may change them, or stop offering them.

use crate::inputs::SaveTemplate;
use crate::model::{StageAsked, StagePlan};
use crate::templates;
use kernel::id::{PersonId, StageTemplateId};
use kernel::{Moment, Result};
use office::words::{self, Language};
use std::time::Duration;

/// Stages of each kind of activity: their key, days, visits, and conditions with whether a document shows them.
type Kind = (&'static str, &'static [(&'static str, u16, u8, &'static [(&'static str, bool)])]);

const KINDS: &[Kind] = &[
    (
        "production",
        &[
            ("setting_up", 30, 1, &[("equipment_works", true)]),
            ("running", 60, 1, &[("records_sales", false)]),
            ("marketing", 90, 2, &[("sells_by_itself", false)]),
        ],
    ),
    (
        "trade",
        &[
            ("setting_up", 21, 1, &[("place_is_ready", true)]),
            ("running", 60, 1, &[("records_sales", false)]),
            ("marketing", 60, 1, &[("sells_by_itself", false)]),
        ],
    ),
    (
        "service",
        &[("setting_up", 21, 1, &[("equipment_works", true)]), ("running", 90, 2, &[("has_customers", false)])],
    ),
];

/// Home production, trade and services; each in plain stages.
///
/// # Errors
/// What the database refuses.
pub fn seed(db: &database::Write<'_>, by: PersonId, now: Moment) -> Result<()> {
    let word = |kind: &str, key: &str| words::word(&format!("stages.seed.{kind}.{key}"), Language::Ar);
    for (place, (kind, stages)) in (0..).zip(KINDS) {
        let asked = |(key, paper): &(&str, bool)| StageAsked { text: word("condition", key), paper: *paper };
        let stages = stages.iter().map(|(key, days, visits, conditions)| StagePlan {
            name: word("stage", key),
            goal: word("goal", key),
            days: *days,
            visits: *visits,
            conditions: conditions.iter().map(asked).collect(),
        });
        let template = SaveTemplate {
            id: StageTemplateId::new(now, office::random::bytes()?),
            name: word("kind", kind),
            offered: true,
            stages: stages.collect(),
            record_version: 0,
        };
        // They are listed in the order they were made.
        templates::insert(db, &template, by, now.after(Duration::from_micros(place)))?;
    }
    Ok(())
}

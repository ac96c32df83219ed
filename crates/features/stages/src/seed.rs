//! The templates an office begins with; it may change them, or stop offering them.

use crate::inputs::SaveTemplate;
use crate::model::{StageAsked, StagePlan, StageTemplate};
use crate::templates;
use database::values;
use kernel::id::{PersonId, StageTemplateId};
use kernel::{Moment, Result};
use office::context::Change;
use office::trail;
use office::words::{self, Language};
use serde_json::{Value, json};
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

/// An office that was there before projects had stages is given what a new one begins with: once, for templates are never
/// removed.
///
/// # Errors
/// What the database refuses.
pub fn seed_of_before(db: &database::Write<'_>, now: Moment) -> Result<()> {
    if db.row("SELECT 1 AS one FROM stage_template LIMIT 1", values![], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    let Some(by) = office::staff::oldest_administrator(db)? else { return Ok(()) };
    seed(db, by, now)?;
    let given = |template: StageTemplate| Change {
        noun: templates::RECORD,
        subject: template.id.to_string(),
        label: template.name,
        before: Value::Null,
        after: json!({ "stages": template.stages }),
    };
    let told: Vec<Change> = templates::templates(db)?.into_iter().map(given).collect();
    trail::line(db, None, now, "stages.begin_templates", "change", &told, trail::DONE)
}

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

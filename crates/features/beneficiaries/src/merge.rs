//! Two files turn out to be one person's: the parties are merged, and the kept file takes over what only the other says.
//! Notes, members and documents of both are read together.

use super::inputs::MergeFiles;
use super::{saving, store};
use database::values;
use kernel::Result;
use office::context::Write;
use office::input::Nothing;
use parties::inputs::MergeParties;
use parties::{taken_over, written};
use serde_json::Value;

pub fn merge(cx: &Write<'_>, input: MergeFiles) -> Result<Nothing> {
    let (keep, merge) = (input.keep, input.merge);
    let (before, merged) = (store::case_facts(cx, keep)?, store::case_facts(cx, merge)?);
    let after = taken_over(&before, &merged, &input.take)?;
    store::save_facts(cx, keep, &after)?;
    let parties = parties::merge(cx, &MergeParties { keep, merge, take: &input.take, reason: &input.reason })?;
    cx.run(
        "INSERT INTO file_merge (merged, number, before, after) VALUES ($1, $2, $3, $4)",
        values![merge, parties.number, written(&before)?, written(&after)?],
    )?;
    let mut now = saving::trace(&parties.after, &after);
    if let Some(fields) = now.as_object_mut() {
        fields.insert("reason".to_owned(), Value::from(parties.reason.as_str()));
    }
    let (kept, gone) = (&parties.before, &parties.merged);
    cx.changed("file", keep, &kept.facts.name, &saving::trace(kept, &before), &now)?;
    cx.changed("file", merge, &gone.facts.name, &saving::trace(gone, &merged), &(keep, &parties.reason))?;
    Ok(Nothing {})
}

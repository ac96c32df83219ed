//! Two files turn out to be one person's. Both rows stay; the one that goes points at the one that stays, and its notes,
//! members and documents are read together with it.

use super::inputs::MergeFiles;
use super::model::{CaseFile, Facts, Party};
use super::store::{self, CountedPerParty};
use super::{queries, rules, saving, shelf};
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use serde_json::Value;

pub fn merge(cx: &Write<'_>, input: MergeFiles) -> Result<CaseFile> {
    require(input.keep != input.merge, Refusal::new(rules::SAME_FILE).at("merge"))?;
    let reason = rules::reason(&input.reason)?;
    let (kept, merged) = (store::party(cx, input.keep)?, store::party(cx, input.merge)?);
    require(kept.merged_into.is_none() && merged.merged_into.is_none(), rules::MERGED)?;
    let points = queries::points(&kept, &merged);

    let after = taken_over(&kept, &merged, &input.take)?;
    let number = store::next_of(cx, CountedPerParty::Merges, merged.id)?;
    let text = |facts: &Facts| serde_json::to_string(facts).map_err(Failure::broken);
    cx.run(
        "INSERT INTO party_merge (merged, number, kept, reason, before, after, at, by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            merged.id,
            number,
            kept.id,
            reason.as_str(),
            text(&kept.facts)?,
            text(&after.facts)?,
            cx.now,
            cx.who.id
        ],
    )?;
    cx.run("UPDATE party SET merged_into = $1, changed_at = $2 WHERE id = $3", values![kept.id, cx.now, merged.id])?;
    // Parties that were merged into the one that goes follow it.
    cx.run("UPDATE party SET merged_into = $1 WHERE merged_into = $2", values![kept.id, merged.id])?;
    cx.passed(store::RECORD, after.id)?;
    store::update(cx, &after, cx.now)?;
    saving::verdict(cx, kept.id, merged.id, "same", points, &reason)?;
    shelf::lay(cx, merged.id)?;
    shelf::lay(cx, kept.id)?;
    cx.changed("file", kept.id, &kept.facts.name, &saving::trace(&kept), &with_reason(&after, &reason))?;
    cx.changed("file", merged.id, &merged.facts.name, &saving::trace(&merged), &(kept.id, &reason))?;
    queries::case_file(cx, kept.id)
}

fn with_reason(party: &Party, reason: &str) -> Value {
    let mut trace = saving::trace(party);
    if let Some(fields) = trace.as_object_mut() {
        fields.insert("reason".to_owned(), reason.into());
    }
    trace
}

/// The kept party with the fields that were chosen from the other one, and whatever only the other one says.
fn taken_over(kept: &Party, merged: &Party, take: &[String]) -> Result<Party> {
    let json = |facts: &Facts| serde_json::to_value(facts).map_err(Failure::broken);
    let (mut fields, other) = (json(&kept.facts)?, json(&merged.facts)?);
    if let (Some(fields), Some(other)) = (fields.as_object_mut(), other.as_object()) {
        for (field, value) in other {
            let silent = fields.get(field).is_none_or(says_nothing);
            if take.iter().any(|taken| taken == field) || (silent && !says_nothing(value)) {
                fields.insert(field.clone(), value.clone());
            }
        }
    }
    let facts = serde_json::from_value(fields).map_err(Failure::broken)?;
    Ok(Party { facts, ..kept.clone() })
}

fn says_nothing(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("")
}

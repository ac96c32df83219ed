//! Two parties turn out to be one. Both rows stay; the one that goes points at the one that stays, and whoever reads what
//! hangs on a party reads it together with what hangs on those merged into it.

use crate::inputs::MergeParties;
use crate::likeness::{known_as, points, verdict};
use crate::model::{Merged, Party, PartyFacts};
use crate::{rules, store};
use database::values;
use kernel::id::PartyId;
use kernel::{Failure, Refusal, Result, require};
use office::context::{Read, Write};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Two parties that were merged, or came apart again.
pub struct Merge {
    /// Which merge of the one that goes; what a feature keeps of its own part hangs on both.
    pub number: i64,
    /// The one that stays, before and after.
    pub before: Party,
    pub after: Party,
    /// The one that goes, as it was.
    pub merged: Party,
    pub reason: String,
}

/// Merges one party into another.
///
/// # Errors
/// One and the same; one of them was merged before; no reason.
pub fn merge(cx: &Write<'_>, input: &MergeParties<'_>) -> Result<Merge> {
    require(input.keep != input.merge, Refusal::new(rules::SAME_PARTY).at("merge"))?;
    let reason = rules::reason(input.reason)?;
    let (kept, merged) = (store::party(cx, input.keep)?, store::party(cx, input.merge)?);
    require(kept.merged_into.is_none() && merged.merged_into.is_none(), rules::MERGED)?;

    let facts = taken_over(&kept.facts, &merged.facts, input.take)?;
    let after = Party { facts, ..kept.clone() };
    let sql = "SELECT COALESCE(max(number), 0) + 1 AS next FROM party_merge WHERE merged = $1";
    let number = cx.one(sql, values![merged.id], |row| row.get("next"))?;
    let (was, is) = (written(&kept.facts)?, written(&after.facts)?);
    cx.run(
        "INSERT INTO party_merge (merged, number, kept, reason, before, after, at, by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![merged.id, number, kept.id, reason.as_str(), was, is, cx.now, cx.who.id],
    )?;
    cx.run("UPDATE party SET merged_into = $1, changed_at = $2 WHERE id = $3", values![kept.id, cx.now, merged.id])?;
    // Parties that were merged into the one that goes follow it.
    cx.run("UPDATE party SET merged_into = $1 WHERE merged_into = $2", values![kept.id, merged.id])?;
    verdict(cx, kept.id, merged.id, "same", points(&kept, &merged), &reason)?;
    cx.passed(store::RECORD, after.id)?;
    cx.record_changed(store::subject(merged.id))?;
    store::update(cx, &after)?;
    Ok(Merge { number, before: kept, after, merged, reason })
}

/// A merge was a mistake: the party stands by itself again, and the kept one says again what it said before, wherever
/// nobody has changed it since.
///
/// # Errors
/// It is not merged; no reason.
pub fn undo_merge(cx: &Write<'_>, id: PartyId, reason: &str) -> Result<Merge> {
    let reason = rules::reason(reason)?;
    let merged = store::party(cx, id)?;
    let sql = "SELECT number, kept, before, after FROM party_merge WHERE merged = $1 AND undone_at IS NULL \
               ORDER BY number DESC LIMIT 1";
    let open = cx.row(sql, values![merged.id], |row| {
        let texts = (row.get::<String>("before")?, row.get::<String>("after")?);
        Ok((row.get::<i64>("number")?, row.get::<PartyId>("kept")?, texts))
    })?;
    let (number, kept, (before, after)) = open.ok_or(rules::NOT_MERGED)?;
    let kept = store::party(cx, kept)?;
    let back: PartyFacts = given_back(&kept.facts, &before, &after)?;
    let back = Party { facts: back, ..kept.clone() };

    cx.run(
        "UPDATE party SET merged_into = $1, changed_at = $2 WHERE id = $3",
        values![None::<PartyId>, cx.now, merged.id],
    )?;
    // Those that had been merged into it before come back with it.
    cx.run(
        "UPDATE party SET merged_into = $1 WHERE merged_into = $2 AND EXISTS (SELECT 1 FROM party_merge m \
         WHERE m.merged = party.id AND m.kept = $1 AND m.undone_at IS NULL)",
        values![merged.id, kept.id],
    )?;
    cx.run(
        "UPDATE party_merge SET undone_at = $1, undone_by = $2, undone_reason = $3 WHERE merged = $4 AND number = $5",
        values![cx.now, cx.who.id, reason.as_str(), merged.id, number],
    )?;
    verdict(cx, kept.id, merged.id, "different", points(&back, &merged), &reason)?;
    cx.passed(store::RECORD, back.id)?;
    cx.record_changed(store::subject(merged.id))?;
    store::update(cx, &back)?;
    Ok(Merge { number, before: kept, after: back, merged, reason })
}

/// The parties that were merged into one and stand so, newest first.
///
/// # Errors
/// What the database refuses.
pub fn merged_into(cx: &Read<'_>, id: PartyId) -> Result<Vec<Merged>> {
    let mut merged = cx.rows(include_str!("sql/merged.sql"), values![id], |row| {
        Ok(Merged {
            party: row.get("merged")?,
            name: row.get("name")?,
            known_as: Vec::new(),
            reason: row.get("reason")?,
            at: row.get("at")?,
            by: row.get("by_name")?,
        })
    })?;
    for one in &mut merged {
        one.known_as = known_as(cx, one.party)?;
    }
    Ok(merged)
}

/// What one record says after another was merged into it: the fields that were chosen from the other, and whatever only
/// the other says. Features do so with what they keep of a party, too.
///
/// # Errors
/// Broken: it is no record of fields.
pub fn taken_over<T: Serialize + DeserializeOwned>(kept: &T, merged: &T, take: &[String]) -> Result<T> {
    let json = |record: &T| serde_json::to_value(record).map_err(Failure::broken);
    let (mut fields, other) = (json(kept)?, json(merged)?);
    if let (Some(fields), Some(other)) = (fields.as_object_mut(), other.as_object()) {
        for (field, value) in other {
            let silent = fields.get(field).is_none_or(says_nothing);
            if take.iter().any(|taken| taken == field) || (silent && !says_nothing(value)) {
                fields.insert(field.clone(), value.clone());
            }
        }
    }
    serde_json::from_value(fields).map_err(Failure::broken)
}

fn says_nothing(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("")
}

/// A record with every field a merge changed set back, where it still says what the merge made it say. `before` and
/// `after` are what [`written`] gave.
///
/// # Errors
/// Broken: they cannot be read.
pub fn given_back<T: Serialize + DeserializeOwned>(now: &T, before: &str, after: &str) -> Result<T> {
    let parse = |text: &str| serde_json::from_str::<Value>(text).map_err(Failure::broken);
    let (before, after) = (parse(before)?, parse(after)?);
    let mut fields = serde_json::to_value(now).map_err(Failure::broken)?;
    if let (Some(fields), Some(before)) = (fields.as_object_mut(), before.as_object()) {
        for (field, value) in before {
            if after.get(field) != Some(value) && fields.get(field) == after.get(field) {
                fields.insert(field.clone(), value.clone());
            }
        }
    }
    serde_json::from_value(fields).map_err(Failure::broken)
}

/// A record as a merge keeps it.
///
/// # Errors
/// Broken: it cannot be written.
pub fn written(record: &impl Serialize) -> Result<String> {
    serde_json::to_string(record).map_err(Failure::broken)
}

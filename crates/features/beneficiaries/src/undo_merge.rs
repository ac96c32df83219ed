//! A merge was a mistake: the file stands by itself again, and the kept one says again what it said before, wherever
//! nobody has changed it since.

use super::inputs::UndoMerge;
use super::model::{Facts, Party};
use super::{queries, rules, saving, shelf, store};
use database::values;
use kernel::id::PartyId;
use kernel::{Failure, Result};
use office::context::Write;
use office::input::Nothing;
use serde_json::Value;

struct Merge {
    number: i64,
    kept: PartyId,
    before: String,
    after: String,
}

pub fn undo_merge(cx: &Write<'_>, input: UndoMerge) -> Result<Nothing> {
    let reason = rules::reason(&input.reason)?;
    let merged = store::party(cx, input.party)?;
    let sql = "SELECT number, kept, before, after FROM party_merge WHERE merged = $1 AND undone_at IS NULL \
               ORDER BY number DESC LIMIT 1";
    let merge = cx.row(sql, values![merged.id], |row| {
        Ok(Merge {
            number: row.get("number")?,
            kept: row.get("kept")?,
            before: row.get("before")?,
            after: row.get("after")?,
        })
    })?;
    let merge = merge.ok_or(rules::NOT_MERGED)?;
    let kept = store::party(cx, merge.kept)?;
    let back = Party { facts: given_back(&kept.facts, &merge)?, ..kept.clone() };

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
        values![cx.now, cx.who.id, reason.as_str(), merged.id, merge.number],
    )?;
    cx.passed(store::RECORD, back.id)?;
    store::update(cx, &back, cx.now)?;
    saving::verdict(cx, kept.id, merged.id, "different", queries::points(&back, &merged), &reason)?;
    shelf::lay(cx, merged.id)?;
    shelf::lay(cx, kept.id)?;
    let after = serde_json::json!({ "reason": reason, "name": kept.facts.name });
    cx.changed("file", merged.id, &merged.facts.name, &(), &after)?;
    cx.changed("file", kept.id, &kept.facts.name, &saving::trace(&kept), &saving::trace(&back))?;
    Ok(Nothing {})
}

/// The facts with every field the merge changed set back, where it still says what the merge made it say.
fn given_back(now: &Facts, merge: &Merge) -> Result<Facts> {
    let parse = |text: &str| serde_json::from_str::<Value>(text).map_err(Failure::broken);
    let (before, after) = (parse(&merge.before)?, parse(&merge.after)?);
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

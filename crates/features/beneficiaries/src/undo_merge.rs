//! A merge was a mistake: the parties come apart, and the kept file says again what it said before, wherever nobody has
//! changed it since.

use super::inputs::UndoMerge;
use super::model::CaseFile;
use super::{queries, saving, store, summary};
use database::values;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn undo_merge(cx: &Write<'_>, input: UndoMerge) -> Result<CaseFile> {
    let undone = parties::undo_merge(cx, input.party, &input.reason)?;
    let (kept, merged) = (undone.before.id, &undone.merged);
    let now = store::case_facts(cx, kept)?;
    let sql = "SELECT before, after FROM file_merge WHERE merged = $1 AND number = $2";
    let texts = cx.row(sql, values![merged.id, undone.number], |row| {
        Ok((row.get::<String>("before")?, row.get::<String>("after")?))
    })?;
    let back = match texts {
        Some((before, after)) => parties::given_back(&now, &before, &after)?,
        None => now.clone(),
    };
    store::save_facts(cx, kept, &back)?;
    summary::rebuild(cx, kept)?;
    let after = json!({ "reason": undone.reason, "name": undone.before.facts.name });
    cx.changed("file", merged.id, &merged.facts.name, &(), &after)?;
    let traces = (saving::trace(&undone.before, &now), saving::trace(&undone.after, &back));
    cx.changed("file", kept, &undone.before.facts.name, &traces.0, &traces.1)?;
    queries::case_file(cx, merged.id)
}

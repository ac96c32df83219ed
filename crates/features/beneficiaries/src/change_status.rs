//! A supervisor moves a file along its life: activates, suspends, graduates, closes or opens it again.

use super::inputs::ChangeStatus;
use super::{rules, shelf, store};
use kernel::{Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn change_status(cx: &Write<'_>, input: ChangeStatus) -> Result<Nothing> {
    let party = store::party(cx, input.party)?;
    require(party.merged_into.is_none(), rules::MERGED)?;
    let before = store::file(cx, input.party)?;
    let conditions = rules::conditions(party.kind, &party.facts, party.identity.as_ref(), cx.today());
    let after = rules::step(&before, input.status, &input.reason, &conditions, cx.today())?;
    store::save_status(cx, party.id, &before, &after)?;
    store::touched(cx, party.id)?;
    shelf::lay(cx, party.id)?;
    let trace = |file: &super::model::FileHead| json!({ "status": file.status, "reason": file.status_reason });
    cx.changed("file", party.id, &party.facts.name, &trace(&before), &trace(&after))?;
    Ok(Nothing {})
}

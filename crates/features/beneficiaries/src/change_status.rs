//! A supervisor moves a file along its life: activates, suspends, graduates, closes or opens it again.

use super::inputs::ChangeStatus;
use super::model::{FileHead, FileStatus};
use super::{rules, store, summary};
use kernel::Result;
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn change_status(cx: &Write<'_>, input: ChangeStatus) -> Result<Nothing> {
    let party = parties::standing(cx, input.party)?;
    let before = store::file(cx, input.party)?;
    let conditions = rules::conditions(party.kind, &party.facts, party.identity.as_ref(), cx.today());
    let after = rules::step(&before, input.status, &input.reason, &conditions, cx.today())?;
    if (before.status, after.status) == (FileStatus::Registered, FileStatus::Active) {
        cx.must_be_open(crate::GATED_ACTIVATION, store::subject(party.id))?;
    }
    store::save_status(cx, party.id, &before, &after)?;
    parties::touched(cx, party.id)?;
    summary::rebuild(cx, party.id)?;
    let trace = |file: &FileHead| json!({ "status": file.status, "reason": file.status_reason });
    cx.changed("file", party.id, &party.facts.name, &trace(&before), &trace(&after))?;
    Ok(Nothing {})
}

//! An import stays: another person refuses that it be taken back, or whoever asked gives it up.

use super::TAKING_BACK;
use crate::model::WhichImport;
use crate::rules::BACK_REASON_MISSING;
use crate::store;
use crate::waiting::RefuseImport;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn keep(cx: &Write<'_>, input: RefuseImport) -> Result<WhichImport> {
    let reason = office::input::required(&input.reason, "reason", BACK_REASON_MISSING)?;
    let run = store::run(cx, input.id)?;
    let request = approvals::require_waiting(cx, &TAKING_BACK, *input.id.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &TAKING_BACK, &request, &reason)?;
    } else {
        approvals::refuse(cx, &TAKING_BACK, &request, &reason)?;
    }
    let before = json!({ "taking_back_asked": request.reason, "asked_by": request.asked_by_name });
    cx.changed("import", input.id, &run.file_name, &before, &json!({ "kept": reason }))?;
    Ok(WhichImport { id: input.id })
}

//! What an import would post will not be: another person refuses it and says why, or whoever brought it in takes it back.
//! What came in before stays.

use super::model::WhichImport;
use super::rules::REASON_MISSING;
use super::step::MOVEMENTS;
use super::store;
use super::waiting::{self, RefuseImport};
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn refuse(cx: &Write<'_>, input: RefuseImport) -> Result<WhichImport> {
    let reason = office::input::required(&input.reason, "reason", REASON_MISSING)?;
    let run = store::run(cx, input.id)?;
    let request = waiting::request(cx, input.id)?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &MOVEMENTS, &request, &reason)?;
    } else {
        approvals::refuse(cx, &MOVEMENTS, &request, &reason)?;
    }
    let sums = waiting::sums(cx, input.id)?;
    waiting::remove(cx, input.id)?;
    let after = json!({ "refused": sums, "reason": reason });
    cx.changed("import", input.id, &run.file_name, &json!({ "waiting": sums }), &after)?;
    Ok(WhichImport { id: input.id })
}

//! The data of a person are kept longer, for a reason.

use crate::inputs::KeepData;
use crate::model::{RetentionKind, RetentionState};
use crate::rules::{self, ADDED_ALREADY, REASON_MISSING};
use crate::store::{self, Decision};
use kernel::{Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn keep(cx: &Write<'_>, input: KeepData) -> Result<Nothing> {
    require(store::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let file_no = store::due_file(cx, input.party)?;
    rules::until(input.kept_until, cx.today())?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    store::must_not_wait(cx, input.party)?;
    let new = Decision {
        id: input.id,
        party: input.party,
        file_no,
        kind: RetentionKind::Keep,
        state: RetentionState::Kept,
        reason,
        until: Some(input.kept_until),
        asked_by: cx.who.id,
        asked_on: cx.today(),
    };
    store::insert(cx, &new)?;
    let told = json!({ "until": new.until, "reason": new.reason });
    cx.changed(store::RECORD, new.id, &new.file_no, &(), &told)?;
    Ok(Nothing {})
}

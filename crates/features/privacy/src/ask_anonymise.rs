//! Somebody asks that who a person was is taken out of the office; or that comes to nothing.

use crate::inputs::{AskAnonymise, DropDecision};
use crate::model::{RetentionKind, RetentionState};
use crate::rules::{self, ADDED_ALREADY, REASON_MISSING};
use crate::steps::ANONYMISE;
use crate::store::{self, Decision};
use approvals::Asked;
use kernel::{Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn ask_anonymise(cx: &Write<'_>, input: AskAnonymise) -> Result<Nothing> {
    require(store::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let file_no = store::due_file(cx, input.party)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    store::must_not_wait(cx, input.party)?;
    store::must_rest(cx, input.party)?;
    approvals::ask(cx, &ANONYMISE, &Asked { subject: *input.id.as_bytes(), reason: &reason, ..Asked::default() })?;
    let new = Decision {
        id: input.id,
        party: input.party,
        file_no,
        kind: RetentionKind::Anonymise,
        state: RetentionState::Waiting,
        reason,
        until: None,
        asked_by: cx.who.id,
        asked_on: cx.today(),
    };
    store::insert(cx, &new)?;
    cx.changed(store::RECORD, new.id, &new.file_no, &(), &json!({ "reason": new.reason }))?;
    Ok(Nothing {})
}

/// Whoever asked takes it back, or another person says no.
pub fn drop_request(cx: &Write<'_>, input: DropDecision) -> Result<Nothing> {
    let decision = store::waiting(cx, input.id)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &ANONYMISE, *decision.id.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &ANONYMISE, &request, &reason)?;
    } else {
        approvals::send_back(cx, &ANONYMISE, &request, &reason)?;
    }
    store::settle(cx, decision.id, RetentionState::Dropped, &reason)?;
    cx.changed(store::RECORD, decision.id, &decision.file_no, &(), &json!({ "dropped": reason }))?;
    Ok(Nothing {})
}

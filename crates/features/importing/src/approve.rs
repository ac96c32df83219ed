//! Another person approves what an import would post, and it is posted: all of it in one transaction, or none.

use super::model::WhichImport;
use super::rules::{CASH_ABOVE_LIMIT, NOT_POSTED};
use super::step::MOVEMENTS;
use super::waiting::{self, ApproveImport};
use super::{store, taken_out};
use approvals::{ApprovalRequest, RequestState};
use kernel::{Failure, Refusal, Result, require};
use loans::{Approvers, Importing, Movement};
use office::context::Write;
use serde_json::json;

pub fn approve(cx: &Write<'_>, input: ApproveImport) -> Result<WhichImport> {
    let run = store::run(cx, input.id)?;
    let request = waiting::request(cx, input.id)?;
    approvals::may_answer(cx, &MOVEMENTS, &request)?;
    let movements = waiting::movements(cx, input.id)?;
    let above = loans::cash_above_limit(cx, &movements)?.len();
    require(input.cash_accepted || above == 0, Refusal::new(CASH_ABOVE_LIMIT).with("n", above).at("cash_accepted"))?;
    let sums = waiting::sums(cx, input.id)?;
    let answered = approvals::answer(cx, &MOVEMENTS, &request)?;
    if answered.state == RequestState::Approved {
        post(cx, &request, &movements)?;
        waiting::remove(cx, input.id)?;
    }
    let after = json!({ "posted": sums, "cash_accepted": above > 0, "asked_by": request.asked_by_name });
    cx.changed("import", input.id, &run.file_name, &json!({ "waiting": sums }), &after)?;
    Ok(WhichImport { id: input.id })
}

/// Posts what waited as of whoever brought it in, approved by whoever asks.
fn post(cx: &Write<'_>, request: &ApprovalRequest, movements: &[Movement]) -> Result<()> {
    let made_by = Some(request.asked_by);
    let approvers = Approvers { made_by, approved_by: Some(cx.who.id), second_approved_by: None };
    let mut importing = Importing::begin(cx, approvers)?;
    let mut refused: Vec<(&Movement, Refusal)> = Vec::new();
    for movement in movements {
        match importing.record(cx, movement) {
            Ok(()) => {}
            Err(Failure::Refused(refusal)) => refused.push((movement, refusal)),
            Err(failure) => return Err(failure),
        }
    }
    if let Some((movement, first)) = refused.first() {
        let told = Refusal::new(NOT_POSTED).with("loan_no", movement.loan_no()).with("n", refused.len());
        return Err(taken_out::because(told.with("on", movement.day()), first).into());
    }
    importing.finish(cx)
}

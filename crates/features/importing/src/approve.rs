//! Another person approves what an import would post, and it is posted: all of it in one transaction, or none.

use super::model::WhichImport;
use super::rules::{CASH_ABOVE_LIMIT, NOT_POSTED, TAKING_BACK_WAITS};
use super::step::MOVEMENTS;
use super::taking_back::made::{self, Made};
use super::waiting::{self, ApproveImport};
use super::{store, taken_out, taking_back};
use approvals::{ApprovalRequest, RequestState};
use kernel::{Failure, Refusal, Result, require};
use loans::{Approvers, Importing, Movement};
use office::context::Write;
use serde_json::json;

pub fn approve(cx: &Write<'_>, input: ApproveImport) -> Result<WhichImport> {
    let kept = store::kept_run(cx, input.id)?;
    require(!taking_back::is_asked(cx, input.id)?, TAKING_BACK_WAITS)?;
    let request = waiting::request(cx, input.id)?;
    approvals::may_answer(cx, &MOVEMENTS, &request)?;
    let movements = waiting::movements(cx, input.id)?;
    let above = loans::cash_above_limit(cx, &movements)?.len();
    require(input.cash_accepted || above == 0, Refusal::new(CASH_ABOVE_LIMIT).with("n", above).at("cash_accepted"))?;
    let sums = waiting::sums(cx, input.id)?;
    let answered = approvals::answer(cx, &MOVEMENTS, &request)?;
    if answered.state == RequestState::Approved {
        let made = post(cx, &request, &movements)?;
        if kept.remembered {
            made::remember(cx, input.id, &made)?;
        }
        waiting::remove(cx, input.id)?;
    }
    let after = json!({ "posted": sums, "cash_accepted": above > 0, "asked_by": request.asked_by_name });
    cx.changed("import", input.id, &kept.line.file_name, &json!({ "waiting": sums }), &after)?;
    Ok(WhichImport { id: input.id })
}

/// Posts what waited as of whoever brought it in, approved by whoever asks.
fn post(cx: &Write<'_>, request: &ApprovalRequest, movements: &[Movement]) -> Result<Made> {
    let made_by = Some(request.asked_by);
    let approvers = Approvers { made_by, approved_by: Some(cx.who.id), second_approved_by: None };
    let books = ledger::journal::head(cx)?.seq;
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
    importing.finish(cx)?;
    let entries = ledger::journal::posted_after(cx, books)?;
    Ok(Made { loans: importing.take_made(), entries, ..Made::default() })
}

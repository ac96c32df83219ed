//! Another person, who did not bring it in, takes an import back: everything it made in one transaction, or nothing.

use super::books::Books;
use super::{TAKING_BACK, changed, made};
use crate::model::WhichImport;
use crate::rules::{self, OWN_TAKING_BACK};
use crate::step::MOVEMENTS;
use crate::{store, waiting};
use approvals::RequestState;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn take_back(cx: &Write<'_>, input: WhichImport) -> Result<WhichImport> {
    let run = store::kept_run(cx, input.id)?;
    run.may_go()?;
    let request = approvals::require_waiting(cx, &TAKING_BACK, *input.id.as_bytes())?;
    require(run.saved_by != cx.who.id, OWN_TAKING_BACK)?;
    let made = made::of(cx, input.id)?;
    if !made.entries.is_empty() {
        cx.who.needs(funds::FUNDS_APPROVE)?;
    }
    let books = Books::of(cx, &made)?;
    rules::nothing_changed(&changed::since(cx, &run, &made, &books)?)?;
    if approvals::answer(cx, &TAKING_BACK, &request)?.state != RequestState::Approved {
        return Ok(input);
    }
    approvals::lapse(cx, &MOVEMENTS, *input.id.as_bytes(), &request.reason)?;
    waiting::remove(cx, input.id)?;
    store::mark_taken_back(cx, input.id)?;
    books.take_back(cx, &request)?;
    let requests = requests::remove_imported(cx, &made.requests)?;
    let assessments = assessments::remove_imported(cx, &made.assessments)?;
    let followed = follow_up::remove_imported(cx, &made.followed)?;
    let guarantees = guarantees::remove_imported(cx, &made.guarantees)?;
    let loans = loans::remove_imported(cx, &made.loans)?;
    let mut funds = Vec::new();
    for id in &made.funds {
        funds.push(ledger::fund::fund(cx, *id)?.name);
        ledger::fund::withdraw(cx.db(), *id, cx.now)?;
    }
    for id in &made.members {
        parties::remove_imported(cx, *id)?;
    }
    let mut files = Vec::new();
    for id in &made.files {
        files.push(beneficiaries::file_of(cx, *id)?.file_no);
        beneficiaries::remove_imported(cx, *id)?;
    }
    store::forget_refused_identities(cx, input.id)?;
    made::forget(cx, input.id)?;
    let before = json!({
        "made": made.counts(), "files": files, "funds": funds, "loans": loans, "vouchers": books.vouchers(),
        "guarantees": guarantees, "activities": followed, "requests": requests, "assessments": assessments,
    });
    let after = json!({ "taken_back": request.reason, "asked_by": request.asked_by_name });
    cx.changed("import", input.id, &run.line.file_name, &before, &after)?;
    Ok(input)
}

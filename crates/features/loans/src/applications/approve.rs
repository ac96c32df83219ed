//! A second person approves a loan: its tranches may be asked for now.

use crate::borrower;
use crate::inputs::{DecideLoan, WhichLoan};
use crate::model::LoanDecision;
use crate::projects;
use crate::rules;
use crate::steps::LOAN;
use crate::store;
use crate::summary;
use kernel::Result;
use kernel::arabic::tidy_line;
use office::context::Write;

pub fn approve(cx: &Write<'_>, input: DecideLoan) -> Result<WhichLoan> {
    let head = store::loan(cx, input.loan)?;
    rules::waits(head.decision)?;
    approvals::answer(cx, &LOAN, &approvals::require_waiting(cx, &LOAN, *head.id.as_bytes())?)?;
    rules::runs(projects::project(cx, head.project)?.state)?;
    let borrower = borrower::borrower(cx, head.party)?;
    rules::may_borrow(&beneficiaries::file_of(cx, borrower.party)?)?;
    cx.must_be_open(crate::GATED_APPROVAL, store::subject(head.id))?;
    decided(cx, &input, LoanDecision::Approved, &tidy_line(&input.note))
}

/// Writes a decision and what it looks like afterwards.
///
/// # Errors
/// What the database refuses.
pub fn decided(cx: &Write<'_>, input: &DecideLoan, decision: LoanDecision, note: &str) -> Result<WhichLoan> {
    let head = store::loan(cx, input.loan)?;
    store::decide(cx, input.loan, decision, note)?;
    summary::rebuild(cx, input.loan)?;
    let trace = |decision: LoanDecision, note: &str| serde_json::json!({ "decision": decision, "note": note });
    cx.changed("loan", head.id, &head.loan_no, &trace(head.decision, &head.decision_note), &trace(decision, note))?;
    Ok(WhichLoan { loan: input.loan })
}

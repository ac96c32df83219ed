//! A loan is not approved, for a reason the borrower is told.

use crate::applications::approve::decided;
use crate::inputs::{DecideLoan, WhichLoan};
use crate::model::LoanDecision;
use crate::rules;
use crate::steps::LOAN;
use crate::store;
use kernel::Result;
use office::context::Write;

pub fn reject(cx: &Write<'_>, input: DecideLoan) -> Result<WhichLoan> {
    let head = store::loan(cx, input.loan)?;
    rules::waits(head.decision)?;
    let note = rules::reason(&input.note, "note")?;
    approvals::refuse(cx, &LOAN, &approvals::require_waiting(cx, &LOAN, *head.id.as_bytes())?, &note)?;
    decided(cx, &input, LoanDecision::Rejected, &note)
}

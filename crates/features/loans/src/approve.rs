//! A second person approves a loan: its tranches may be asked for now.

use super::inputs::DecideLoan;
use super::model::LoanDecision;
use super::sheet::LoanSheet;
use super::{detail, products, rules, shelf, store};
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use office::context::Write;

pub fn approve(cx: &Write<'_>, input: DecideLoan) -> Result<LoanSheet> {
    let head = store::loan(cx, input.loan)?;
    rules::waits(head.decision)?;
    require(head.asked_by != cx.who.id, rules::OWN_LOAN)?;
    rules::runs(products::project(cx, head.project)?.state)?;
    let borrower = products::borrower(cx, head.party)?;
    rules::may_borrow(&beneficiaries::file_of(cx, borrower.party)?)?;
    decided(cx, &input, LoanDecision::Approved, &tidy_line(&input.note))
}

/// Writes a decision and what it looks like afterwards.
///
/// # Errors
/// What the database refuses.
pub fn decided(cx: &Write<'_>, input: &DecideLoan, decision: LoanDecision, note: &str) -> Result<LoanSheet> {
    let head = store::loan(cx, input.loan)?;
    store::decide(cx, input.loan, decision, note)?;
    shelf::lay(cx, input.loan)?;
    let trace = |decision: LoanDecision, note: &str| serde_json::json!({ "decision": decision, "note": note });
    cx.changed("loan", head.id, &head.loan_no, &trace(head.decision, &head.decision_note), &trace(decision, note))?;
    detail::sheet(cx, input.loan, cx.today())
}

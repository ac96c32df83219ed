//! A loan is not approved, for a reason the borrower is told.

use crate::applications::approve::decided;
use crate::inputs::DecideLoan;
use crate::model::LoanDecision;
use crate::rules;
use crate::sheet::LoanSheet;
use crate::store;
use kernel::{Result, require};
use office::context::Write;

pub fn reject(cx: &Write<'_>, input: DecideLoan) -> Result<LoanSheet> {
    let head = store::loan(cx, input.loan)?;
    rules::waits(head.decision)?;
    require(head.asked_by != cx.who.id, rules::OWN_LOAN)?;
    let note = rules::reason(&input.note, "note")?;
    decided(cx, &input, LoanDecision::Rejected, &note)
}

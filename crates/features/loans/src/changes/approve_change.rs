//! Another person approves a change of terms, and it is an event of the loan: exactly the one that was asked for.

use crate::changes::weigh::{event_of, narration_of, weigh};
use crate::changes::{LoanChange, top_up};
use crate::events::record::{self, Approvers, Opened, PostingDetails};
use crate::inputs::{WhichLoan, WhichRequest};
use crate::requests::{self, LoanRequest, RequestKind};
use crate::rules::LOAN_CHANGED;
use kernel::{Day, Failure, Result, require};
use ledger::VoucherKind;
use office::context::Write;

pub fn approve_change(cx: &Write<'_>, input: WhichRequest) -> Result<WhichLoan> {
    let kind = requests::waiting(cx, input.request)?.kind;
    require(matches!(kind, RequestKind::Change | RequestKind::GiveUp), Failure::not_found("loan_request"))?;
    let loan = requests::approve(cx, input.request, kind)?;
    Ok(WhichLoan { loan })
}

/// A change that was decided, by whom and why.
pub struct Decided<'a> {
    pub change: &'a LoanChange,
    pub day: Day,
    /// The key of the event.
    pub key: String,
    /// The plan that was approved.
    pub plan: &'a str,
    pub reason: &'a str,
    pub approvers: Approvers,
}

/// Carries out a change that was asked for.
///
/// # Errors
/// `loans.loan_changed`; what could not be asked for any more.
pub fn carry_out_request(cx: &Write<'_>, opened: &Opened, request: &LoanRequest, approvers: Approvers) -> Result<()> {
    let change = request.change.as_ref().ok_or_else(|| Failure::broken("a change without its content"))?;
    let decided = Decided {
        change,
        day: request.day,
        key: request.id.to_string(),
        plan: &request.plan,
        reason: &request.reason,
        approvers,
    };
    carry_out(cx, opened, decided)
}

/// Enters the event of a change.
///
/// # Errors
/// The loan is not what it was when the change was asked for; what the engine or the books refuse by now.
pub fn carry_out(cx: &Write<'_>, opened: &Opened, decided: Decided<'_>) -> Result<()> {
    let weighed = weigh(cx, opened, decided.day, decided.change, Some(decided.key.clone()))?;
    require(weighed.plan.text()? == decided.plan, LOAN_CHANGED)?;
    if let Some(more) = decided.change.top_up() {
        return top_up::carry_out(cx, opened, &more, &decided);
    }
    let kind = decided.change.kind();
    let amount = weighed.counter_lines.iter().map(|line| line.amount);
    let amount = kernel::Money::sum(amount)?.magnitude();
    let details = PostingDetails {
        kind: VoucherKind::Journal,
        event: event_of(kind),
        narration: record::narration(narration_of(kind), opened, amount),
        counterparty: &opened.borrower.name,
        approvers: decided.approvers,
        counter_lines: weighed.counter_lines,
        method: None,
        reference: "",
        payer: "",
        note: decided.reason,
    };
    record::record(cx, opened, weighed.event, &details)?;
    Ok(())
}

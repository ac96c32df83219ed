//! Rent is received: for what is owed, the oldest due first, and the rest ahead. What nobody will pay is written off by another
//! person's approval.

use super::facts::Facts;
use super::{dues, settling};
use crate::books::{self, Kept};
use crate::estate::leases::{self, Lease};
use crate::inputs::{ReceiveRent, WriteOffRent};
use crate::model::InvestmentEntryKind;
use crate::money::{line, narration};
use crate::rules::{self, REASON_MISSING};
use funds::model::{DraftKind, PostedVoucher};
use funds::{Came, Proposal, Way};
use investing::Happened;
use kernel::id::EntryId;
use kernel::{Day, Money, Refusal, Result, require};
use ledger::chart;
use office::context::Write;
use office::input::Nothing;

pub fn receive_rent(cx: &Write<'_>, input: ReceiveRent) -> Result<PostedVoucher> {
    let lease = leases::lease(cx, input.lease)?;
    let reference = rules::line("reference", &input.reference)?;
    let came = Rent { id: input.id, day: input.day, amount: input.amount, way: input.way.way(), reference };
    receive(cx, &lease, came)
}

/// Rent that came.
pub struct Rent {
    pub id: EntryId,
    pub day: Day,
    pub amount: Money,
    pub way: Way,
    pub reference: String,
}

/// # Errors
/// An amount of nothing; what the books refuse.
pub fn receive(cx: &Write<'_>, lease: &Lease, came: Rent) -> Result<PostedVoucher> {
    rules::positive("amount", came.amount)?;
    rules::happened("day", came.day, cx.today())?;
    dues::of_lease(cx, lease)?;
    let mut rents = Facts::of(cx, lease)?.on(came.day)?;
    let before = rents.owed()?;
    rents.take(Happened::Paid { payment: came.id, amount: came.amount })?;
    let paid = before.minus(rents.owed()?)?;
    let kept = Kept::of(came.id, lease.investment, InvestmentEntryKind::Rent, came.amount);
    books::keep(cx, &Kept { unit: Some(lease.unit), lease: Some(lease.id), ..kept })?;
    let posted = funds::receive(
        cx,
        Came {
            id: came.id,
            day: came.day,
            fund: lease.fund,
            from: &lease.tenant_name,
            way: came.way,
            reference: came.reference,
            event: "rent.received",
            narration: narration(
                "rent",
                [
                    ("number", lease.lease_no.clone()),
                    ("unit", format!("{} – {}", lease.investment_name, lease.unit_name)),
                ],
            ),
            against: vec![(chart::RETURNS_RECEIVABLE, paid), (chart::TENANTS, came.amount.minus(paid)?)],
        },
    )?;
    settling::settle(cx, lease)?;
    cx.record_changed(leases::subject(lease.id))?;
    Ok(posted)
}

/// What is owed is given up, by a voucher another person approves.
pub fn write_off_rent(cx: &Write<'_>, input: WriteOffRent) -> Result<Nothing> {
    let lease = leases::lease(cx, input.lease)?;
    rules::positive("amount", input.amount)?;
    rules::happened("day", input.day, cx.today())?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let facts = Facts::of(cx, &lease)?;
    books::nothing_waits(cx, &facts.postings, &[InvestmentEntryKind::WrittenOff, InvestmentEntryKind::DepositRent])?;
    let owed = facts.on(input.day)?.owed()?;
    let above = Refusal::new(investing::refusals::ABOVE_OWED).with("left", owed).at("amount");
    require(input.amount <= owed, above)?;
    funds::propose(
        cx,
        Proposal {
            id: input.id,
            kind: DraftKind::Journal,
            day: input.day,
            narration: narration("written_off", [("number", lease.lease_no.clone()), ("reason", reason)]),
            counterparty: lease.tenant_name.clone(),
            method: None,
            reference: String::new(),
            lines: vec![
                line(chart::INVESTMENT_LOSSES, lease.fund, input.amount),
                line(chart::RETURNS_RECEIVABLE, lease.fund, input.amount.negated()),
            ],
        },
    )?;
    let kept = Kept::of(input.id, lease.investment, InvestmentEntryKind::WrittenOff, input.amount);
    books::keep(cx, &Kept { unit: Some(lease.unit), lease: Some(lease.id), ..kept })?;
    cx.record_changed(leases::subject(lease.id))?;
    Ok(Nothing {})
}

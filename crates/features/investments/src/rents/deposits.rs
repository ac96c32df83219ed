//! A deposit is a liability: returned, or kept for what the tenant owes or broke, with the reason.

use super::facts::Facts;
use crate::books::{self, Kept};
use crate::estate::leases::{self, Lease};
use crate::inputs::{KeepDeposit, ReceiveDeposit, ReturnDeposit};
use crate::model::{DepositUse, InvestmentEntryKind as Kind};
use crate::money::{line, narration};
use crate::rules::{self, ABOVE_DEPOSIT, LEASE_RUNS, REASON_MISSING};
use funds::model::{DraftKind, PostedVoucher};
use funds::{Came, Proposal};
use kernel::{Day, Money, Refusal, Result, require};
use ledger::{Method, chart, fund};
use office::context::Write;
use office::input::Nothing;

const KINDS: [Kind; 3] = [Kind::DepositBack, Kind::DepositRent, Kind::DepositDamage];

pub fn receive_deposit(cx: &Write<'_>, input: ReceiveDeposit) -> Result<PostedVoucher> {
    let lease = leases::lease(cx, input.lease)?;
    rules::positive("amount", input.amount)?;
    rules::happened("day", input.day, cx.today())?;
    let reference = rules::line("reference", &input.reference)?;
    let held = books::of_one_lease(cx, lease.id, Day::LAST)?.deposit;
    let left = lease.deposit.unwrap_or_default().minus(held)?;
    let above = Refusal::new(ABOVE_DEPOSIT).with("left", left.max(Money::ZERO)).at("amount");
    require(input.amount <= left, above)?;
    let kept = Kept::of(input.id, lease.investment, Kind::Deposit, input.amount);
    books::keep(cx, &Kept { unit: Some(lease.unit), lease: Some(lease.id), ..kept })?;
    let posted = funds::receive(
        cx,
        Came {
            id: input.id,
            day: input.day,
            fund: lease.fund,
            from: &lease.tenant_name,
            way: input.way.way(),
            reference,
            event: "deposit.received",
            narration: narration("deposit", [("number", lease.lease_no.clone())]),
            against: vec![(chart::TENANTS, input.amount)],
        },
    )?;
    cx.record_changed(leases::subject(lease.id))?;
    Ok(posted)
}

/// What is left of a deposit, with nothing that waits.
fn left(cx: &Write<'_>, lease: &Lease, amount: Money, day: Day) -> Result<()> {
    rules::positive("amount", amount)?;
    rules::happened("day", day, cx.today())?;
    books::nothing_waits(cx, &books::of_lease(cx, lease.id)?, &KINDS)?;
    let held = books::of_one_lease(cx, lease.id, day)?.deposit;
    require(amount <= held, Refusal::new(ABOVE_DEPOSIT).with("left", held).at("amount"))
}

/// The deposit goes back, by a voucher two others approve; once the lease is over.
pub fn return_deposit(cx: &Write<'_>, input: ReturnDeposit) -> Result<Nothing> {
    let lease = leases::lease(cx, input.lease)?;
    require(lease.last_day < cx.today(), Refusal::new(LEASE_RUNS).with("day", lease.last_day))?;
    left(cx, &lease, input.amount, input.day)?;
    let reference = rules::line("reference", &input.reference)?;
    let class = fund::fund(cx, lease.fund)?.class;
    let proposal = Proposal {
        id: input.id,
        kind: DraftKind::Payment,
        day: input.day,
        narration: narration("deposit_back", [("number", lease.lease_no.clone())]),
        counterparty: lease.tenant_name.clone(),
        method: Some(Method::Transfer),
        reference,
        lines: vec![
            line(chart::TENANTS, lease.fund, input.amount),
            line(class.bank(), lease.fund, input.amount.negated()),
        ],
    };
    wait(cx, &lease, proposal, Kind::DepositBack, input.amount)
}

/// The deposit is kept, by a voucher another person approves: for rent that is owed, or for what was broken.
pub fn keep_deposit(cx: &Write<'_>, input: KeepDeposit) -> Result<Nothing> {
    let lease = leases::lease(cx, input.lease)?;
    left(cx, &lease, input.amount, input.day)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let (account, kind) = match input.against {
        DepositUse::Rent => {
            let facts = Facts::of(cx, &lease)?;
            books::nothing_waits(cx, &facts.postings, &[Kind::WrittenOff])?;
            let owed = facts.on(input.day)?.owed()?;
            let above = Refusal::new(investing::refusals::ABOVE_OWED).with("left", owed).at("amount");
            require(input.amount <= owed, above)?;
            (chart::RETURNS_RECEIVABLE, Kind::DepositRent)
        }
        DepositUse::Damage => (chart::PROPERTY_COSTS, Kind::DepositDamage),
    };
    let proposal = Proposal {
        id: input.id,
        kind: DraftKind::Journal,
        day: input.day,
        narration: narration("deposit_kept", [("number", lease.lease_no.clone()), ("reason", reason)]),
        counterparty: lease.tenant_name.clone(),
        method: None,
        reference: String::new(),
        lines: vec![line(chart::TENANTS, lease.fund, input.amount), line(account, lease.fund, input.amount.negated())],
    };
    wait(cx, &lease, proposal, kind, input.amount)
}

fn wait(cx: &Write<'_>, lease: &Lease, proposal: Proposal, kind: Kind, amount: Money) -> Result<Nothing> {
    let id = proposal.id;
    funds::propose(cx, proposal)?;
    let kept = Kept::of(id, lease.investment, kind, amount);
    books::keep(cx, &Kept { unit: Some(lease.unit), lease: Some(lease.id), ..kept })?;
    cx.record_changed(leases::subject(lease.id))?;
    Ok(Nothing {})
}

//! Money paid ahead goes to what is owed, in the books as in the list of rents: after every entry of a lease both are compared day
//! by day, and what they differ by is entered.

use super::facts::Facts;
use crate::books::{self, Kept};
use crate::estate::leases::Lease;
use crate::model::InvestmentEntryKind;
use crate::money::narration;
use crate::rules::BELOW_NOTHING;
use kernel::id::EntryId;
use kernel::{Day, Money, Result, require};
use ledger::{Line, chart, period};
use office::context::Write;

/// # Errors
/// More was written off than is owed, or a deposit is less than nothing; what the books refuse.
pub fn settle(cx: &Write<'_>, lease: &Lease) -> Result<()> {
    let facts = Facts::of(cx, lease)?;
    let mut days: Vec<Day> = Vec::new();
    for day in facts.days() {
        // A closed month takes nothing any more: what it lacks stands on the first open day, once that has come.
        let open = period::first_open_day(cx, day)?;
        if open <= cx.today() && !days.contains(&open) {
            days.push(open);
        }
    }
    days.sort_unstable();
    for day in days {
        let wanted = facts.on(day)?.credit()?;
        let held = books::of_one_lease(cx, lease.id, day)?;
        require(!held.deposit.is_negative(), BELOW_NOTHING)?;
        let more = wanted.minus(held.credit)?;
        if more.is_zero() {
            continue;
        }
        enter(cx, lease, day, more)?;
    }
    Ok(())
}

/// Moves so much from what is owed to what was paid ahead; below nothing the other way.
fn enter(cx: &Write<'_>, lease: &Lease, day: Day, more: Money) -> Result<()> {
    let id = EntryId::new(cx.now, office::random::bytes()?);
    let lines = vec![
        Line::debit(chart::RETURNS_RECEIVABLE, lease.fund, more),
        Line::debit(chart::TENANTS, lease.fund, more.negated()),
    ];
    let key = if more.is_negative() { "credit_used" } else { "credit_back" };
    let said = narration(key, [("number", lease.lease_no.clone()), ("tenant", lease.tenant_name.clone())]);
    let kept = Kept::of(id, lease.investment, InvestmentEntryKind::Credit, more);
    books::keep(cx, &Kept { unit: Some(lease.unit), lease: Some(lease.id), ..kept })?;
    funds::journal(cx, id, day, "rent.credit", &said, &lease.tenant_name, lines)?;
    Ok(())
}

//! Dues are posted once their day has come: rent is income when it is due, whoever pays it and whenever.

use super::facts::Facts;
use super::settling::settle;
use crate::books::{self, Kept};
use crate::estate::leases::{self, Lease};
use crate::inputs::PostDues;
use crate::model::{InvestmentEntryKind, PostedDues};
use crate::money::narration;
use crate::rules::income_of;
use investing::Due;
use kernel::id::EntryId;
use kernel::{Day, Money, Result};
use ledger::{Line, chart, fund, period};
use office::context::Write;

/// Posts the dues that have come, of one lease or of all, in the order of their days.
pub fn post_dues(cx: &Write<'_>, input: PostDues) -> Result<PostedDues> {
    let found = match input.lease {
        Some(id) => vec![leases::lease(cx, id)?],
        None => leases::all(cx)?,
    };
    let mut waiting: Vec<(Day, usize, Due)> = Vec::new();
    for (place, lease) in found.iter().enumerate() {
        let facts = Facts::of(cx, lease)?;
        waiting.extend(facts.unposted(cx.today())?.into_iter().map(|due| (due.day, place, due)));
    }
    waiting.sort_by_key(|(day, place, due)| (*day, *place, due.no));
    let mut posted = 0;
    for (_, place, due) in &waiting {
        posted += i64::from(post(cx, &found[*place], *due, due.amount)?);
    }
    if posted == 0 {
        cx.quiet();
    }
    let mut touched: Vec<usize> = waiting.iter().map(|(_, place, _)| *place).collect();
    touched.sort_unstable();
    touched.dedup();
    touched.into_iter().try_for_each(|place| settle(cx, &found[place]))?;
    Ok(PostedDues { posted })
}

/// The dues of one lease that have come.
///
/// # Errors
/// What the books refuse.
pub fn of_lease(cx: &Write<'_>, lease: &Lease) -> Result<()> {
    for due in Facts::of(cx, lease)?.unposted(cx.today())? {
        post(cx, lease, due, due.amount)?;
    }
    settle(cx, lease)
}

/// Posts a due, or what it became more or less by, on its own day, or on the first day of the next open month. One whose
/// first open day has not come waits for it. Gives whether it was posted.
fn post(cx: &Write<'_>, lease: &Lease, due: Due, amount: Money) -> Result<bool> {
    let day = period::first_open_day(cx, due.day)?;
    if day > cx.today() {
        return Ok(false);
    }
    let class = fund::fund(cx, lease.fund)?.class;
    let income = income_of(true, class);
    let mut lines = Vec::new();
    if amount.is_positive() {
        lines.push(Line::debit(chart::RETURNS_RECEIVABLE, lease.fund, amount));
    } else {
        // What was paid of it becomes money paid ahead; what was not is not owed any more.
        let less = amount.negated();
        let rents = Facts::of(cx, lease)?.on(day)?;
        let left = rents.unpaid()?.into_iter().find(|one| one.no == due.no).map_or(Money::ZERO, |one| one.left);
        let unowed = less.min(left);
        let ahead = less.minus(unowed)?;
        let parts = [(chart::RETURNS_RECEIVABLE, unowed), (chart::TENANTS, ahead)];
        let parts = parts.into_iter().filter(|(_, part)| part.is_positive());
        lines.extend(parts.map(|(account, part)| Line::credit(account, lease.fund, part)));
    }
    lines.push(Line::credit(income, lease.fund, amount));
    let id = EntryId::new(cx.now, office::random::bytes()?);
    let kept = Kept::of(id, lease.investment, InvestmentEntryKind::Due, amount);
    books::keep(cx, &Kept { unit: Some(lease.unit), lease: Some(lease.id), due: Some((due.no, due.day)), ..kept })?;
    let said = narration(
        "due",
        [
            ("number", lease.lease_no.clone()),
            ("unit", format!("{} – {}", lease.investment_name, lease.unit_name)),
            ("day", due.day.to_string()),
        ],
    );
    funds::journal(cx, id, day, "rent.due", &said, &lease.tenant_name, lines)?;
    Ok(true)
}

/// After another rent holds: each posted due gets the difference.
///
/// # Errors
/// What the books refuse.
pub fn adjust(cx: &Write<'_>, lease: &Lease) -> Result<()> {
    for due in lease.terms().schedule()? {
        let Some(posted) = Facts::of(cx, lease)?.posted(due.no)? else { continue };
        let more = due.amount.minus(posted)?;
        if !more.is_zero() {
            post(cx, lease, due, more)?;
        }
    }
    settle(cx, lease)
}

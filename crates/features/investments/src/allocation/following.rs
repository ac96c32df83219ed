//! What happens in the books that a rule speaks of: a donation came, a cheque of one was paid, and what was taken back takes its
//! allocation along.

use super::shares::{self, Of};
use super::store;
use crate::model::{AllocationApplies, AllocationBase};
use database::values;
use kernel::id::EntryId;
use kernel::{Day, Money, Result};
use ledger::{Entry, VoucherKind, account, journal};
use office::context::Write;

/// # Errors
/// What the books refuse.
pub fn entry_changed(cx: &Write<'_>, id: EntryId) -> Result<()> {
    let entry = journal::entry(cx, id)?;
    if let Some(source) = entry.reverses {
        return went(cx, source, id);
    }
    let Some((amount, day)) = given(cx, &entry)? else { return Ok(()) };
    let Some(from) = entry.lines.first().map(|line| line.fund) else { return Ok(()) };
    for rule in store::rules(cx)?.into_iter().filter(|rule| rule.base == AllocationBase::Donations && rule.from == from)
    {
        let versions = store::versions(cx, rule.id)?;
        let Some(version) = store::in_force(&versions, day) else { continue };
        if version.applies != AllocationApplies::AtReceipt {
            continue;
        }
        let computed = shares::compute(cx, version, amount, Money::ZERO, day)?;
        if computed.lines.is_empty() {
            continue;
        }
        let share = EntryId::new(cx.now, office::random::bytes()?);
        shares::keep(cx, &rule, version, &computed, &Of { id: share, source: Some(id), period: None, day })?;
    }
    Ok(())
}

/// The money a donation brought, gross, and its day: of a cheque once the bank paid it.
fn given(cx: &Write<'_>, entry: &Entry) -> Result<Option<(Money, Day)>> {
    let donation = entry.event == "donation" && entry.voucher.kind == VoucherKind::Receipt;
    let cleared = entry.event == "cheque.cleared" && of_donation(cx, entry.id)?;
    if !donation && !cleared {
        return Ok(None);
    }
    let mut amounts = Vec::new();
    for line in entry.lines.iter().filter(|line| line.amount.is_positive()) {
        if account::account(cx, &line.account)?.cash_kind.is_some() {
            amounts.push(line.amount);
        }
    }
    let amount = Money::sum(amounts)?;
    Ok(Some((amount, entry.day)).filter(|(amount, _)| amount.is_positive()))
}

fn of_donation(cx: &Write<'_>, cleared: EntryId) -> Result<bool> {
    let sql = "SELECT 1 AS found FROM cheque_standing c JOIN voucher r ON r.id = c.received \
               WHERE c.cleared = $1 AND r.event = 'donation'";
    Ok(cx.row(sql, values![cleared], |_| Ok(()))?.is_some())
}

/// What a receipt brought about goes with it.
fn went(cx: &Write<'_>, source: EntryId, reversal: EntryId) -> Result<()> {
    let sql = "SELECT entry FROM allocation_share WHERE source = $1 AND decided > 0";
    let entries: Vec<EntryId> = cx.rows(sql, values![source], |row| row.get("entry"))?;
    entries.into_iter().try_for_each(|entry| funds::take_along(cx, entry, reversal))
}

//! The sums of a day after which something happened: what the tables say now, but every loan that changed since is
//! replayed as it was known then.

use super::periods::Periods;
use super::present;
use super::sums::{Sums, add};
use kernel::id::FundId;
use kernel::{Money, Result};
use lending::{Collection, Event, EventKind, State, Status};
use loans::LoanReplay;
use loans::{band_of, each_loan_changed_after};
use office::context::Read;

/// What stands now, with the loans that changed since taken out as they are and put back as they were.
///
/// # Errors
/// What the database refuses; sums beyond what money can be.
pub fn sums(cx: &Read<'_>, periods: &Periods) -> Result<Sums> {
    let (mut now, mut then) = (Sums::default(), Sums::default());
    each_loan_changed_after(cx, periods.day, |_, fund, replay, state| {
        if let Some((loan, events)) = replay.engine()? {
            take(&mut now, periods, fund, replay, &loan.replay(&events)?)?;
        }
        state.map_or(Ok(()), |state| take(&mut then, periods, fund, replay, state))
    })?;
    present::sums(cx, periods)?.with(&now, &then)
}

/// Adds a loan in a state to the sums of its fund and of the periods.
fn take(sums: &mut Sums, periods: &Periods, fund: FundId, replay: &LoanReplay, state: &State) -> Result<()> {
    let day = periods.day;
    let standing = state.standing(day)?;
    let own = sums.funds.entry(fund).or_default();
    let outstanding = state.outstanding_principal();
    own.loans += 1;
    own.active += i64::from(state.status == Status::Active);
    add(&mut own.lent, state.paid_out)?;
    add(&mut own.paid, state.paid_principal.plus(state.credit)?)?;
    add(&mut own.credits, state.credit)?;
    if state.status == Status::WrittenOff {
        own.written_off.add(1, state.written_off_principal)?;
    } else {
        let band = &mut own.bands[band_of(standing.dpd)];
        band.loans += 1;
        add(&mut band.outstanding, standing.outstanding)?;
        add(&mut band.overdue, standing.overdue)?;
        if state.restructured {
            own.restructured.add(1, outstanding)?;
        }
    }
    let fallen_due = || state.rows.iter().filter(|row| row.due <= day);
    let collection = Collection {
        fallen_due: Money::sum(fallen_due().map(|row| row.principal))?,
        collected: Money::sum(fallen_due().map(|row| row.paid_principal))?,
    };
    own.collection = Collection::sum(&[own.collection, collection])?;
    for row in fallen_due() {
        sums.fell_due(periods, row.due, row.principal, row.paid_principal)?;
    }
    for allocation in &state.allocations {
        match replay.event(allocation.place) {
            Some(Event { on, kind: EventKind::Repay { amount, .. }, .. }) => sums.came_in(periods, *on, *amount)?,
            Some(Event { on, kind: EventKind::Refund { amount }, .. }) => {
                sums.came_in(periods, *on, amount.negated())?;
            }
            _ => {}
        }
    }
    Ok(())
}

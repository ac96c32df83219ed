//! The sums of a day after which nothing has happened yet, from the tables the loans keep. Only rows that can matter are
//! read: one narrow row a loan, what is overdue, what is paid ahead, and a year of instalments and payments.

use super::periods::Periods;
use super::sums::{BandSum, FundSums, Sums, add};
use database::{Row, values};
use kernel::id::FundId;
use kernel::{Day, Money, Result};
use lending::Collection;
use loans::LoanPhase;
use loans::band_of;
use office::context::Read;

/// # Errors
/// What the database refuses.
pub fn sums(cx: &Read<'_>, periods: &Periods) -> Result<Sums> {
    let day = periods.day;
    let mut sums = Sums::default();
    cx.rows(include_str!("sql/standing.sql"), values![], |row| standing(&mut sums, row, day))?;
    cx.rows(include_str!("sql/overdue.sql"), values![day], |row| overdue(&mut sums, row, day))?;
    cx.rows(include_str!("sql/paid_ahead.sql"), values![day], |row| {
        let collection = &mut of(&mut sums, row)?.collection;
        for sum in [&mut collection.fallen_due, &mut collection.collected] {
            *sum = sum.minus(row.get("paid")?)?;
        }
        Ok(())
    })?;
    cx.rows(include_str!("sql/apart.sql"), values![], |row| apart(&mut sums, row))?;
    let from = periods.from().min(periods.previous_quarter.from);
    cx.rows(include_str!("sql/due_days.sql"), values![from, day], |row| {
        sums.fell_due(periods, row.get("due")?, row.get("principal")?, row.get("paid")?)
    })?;
    cx.rows(include_str!("sql/money_in.sql"), values![periods.from(), day], |row| {
        sums.came_in(periods, row.get("on_day")?, row.get("amount")?)
    })?;
    Ok(sums)
}

fn of<'s>(sums: &'s mut Sums, row: &Row<'_>) -> Result<&'s mut FundSums> {
    Ok(sums.funds.entry(row.get::<FundId>("fund")?).or_default())
}

/// Loans of one phase, fund and next due day. Everything that was repaid lies on rows that fell due or on rows ahead,
/// which are taken off later.
fn standing(sums: &mut Sums, row: &Row<'_>, day: Day) -> Result<()> {
    let phase: LoanPhase = row.get("phase")?;
    if !matches!(phase, LoanPhase::Active | LoanPhase::Overpaid | LoanPhase::Closed | LoanPhase::WrittenOff) {
        return Ok(());
    }
    let next_due: Option<Day> = row.get("next_due")?;
    let loans: i64 = row.get("loans")?;
    let repaid: Money = row.get("repaid")?;
    let fund = of(sums, row)?;
    fund.loans += loans;
    fund.active += if next_due.is_some() { loans } else { 0 };
    add(&mut fund.lent, row.get("paid_out")?)?;
    add(&mut fund.paid, repaid)?;
    let band: &mut BandSum = &mut fund.bands[band_of(next_due.map_or(0, |due| day.days_since(due).max(0)))];
    if phase != LoanPhase::WrittenOff {
        band.loans += loans;
        add(&mut band.outstanding, row.get("outstanding")?)?;
    }
    fund.collection = Collection::sum(&[fund.collection, Collection { fallen_due: repaid, collected: repaid }])?;
    Ok(())
}

/// What is unpaid of rows due until the day; those due on the day itself have fallen due but are not late.
fn overdue(sums: &mut Sums, row: &Row<'_>, day: Day) -> Result<()> {
    let unpaid: Money = row.get("unpaid")?;
    let since: Day = row.get("since")?;
    let fund = of(sums, row)?;
    add(&mut fund.collection.fallen_due, unpaid)?;
    if row.get::<bool>("late")? {
        add(&mut fund.bands[band_of(day.days_since(since))].overdue, unpaid)?;
    }
    Ok(())
}

/// The few loans that hold money of their borrower, have changed terms, or were given up.
fn apart(sums: &mut Sums, row: &Row<'_>) -> Result<()> {
    let credit: Money = row.get("credit")?;
    let (restructured, written_off): (bool, bool) = (row.get("restructured")?, row.get("written_off")?);
    let outstanding: Money = row.get("outstanding")?;
    let given_up: Money = row.get("given_up")?;
    let fund = of(sums, row)?;
    add(&mut fund.credits, credit)?;
    add(&mut fund.paid, credit)?;
    if restructured && !written_off {
        fund.restructured.add(1, outstanding)?;
    }
    if written_off {
        fund.written_off.add(1, given_up)?;
    }
    Ok(())
}

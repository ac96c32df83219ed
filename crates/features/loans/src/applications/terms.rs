//! The terms of a loan out of those of its product: everything the engine needs to make the plan.

use crate::model::{LoanCalendar, ProductTerms};
use kernel::{Day, Hijri, Money, Result};
use lending::{Holiday, HolidayRule, Loan, Period, Terms, WorkCalendar};
use std::num::NonZeroU16;

/// What was chosen for one loan.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    pub amount: Money,
    pub instalments: NonZeroU16,
    pub calendar: LoanCalendar,
    /// None where the first instalment follows the payout by a month.
    pub first_due: Option<Day>,
    /// The day the money is thought to go out.
    pub start: Day,
}

/// # Errors
/// Only where the Hijri calendar ends.
pub fn terms(product: &ProductTerms, chosen: &Chosen) -> Result<Terms> {
    let every = match chosen.calendar {
        LoanCalendar::Gregorian => Period::Months(NonZeroU16::MIN),
        LoanCalendar::Hijri => Period::HijriMonths(NonZeroU16::MIN),
    };
    let months = chosen.instalments.get().saturating_add(product.grace);
    let holidays = if product.defers_ramadan { ramadans(chosen.start, months)? } else { Vec::new() };
    Ok(Terms {
        first_due: chosen.first_due,
        unit: product.unit,
        grace: product.grace,
        split: product.split.clone(),
        calendar: WorkCalendar {
            weekend: product.weekend.clone(),
            on_non_working_day: product.on_non_working_day,
            holidays,
        },
        advance: product.advance,
        arrears_grace_days: product.arrears_grace_days,
        ..Terms::plain(chosen.amount, chosen.instalments, every, chosen.start)
    })
}

/// The last day of the plan of a loan that is only thought of.
///
/// # Errors
/// What could not be laid out as a plan.
pub fn would_end_on(product: &ProductTerms, chosen: &Chosen) -> Result<Day> {
    Ok(Loan::new(terms(product, chosen)?)?.plan()?.ends_on)
}

/// Every Ramadan a plan of so many months can meet, with room for the money to go out later and for the months the
/// deferral itself adds; none where the table of Umm al-Qura does not reach.
fn ramadans(start: Day, months: u16) -> Result<Vec<Holiday>> {
    let Some(first) = Hijri::from_day(start) else { return Ok(Vec::new()) };
    let years = u32::from(months).div_ceil(11) + 3;
    let mut found = Vec::new();
    for year in u32::from(first.year())..=u32::from(first.year()) + years {
        let (Ok(begins), Ok(next)) = (Hijri::new(year, 9, 1), Hijri::new(year, 10, 1)) else { break };
        let to = next.to_day().plus_days(-1)?;
        found.push(Holiday { from: begins.to_day(), to, rule: HolidayRule::Moratorium });
    }
    Ok(found)
}

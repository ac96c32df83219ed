//! What the board asks.

use super::assemble::{self, Behind};
use super::model::{AskBoard, Board};
use super::periods::Periods;
use super::{cash, follow, past, people, present};
use collection::Part;
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use office::span::Span;

pub use super::figures::{figures, rows};
pub use super::flow::flow;
pub use super::follow::tranches;

pub fn board(cx: &Read<'_>, input: AskBoard) -> Result<Board> {
    let day = input.day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    let calendar = match input.calendar {
        Some(calendar) => calendar,
        None => office::association::profile(cx)?.calendar,
    };
    let periods = Periods::until(day, calendar)?;
    let sums = if loans::is_present(cx, day)? { present::sums(cx, &periods)? } else { past::sums(cx, &periods)? };
    let whole = sums.whole()?;
    let positions = cash::positions(cx, day)?;
    let behind = Behind { day, fund: None };
    let year = Span { from: periods.from(), until: day };
    let by_fund = positions.iter().filter_map(|(fund, _)| {
        sums.funds.get(&fund.id).map(|own| assemble::fund_portfolio(fund.id, fund.name.clone(), own, day))
    });
    Ok(Board {
        day,
        calendar,
        quarter: periods.quarter,
        previous_quarter: periods.previous_quarter,
        beneficiaries: people::figures(cx, periods.quarter)?,
        portfolio: assemble::portfolio(&whole, behind)?,
        collection: assemble::collection(&sums, &whole, &periods, first_loan(cx)?.unwrap_or(day), behind)?,
        at_risk: assemble::at_risk(&whole, behind)?,
        arrears_rate: assemble::rate(whole.overdue()?, whole.outstanding()?),
        restructured: assemble::loans_amount(whole.restructured, behind.portfolio(Part::Restructured)?),
        written_off: assemble::loans_amount(whole.written_off, behind.portfolio(Part::WrittenOff)?),
        halted: follow::halted(cx, day, periods.quarter)?,
        promises: follow::promises(cx, periods.quarter)?,
        tranches: follow::waiting(cx, day)?,
        lendable: cash::lendable(cx, &positions, day)?,
        months: assemble::months(&sums, &periods, behind)?,
        ageing: assemble::ageing(&whole, behind)?,
        sources_and_uses: cash::sources_and_uses(cx, &positions, year)?,
        funds: cash::shown(&positions, year)?,
        by_fund: by_fund.collect::<Result<_>>()?,
        waiting: office::tasks::decisions(cx)?,
    })
}

/// The day the first loan was paid out: no event of a loan is earlier. The index of the days knows it at once.
fn first_loan(cx: &Read<'_>) -> Result<Option<Day>> {
    cx.one("SELECT min(on_day) AS first FROM loan_movement", values![], |row| row.get("first"))
}

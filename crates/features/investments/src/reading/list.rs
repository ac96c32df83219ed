//! Investments as lists show them: cost and return out of the books, for all at once.

use crate::books::{self, Sums};
use crate::inputs::ListInvestments;
use crate::model::{
    InvestmentKind, InvestmentKindCount, InvestmentLine, InvestmentPage, InvestmentStanding, InvestmentStandingCount,
    InvestmentState,
};
use crate::rules::standing;
use database::{Row, values};
use investing::percent_of;
use kernel::arabic::Reading;
use kernel::id::InvestmentId;
use kernel::{Day, Money, Result};
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};
use std::collections::{BTreeMap, BTreeSet};

const LINES: &str = include_str!("../sql/investment_lines.sql");

pub fn list(cx: &Read<'_>, input: ListInvestments) -> Result<InvestmentPage> {
    let all = all(cx)?;
    as_meant(cx, &input.text, |page: &InvestmentPage| page.total == 0, |reading| page(&input, &all, reading))
}

/// An investment with what it is found by.
pub struct Found {
    pub line: InvestmentLine,
    search: String,
}

/// The first day of the twelve months that end on a day.
///
/// # Errors
/// Where the calendar ends.
pub fn year_before(day: Day) -> Result<Day> {
    day.plus_months(-12)?.plus_days(1)
}

/// # Errors
/// What the database refuses.
pub fn all(cx: &Read<'_>) -> Result<Vec<Found>> {
    let today = cx.today();
    let sums = books::sums(cx, year_before(today)?, today)?;
    let ever: BTreeSet<InvestmentId> = cx
        .rows("SELECT DISTINCT investment FROM investment_posting WHERE kind = 'bought'", values![], |row| {
            row.get("investment")
        })?
        .into_iter()
        .collect();
    let occupied = of_units_let(cx, today)?;
    let mut found = cx.rows(LINES, values![], |row| found_row(row, &sums, &ever))?;
    for one in &mut found {
        let (units, units_let) = occupied.get(&one.line.investment).copied().unwrap_or_default();
        (one.line.units, one.line.units_let) = (units, units_let);
    }
    Ok(found)
}

fn of_units_let(cx: &Read<'_>, today: Day) -> Result<BTreeMap<InvestmentId, (i64, i64)>> {
    let sql = "SELECT u.investment, count(*) AS n, sum(CASE WHEN EXISTS (SELECT 1 FROM lease l WHERE l.unit = u.id \
               AND l.start <= $1 AND l.last_day >= $1) THEN 1 ELSE 0 END) AS occupied \
               FROM unit u WHERE u.closed_on IS NULL GROUP BY u.investment";
    let rows: Vec<(InvestmentId, (i64, i64))> =
        cx.rows(sql, values![today], |row| Ok((row.get("investment")?, (row.get("n")?, row.get("occupied")?))))?;
    Ok(rows.into_iter().collect())
}

fn found_row(row: &Row<'_>, sums: &Sums, ever: &BTreeSet<InvestmentId>) -> Result<Found> {
    let investment: InvestmentId = row.get("id")?;
    let state: InvestmentState = row.get("state")?;
    let opened: Option<Money> = row.get("opened_cost")?;
    let cost = sums.cost.get(&investment).copied().unwrap_or_default();
    let received = sums.received.get(&investment).copied().unwrap_or_default();
    let line = InvestmentLine {
        investment,
        investment_no: row.get("investment_no")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        size: row.get("size")?,
        fund: row.get("fund")?,
        fund_name: row.get("fund_name")?,
        manager: row.get("manager")?,
        share_points: row.get("share_points")?,
        standing: standing(state, opened.is_some() || ever.contains(&investment), cost),
        cost,
        received,
        yield_points: percent_of(received.halalas(), cost.halalas()),
        units: 0,
        units_let: 0,
        visited_on: row.get("visited_on")?,
        proposed_on: row.get("proposed_on")?,
    };
    Ok(Found { line, search: row.get("search_fold")? })
}

fn page(input: &ListInvestments, all: &[Found], reading: Option<&Reading>) -> Result<InvestmentPage> {
    let words: Vec<&str> = reading.map(|reading| reading.text.split(' ').collect()).unwrap_or_default();
    let found: Vec<&InvestmentLine> = all
        .iter()
        .filter(|one| words.iter().all(|word| one.search.contains(word)))
        .map(|one| &one.line)
        .filter(|one| input.fund.is_none_or(|fund| one.fund == fund))
        .collect();
    let of_kind = |one: &InvestmentLine| input.kind.is_empty() || input.kind.contains(&one.kind);
    let of_standing = |one: &InvestmentLine| input.standing.is_empty() || input.standing.contains(&one.standing);
    let count = |fits: &dyn Fn(&InvestmentLine) -> bool| {
        i64::try_from(found.iter().filter(|one| fits(one)).count()).unwrap_or(0)
    };
    let kinds = InvestmentKind::ALL
        .iter()
        .map(|kind| InvestmentKindCount { kind: *kind, count: count(&|one| one.kind == *kind && of_standing(one)) })
        .collect();
    let standings = InvestmentStanding::ALL
        .iter()
        .map(|standing| InvestmentStandingCount {
            standing: *standing,
            count: count(&|one| one.standing == *standing && of_kind(one)),
        })
        .collect();
    let mut chosen: Vec<InvestmentLine> =
        found.iter().filter(|one| of_kind(one) && of_standing(one)).map(|one| (*one).clone()).collect();
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "number" => Rank::from(&one.investment_no),
            "name" => (&one.name).into(),
            "kind" => one.kind.name().into(),
            "fund" => (&one.fund_name).into(),
            "manager" => (&one.manager).into(),
            "share" => one.share_points.map(i64::from).into(),
            "standing" => one.standing.name().into(),
            "cost" => one.cost.into(),
            "received" => one.received.into(),
            "yield" => one.yield_points.into(),
            "units" => one.units.into(),
            "visited_on" => one.visited_on.map_or(Rank::Empty, Rank::from),
            _ => return None,
        })
    });
    let total = i64::try_from(chosen.len()).unwrap_or(0);
    let cost = Money::sum(chosen.iter().map(|one| one.cost))?;
    let received = Money::sum(chosen.iter().map(|one| one.received))?;
    Ok(InvestmentPage { lines: page_of(chosen, input.offset, input.limit), total, cost, received, kinds, standings })
}

//! Halted projects, money that waits to go out, and what both sides kept: as they stood on the board's day.

use crate::model::{
    AskTranches, HaltedCause, HaltedFigures, HaltedProjectLine, PromiseFigures, TrancheLine, TranchePage, TrancheWait,
    TranchesWaiting,
};
use database::values;
use follow_up::PromiseSide;
use follow_up::inputs::{AskMeasures, ListPromises};
use holds::inputs::{ListHolds, WhichHold};
use kernel::{Day, Money, Result};
use measures::Period;
use measures::kpi::{HaltedProject, halts};
use office::context::Read;
use office::order::in_order;
use office::page::page_of;
use office::span::Span;
use office::target::Target;
use std::collections::BTreeMap;

/// As many halted projects as a meeting looks at; the rest is in the list.
const OLDEST: usize = 5;

/// # Errors
/// What the database refuses.
pub fn halted(cx: &Read<'_>, day: Day, quarter: Span) -> Result<HaltedFigures> {
    let open = holds::figures::open_on(cx, day)?;
    let mut by_cause = BTreeMap::new();
    for line in &open {
        *by_cause.entry(line.cause).or_insert(0_i64) += 1;
    }
    let asks = || ListHolds { day: Some(day), ..ListHolds::default() };
    let by_cause = by_cause.into_iter().map(|(cause, projects)| {
        let target = holds::HOLDS.asking(&ListHolds { cause: Some(cause), ..asks() })?;
        Ok(HaltedCause { cause, projects, target })
    });
    let ended: Vec<HaltedProject> = holds::figures::ended_between(cx, quarter.from, quarter.until)?
        .into_iter()
        .map(|hold| HaltedProject {
            opened: hold.opened,
            corrective: Some(hold.corrective),
            released: Some(hold.released),
        })
        .collect();
    let found = halts(&ended, Period::new(quarter.from, quarter.until)?);
    let line = |line: &holds::HoldLine| {
        Ok(HaltedProjectLine {
            loan_no: line.loan_no.clone(),
            project: line.project_name.clone(),
            borrower: line.borrower.clone(),
            cause: line.cause,
            since: line.opened_on,
            days: line.days,
            target: holds::HOLD.asking(&WhichHold { hold: line.hold })?,
        })
    };
    Ok(HaltedFigures {
        open: open.len() as i64,
        by_cause: by_cause.collect::<Result<_>>()?,
        oldest: open.iter().take(OLDEST).map(line).collect::<Result<_>>()?,
        released: i64::try_from(found.released).unwrap_or(i64::MAX),
        to_corrective: found.to_corrective,
        to_release: found.to_release,
        target: holds::HOLDS.asking(&asks())?,
    })
}

/// # Errors
/// What the database refuses.
pub fn promises(cx: &Read<'_>, quarter: Span) -> Result<PromiseFigures> {
    let Span { from, until } = quarter;
    let found = follow_up::promises::measures(cx, AskMeasures { from, until })?;
    let rows = |side: PromiseSide| -> Result<Target> {
        let asks = ListPromises { from, until, side: Some(side), kept: None, order: None, limit: None, offset: 0 };
        follow_up::PROMISES.asking(&asks)
    };
    Ok(PromiseFigures {
        beneficiary: found.beneficiary,
        association: found.association,
        beneficiary_target: rows(PromiseSide::Beneficiary)?,
        association_target: rows(PromiseSide::Association)?,
    })
}

/// # Errors
/// What the database refuses.
pub fn waiting(cx: &Read<'_>, day: Day) -> Result<TranchesWaiting> {
    let lines = lines(cx, day)?;
    let of = |wait: TrancheWait| -> Result<(i64, Money, Target)> {
        let own = || lines.iter().filter(|line| line.wait == wait);
        let target =
            crate::TRANCHES.asking(&AskTranches { day: Some(day), wait: Some(wait), ..AskTranches::default() })?;
        Ok((own().count() as i64, Money::sum(own().map(|line| line.amount))?, target))
    };
    let (decide, decide_amount, decide_target) = of(TrancheWait::Decision)?;
    let (pay, pay_amount, pay_target) = of(TrancheWait::Payment)?;
    Ok(TranchesWaiting { decide, decide_amount, decide_target, pay, pay_amount, pay_target })
}

/// The rows behind the tranches that wait.
///
/// # Errors
/// A day that has not come.
pub fn tranches(cx: &Read<'_>, input: AskTranches) -> Result<TranchePage> {
    let day = input.day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    let mut lines = lines(cx, day)?;
    lines.retain(|line| input.wait.is_none_or(|wait| wait == line.wait));
    in_order(&mut lines, input.order.as_ref(), |line: &TrancheLine, key| match key {
        "loan" => Some((&line.loan_no).into()),
        "borrower" => Some((&line.borrower).into()),
        "project" => Some((&line.project).into()),
        "amount" => Some(line.amount.into()),
        "since" => Some(line.since.into()),
        "days" => Some(line.days.into()),
        _ => None,
    });
    let (total, amount) = (lines.len() as i64, Money::sum(lines.iter().map(|line| line.amount))?);
    Ok(TranchePage { lines: page_of(lines, input.offset, input.limit), total, amount })
}

/// Tranches that waited at the end of a day, the oldest first: few, whatever the portfolio.
fn lines(cx: &Read<'_>, day: Day) -> Result<Vec<TrancheLine>> {
    cx.rows(include_str!("sql/tranches_waiting.sql"), values![day], |row| {
        let since: Day = row.get("on_day")?;
        let step: String = row.get("step")?;
        Ok(TrancheLine {
            tranche: row.get("id")?,
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            borrower: row.get("borrower")?,
            project: row.get("project_name")?,
            amount: row.get("amount")?,
            wait: if step == "requested" { TrancheWait::Decision } else { TrancheWait::Payment },
            since,
            days: day.days_since(since),
        })
    })
}

//! What the screens of holds ask.

use crate::inputs::{HoldsOf, ListHolds, PreviewHold, WhichHold};
use crate::model::{HoldChoice, HoldCount, HoldLine, HoldOption, HoldPage, HoldReading, HoldSheet, HoldState};
use crate::model::{HoldRule, HoldWeighed, LoanHolds};
use crate::{decisions, facts, help, rules, settings, sides, store};
use casework::holds::{Facts, Settings};
use database::values;
use kernel::arabic::fold;
use kernel::id::LoanId;
use kernel::{Day, Failure, Money, Result};
use office::context::Read;
use office::input::Nothing;
use office::order::{Rank, in_order};
use office::page::page_of;

pub fn list(cx: &Read<'_>, input: ListHolds) -> Result<HoldPage> {
    let words = fold(&input.text);
    let found = |one: &HoldLine| {
        let text = fold(&[&one.loan_no, &one.borrower, &one.project_name].map(String::as_str).join(" | "));
        words.split(' ').all(|word| text.contains(word))
    };
    let day = input.day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    let all = store::all_on(cx, day)?.into_iter();
    let mut chosen: Vec<HoldLine> =
        all.filter(|one| input.cause.is_none_or(|cause| cause == one.cause) && found(one)).collect();
    let count = |state: HoldState| chosen.iter().filter(|one| one.state == state).count() as i64;
    let counts = HoldState::ALL.iter().map(|state| HoldCount { state: *state, count: count(*state) }).collect();
    chosen.retain(|one| match input.state.as_slice() {
        [] => one.state == HoldState::Open,
        wanted => wanted.contains(&one.state),
    });
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "loan" => Rank::from(&one.loan_no),
            "borrower" => (&one.borrower).into(),
            "project" => (&one.project_name).into(),
            "cause" => one.cause.name().into(),
            "opened" => one.opened_on.into(),
            "days" => one.days.into(),
            "outstanding" => one.outstanding.into(),
            "state" => one.state.name().into(),
            _ => return None,
        })
    });
    let total = chosen.len() as i64;
    Ok(HoldPage { lines: page_of(chosen, input.offset, input.limit), total, counts })
}

pub fn of_loan(cx: &Read<'_>, input: HoldsOf) -> Result<LoanHolds> {
    let looked = facts::of_loan(cx, input.loan, cx.today())?;
    let haltable = looked.is_some();
    let because_of_us = looked.is_some_and(|looked| looked.findings.dpd_because_of_us);
    Ok(LoanHolds { holds: store::of_loan(cx, input.loan)?, haltable, because_of_us })
}

pub fn open(cx: &Read<'_>, input: WhichHold) -> Result<HoldSheet> {
    let line = store::line(cx, input.hold)?;
    let reasons = store::reasons(cx, input.hold)?;
    let looked = facts::of_loan(cx, line.loan, cx.today())?;
    let findings = looked.as_ref().map(|looked| &looked.findings);
    let all = store::decisions(cx, input.hold)?;
    let options = match &looked {
        Some(looked) if line.state == HoldState::Open => options(&looked.facts, &looked.settings),
        _ => Vec::new(),
    };
    let waits = all.iter().find(|decision| decision.waits);
    let hands = sides::hands(&reasons, waits);
    let cannot_approve = match waits {
        Some(decision) => decisions::may_approve(cx, &line, &reasons, decision)?,
        None => None,
    };
    let readings = looked.as_ref().map(|looked| looked.facts.readings.as_slice()).unwrap_or_default();
    let mut readings: Vec<HoldReading> =
        readings.iter().map(|one| HoldReading { on: one.on, sales: one.sales, net: one.net }).collect();
    readings.sort_by_key(|reading| reading.on);
    let sql = "SELECT paid_out, repaid FROM loan_standing WHERE loan = $1";
    let (paid_out, repaid) = cx.one(sql, values![line.loan], |row| Ok((row.get("paid_out")?, row.get("repaid")?)))?;
    Ok(HoldSheet {
        because_of_us: findings.is_some_and(|findings| findings.dpd_because_of_us),
        ours_late: findings.map_or(0, |findings| findings.tasks.len() as i64),
        facts: looked.as_ref().map(|looked| sides::facts(&looked.facts)).unwrap_or_default(),
        steps: help::of(cx, input.hold)?,
        hands,
        paid_out,
        repaid,
        instalment: usual_instalment(cx, line.loan)?,
        unlock_readings: settings::current(cx)?.unlock_readings,
        next_due: next_due(cx, line.loan)?,
        line,
        reasons,
        readings,
        options,
        decisions: all,
        cannot_approve,
    })
}

fn next_due(cx: &Read<'_>, loan: LoanId) -> Result<Option<Day>> {
    let sql = "SELECT min(due) AS due FROM loan_instalment WHERE loan = $1 AND paid < principal AND due >= $2";
    cx.one(sql, values![loan, cx.today()], |row| row.get("due"))
}

/// The second of the instalments that are open, for the first may be a rest; the first where no other is.
fn usual_instalment(cx: &Read<'_>, loan: LoanId) -> Result<Option<Money>> {
    let sql = "SELECT principal - paid AS owed FROM loan_instalment WHERE loan = $1 AND paid < principal \
               ORDER BY due, no LIMIT 2";
    Ok(cx.rows(sql, values![loan], |row| row.get("owed"))?.pop())
}

/// The three ways to end a hold. What a plan and a list of assets must be is told once they are there.
fn options(facts: &Facts, settings: &Settings) -> Vec<HoldOption> {
    let option = |kind: &HoldChoice| HoldOption {
        decision: *kind,
        conditions: rules::conditions(facts, *kind, rules::decision(*kind, None, ""), settings),
    };
    HoldChoice::ALL.iter().map(option).collect()
}

pub fn rule(cx: &Read<'_>, _: Nothing) -> Result<HoldRule> {
    Ok(HoldRule { settings: settings::current(cx)?, versions: settings::versions(cx)? })
}

pub fn weigh(cx: &Read<'_>, input: PreviewHold) -> Result<HoldWeighed> {
    let line = store::line(cx, input.hold)?;
    let plan = loans::changes::reschedule::rescheduling(cx, line.loan, cx.today(), &input.change)?;
    let looked = facts::of_loan(cx, line.loan, cx.today())?.ok_or(Failure::not_found("hold"))?;
    let kind = HoldChoice::Reschedule;
    let decision = rules::decision(kind, Some(&plan), "");
    Ok(HoldWeighed {
        conditions: rules::conditions(&looked.facts, kind, decision, &looked.settings),
        instalment: rules::instalment(&plan),
        plan,
    })
}

//! Many loans are put off together, as for Ramadan: the first instalment of each that falls due in some days, and all later
//! ones, move on. One person asks, another one of the committee approves, and either each of the loans gets its event or
//! none does.

pub mod approve_deferral;
pub mod ask_deferral;
pub mod drop_deferral;

use crate::changes::weigh::{Weighed, weigh};
use crate::changes::{LoanChange, within};
use crate::events::record::{self, Opened};
use crate::inputs::{DeferralChoice, WhichDeferral};
use crate::products;
use crate::rules::{CHANGES_NOTHING, DEFERRAL_DAYS, DEFERRAL_LOANS};
use crate::sheet::{DeferralLine, DeferralPreview, DeferralSheet, Deferrals, DeferredLoan};
use crate::steps::DEFERRAL;
use approvals::ApprovalRequest;
use database::values;
use kernel::id::{LoanId, PaymentId};
use kernel::{Day, Failure, Money, Refusal, Result, require};
use ledger::fund;
use office::context::Read;
use office::input::Nothing;
use std::collections::BTreeMap;
use std::num::NonZeroU16;

/// Instalments many loans are put off by at once.
const MOST_DEFERRED: u16 = 24;

/// A loan of a deferral, and the day of the instalment from which on it moves.
struct Found {
    loan: LoanId,
    from_due: Day,
}

/// Which loans a choice finds: each with the first of its instalments in those days that owes something.
fn found(cx: &Read<'_>, choice: &DeferralChoice) -> Result<Vec<Found>> {
    require(choice.due_from <= choice.due_until, Refusal::new(DEFERRAL_DAYS).at("due_until"))?;
    within(choice.periods.get(), MOST_DEFERRED, "periods")?;
    let sql = include_str!("../sql/deferral_found.sql");
    cx.rows(sql, values![choice.due_from, choice.due_until, choice.fund, choice.product], |row| {
        Ok(Found { loan: row.get("loan")?, from_due: row.get("from_due")? })
    })
}

fn change(from_due: Day, periods: NonZeroU16) -> LoanChange {
    LoanChange::Defer { from_due, periods }
}

/// The day of the events of a choice.
fn day_of(cx: &Read<'_>, choice: &DeferralChoice) -> Day {
    choice.day.unwrap_or(cx.today())
}

/// A loan as it would be put off; a refusal is why it cannot be.
fn look(cx: &Read<'_>, found: &Found, day: Day, periods: NonZeroU16) -> Result<(DeferredLoan, Option<Weighed>)> {
    let opened = record::open(cx, found.loan)?;
    let weighed = match weigh(cx, &opened, day, &change(found.from_due, periods), None) {
        Ok(weighed) => Ok(weighed),
        Err(Failure::Refused(refusal)) => Err(refusal),
        Err(failure) => return Err(failure),
    };
    let line = line(&opened, found.from_due, weighed.as_ref(), cx.today())?;
    Ok((line, weighed.ok()))
}

fn line(opened: &Opened, from_due: Day, weighed: Result<&Weighed, &Refusal>, today: Day) -> Result<DeferredLoan> {
    let state = opened.replay.latest(today)?;
    let ends = state.as_ref().map_or(from_due, |state| state.ends_on);
    let args = weighed.err().map(|refusal| refusal.args.clone()).unwrap_or_default();
    Ok(DeferredLoan {
        loan: opened.head.id,
        loan_no: opened.head.loan_no.clone(),
        borrower: opened.borrower.name.clone(),
        outstanding: state.as_ref().map_or(Money::ZERO, |state| state.balance),
        from_due,
        ends_before: ends,
        ends_after: weighed.map_or(ends, |weighed| weighed.plan.after.ends_on),
        gap: weighed.err().map(|refusal| refusal.code.to_string()),
        gap_args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        stale: false,
    })
}

pub fn preview_deferral(cx: &Read<'_>, input: DeferralChoice) -> Result<DeferralPreview> {
    let day = day_of(cx, &input);
    let mut loans = Vec::new();
    for found in found(cx, &input)? {
        loans.push(look(cx, &found, day, input.periods)?.0);
    }
    let fits = || loans.iter().filter(|line| line.gap.is_none());
    Ok(DeferralPreview {
        fitting: u32::try_from(fits().count()).map_err(Failure::broken)?,
        outstanding: Money::sum(fits().map(|line| line.outstanding))?,
        loans,
    })
}

/// A deferral as it was asked for.
struct Kept {
    choice: DeferralChoice,
    cause: crate::changes::ChangeCause,
    reason: String,
    /// Each loan with the day and the plan that was proposed.
    loans: Vec<(Found, String)>,
}

fn kept(cx: &Read<'_>, id: PaymentId) -> Result<Kept> {
    let sql =
        "SELECT on_day, due_from, due_until, fund, product, periods, cause, reason FROM loan_deferral WHERE id = $1";
    let head = cx.row(sql, values![id], |row| {
        let periods = u16::try_from(row.get::<i64>("periods")?).map_err(Failure::broken)?;
        let periods = NonZeroU16::new(periods).ok_or_else(|| Failure::broken("no periods"))?;
        let choice = DeferralChoice {
            due_from: row.get("due_from")?,
            due_until: row.get("due_until")?,
            fund: row.get("fund")?,
            product: row.get("product")?,
            periods,
            day: Some(row.get("on_day")?),
        };
        Ok((choice, row.get("cause")?, row.get("reason")?))
    })?;
    let (choice, cause, reason) = head.ok_or(Failure::not_found("loan_deferral"))?;
    let sql = "SELECT loan, from_due, plan FROM loan_deferral_loan WHERE deferral = $1 ORDER BY loan";
    let loans = cx.rows(sql, values![id], |row| {
        Ok((Found { loan: row.get("loan")?, from_due: row.get("from_due")? }, row.get("plan")?))
    })?;
    Ok(Kept { choice, cause, reason, loans })
}

fn request(cx: &Read<'_>, id: PaymentId) -> Result<ApprovalRequest> {
    approvals::of(cx, &DEFERRAL, *id.as_bytes())?.ok_or(Failure::not_found("loan_deferral"))
}

pub fn deferral(cx: &Read<'_>, input: WhichDeferral) -> Result<DeferralSheet> {
    let kept = kept(cx, input.deferral)?;
    let request = request(cx, input.deferral)?;
    let waits = request.state == approvals::RequestState::Waiting;
    let day = day_of(cx, &kept.choice);
    let mut loans = Vec::new();
    for (found, plan) in &kept.loans {
        let opened = record::open(cx, found.loan)?;
        let proposed: crate::changes::plan::ChangePlan = serde_json::from_str(plan).map_err(Failure::broken)?;
        let mut line = line(&opened, found.from_due, Err(&Refusal::new(CHANGES_NOTHING)), cx.today())?;
        (line.gap, line.ends_before, line.ends_after) = (None, proposed.before.ends_on, proposed.after.ends_on);
        line.outstanding = proposed.before.outstanding;
        if waits {
            let (now, weighed) = look(cx, found, day, kept.choice.periods)?;
            (line.gap, line.gap_args) = (now.gap, now.gap_args);
            line.stale = weighed.is_some_and(|weighed| weighed.plan != proposed);
        }
        loans.push(line);
    }
    loans.sort_by(|one, other| one.loan_no.cmp(&other.loan_no));
    let fund_name = kept.choice.fund.map(|id| fund::fund(cx, id)).transpose()?.map(|fund| fund.name);
    let product_name = kept.choice.product.map(|id| products::product(cx, id)).transpose()?.map(|one| one.name);
    Ok(DeferralSheet {
        id: input.deferral,
        day,
        choice: kept.choice,
        fund_name,
        product_name,
        cause: kept.cause,
        reason: kept.reason,
        state: request.state.name().to_owned(),
        asked_by: request.asked_by,
        asked_by_name: request.asked_by_name,
        asked_at: request.asked_at,
        approvals: request.approvals,
        note: request.note,
        loans,
    })
}

/// The deferrals that were asked for, the newest first.
pub fn deferrals(cx: &Read<'_>, _: Nothing) -> Result<Deferrals> {
    let sql = "SELECT d.id, d.due_from, d.due_until, d.reason, count(of_loan.loan) AS loans FROM loan_deferral d \
               JOIN loan_deferral_loan of_loan ON of_loan.deferral = d.id \
               GROUP BY d.id, d.due_from, d.due_until, d.reason";
    let mut deferrals = cx.rows(sql, values![], |row| {
        let id: PaymentId = row.get("id")?;
        let request = request(cx, id)?;
        Ok(DeferralLine {
            id,
            due_from: row.get("due_from")?,
            due_until: row.get("due_until")?,
            loans: row.get("loans")?,
            state: request.state.name().to_owned(),
            reason: row.get("reason")?,
            asked_by_name: request.asked_by_name,
            asked_at: request.asked_at,
        })
    })?;
    deferrals.sort_by_key(|line| std::cmp::Reverse(line.asked_at));
    Ok(Deferrals { deferrals })
}

/// Loans that cannot be put off as was asked for, by their numbers.
///
/// # Errors
/// `loans.deferral_loans`, where there are any.
fn none_is_left_out(left_out: &[String]) -> Result<()> {
    require(left_out.is_empty(), Refusal::new(DEFERRAL_LOANS).with("loans", left_out.join("، ")))
}

/// The loans of a choice, by their identifiers.
fn by_loan(found: Vec<Found>) -> BTreeMap<LoanId, Found> {
    found.into_iter().map(|one| (one.loan, one)).collect()
}

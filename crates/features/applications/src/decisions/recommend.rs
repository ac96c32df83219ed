//! Whoever studied an application recommends what to decide. Another person decides; above a limit, the committee.

use crate::inputs::Recommend;
use crate::model::{ApplicationState, Recommends, SavedApplication};
use crate::{conditions, rules, steps, store};
use approvals::Asked;
use database::values;
use kernel::{Money, Refusal, Result, require};
use loans::model::LoanCalendar;
use office::context::Write;
use std::num::NonZeroU16;

pub fn recommend(cx: &Write<'_>, input: Recommend) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    rules::stands(before.state, &[ApplicationState::InAppraisal])?;
    let opinion = rules::said("opinion", &input.opinion, rules::OPINION_MISSING)?;
    let extra = rules::text("conditions", &input.conditions)?;
    let approve = input.recommends == Recommends::Approve;
    let (amount, instalments, calendar) = if approve { asked(&input)? } else { (None, None, None) };
    if approve {
        let fund = input.fund.ok_or(Refusal::new(rules::FUND_MISSING).at("fund"))?;
        require(
            loans::lending_funds(cx)?.iter().any(|one| one.id == fund),
            Refusal::new(rules::FUND_MISSING).at("fund"),
        )?;
    }
    cx.claim(store::RECORD, before.id, input.version)?;
    cx.run(
        "UPDATE loan_application SET recommends = $1, rec_amount = $2, rec_instalments = $3, rec_calendar = $4, \
         rec_first_due = $5, rec_fund = $6, opinion = $7, conditions = $8, recommended_by = $9, recommended_at = $10 \
         WHERE id = $11",
        values![
            input.recommends,
            amount,
            instalments.map(|rows| i64::from(rows.get())),
            calendar,
            input.first_due.filter(|_| approve),
            input.fund.filter(|_| approve),
            opinion.as_str(),
            extra.as_str(),
            cx.who.id,
            cx.now,
            before.id
        ],
    )?;
    let whole = conditions::whole(cx, store::application(cx, before.id)?)?;
    let found = whole.as_it_stands(cx.today())?;
    if approve {
        require(
            input.first_due.is_none_or(|day| day > cx.today()),
            Refusal::new(rules::RECOMMENDATION).at("first_due"),
        )?;
        conditions::require_all(&conditions::to_approve(cx, &whole, &found)?)?;
    }
    cx.run("UPDATE loan_application SET rule_version = $1 WHERE id = $2", values![whole.version, before.id])?;
    store::moved(cx, &before, ApplicationState::Recommended, input.recommends.name())?;
    store::hand(cx, before.id)?;
    let asked =
        Asked { subject: *before.id.as_bytes(), amount: Some(found.amount), reason: &opinion, ..Asked::default() };
    approvals::ask(cx, steps::of(found.approver), &asked)?;
    store::told(cx, Some(&before), before.id)
}

type Terms = (Option<Money>, Option<NonZeroU16>, Option<LoanCalendar>);

/// # Errors
/// Something of it was left out.
fn asked(input: &Recommend) -> Result<Terms> {
    let at = |field: &'static str| Refusal::new(rules::RECOMMENDATION).at(field);
    let amount = input.amount.filter(|amount| amount.is_positive()).ok_or(at("amount"))?;
    let instalments = input.instalments.filter(|rows| rows.get() <= 600).ok_or(at("instalments"))?;
    let calendar = input.calendar.ok_or(at("calendar"))?;
    Ok((Some(amount), Some(instalments), Some(calendar)))
}

//! A deferral of many loans is asked for: with the plan of each as it would be.

use crate::changes::many::{by_loan, day_of, found, look, none_is_left_out};
use crate::inputs::{AskDeferral, WhichDeferral};
use crate::rules::{self, CAUSE_OF_RELEASE, DEFERRAL_EMPTY, PAYMENT_EXISTS};
use crate::steps::DEFERRAL;
use approvals::Asked;
use database::values;
use kernel::id::ApprovalId;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use std::collections::BTreeSet;

pub fn ask_deferral(cx: &Write<'_>, input: AskDeferral) -> Result<WhichDeferral> {
    let reason = rules::reason(&input.reason, "reason")?;
    require(!input.cause.releases(), Refusal::new(CAUSE_OF_RELEASE).at("cause"))?;
    let known = cx.row("SELECT 1 AS one FROM loan_deferral WHERE id = $1", values![input.id], |_| Ok(()))?;
    require(known.is_none(), Failure::conflict(PAYMENT_EXISTS))?;
    let (choice, day) = (&input.choice, day_of(cx, &input.choice));
    let mut known = by_loan(found(cx, choice)?);
    let chosen: BTreeSet<_> = input.loans.iter().copied().collect();
    require(!chosen.is_empty(), Refusal::new(DEFERRAL_EMPTY).at("loans"))?;
    let (mut loans, mut left_out) = (Vec::new(), Vec::new());
    for loan in chosen {
        let Some(one) = known.remove(&loan) else {
            left_out.push(crate::store::loan(cx, loan)?.loan_no);
            continue;
        };
        match look(cx, &one, day, choice.periods)? {
            (_, Some(weighed)) => loans.push((one, weighed.plan.text()?)),
            (line, None) => left_out.push(line.loan_no),
        }
    }
    none_is_left_out(&left_out)?;
    cx.run(
        "INSERT INTO loan_deferral (id, on_day, due_from, due_until, fund, product, periods, cause, reason) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            input.id,
            day,
            choice.due_from,
            choice.due_until,
            choice.fund,
            choice.product,
            i64::from(choice.periods.get()),
            input.cause,
            reason.as_str()
        ],
    )?;
    for (one, plan) in &loans {
        cx.run(
            "INSERT INTO loan_deferral_loan (deferral, loan, from_due, plan) VALUES ($1, $2, $3, $4)",
            values![input.id, one.loan, one.from_due, plan.as_str()],
        )?;
    }
    let asked = Asked {
        id: Some(ApprovalId::from_bytes(*input.id.as_bytes())),
        subject: *input.id.as_bytes(),
        amount: None,
        needed: None,
        reason: &reason,
    };
    approvals::ask(cx, &DEFERRAL, &asked)?;
    cx.changed("loan_deferral", input.id, &reason, &(), &input)?;
    Ok(WhichDeferral { deferral: input.id })
}

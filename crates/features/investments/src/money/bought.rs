//! Paid for an investment that was decided: within what was decided, by a voucher two others approve.

use super::{line, narration};
use crate::books::{self, Kept};
use crate::inputs::BuyInvestment;
use crate::model::{InvestmentEntryKind, InvestmentState};
use crate::rules::{self, ABOVE_DECIDED, NOT_APPROVED, WHO_MISSING};
use crate::store;
use funds::Proposal;
use funds::model::DraftKind;
use kernel::{Money, Refusal, Result, require};
use ledger::Method;
use office::context::Write;
use office::input::Nothing;

pub fn buy(cx: &Write<'_>, input: BuyInvestment) -> Result<Nothing> {
    let one = store::investment(cx, input.investment)?;
    require(one.state == InvestmentState::Approved, NOT_APPROVED)?;
    rules::positive("amount", input.amount)?;
    rules::happened("day", input.day, cx.today())?;
    let seller = rules::said("seller", &input.seller, WHO_MISSING)?;
    let reference = rules::line("reference", &input.reference)?;
    let postings = books::of_investment(cx, one.id)?;
    let before: Vec<books::Posting> =
        postings.into_iter().filter(|posting| posting.kind == InvestmentEntryKind::Bought).collect();
    let stands = before.iter().filter(|posting| posting.stands()).map(|posting| posting.amount);
    let waits = books::waiting(cx, &before)?.into_iter().map(|posting| posting.amount);
    let paid = Money::sum(stands.chain(waits))?;
    let decided = one.approved_cost.unwrap_or_default();
    let left = decided.minus(paid)?;
    require(input.amount <= left, Refusal::new(ABOVE_DECIDED).with("left", left).at("amount"))?;
    let fund = one.fund_row(cx)?;
    let account = rules::held_on(one.facts.kind, fund.class);
    funds::propose(
        cx,
        Proposal {
            id: input.id,
            kind: DraftKind::Payment,
            day: input.day,
            narration: narration("bought", [("name", one.facts.name.clone()), ("decision", one.decision.clone())]),
            counterparty: seller,
            method: Some(Method::Transfer),
            reference,
            lines: vec![line(account, fund.id, input.amount), line(fund.class.bank(), fund.id, input.amount.negated())],
        },
    )?;
    books::keep(cx, &Kept::of(input.id, one.id, InvestmentEntryKind::Bought, input.amount))?;
    cx.record_changed(store::subject(one.id))?;
    Ok(Nothing {})
}

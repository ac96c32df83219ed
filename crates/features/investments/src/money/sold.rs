//! An investment is sold, whole or in part: the cost goes, and what came beyond it is a gain, or below it a loss. Another person
//! approves the voucher.

use super::{line, narration, owned};
use crate::books::{self, Kept};
use crate::estate::leases;
use crate::inputs::SellInvestment;
use crate::model::InvestmentEntryKind;
use crate::rules::{self, AMOUNT_MISSING, LEASES_RUNNING, SHARE_RANGE, WHO_MISSING};
use crate::store;
use funds::Proposal;
use funds::model::DraftKind;
use kernel::{Refusal, Result, require};
use ledger::{Method, chart};
use office::context::Write;
use office::input::Nothing;

pub fn sell(cx: &Write<'_>, input: SellInvestment) -> Result<Nothing> {
    let one = store::investment(cx, input.investment)?;
    require(!input.proceeds.is_negative(), Refusal::new(AMOUNT_MISSING).at("proceeds"))?;
    require((1..=10_000).contains(&input.share_points), Refusal::new(SHARE_RANGE).at("share_points"))?;
    rules::happened("day", input.day, cx.today())?;
    let buyer = rules::said("buyer", &input.buyer, WHO_MISSING)?;
    let reference = rules::line("reference", &input.reference)?;
    let cost = owned(cx, &one)?;
    let whole = input.share_points == 10_000;
    require(!whole || !leases::runs_on(cx, one.id, input.day)?, LEASES_RUNNING)?;
    let postings = books::of_investment(cx, one.id)?;
    books::nothing_waits(cx, &postings, &[InvestmentEntryKind::Sold, InvestmentEntryKind::Bought])?;
    let (gone, gain) = rules::sale(cost, input.share_points, input.proceeds)?;
    require(gone.is_positive(), Refusal::new(SHARE_RANGE).at("share_points"))?;
    let fund = one.fund_row(cx)?;
    let account = rules::held_on(one.facts.kind, fund.class);
    let mut lines = vec![line(account, fund.id, gone.negated())];
    if input.proceeds.is_positive() {
        lines.insert(0, line(fund.class.bank(), fund.id, input.proceeds));
    }
    if gain.is_positive() {
        lines.push(line(chart::INVESTMENT_GAINS, fund.id, gain.negated()));
    } else if gain.is_negative() {
        lines.push(line(chart::INVESTMENT_LOSSES, fund.id, gain.negated()));
    }
    let kind = if input.proceeds.is_positive() { DraftKind::Receipt } else { DraftKind::Journal };
    funds::propose(
        cx,
        Proposal {
            id: input.id,
            kind,
            day: input.day,
            narration: narration("sold", [("name", one.facts.name.clone())]),
            counterparty: buyer,
            method: Some(Method::Transfer).filter(|_| input.proceeds.is_positive()),
            reference,
            lines,
        },
    )?;
    let kept = Kept::of(input.id, one.id, InvestmentEntryKind::Sold, gone);
    books::keep(cx, &Kept { share_points: Some(input.share_points), ..kept })?;
    cx.record_changed(store::subject(one.id))?;
    Ok(Nothing {})
}

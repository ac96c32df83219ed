//! An idea is written down, and changed as long as nobody decided it.

use crate::inputs::{ChangeInvestment, ProposeInvestment};
use crate::model::{InvestmentFacts, InvestmentState, SavedInvestment};
use crate::rules::{self, ADDED_ALREADY, FUND_ZAKAT};
use crate::steps::PURCHASE;
use crate::store::{self, Investment};
use kernel::{Refusal, Result, require};
use ledger::FundKind;
use office::context::Write;

pub fn propose(cx: &Write<'_>, input: ProposeInvestment) -> Result<SavedInvestment> {
    require(store::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let facts = lawful(cx, &input.facts)?;
    let new = Investment {
        id: input.id,
        investment_no: store::next_number(cx)?,
        facts,
        state: InvestmentState::Idea,
        approved_cost: None,
        decision: String::new(),
        proposed_on: cx.today(),
        proposed_by: cx.who.id,
        decided_on: None,
        decided_by: None,
    };
    store::insert(cx, &new)?;
    cx.passed(store::INVESTMENT, new.id)?;
    store::told(cx, None, new.id)?;
    Ok(SavedInvestment { investment: new.id, investment_no: new.investment_no })
}

/// What is decided keeps its kind, its fund and its cost; what describes it may be mended at any time.
pub fn change(cx: &Write<'_>, input: ChangeInvestment) -> Result<SavedInvestment> {
    let before = store::investment(cx, input.id)?;
    let facts = lawful(cx, &input.facts)?;
    let fixed = |facts: &InvestmentFacts| (facts.kind, facts.fund, facts.expected_cost, facts.opened_cost);
    let decided = before.state == InvestmentState::Approved;
    require(!decided || fixed(&facts) == fixed(&before.facts), rules::DECIDED_STAYS)?;
    cx.claim(store::INVESTMENT, input.id, input.version)?;
    if before.state == InvestmentState::ForDecision {
        // Who was asked saw something else.
        approvals::lapse(cx, &PURCHASE, *before.id.as_bytes(), "")?;
        let after = Investment { state: InvestmentState::Idea, ..before.clone() };
        store::lead(cx, &before, &after, "")?;
    }
    store::update_facts(cx, &Investment { facts, ..before.clone() })?;
    store::told(cx, Some(&before), input.id)?;
    Ok(SavedInvestment { investment: before.id, investment_no: before.investment_no })
}

fn lawful(cx: &Write<'_>, typed: &InvestmentFacts) -> Result<InvestmentFacts> {
    let facts = rules::facts(typed)?;
    if let Some(fund) = facts.fund {
        let fund = ledger::fund::fund(cx, fund)?;
        require(fund.kind != FundKind::Zakat, Refusal::new(FUND_ZAKAT).at("fund"))?;
    }
    Ok(facts)
}

//! The page of an investment, and what forms choose from.

use super::{list, units};
use crate::books;
use crate::estate::maintenance;
use crate::inputs::WhichInvestment;
use crate::model::{
    InvestmentChoices, InvestmentEntryKind, InvestmentFund, InvestmentSheet, InvestmentState, InvestmentSteps,
};
use crate::plans::{deciding, values as worth};
use crate::steps::PURCHASE;
use crate::{rules, store};
use approvals::RequestState;
use database::{Read as Db, values};
use kernel::id::PersonId;
use kernel::{Failure, Money, Result};
use ledger::{FundClass, FundKind, fund};
use office::context::Read;
use office::input::Nothing;

pub fn open(cx: &Read<'_>, input: WhichInvestment) -> Result<InvestmentSheet> {
    let one = store::investment(cx, input.investment)?;
    let found = list::all(cx)?.into_iter().map(|found| found.line);
    let line = found.into_iter().find(|line| line.investment == one.id).ok_or(Failure::not_found(store::INVESTMENT))?;
    let postings = books::of_investment(cx, one.id)?;
    let of_kind = |kind: InvestmentEntryKind| {
        Money::sum(
            postings.iter().filter(|posting| posting.kind == kind && posting.stands()).map(|posting| posting.amount),
        )
    };
    let bought: Vec<books::Posting> =
        postings.iter().filter(|posting| posting.kind == InvestmentEntryKind::Bought).cloned().collect();
    let waits = Money::sum(books::waiting(cx, &bought)?.into_iter().map(|posting| posting.amount))?;
    let request = approvals::of(cx, &PURCHASE, *one.id.as_bytes())?;
    let waiting = request.as_ref().filter(|request| request.state == RequestState::Waiting);
    let approve = waiting.map(|request| deciding::cannot_decide(cx, &one, request)).transpose()?.flatten();
    let returned = request.as_ref().filter(|_| one.state == InvestmentState::Idea);
    Ok(InvestmentSheet {
        record: cx.version(store::INVESTMENT, one.id)?,
        state: one.state,
        approved_cost: one.approved_cost,
        decision: one.decision.clone(),
        proposed_by_name: name_of(cx, Some(one.proposed_by))?,
        decided_by_name: name_of(cx, one.decided_by)?,
        decided_on: one.decided_on,
        asked_by_name: name_of(cx, waiting.map(|request| request.asked_by))?,
        returned_note: returned.map(|request| request.note.clone()).unwrap_or_default(),
        steps: InvestmentSteps { approve, gaps: rules::gaps(&one.facts).into_iter().map(str::to_owned).collect() },
        bought: of_kind(InvestmentEntryKind::Bought)?,
        waits,
        costs: of_kind(InvestmentEntryKind::Cost)?,
        units: units::all(cx)?.into_iter().filter(|unit| unit.investment == one.id).collect(),
        entries: books::shown(cx, &postings)?,
        values: worth::of(cx, one.id)?,
        maintenance: maintenance::of(cx, one.id)?,
        facts: one.facts,
        line,
    })
}

fn name_of(db: &Db<'_>, person: Option<PersonId>) -> Result<String> {
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(db.row(sql, values![person], |row| row.get("name"))?.unwrap_or_default())
}

pub fn choices(cx: &Read<'_>, _: Nothing) -> Result<InvestmentChoices> {
    let totals = ledger::fund_totals(cx, cx.today())?;
    let funds = fund::funds(cx)?.into_iter().filter(|fund| fund.kind != FundKind::Zakat);
    let funds = funds.map(|fund| InvestmentFund {
        cash: totals.iter().find(|total| total.fund == fund.id).map_or(Money::ZERO, |total| total.cash),
        endowment: fund.class == FundClass::Endowment,
        restricted: fund.class == FundClass::Restricted,
        fund: fund.id,
        name: fund.name,
    });
    Ok(InvestmentChoices { today: cx.today(), funds: funds.collect() })
}

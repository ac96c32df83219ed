//! What a property costs while it is owned: by a voucher two others approve.

use super::{line, narration, owned};
use crate::books::{self, Kept};
use crate::estate::units;
use crate::inputs::PayCost;
use crate::model::{InvestmentEntryKind, InvestmentKind};
use crate::rules::{self, NOT_PROPERTY, WHO_MISSING, WORDS_MISSING};
use crate::store;
use funds::Proposal;
use funds::model::DraftKind;
use kernel::{Result, require};
use ledger::{Method, chart};
use office::context::Write;
use office::input::Nothing;

pub fn pay_cost(cx: &Write<'_>, input: PayCost) -> Result<Nothing> {
    let one = store::investment(cx, input.investment)?;
    require(one.facts.kind == InvestmentKind::Property, NOT_PROPERTY)?;
    rules::positive("amount", input.amount)?;
    rules::happened("day", input.day, cx.today())?;
    let payee = rules::said("payee", &input.payee, WHO_MISSING)?;
    let what = rules::said("what", &input.what, WORDS_MISSING)?;
    let reference = rules::line("reference", &input.reference)?;
    units::of(cx, one.id, input.unit)?;
    owned(cx, &one)?;
    let fund = one.fund_row(cx)?;
    funds::propose(
        cx,
        Proposal {
            id: input.id,
            kind: DraftKind::Payment,
            day: input.day,
            narration: narration("cost", [("name", one.facts.name.clone()), ("what", what)]),
            counterparty: payee,
            method: Some(Method::Transfer),
            reference,
            lines: vec![
                line(chart::PROPERTY_COSTS, fund.id, input.amount),
                line(fund.class.bank(), fund.id, input.amount.negated()),
            ],
        },
    )?;
    let kept = Kept::of(input.id, one.id, InvestmentEntryKind::Cost, input.amount);
    books::keep(cx, &Kept { unit: input.unit, ..kept })?;
    cx.record_changed(store::subject(one.id))?;
    Ok(Nothing {})
}

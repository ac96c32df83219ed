//! Money is looked for: who might give, how far it has come, what shows it, and when something is to be done next.

use crate::inputs::SaveSupport;
use crate::keeping::said;
use crate::model::{SavedProgramme, SupportStage};
use crate::rules::{self, COST_RANGE, EVIDENCE_MISSING, NEXT_MISSING, OTHER_PROGRAMME, SUPPORT_NAME, SUPPORT_SETTLED};
use crate::{facts, store};
use database::values;
use kernel::{Day, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn save_support(cx: &Write<'_>, input: SaveSupport) -> Result<SavedProgramme> {
    let of = store::running(cx, input.programme)?;
    if let Some(initiative) = input.initiative {
        let own = store::initiative(cx, initiative)?.programme == of.id;
        require(own, Refusal::new(OTHER_PROGRAMME).at("initiative"))?;
    }
    store::somebody(cx, input.keeper, "keeper")?;
    let of_partner = input.partner.map(|partner| partners::name_of(cx, partner)).transpose()?;
    let name = match of_partner {
        Some(name) if input.name.trim().is_empty() => name,
        _ => rules::said("name", &input.name, SUPPORT_NAME)?,
    };
    require(input.amount.is_positive(), Refusal::new(COST_RANGE).at("amount"))?;
    let known = facts::supports(cx, Some(of.id))?.into_iter().find(|one| one.id == input.id);
    if let Some(known) = &known {
        require(known.stage != SupportStage::Received, SUPPORT_SETTLED)?;
        rules::onward(known.stage, input.stage)?;
    }
    let over = matches!(input.stage, SupportStage::Received | SupportStage::Declined);
    require(over || input.next_on.is_some(), Refusal::new(NEXT_MISSING).at("next_on"))?;
    let shown = matches!(input.stage, SupportStage::Pledged | SupportStage::Received);
    let evidence = rules::line("evidence", &input.evidence)?;
    require(!shown || !evidence.is_empty(), Refusal::new(EVIDENCE_MISSING).at("evidence"))?;
    let since = input.since.unwrap_or_else(|| cx.today());
    rules::happened("since", since, cx.today())?;
    // What was pledged stays pledged since that day; what comes at once is pledged with it.
    let before = known.as_ref().and_then(|one| one.pledged_on);
    let pledged_on: Option<Day> = match input.stage {
        SupportStage::Pledged => Some(input.since.or(before).unwrap_or(since)),
        SupportStage::Received => Some(before.unwrap_or(since).min(since)),
        _ => None,
    };
    let received_on = (input.stage == SupportStage::Received).then_some(since);
    let note = rules::line("note", &input.note)?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run(
        include_str!("sql/save_support.sql"),
        values![
            input.id,
            of.id,
            input.initiative,
            input.source,
            input.partner,
            name.as_str(),
            input.stage,
            input.amount,
            input.next_on.filter(|_| !over),
            input.closes_on,
            note,
            evidence.as_str(),
            pledged_on,
            received_on,
            input.keeper
        ],
    )?;
    said(cx, &of, &json!({ "support": name, "stage": input.stage, "amount": input.amount, "evidence": evidence }))?;
    Ok(SavedProgramme { programme: of.id })
}

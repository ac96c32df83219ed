//! Money is looked for: who might give, how far it has come, and when something is to be done next.

use crate::inputs::SaveSupport;
use crate::keeping::said;
use crate::model::{SavedProgramme, SupportStage};
use crate::rules::{self, COST_RANGE, NEXT_MISSING, OTHER_PROGRAMME, SUPPORT_NAME, SUPPORT_SETTLED};
use crate::{facts, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn save_support(cx: &Write<'_>, input: SaveSupport) -> Result<SavedProgramme> {
    let of = store::running(cx, input.programme)?;
    if let Some(initiative) = input.initiative {
        let own = store::initiative(cx, initiative)?.programme == of.id;
        require(own, Refusal::new(OTHER_PROGRAMME).at("initiative"))?;
    }
    let name = match input.partner {
        Some(partner) if input.name.trim().is_empty() => partners::name_of(cx, partner)?,
        Some(partner) => {
            partners::name_of(cx, partner)?;
            rules::said("name", &input.name, SUPPORT_NAME)?
        }
        None => rules::said("name", &input.name, SUPPORT_NAME)?,
    };
    require(input.amount.is_positive(), Refusal::new(COST_RANGE).at("amount"))?;
    let over = matches!(input.stage, SupportStage::Received | SupportStage::Declined);
    require(over || input.next_on.is_some(), Refusal::new(NEXT_MISSING).at("next_on"))?;
    let known = facts::supports(cx, of.id)?.into_iter().find(|one| one.id == input.id);
    let settled = known.as_ref().is_some_and(|one| one.stage == SupportStage::Received);
    require(!settled, SUPPORT_SETTLED)?;
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
            rules::line("note", &input.note)?,
            input.keeper
        ],
    )?;
    said(cx, &of, &json!({ "support": name, "stage": input.stage, "amount": input.amount }))?;
    Ok(SavedProgramme { programme: of.id })
}

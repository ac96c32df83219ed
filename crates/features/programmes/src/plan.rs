//! The plan as it stands is put before the partners, and their answers are kept with that edition.

use crate::facts;
use crate::inputs::PutPlan;
use crate::keeping::said;
use crate::model::{ConsentAnswer, SavedProgramme};
use crate::rules::{self, CONSENT_TWICE, CONSENTS_MISSING, DAY_LATER, NOTHING_PLANNED, RESERVATION_MISSING};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn put_plan(cx: &Write<'_>, input: PutPlan) -> Result<SavedProgramme> {
    let of = store::running(cx, input.programme)?;
    let initiatives = store::initiatives(cx, of.id)?;
    let (plan, cost) = facts::plan(cx, &initiatives)?;
    require(plan != "[]", NOTHING_PLANNED)?;
    require(!input.consents.is_empty(), Refusal::new(CONSENTS_MISSING).at("consents"))?;
    require(input.met_on <= cx.today(), Refusal::new(DAY_LATER).with("day", input.met_on).at("met_on"))?;
    let note = rules::line("note", &input.note)?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS next FROM plan_edition WHERE programme = $1";
    let no: i64 = cx.one(sql, values![of.id], |row| row.get("next"))?;
    cx.run(
        "INSERT INTO plan_edition (programme, no, plan, cost, met_on, note, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![of.id, no, plan.as_str(), cost, input.met_on, note.as_str(), cx.who.id],
    )?;
    for (place, one) in input.consents.iter().enumerate() {
        let twice = input.consents[..place].iter().any(|other| other.partner == one.partner);
        require(!twice, Refusal::new(CONSENT_TWICE).at("consents"))?;
        let name = partners::name_of(cx, one.partner)?;
        let word = rules::line("consents", &one.note)?;
        let missing = one.answer == ConsentAnswer::Reserves && word.is_empty();
        require(!missing, Refusal::new(RESERVATION_MISSING).with("name", name).at("consents"))?;
        let sql = "INSERT INTO plan_consent (programme, edition, partner, answer, note) VALUES ($1, $2, $3, $4, $5)";
        cx.run(sql, values![of.id, no, one.partner, one.answer, word])?;
    }
    said(cx, &of, &json!({ "edition": no, "cost": cost, "note": note }))?;
    Ok(SavedProgramme { programme: of.id })
}

//! The plan as it stands was put before the partners, who answered; another person, or the committee, agrees to that edition.

use crate::inputs::{AnswerPlan, PutPlan};
use crate::keeping::said;
use crate::model::{ConsentAnswer, PlanState, SavedProgramme};
use crate::rules::{
    self, ADDED_ALREADY, CONSENT_TWICE, CONSENTS_MISSING, NOTHING_PLANNED, PLAN_DECIDED, REASON_MISSING,
    RESERVATION_MISSING,
};
use crate::steps::PLAN;
use crate::{facts, store};
use approvals::{Asked, RequestState};
use database::values;
use kernel::id::{ProgrammeId, ProgrammeItemId};
use kernel::{Failure, Refusal, Result, require};
use office::context::{Read, Write};
use serde_json::json;

/// An edition with the programme it belongs to.
pub struct Edition {
    pub id: ProgrammeItemId,
    pub programme: ProgrammeId,
    pub no: i64,
    pub state: PlanState,
}

/// # Errors
/// What the database refuses.
pub fn find(db: &database::Read<'_>, id: ProgrammeItemId) -> Result<Option<Edition>> {
    db.row("SELECT programme, no, state FROM plan_edition WHERE id = $1", values![id], |row| {
        Ok(Edition { id, programme: row.get("programme")?, no: row.get("no")?, state: row.get("state")? })
    })
}

pub fn put_plan(cx: &Write<'_>, input: PutPlan) -> Result<SavedProgramme> {
    let of = store::running(cx, input.programme)?;
    require(find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let (plan, cost) = facts::plan(cx, &store::initiatives(cx, of.id)?)?;
    require(plan != "[]", NOTHING_PLANNED)?;
    require(!input.consents.is_empty(), Refusal::new(CONSENTS_MISSING).at("consents"))?;
    rules::happened("met_on", input.met_on, cx.today())?;
    let note = rules::line("note", &input.note)?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    // An edition that still waits is taken back by the one that takes its place.
    let sql = "SELECT id FROM plan_edition WHERE programme = $1 AND state = 'waiting'";
    if let Some(waits) = cx.row(sql, values![of.id], |row| row.get::<ProgrammeItemId>("id"))? {
        approvals::lapse(cx, &PLAN, *waits.as_bytes(), "")?;
        close(cx, waits, PlanState::Returned, "")?;
    }
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS next FROM plan_edition WHERE programme = $1";
    let no: i64 = cx.one(sql, values![of.id], |row| row.get("next"))?;
    cx.run(
        "INSERT INTO plan_edition (id, programme, no, plan, cost, met_on, note, state, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8)",
        values![input.id, of.id, no, plan.as_str(), cost, input.met_on, note.as_str(), cx.who.id],
    )?;
    for (place, one) in input.consents.iter().enumerate() {
        let twice = input.consents[..place].iter().any(|other| other.partner == one.partner);
        require(!twice, Refusal::new(CONSENT_TWICE).at("consents"))?;
        let name = partners::name_of(cx, one.partner)?;
        let word = rules::line("consents", &one.note)?;
        let missing = one.answer == ConsentAnswer::Reserves && word.is_empty();
        require(!missing, Refusal::new(RESERVATION_MISSING).with("name", name).at("consents"))?;
        let sql = "INSERT INTO plan_consent (edition, partner, answer, note) VALUES ($1, $2, $3, $4)";
        cx.run(sql, values![input.id, one.partner, one.answer, word])?;
    }
    let asked = Asked { subject: *input.id.as_bytes(), amount: Some(cost), reason: &note, ..Asked::default() };
    approvals::ask(cx, &PLAN, &asked)?;
    said(cx, &of, &json!({ "edition": no, "cost": cost, "note": note }))?;
    Ok(SavedProgramme { programme: of.id })
}

fn close(cx: &Write<'_>, id: ProgrammeItemId, state: PlanState, word: &str) -> Result<()> {
    let by = (state == PlanState::Agreed).then_some(cx.who.id);
    let sql = "UPDATE plan_edition SET state = $1, decided_on = $2, decided_by = $3, decision = $4 WHERE id = $5";
    cx.run(sql, values![state, cx.today(), by, word, id]).map(drop)
}

/// An edition that waits; of one that does not, that it was decided.
fn waits(cx: &Read<'_>, id: ProgrammeItemId) -> Result<Edition> {
    let found = find(cx, id)?.ok_or(Failure::not_found("edition"))?;
    require(found.state == PlanState::Waiting, PLAN_DECIDED)?;
    Ok(found)
}

pub fn agree_plan(cx: &Write<'_>, input: AnswerPlan) -> Result<SavedProgramme> {
    let edition = waits(cx, input.edition)?;
    let of = store::running(cx, edition.programme)?;
    let request = approvals::require_waiting(cx, &PLAN, *edition.id.as_bytes())?;
    approvals::may_answer(cx, &PLAN, &request)?;
    let decision = rules::line("said", &input.said)?;
    let request = approvals::answer(cx, &PLAN, &request)?;
    if request.state == RequestState::Approved {
        close(cx, edition.id, PlanState::Agreed, &decision)?;
    }
    cx.passed(store::PROGRAMME, of.id)?;
    said(cx, &of, &json!({ "edition": edition.no, "agreed": decision }))?;
    Ok(SavedProgramme { programme: of.id })
}

/// Whoever put it takes it back, or another person sends it back.
pub fn return_plan(cx: &Write<'_>, input: AnswerPlan) -> Result<SavedProgramme> {
    let edition = waits(cx, input.edition)?;
    let of = store::programme(cx, edition.programme)?;
    let why = rules::said("said", &input.said, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &PLAN, *edition.id.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &PLAN, &request, &why)?;
    } else {
        approvals::send_back(cx, &PLAN, &request, &why)?;
    }
    close(cx, edition.id, PlanState::Returned, &why)?;
    cx.passed(store::PROGRAMME, of.id)?;
    said(cx, &of, &json!({ "edition": edition.no, "returned": why }))?;
    Ok(SavedProgramme { programme: of.id })
}

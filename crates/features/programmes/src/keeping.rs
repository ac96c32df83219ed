//! Programmes are opened, said anew and ended.

use crate::inputs::{AddProgramme, ChangeProgramme, EndProgramme};
use crate::model::{InitiativeState, SavedProgramme};
use crate::phases;
use crate::rules::{self, ADDED_ALREADY, REASON_MISSING};
use crate::store::{self, Programme};
use database::values;
use kernel::arabic::fold;
use kernel::id::ProgrammeId;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

/// The series of programmes' numbers, and the letter they begin with.
const NUMBERS: &str = "programme";
const MARK: char = 'P';

/// A programme is opened, with the five phases it goes through.
pub fn add(cx: &Write<'_>, input: AddProgramme) -> Result<SavedProgramme> {
    require(store::find_programme(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let typed = store::tidy(&input.typed)?;
    let number = store::next_number(cx, NUMBERS, MARK, 2)?;
    cx.run(
        include_str!("sql/insert_programme.sql"),
        values![
            input.id,
            number.as_str(),
            typed.name.as_str(),
            typed.governorate.as_str(),
            typed.vision.as_str(),
            typed.vision_basis.as_str(),
            typed.coverage_percent,
            typed.quorum,
            typed.decision.as_str(),
            cx.today(),
            cx.who.id,
            search(&number, &typed.name, &typed.governorate)
        ],
    )?;
    partners::name_programme(cx, input.id, &typed.name, true)?;
    phases::lay(cx, input.id)?;
    cx.passed(store::PROGRAMME, input.id)?;
    told(cx, None, input.id)?;
    Ok(SavedProgramme { programme: input.id })
}

fn search(number: &str, name: &str, governorate: &str) -> String {
    [number, name, governorate].map(fold).join(" ")
}

/// What a programme says of itself is written anew.
pub fn change(cx: &Write<'_>, input: ChangeProgramme) -> Result<SavedProgramme> {
    let before = store::running(cx, input.id)?;
    let typed = store::tidy(&input.typed)?;
    cx.claim(store::PROGRAMME, input.id, input.version)?;
    cx.run(
        "UPDATE programme SET name = $1, governorate = $2, vision = $3, vision_basis = $4, coverage_percent = $5, quorum = $6, \
         decision = $7, search_fold = $8 WHERE id = $9",
        values![
            typed.name.as_str(),
            typed.governorate.as_str(),
            typed.vision.as_str(),
            typed.vision_basis.as_str(),
            typed.coverage_percent,
            typed.quorum,
            typed.decision.as_str(),
            search(&before.programme_no, &typed.name, &typed.governorate),
            input.id
        ],
    )?;
    partners::name_programme(cx, input.id, &typed.name, true)?;
    told(cx, Some(&before), input.id)?;
    Ok(SavedProgramme { programme: input.id })
}

/// A programme is over: nothing of it runs any more.
pub fn end(cx: &Write<'_>, input: EndProgramme) -> Result<SavedProgramme> {
    let before = store::running(cx, input.id)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let runs = |state: InitiativeState| matches!(state, InitiativeState::Running | InitiativeState::Halted);
    let open = store::initiatives(cx, input.id)?.into_iter().find(|one| runs(one.state));
    if let Some(one) = open {
        return Err(Refusal::new(rules::STILL_RUNNING).with("title", &one.title).into());
    }
    cx.claim(store::PROGRAMME, input.id, input.version)?;
    let sql = "UPDATE programme SET state = 'ended', ended_on = $1, reason = $2 WHERE id = $3";
    cx.run(sql, values![cx.today(), reason.as_str(), input.id])?;
    partners::name_programme(cx, input.id, &before.name, false)?;
    told(cx, Some(&before), input.id)?;
    Ok(SavedProgramme { programme: input.id })
}

/// Tells the trail of a change of a programme.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Programme>, id: ProgrammeId) -> Result<()> {
    let after = store::programme(cx, id)?;
    match before {
        Some(before) => cx.changed(store::PROGRAMME, id, &after.name, before, &after),
        None => cx.changed(store::PROGRAMME, id, &after.name, &(), &after),
    }
}

/// Tells the trail of something kept of a programme.
///
/// # Errors
/// What the database refuses.
pub fn said(cx: &Write<'_>, of: &Programme, after: &serde_json::Value) -> Result<Nothing> {
    cx.changed(store::PROGRAMME, of.id, &of.name, &json!({}), after)?;
    Ok(Nothing {})
}

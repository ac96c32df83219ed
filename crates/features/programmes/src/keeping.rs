//! Programmes are opened, said anew and ended; what there is, what was found and what was promised is kept.

use crate::inputs::{
    AddProgramme, ChangeProgramme, EndProgramme, RemoveProgrammeItem, SaveAsset, SaveFinding, SaveProgrammePromise,
};
use crate::model::{InitiativeState, SavedProgramme};
use crate::rules::{self, ADDED_ALREADY, DAY_LATER, EVIDENCE_MISSING, FINDING_USED, NAME_MISSING, REASON_MISSING};
use crate::store::{self, Programme};
use crate::{phases, store as rows};
use database::values;
use kernel::arabic::fold;
use kernel::id::ProgrammeId;
use kernel::{Failure, Refusal, Result, require};
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
    let after = rows::programme(cx, id)?;
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

/// What there is in the governorate to build on.
pub fn save_asset(cx: &Write<'_>, input: SaveAsset) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let name = rules::said("name", &input.name, NAME_MISSING)?;
    let [owner, capacity, usable] = [
        rules::line("owner", &input.owner)?,
        rules::line("capacity", &input.capacity)?,
        rules::line("usable_for", &input.usable_for)?,
    ];
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run(
        "INSERT INTO programme_asset (id, programme, kind, name, owner, capacity, usable_for) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, owner = excluded.owner, \
         capacity = excluded.capacity, usable_for = excluded.usable_for WHERE programme_asset.programme = excluded.programme",
        values![input.id, of.id, input.kind, name.as_str(), owner, capacity, usable],
    )?;
    said(cx, &of, &json!({ "asset": name }))
}

/// What a study found, with what shows it.
pub fn save_finding(cx: &Write<'_>, input: SaveFinding) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let text = rules::said("text", &input.text, NAME_MISSING)?;
    let evidence = rules::said("evidence", &input.evidence, EVIDENCE_MISSING)?;
    let later = Refusal::new(DAY_LATER).with("day", input.found_on).at("found_on");
    require(input.found_on <= cx.today(), later)?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run(
        "INSERT INTO programme_finding (id, programme, domain, text, severity, evidence, found_on, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET domain = excluded.domain, text = excluded.text, \
         severity = excluded.severity, evidence = excluded.evidence, found_on = excluded.found_on \
         WHERE programme_finding.programme = excluded.programme",
        values![
            input.id,
            of.id,
            input.domain,
            text.as_str(),
            input.severity,
            evidence.as_str(),
            input.found_on,
            cx.who.id
        ],
    )?;
    said(cx, &of, &json!({ "finding": text, "evidence": evidence }))
}

/// An asset that was written by mistake.
pub fn remove_asset(cx: &Write<'_>, input: RemoveProgrammeItem) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let sql = "SELECT name FROM programme_asset WHERE id = $1 AND programme = $2 AND removed_on IS NULL";
    let name: Option<String> = cx.row(sql, values![input.id, of.id], |row| row.get("name"))?;
    let name = name.ok_or(Failure::not_found("asset"))?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run("UPDATE programme_asset SET removed_on = $1 WHERE id = $2", values![cx.today(), input.id])?;
    said(cx, &of, &json!({ "asset_removed": name }))
}

/// A finding that was written by mistake, and that nothing is built on.
pub fn remove_finding(cx: &Write<'_>, input: RemoveProgrammeItem) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let sql = "SELECT text FROM programme_finding WHERE id = $1 AND programme = $2 AND removed_on IS NULL";
    let text: Option<String> = cx.row(sql, values![input.id, of.id], |row| row.get("text"))?;
    let text = text.ok_or(Failure::not_found("finding"))?;
    let built = store::initiatives(cx, of.id)?.into_iter().find(|one| one.finding == Some(input.id));
    if let Some(one) = built {
        return Err(Refusal::new(FINDING_USED).with("title", &one.title).into());
    }
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run("UPDATE programme_finding SET removed_on = $1 WHERE id = $2", values![cx.today(), input.id])?;
    said(cx, &of, &json!({ "finding_removed": text }))
}

/// What the programme promised to reach by a year, or has reached.
pub fn save_promise(cx: &Write<'_>, input: SaveProgrammePromise) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let text = rules::said("text", &input.text, NAME_MISSING)?;
    rules::year(input.year)?;
    let evidence = rules::line("evidence", &input.evidence)?;
    if let Some(reached) = input.reached_on {
        require(reached <= cx.today(), Refusal::new(DAY_LATER).with("day", reached).at("reached_on"))?;
        require(!evidence.is_empty(), Refusal::new(EVIDENCE_MISSING).at("evidence"))?;
    }
    let evidence = if input.reached_on.is_some() { evidence } else { String::new() };
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run(
        "INSERT INTO programme_promise (id, programme, text, year, reached_on, evidence) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (id) DO UPDATE SET text = excluded.text, year = excluded.year, reached_on = excluded.reached_on, \
         evidence = excluded.evidence WHERE programme_promise.programme = excluded.programme",
        values![input.id, of.id, text.as_str(), input.year, input.reached_on, evidence],
    )?;
    said(cx, &of, &json!({ "promise": text, "year": input.year }))
}

//! What is kept of a programme beside its plan: what there is to build on, what was found, what was promised by a year, and where
//! residents took part.

use crate::inputs::{RemoveProgrammeItem, SaveAsset, SaveFinding, SaveGathering, SaveProgrammePromise};
use crate::keeping::said;
use crate::rules::{
    self, EVIDENCE_MISSING, FINDING_USED, NAME_MISSING, PEOPLE_MISSING, STUDY_TWICE, STUDY_UNKNOWN, WOMEN,
};
use crate::store::{self, Programme};
use database::values;
use kernel::id::FindingId;
use kernel::{Failure, Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;
use serde_json::json;

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
    rules::happened("found_on", input.found_on, cx.today())?;
    if let Some(study) = input.study {
        taken(cx, &of, &input, study)?;
    }
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run(
        "INSERT INTO programme_finding (id, programme, domain, text, severity, evidence, found_on, recorded_by, study) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO UPDATE SET domain = excluded.domain, text = excluded.text, \
         severity = excluded.severity, evidence = excluded.evidence, found_on = excluded.found_on, \
         study = excluded.study WHERE programme_finding.programme = excluded.programme",
        values![
            input.id,
            of.id,
            input.domain,
            text.as_str(),
            input.severity,
            evidence.as_str(),
            input.found_on,
            cx.who.id,
            input.study
        ],
    )?;
    said(cx, &of, &json!({ "finding": text, "evidence": evidence }))
}

/// A finding of a questionnaire that stands, and that nothing of this programme was taken from yet.
fn taken(cx: &Read<'_>, of: &Programme, input: &SaveFinding, study: FindingId) -> Result<()> {
    let sql = "SELECT stands FROM study_finding_known WHERE id = $1";
    let stands: Option<bool> = cx.row(sql, values![study], |row| row.get("stands"))?;
    require(stands == Some(true), Refusal::new(STUDY_UNKNOWN).at("study"))?;
    let sql =
        "SELECT text FROM programme_finding WHERE programme = $1 AND study = $2 AND id <> $3 AND removed_on IS NULL";
    let other: Option<String> = cx.row(sql, values![of.id, study, input.id], |row| row.get("text"))?;
    match other {
        Some(text) => Err(Refusal::new(STUDY_TWICE).with("text", text).at("study").into()),
        None => Ok(()),
    }
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
        rules::happened("reached_on", reached, cx.today())?;
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

/// Where residents took part, and how many.
pub fn save_gathering(cx: &Write<'_>, input: SaveGathering) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let text = rules::said("text", &input.text, NAME_MISSING)?;
    let outcome = rules::line("outcome", &input.outcome)?;
    rules::happened("day", input.day, cx.today())?;
    require((1..=1_000_000).contains(&input.people), Refusal::new(PEOPLE_MISSING).at("people"))?;
    let women = input.women.is_none_or(|women| (0..=input.people).contains(&women));
    require(women, Refusal::new(WOMEN).at("women"))?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run(
        "INSERT INTO programme_gathering (id, programme, form, stage, text, outcome, day, people, women, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO UPDATE SET form = excluded.form, \
         stage = excluded.stage, text = excluded.text, outcome = excluded.outcome, day = excluded.day, people = excluded.people, \
         women = excluded.women WHERE programme_gathering.programme = excluded.programme",
        values![
            input.id,
            of.id,
            input.form,
            input.stage,
            text.as_str(),
            outcome,
            input.day,
            input.people,
            input.women,
            cx.who.id
        ],
    )?;
    said(cx, &of, &json!({ "gathering": text, "people": input.people }))
}

/// A gathering that was written by mistake.
pub fn remove_gathering(cx: &Write<'_>, input: RemoveProgrammeItem) -> Result<Nothing> {
    let of = store::running(cx, input.programme)?;
    let sql = "SELECT text FROM programme_gathering WHERE id = $1 AND programme = $2 AND removed_on IS NULL";
    let text: Option<String> = cx.row(sql, values![input.id, of.id], |row| row.get("text"))?;
    let text = text.ok_or(Failure::not_found("gathering"))?;
    cx.claim(store::PROGRAMME, of.id, input.version)?;
    cx.run("UPDATE programme_gathering SET removed_on = $1 WHERE id = $2", values![cx.today(), input.id])?;
    said(cx, &of, &json!({ "gathering_removed": text }))
}

//! The tree of results with its indicators, and what was measured; a measurement counts once another person approved it.

use crate::inputs::{EnterReading, SaveIndicator, SetResults, WhichReading};
use crate::facts;
use crate::model::{IndicatorKind, InitiativeIndicator, InitiativeState, SavedInitiative};
use crate::rules::{
    self, BASELINE_DAY, DAY_LATER, INDICATOR_TEXT, NAME_MISSING, OWN_READING, READING_STAYS, RESULT_UNKNOWN, RESULT_USED, STEP,
    TARGET_MISSING, TARGET_SAME, TARGET_WAY, VALUE,
};
use crate::store::{self, Initiative};
use database::values;
use kernel::id::{IndicatorId, InitiativeId};
use kernel::{Failure, Refusal, Result, require};
use measures::Decimal;
use office::context::{Read, Write};
use serde_json::json;

fn open(cx: &Read<'_>, id: InitiativeId) -> Result<Initiative> {
    let one = store::initiative(cx, id)?;
    store::running(cx, one.programme)?;
    let over = matches!(one.state, InitiativeState::Cancelled);
    require(!over, Refusal::new(STEP).with("number", &one.initiative_no))?;
    Ok(one)
}

fn said(cx: &Write<'_>, of: &Initiative, after: &serde_json::Value) -> Result<SavedInitiative> {
    cx.changed(store::INITIATIVE, of.id, &of.initiative_no, &json!({}), after)?;
    cx.record_changed(store::subject(of.id))?;
    Ok(SavedInitiative { initiative: of.id, initiative_no: of.initiative_no.clone() })
}

/// The whole tree is written anew; a result whose indicators were measured stays in it.
pub fn set_results(cx: &Write<'_>, input: SetResults) -> Result<SavedInitiative> {
    let of = open(cx, input.id)?;
    rules::tree(&input.results)?;
    let before = facts::results(cx, of.id)?;
    let indicators = facts::measured(cx, of.id, cx.today())?;
    for gone in before.iter().filter(|one| input.results.iter().all(|typed| typed.id != one.id)) {
        let used = indicators.iter().any(|one| one.result == gone.id);
        require(!used, Refusal::new(RESULT_USED).with("text", &gone.text).at("results"))?;
    }
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    for gone in before.iter().rev().filter(|one| input.results.iter().all(|typed| typed.id != one.id)) {
        cx.run("DELETE FROM indicator WHERE result = $1 AND removed_on IS NOT NULL", values![gone.id])?;
        cx.run("UPDATE initiative_result SET parent = $1, level = 'impact' WHERE parent = $2", values![None::<kernel::id::ResultId>, gone.id])?;
        cx.run("DELETE FROM initiative_result WHERE id = $1", values![gone.id])?;
    }
    for (place, one) in (1_i64..).zip(&input.results) {
        let text = rules::said("results", &one.text, NAME_MISSING)?;
        let (assumption, mechanism) =
            (rules::line("results", &one.assumption)?, rules::line("results", &one.mechanism)?);
        cx.run(
            "INSERT INTO initiative_result (id, initiative, parent, level, place, text, assumption, mechanism) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, \
             level = excluded.level, place = excluded.place, text = excluded.text, assumption = excluded.assumption, \
             mechanism = excluded.mechanism WHERE initiative_result.initiative = excluded.initiative",
            values![one.id, of.id, one.parent, one.level, place, text, assumption, mechanism],
        )?;
    }
    let tree: Vec<&str> = input.results.iter().map(|one| one.text.as_str()).collect();
    said(cx, &of, &json!({ "results": tree }))
}

fn indicator(cx: &Read<'_>, of: InitiativeId, id: IndicatorId) -> Result<Option<InitiativeIndicator>> {
    Ok(facts::measured(cx, of, cx.today())?.into_iter().find(|one| one.id == id))
}

/// An indicator of a result: where it stands, where it is to go, and how that is seen.
pub fn save_indicator(cx: &Write<'_>, input: SaveIndicator) -> Result<SavedInitiative> {
    let of = open(cx, input.initiative)?;
    let result = facts::results(cx, of.id)?.into_iter().any(|one| one.id == input.result);
    require(result, Refusal::new(RESULT_UNKNOWN).at("result"))?;
    let text = rules::said("text", &input.text, INDICATOR_TEXT)?;
    let baseline = rules::value("baseline", input.kind, &input.baseline)?;
    let target = rules::value("target", input.kind, &input.target)?;
    require(!target.is_empty(), Refusal::new(TARGET_MISSING).at("target"))?;
    let baseline_on = input.baseline_on.filter(|_| !baseline.is_empty());
    require(baseline.is_empty() == baseline_on.is_none(), Refusal::new(BASELINE_DAY).at("baseline_on"))?;
    if let Some(on) = baseline_on {
        require(on <= cx.today(), Refusal::new(DAY_LATER).with("day", on).at("baseline_on"))?;
    }
    direction(input.kind, &baseline, &target)?;
    let before = indicator(cx, of.id, input.id)?;
    let measured = before.as_ref().is_some_and(|one| !one.readings.is_empty());
    // What was measured was measured against what it was said to be.
    let same = before.as_ref().is_none_or(|one| (one.kind, one.result) == (input.kind, input.result));
    require(!measured || same, READING_STAYS)?;
    cx.claim(store::INITIATIVE, of.id, input.version)?;
    cx.run(
        include_str!("sql/save_indicator.sql"),
        values![
            input.id,
            input.result,
            text.as_str(),
            rules::line("unit", &input.unit)?,
            input.kind,
            baseline.as_str(),
            baseline_on,
            target.as_str(),
            rules::line("source", &input.source)?,
            input.frequency,
            rules::line("disaggregation", &input.disaggregation)?
        ],
    )?;
    said(cx, &of, &json!({ "indicator": text, "baseline": baseline, "target": target }))
}

fn direction(kind: IndicatorKind, baseline: &str, target: &str) -> Result<()> {
    if kind == IndicatorKind::YesNo || baseline.is_empty() {
        return Ok(());
    }
    let number = |text: &str, field| text.parse::<Decimal>().map_err(|_| Refusal::new(VALUE).at(field));
    let (from, to) = (number(baseline, "baseline")?, number(target, "target")?);
    require(from != to, Refusal::new(TARGET_SAME).at("target"))?;
    require((to > from) == (kind == IndicatorKind::Increase), Refusal::new(TARGET_WAY).at("target"))
}

/// What was measured in a period.
pub fn enter_reading(cx: &Write<'_>, input: EnterReading) -> Result<SavedInitiative> {
    let of = open(cx, input.initiative)?;
    let one = indicator(cx, of.id, input.indicator)?.ok_or(Failure::not_found("indicator"))?;
    rules::span(Some(input.from), Some(input.to), "to")?;
    require(input.to <= cx.today(), Refusal::new(DAY_LATER).with("day", input.to).at("to"))?;
    let actual = rules::value("actual", one.kind, &input.actual)?;
    require(!actual.is_empty(), Refusal::new(VALUE).at("actual"))?;
    let target = rules::value("target", one.kind, &input.target)?;
    direction(one.kind, &one.baseline, if target.is_empty() { &one.target } else { &target })?;
    let narrative = rules::line("narrative", &input.narrative)?;
    cx.claim(store::INITIATIVE, of.id, input.version)?;
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS next FROM indicator_reading WHERE indicator = $1";
    let no: i64 = cx.one(sql, values![one.id], |row| row.get("next"))?;
    cx.run(
        "INSERT INTO indicator_reading (indicator, no, from_day, to_day, target, actual, narrative, entered_by, entered_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            one.id,
            no,
            input.from,
            input.to,
            target,
            actual.as_str(),
            narrative,
            cx.who.id,
            cx.today()
        ],
    )?;
    said(cx, &of, &json!({ "indicator": one.text, "actual": actual, "to": input.to }))
}

/// Another person than who measured says that it counts.
pub fn approve_reading(cx: &Write<'_>, input: WhichReading) -> Result<SavedInitiative> {
    let (of, one, reading) = reading(cx, &input)?;
    require(reading.approved_on.is_none(), READING_STAYS)?;
    require(reading.entered_by != cx.who.id, OWN_READING)?;
    cx.claim(store::INITIATIVE, of.id, input.version)?;
    let sql = "UPDATE indicator_reading SET approved_by = $1, approved_on = $2 WHERE indicator = $3 AND no = $4";
    cx.run(sql, values![cx.who.id, cx.today(), one.id, reading.no])?;
    said(cx, &of, &json!({ "indicator": one.text, "approved": reading.actual }))
}

/// A measurement that does not count yet was wrong.
pub fn drop_reading(cx: &Write<'_>, input: WhichReading) -> Result<SavedInitiative> {
    let (of, one, reading) = reading(cx, &input)?;
    require(reading.approved_on.is_none(), READING_STAYS)?;
    cx.claim(store::INITIATIVE, of.id, input.version)?;
    cx.run("DELETE FROM indicator_reading WHERE indicator = $1 AND no = $2", values![one.id, reading.no])?;
    said(cx, &of, &json!({ "indicator": one.text, "dropped": reading.actual }))
}

fn reading(
    cx: &Read<'_>,
    input: &WhichReading,
) -> Result<(Initiative, InitiativeIndicator, crate::model::IndicatorReading)> {
    let of = open(cx, input.initiative)?;
    let one = indicator(cx, of.id, input.indicator)?.ok_or(Failure::not_found("indicator"))?;
    let found = one.readings.iter().find(|reading| reading.no == input.no).cloned();
    let found = found.ok_or(Failure::not_found("reading"))?;
    Ok((of, one, found))
}

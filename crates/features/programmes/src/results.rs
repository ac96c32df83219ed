//! The tree of results with its indicators: where each stands, where it is to go by when.

use crate::inputs::{SaveIndicator, SetResults, TypedIndicatorPeriod, WhichIndicator};
use crate::measuring;
use crate::model::{IndicatorKind, InitiativeIndicator, InitiativeState, SavedInitiative};
use crate::rules::{
    self, BASELINE_DAY, INDICATOR_MEASURED, INDICATOR_TEXT, NAME_MISSING, PERIOD_KEPT, PERIODS, READING_STAYS,
    RESULT_UNKNOWN, RESULT_USED, STEP, TARGET_MISSING, TARGET_SAME, TARGET_WAY, VALUE,
};
use crate::store::{self, Initiative};
use database::values;
use kernel::id::{IndicatorId, InitiativeId, ResultId};
use kernel::{Failure, Refusal, Result, require};
use measures::Decimal;
use office::context::{Read, Write};
use serde_json::json;

/// An initiative whose results may be written.
///
/// # Errors
/// Not found; cancelled; its programme has ended.
pub fn open(cx: &Read<'_>, id: InitiativeId) -> Result<Initiative> {
    let one = store::initiative(cx, id)?;
    store::running(cx, one.programme)?;
    let over = matches!(one.state, InitiativeState::Cancelled);
    require(!over, Refusal::new(STEP).with("number", &one.initiative_no))?;
    Ok(one)
}

/// Tells the trail of something of an initiative.
///
/// # Errors
/// What the database refuses.
pub fn said(cx: &Write<'_>, of: &Initiative, after: &serde_json::Value) -> Result<SavedInitiative> {
    cx.changed(store::INITIATIVE, of.id, &of.initiative_no, &json!({}), after)?;
    cx.record_changed(store::subject(of.id))?;
    Ok(SavedInitiative { initiative: of.id, initiative_no: of.initiative_no.clone() })
}

/// The whole tree is written anew; a result whose indicators were measured stays in it.
pub fn set_results(cx: &Write<'_>, input: SetResults) -> Result<SavedInitiative> {
    let of = open(cx, input.id)?;
    rules::tree(&input.results)?;
    let before = measuring::results(cx, of.id)?;
    let indicators = measuring::measured(cx, of.id, cx.today())?;
    for gone in before.iter().filter(|one| input.results.iter().all(|typed| typed.id != one.id)) {
        let used = indicators.iter().any(|one| one.result == gone.id) || once_measured(cx, gone.id)?;
        require(!used, Refusal::new(RESULT_USED).with("text", &gone.text).at("results"))?;
    }
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    for gone in before.iter().rev().filter(|one| input.results.iter().all(|typed| typed.id != one.id)) {
        // What hung on it hangs on nothing until the tree is written below.
        let sql = "UPDATE initiative_result SET parent = NULL, level = 'impact' WHERE parent = $1";
        cx.run(sql, values![gone.id])?;
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

/// Whether an indicator hung on a result that was taken out since.
fn once_measured(cx: &Read<'_>, result: ResultId) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM indicator WHERE result = $1";
    Ok(cx.row(sql, values![result], |_| Ok(()))?.is_some())
}

/// # Errors
/// What the database refuses.
pub fn indicator(cx: &Read<'_>, of: InitiativeId, id: IndicatorId) -> Result<Option<InitiativeIndicator>> {
    Ok(measuring::measured(cx, of, cx.today())?.into_iter().find(|one| one.id == id))
}

/// An indicator of a result: where it stands, where it is to go, and how that is seen.
pub fn save_indicator(cx: &Write<'_>, input: SaveIndicator) -> Result<SavedInitiative> {
    let of = open(cx, input.initiative)?;
    let result = measuring::results(cx, of.id)?.into_iter().any(|one| one.id == input.result);
    require(result, Refusal::new(RESULT_UNKNOWN).at("result"))?;
    let text = rules::said("text", &input.text, INDICATOR_TEXT)?;
    let baseline = rules::value("baseline", input.kind, &input.baseline)?;
    let target = rules::value("target", input.kind, &input.target)?;
    require(!target.is_empty(), Refusal::new(TARGET_MISSING).at("target"))?;
    let baseline_on = input.baseline_on.filter(|_| !baseline.is_empty());
    require(baseline.is_empty() == baseline_on.is_none(), Refusal::new(BASELINE_DAY).at("baseline_on"))?;
    if let Some(on) = baseline_on {
        rules::happened("baseline_on", on, cx.today())?;
    }
    direction(input.kind, &baseline, &target)?;
    let before = indicator(cx, of.id, input.id)?;
    let sql = "SELECT r.initiative FROM indicator i JOIN initiative_result r ON r.id = i.result WHERE i.id = $1";
    let other = cx.row(sql, values![input.id], |row| row.get::<InitiativeId>("initiative"))?;
    require(other.is_none_or(|other| other == of.id), RESULT_UNKNOWN)?;
    let measured = before.as_ref().is_some_and(|one| !one.readings.is_empty());
    // What was measured was measured against what it was said to be.
    let same = before.as_ref().is_none_or(|one| (one.kind, one.result) == (input.kind, input.result));
    require(!measured || same, READING_STAYS)?;
    let periods = periods(&input, &baseline)?;
    if let Some(before) = &before {
        // What was measured by its end stays a period.
        let kept = |to| periods.iter().any(|one| one.ends == to);
        let lost = before.periods.iter().find(|one| one.measured && !kept(one.to));
        require(lost.is_none(), Refusal::new(PERIOD_KEPT).at("periods"))?;
    }
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
            input.by_sex,
            input.by_place,
            input.by_class
        ],
    )?;
    cx.run("DELETE FROM indicator_period WHERE indicator = $1", values![input.id])?;
    for one in &periods {
        let sql = "INSERT INTO indicator_period (indicator, from_day, to_day, target) VALUES ($1, $2, $3, $4)";
        cx.run(sql, values![input.id, one.starts, one.ends, one.target.as_str()])?;
    }
    said(cx, &of, &json!({ "indicator": text, "baseline": baseline, "target": target }))
}

/// Periods follow one another, each with a target on the right side of the baseline.
fn periods(input: &SaveIndicator, baseline: &str) -> Result<Vec<TypedIndicatorPeriod>> {
    let mut all: Vec<TypedIndicatorPeriod> = Vec::new();
    for one in &input.periods {
        rules::span(Some(one.starts), Some(one.ends), "periods")?;
        let after = all.last().is_none_or(|last| last.ends < one.starts);
        require(after, Refusal::new(PERIODS).at("periods"))?;
        let target = rules::value("periods", input.kind, &one.target)?;
        require(!target.is_empty(), Refusal::new(TARGET_MISSING).at("periods"))?;
        direction(input.kind, baseline, &target)?;
        all.push(TypedIndicatorPeriod { target, ..one.clone() });
    }
    Ok(all)
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

/// An indicator nothing was measured of was written by mistake.
pub fn remove_indicator(cx: &Write<'_>, input: WhichIndicator) -> Result<SavedInitiative> {
    let of = open(cx, input.initiative)?;
    let one = indicator(cx, of.id, input.indicator)?.ok_or(Failure::not_found("indicator"))?;
    require(one.readings.is_empty(), INDICATOR_MEASURED)?;
    cx.claim(store::INITIATIVE, of.id, input.version)?;
    cx.run("DELETE FROM indicator_period WHERE indicator = $1", values![one.id])?;
    cx.run("DELETE FROM indicator WHERE id = $1", values![one.id])?;
    said(cx, &of, &json!({ "indicator_removed": one.text }))
}

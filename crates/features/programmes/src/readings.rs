//! What was measured; it counts once another person approved it.

use crate::inputs::{EnterReading, WhichReading};
use crate::model::{IndicatorPart, IndicatorReading, InitiativeIndicator, PartDimension, SavedInitiative};
use crate::results::{indicator, open, said};
use crate::rules::{self, MEASURED_ALREADY, OWN_READING, PARTS, READING_STAYS, VALUE};
use crate::store::{self, Initiative};
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::{Read, Write};
use serde_json::json;

/// What was measured in a period.
pub fn enter_reading(cx: &Write<'_>, input: EnterReading) -> Result<SavedInitiative> {
    let of = open(cx, input.initiative)?;
    let one = indicator(cx, of.id, input.indicator)?.ok_or(Failure::not_found("indicator"))?;
    rules::span(Some(input.from), Some(input.to), "to")?;
    rules::happened("to", input.to, cx.today())?;
    let known = one.readings.iter().any(|reading| reading.to == input.to);
    require(!known, Refusal::new(MEASURED_ALREADY).with("day", input.to).at("to"))?;
    let actual = rules::value("actual", one.kind, &input.actual)?;
    require(!actual.is_empty(), Refusal::new(VALUE).at("actual"))?;
    // Its target is that of its period.
    let target = one.periods.iter().find(|period| period.to == input.to).map(|period| period.target.clone());
    let parts = parts(&one, &input.parts)?;
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
            target.unwrap_or_default(),
            actual.as_str(),
            narrative,
            cx.who.id,
            cx.today()
        ],
    )?;
    for part in &parts {
        let sql = "INSERT INTO indicator_part (indicator, reading, dimension, part, value) VALUES ($1, $2, $3, $4, $5)";
        cx.run(sql, values![one.id, no, part.dimension, part.part.as_str(), part.value.as_str()])?;
    }
    said(cx, &of, &json!({ "indicator": one.text, "actual": actual, "to": input.to }))
}

/// Values of groups, of the kinds the indicator is told apart by.
fn parts(one: &InitiativeIndicator, typed: &[IndicatorPart]) -> Result<Vec<IndicatorPart>> {
    let mut all: Vec<IndicatorPart> = Vec::new();
    for part in typed {
        let asked = match part.dimension {
            PartDimension::Sex => one.by_sex && matches!(part.part.as_str(), "male" | "female"),
            PartDimension::Place => one.by_place,
            PartDimension::Class => one.by_class,
        };
        let name = rules::line("parts", &part.part)?;
        let twice = all.iter().any(|other| (other.dimension, &other.part) == (part.dimension, &name));
        let value = rules::value("parts", one.kind, &part.value)?;
        let fits = asked && !twice && !name.is_empty() && !value.is_empty();
        require(fits, Refusal::new(PARTS).at("parts"))?;
        all.push(IndicatorPart { dimension: part.dimension, part: name, value });
    }
    Ok(all)
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
    cx.run("DELETE FROM indicator_part WHERE indicator = $1 AND reading = $2", values![one.id, reading.no])?;
    cx.run("DELETE FROM indicator_reading WHERE indicator = $1 AND no = $2", values![one.id, reading.no])?;
    said(cx, &of, &json!({ "indicator": one.text, "dropped": reading.actual }))
}

fn reading(cx: &Read<'_>, input: &WhichReading) -> Result<(Initiative, InitiativeIndicator, IndicatorReading)> {
    let of = open(cx, input.initiative)?;
    let one = indicator(cx, of.id, input.indicator)?.ok_or(Failure::not_found("indicator"))?;
    let found = one.readings.iter().find(|reading| reading.no == input.no).cloned();
    let found = found.ok_or(Failure::not_found("reading"))?;
    Ok((of, one, found))
}

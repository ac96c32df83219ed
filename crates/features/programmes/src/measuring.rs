//! The tree of results with its indicators, and how far each has come on a day, as `measures` says it.

use crate::model::{
    IndicatorKind, IndicatorPart, IndicatorPeriod, IndicatorReading, InitiativeIndicator, InitiativeResult,
};
use database::{Read, values};
use kernel::id::{IndicatorId, InitiativeId};
use kernel::{Day, Result};
use measures::indicators::{self, Measure, Measured, PeriodReading, Readings};
use measures::{Decimal, Settings};
use std::collections::BTreeMap;

/// In the order the tree is read.
///
/// # Errors
/// What the database refuses.
pub fn results(db: &Read<'_>, id: InitiativeId) -> Result<Vec<InitiativeResult>> {
    let sql = "SELECT id, parent, level, text, assumption, mechanism FROM initiative_result WHERE initiative = $1 ORDER BY place";
    db.rows(sql, values![id], |row| {
        Ok(InitiativeResult {
            id: row.get("id")?,
            parent: row.get("parent")?,
            level: row.get("level")?,
            text: row.get("text")?,
            assumption: row.get("assumption")?,
            mechanism: row.get("mechanism")?,
        })
    })
}

/// The indicators of an initiative with how far each has come on a day.
///
/// # Errors
/// What the database refuses; a value that is none.
pub fn measured(db: &Read<'_>, id: InitiativeId, on: Day) -> Result<Vec<InitiativeIndicator>> {
    let mut parts: BTreeMap<(IndicatorId, i64), Vec<IndicatorPart>> = BTreeMap::new();
    for (reading, part) in db.rows(include_str!("sql/parts.sql"), values![id], |row| {
        let part = IndicatorPart { dimension: row.get("dimension")?, part: row.get("part")?, value: row.get("value")? };
        Ok(((row.get::<IndicatorId>("indicator")?, row.get::<i64>("reading")?), part))
    })? {
        parts.entry(reading).or_default().push(part);
    }
    let mut readings: BTreeMap<IndicatorId, Vec<IndicatorReading>> = BTreeMap::new();
    for (indicator, mut reading) in db.rows(include_str!("sql/readings.sql"), values![id], |row| {
        let reading = IndicatorReading {
            no: row.get("no")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            target: row.get("target")?,
            actual: row.get("actual")?,
            narrative: row.get("narrative")?,
            entered_by: row.get("entered_by")?,
            entered_by_name: row.get("entered_by_name")?,
            approved_by_name: row.get("approved_by_name")?,
            approved_on: row.get("approved_on")?,
            parts: Vec::new(),
        };
        Ok((row.get::<IndicatorId>("indicator")?, reading))
    })? {
        reading.parts = parts.remove(&(indicator, reading.no)).unwrap_or_default();
        readings.entry(indicator).or_default().push(reading);
    }
    let mut periods: BTreeMap<IndicatorId, Vec<IndicatorPeriod>> = BTreeMap::new();
    for (indicator, period) in db.rows(include_str!("sql/periods.sql"), values![id], |row| {
        let (from, to, target) = (row.get("from_day")?, row.get("to_day")?, row.get("target")?);
        Ok((
            row.get::<IndicatorId>("indicator")?,
            IndicatorPeriod { from, to, target, measured: false, overdue: false },
        ))
    })? {
        periods.entry(indicator).or_default().push(period);
    }
    let mut all = db.rows(include_str!("sql/indicators.sql"), values![id], |row| {
        Ok(InitiativeIndicator {
            id: row.get("id")?,
            result: row.get("result")?,
            text: row.get("text")?,
            unit: row.get("unit")?,
            kind: row.get("kind")?,
            baseline: row.get("baseline")?,
            baseline_on: row.get("baseline_on")?,
            target: row.get("target")?,
            source: row.get("source")?,
            frequency: row.get("frequency")?,
            by_sex: row.get("by_sex")?,
            by_place: row.get("by_place")?,
            by_class: row.get("by_class")?,
            actual: String::new(),
            percent: None,
            light: indicators::Light::Grey,
            periods: Vec::new(),
            readings: Vec::new(),
        })
    })?;
    for one in &mut all {
        one.readings = readings.remove(&one.id).unwrap_or_default();
        one.periods = periods.remove(&one.id).unwrap_or_default();
        for period in &mut one.periods {
            period.measured = one.readings.iter().any(|reading| reading.to == period.to);
            period.overdue = !period.measured && period.to < on;
        }
        let achieved = indicators::achievement(&measure(one, on)?, on, &Settings::default());
        if let Ok(achieved) = achieved {
            (one.percent, one.light) = (achieved.percent, achieved.light);
        }
        let counts = |reading: &&IndicatorReading| counts(reading, on) && reading.to <= on;
        let latest = one.readings.iter().filter(counts).max_by_key(|reading| (reading.to, reading.from));
        one.actual = latest.map(|reading| reading.actual.clone()).unwrap_or_default();
    }
    Ok(all)
}

/// Whether a measurement counted on a day: approved by then.
fn counts(reading: &IndicatorReading, on: Day) -> bool {
    reading.approved_on.is_some_and(|approved| approved <= on)
}

/// Whether it is known where an indicator began; a question of yes and no begins nowhere.
pub fn has_baseline(one: &InitiativeIndicator) -> bool {
    one.kind == IndicatorKind::YesNo || !one.baseline.is_empty()
}

/// Periods that are over and were not measured.
pub fn unmeasured(one: &InitiativeIndicator) -> i64 {
    i64::try_from(one.periods.iter().filter(|period| period.overdue).count()).unwrap_or(0)
}

fn decimal(text: &str) -> Result<Option<Decimal>> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some) }
}

fn answer(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// An indicator as `measures` looks at it.
pub(crate) fn measure(one: &InitiativeIndicator, on: Day) -> Result<Measure> {
    if one.kind == IndicatorKind::YesNo {
        let period = |reading: &IndicatorReading| PeriodReading {
            from: reading.from,
            to: reading.to,
            target: answer(&reading.target),
            actual: answer(&reading.actual),
            approved: counts(reading, on),
        };
        let measured = Measured::ByPeriod(one.readings.iter().map(period).collect());
        return Ok(Measure::YesNo(Readings { target: answer(&one.target), measured }));
    }
    let period = |reading: &IndicatorReading| {
        Ok(PeriodReading {
            from: reading.from,
            to: reading.to,
            target: decimal(&reading.target)?,
            actual: decimal(&reading.actual)?,
            approved: counts(reading, on),
        })
    };
    let measured = Measured::ByPeriod(one.readings.iter().map(period).collect::<Result<_>>()?);
    let readings = Readings { target: decimal(&one.target)?, measured };
    let baseline = decimal(&one.baseline)?;
    Ok(match one.kind {
        IndicatorKind::Decrease => Measure::Decrease { baseline, readings },
        _ => Measure::Increase { baseline, readings },
    })
}

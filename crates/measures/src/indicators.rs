//! Indicators of a programme: how far each has come, and its light (K20).

use crate::portion::percent;
use crate::refusals::{DATES, DIRECTION, TARGET, TARGET_EQUALS_BASELINE};
use crate::{Decimal, Period, Refused, Settings};
use kernel::{Day, Refusal};
use serde::Serialize;

/// What is measured, and where it is to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A number that is to grow.
    Increase { baseline: Option<Decimal>, readings: Readings<Decimal> },
    /// A number that is to fall.
    Decrease { baseline: Option<Decimal>, readings: Readings<Decimal> },
    /// A question of yes and no.
    YesNo(Readings<bool>),
}

/// The target of an indicator and what was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readings<T> {
    /// The target of the whole; a period may have its own.
    pub target: Option<T>,
    pub measured: Measured<T>,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measured<T> {
    /// The present value, as far as it is known.
    Now(Option<T>),
    /// One value for each period.
    ByPeriod(Vec<PeriodReading<T>>),
}

/// A measurement of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodReading<T> {
    pub from: Day,
    pub to: Day,
    pub target: Option<T>,
    pub actual: Option<T>,
    /// Only approved measurements count.
    pub approved: bool,
}

/// The light of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "IndicatorLight")]
pub enum Light {
    Green,
    Amber,
    Red,
    /// No data.
    Grey,
}

impl Light {
    /// The light of a shown per cent.
    pub fn of(percent: Option<i64>, settings: &Settings) -> Self {
        match percent {
            None => Self::Grey,
            Some(percent) if percent >= settings.green_percent => Self::Green,
            Some(percent) if percent >= settings.amber_percent => Self::Amber,
            Some(_) => Self::Red,
        }
    }
}

/// How far an indicator has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "IndicatorAchievement")]
pub struct Achievement {
    /// 100·(actual − baseline) ÷ (target − baseline), whole and not cut: below 0 when it went the wrong way. None without
    /// a baseline or a measurement.
    #[ts(type = "number | null")]
    pub percent: Option<i64>,
    pub light: Light,
}

/// How far an indicator had come on a day: by its present value, or by the latest approved period with a value that ended
/// by then, whose own target goes before the indicator's.
///
/// # Errors
/// Refused without a target, when a target equals the baseline or lies on the wrong side of it, and when a period ends
/// before it begins.
pub fn achievement(measure: &Measure, on: Day, settings: &Settings) -> Result<Achievement, Refused> {
    let mut refusals = Vec::new();
    let percent = match measure {
        Measure::YesNo(readings) => {
            let (target, actual) = readings.looked_at(on, &mut refusals);
            target.zip(actual).map(|(target, actual)| if target == actual { 100 } else { 0 })
        }
        Measure::Increase { baseline, readings } => number(*baseline, readings, false, on, &mut refusals),
        Measure::Decrease { baseline, readings } => number(*baseline, readings, true, on, &mut refusals),
    };
    Refused::unless_none(refusals)?;
    Ok(Achievement { percent, light: Light::of(percent, settings) })
}

fn number(
    baseline: Option<Decimal>,
    readings: &Readings<Decimal>,
    falls: bool,
    on: Day,
    refusals: &mut Vec<Refusal>,
) -> Option<i64> {
    let (target, actual) = readings.looked_at(on, refusals);
    let baseline = baseline?;
    for target in [readings.target, target].into_iter().flatten() {
        if target == baseline {
            refusals.push(Refusal::new(TARGET_EQUALS_BASELINE).at("target"));
        } else if (target < baseline) != falls {
            refusals.push(Refusal::new(DIRECTION).at("target"));
        }
    }
    let from = |value: Decimal| value.millionths() - baseline.millionths();
    percent(from(actual?), from(target?))
}

impl<T: Copy> Readings<T> {
    /// The target and the value that count on a day.
    fn looked_at(&self, on: Day, refusals: &mut Vec<Refusal>) -> (Option<T>, Option<T>) {
        let (own, actual, anywhere) = match &self.measured {
            Measured::Now(actual) => (None, *actual, false),
            Measured::ByPeriod(periods) => {
                refusals.extend(periods.iter().filter_map(|period| backwards(period.from, period.to)));
                let counts = |period: &&PeriodReading<T>| period.approved && period.actual.is_some() && period.to <= on;
                let latest = periods.iter().filter(counts).max_by_key(|period| (period.to, period.from));
                let own = latest.and_then(|period| period.target);
                // Before anything is measured, targets of the periods are targets too.
                let planned = latest.is_none() && periods.iter().any(|period| period.target.is_some());
                (own, latest.and_then(|period| period.actual), planned)
            }
        };
        let target = own.or(self.target);
        if target.is_none() && !anywhere {
            refusals.push(Refusal::new(TARGET).at("target"));
        }
        (target, actual)
    }
}

/// The refusal of an end before its beginning.
pub(crate) fn backwards(from: Day, to: Day) -> Option<Refusal> {
    Period::new(from, to).err().map(|_| Refusal::new(DATES).with("from", from).with("to", to).at("to"))
}

/// How many indicators have each light: green, amber, red, grey.
pub fn lights(lights: impl IntoIterator<Item = Light>) -> [u64; 4] {
    let mut counts = [0; 4];
    for light in lights {
        let place = match light {
            Light::Green => 0,
            Light::Amber => 1,
            Light::Red => 2,
            Light::Grey => 3,
        };
        counts[place] += 1;
    }
    counts
}

/// The part of a time that has passed on a day, in whole per cent, 0–100: 100 from its only day on when it has one.
///
/// # Errors
/// Refused when it ends before it begins.
pub fn elapsed(start: Day, end: Day, on: Day) -> Result<i64, Refused> {
    Refused::unless_none(backwards(start, end).into_iter().collect())?;
    let (passed, whole) = (on.days_since(start), end.days_since(start));
    if whole == 0 {
        return Ok(if passed >= 0 { 100 } else { 0 });
    }
    Ok(percent(passed.clamp(0, whole).into(), whole.into()).unwrap_or_default())
}

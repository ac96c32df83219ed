//! `indicators.yml`: achievement and lights, progress and lateness, the cover of a cost.

use super::case::{
    Figures, Outcome, amount, decimal, mapped, outcome, refused, riyals, rows, said, said_or_none, texts,
};
use super::settings::settings;
use crate::reader::{Fields, Problem, Read, day, list, text, truth, word};
use kernel::{Day, Refusal};
use measures::indicators::{
    Achievement, Light, Measure, Measured, PeriodReading, Readings, achievement, elapsed, lights,
};
use measures::initiatives::{Initiative, Stage, Standing, Support, cover, progress};
use measures::{Decimal, REFUSALS, Settings};
use serde_norway::Value;

pub(super) fn run(mut fields: Fields<'_>) -> Read<Outcome> {
    let settings = settings(&mut fields)?;
    let on = fields.read("on", day)?;
    let on = || on.ok_or_else(|| Problem::unreadable("the key on is missing"));
    let mut figures = Figures::new();
    let mut refusals = Vec::new();
    let mut asked = false;
    if let Some(given) = fields.get("indicators") {
        asked = true;
        of_indicators(given, on()?, &settings, &mut figures, &mut refusals)?;
    }
    if let Some(given) = fields.get("initiatives") {
        asked = true;
        of_initiatives(given, on()?, &mut figures, &mut refusals)?;
    }
    let cost = fields.maybe("cost", riyals)?;
    let gap_to = fields.maybe("gap_to", decimal)?;
    let supports = fields.read("supports", |value| rows(value, support))?;
    fields.finish()?;
    if !refusals.is_empty() {
        refusals.sort_by_key(|refusal: &Refusal| REFUSALS.iter().position(|code| *code == refusal.code));
        refusals.dedup_by_key(|refusal| refusal.code);
        return Ok(refused(&refusals));
    }
    let Some(supports) = supports else {
        return if asked { Ok(Outcome::Found(figures)) } else { Err(Problem::unreadable("nothing is given")) };
    };
    outcome(cover(cost, &supports, gap_to), |found| {
        let by_source = found
            .by_source
            .into_iter()
            .map(|share| (share.source, Value::Sequence(vec![amount(share.amount), said_or_none(share.percent)])));
        let or_none = |money: Option<kernel::Money>| money.map_or_else(|| said("none"), amount);
        figures.extend([
            ("pledged", amount(found.pledged)),
            ("received", amount(found.received)),
            ("coverage", said_or_none(found.coverage)),
            ("uncovered", or_none(found.uncovered)),
            ("by_source", mapped(by_source)),
            ("gap", or_none(found.gap)),
        ]);
        figures
    })
}

fn of_indicators(
    given: &Value,
    on: Day,
    settings: &Settings,
    figures: &mut Figures,
    refusals: &mut Vec<Refusal>,
) -> Read<()> {
    let mut found: Vec<(String, Achievement)> = Vec::new();
    for (id, measure) in rows(given, |row| Ok((row.read_wanted("id", text)?, measure(row)?)))? {
        match achievement(&measure, on, settings) {
            Ok(achievement) => found.push((id, achievement)),
            Err(all) => refusals.extend(all.refusals().iter().cloned()),
        }
    }
    let light = |light: Light| match light {
        Light::Green => "green",
        Light::Amber => "amber",
        Light::Red => "red",
        Light::Grey => "grey",
    };
    let counts = lights(found.iter().map(|(_, achievement)| achievement.light));
    figures.extend([
        ("achievement", mapped(found.iter().map(|(id, achievement)| (id, said_or_none(achievement.percent))))),
        ("lights", mapped(found.iter().map(|(id, achievement)| (id, said(light(achievement.light)))))),
        ("counts", texts(counts)),
    ]);
    Ok(())
}

fn measure(row: &mut Fields<'_>) -> Read<Measure> {
    let kind = row.read_wanted("kind", text)?;
    Ok(match kind.as_str() {
        "yes_no" => {
            row.maybe("baseline", truth)?;
            Measure::YesNo(readings(row, truth)?)
        }
        "increase" => {
            Measure::Increase { baseline: row.maybe("baseline", decimal)?, readings: readings(row, decimal)? }
        }
        "decrease" => {
            Measure::Decrease { baseline: row.maybe("baseline", decimal)?, readings: readings(row, decimal)? }
        }
        _ => return Err(Problem::unreadable(format!("unknown kind {kind}"))),
    })
}

fn readings<T>(row: &mut Fields<'_>, read: fn(&Value) -> Read<T>) -> Read<Readings<T>> {
    let states = [("due", false), ("entered", false), ("approved", true)];
    let target = row.maybe("target", read)?;
    let Some(periods) = row.get("periods") else {
        return Ok(Readings { target, measured: Measured::Now(row.maybe("actual", read)?) });
    };
    let periods = rows(periods, |row| {
        Ok(PeriodReading {
            from: row.read_wanted("from", day)?,
            to: row.read_wanted("to", day)?,
            target: row.maybe("target", read)?,
            actual: row.maybe("actual", read)?,
            approved: row.read_wanted("state", |value| word(value, &states))?,
        })
    })?;
    Ok(Readings { target, measured: Measured::ByPeriod(periods) })
}

const STATES: [(&str, Standing); 8] = [
    ("idea", Standing::Open),
    ("studied", Standing::Open),
    ("approved", Standing::Open),
    ("funded", Standing::Open),
    ("running", Standing::Open),
    ("halted", Standing::Open),
    ("completed", Standing::Completed),
    ("cancelled", Standing::Cancelled),
];

fn of_initiatives(given: &Value, on: Day, figures: &mut Figures, refusals: &mut Vec<Refusal>) -> Read<()> {
    list(given)?;
    let initiatives = rows(given, |row| {
        let initiative = Initiative {
            cost: row.maybe("cost", riyals)?,
            progress: row.maybe("progress", decimal)?.unwrap_or(Decimal::ZERO),
            start: row.maybe("start", day)?,
            end: row.maybe("end", day)?,
            standing: row.maybe("state", |value| word(value, &STATES))?.unwrap_or_default(),
        };
        Ok((row.read_wanted("id", text)?, initiative))
    })?;
    let all: Vec<Initiative> = initiatives.iter().map(|(_, initiative)| *initiative).collect();
    let together = match progress(&all) {
        Ok(together) => together,
        Err(all) => {
            refusals.extend(all.refusals().iter().cloned());
            return Ok(());
        }
    };
    let late = initiatives.iter().filter_map(|(id, initiative)| Some((id, said(initiative.late(on)?))));
    let passed = initiatives.iter().filter_map(|(id, initiative)| {
        let percent = elapsed(initiative.start?, initiative.end?, on).ok()?;
        Some((id, said(percent)))
    });
    figures.extend([("progress", said_or_none(together)), ("late", mapped(late)), ("elapsed", mapped(passed))]);
    Ok(())
}

fn support(row: &mut Fields<'_>) -> Read<Support> {
    let stages = [
        ("identified", Stage::Earlier),
        ("contacted", Stage::Earlier),
        ("proposal", Stage::Earlier),
        ("declined", Stage::Earlier),
        ("pledged", Stage::Pledged),
        ("received", Stage::Received),
    ];
    Ok(Support {
        source: row.read_wanted("source", text)?,
        stage: row.read_wanted("stage", |value| word(value, &stages))?,
        amount: row.read_wanted("amount", riyals)?,
    })
}

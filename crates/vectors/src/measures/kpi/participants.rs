//! Contributions and who made them.

use super::super::case::{Figures, Outcome, mapped, portion, rows, said, said_or_none, texts};
use super::Asked;
use crate::reader::{Read, day, each, integer, text, wanted, word};
use kernel::{Day, Moment};
use measures::kpi::{self, ContributionOutcome, Outcomes};
use serde_norway::Value;
use std::time::Duration;

/// `2026-11-01T08:00`, the time of the wall in Riyadh.
fn moment(value: &Value) -> Read<Moment> {
    let malformed = || wanted("a day and a time", value);
    let text = text(value)?;
    let (on, time) = text.split_once('T').ok_or_else(malformed)?;
    let on: Day = on.parse().map_err(|_| malformed())?;
    let (hours, minutes) = time.split_once(':').ok_or_else(malformed)?;
    let number = |text: &str, below: u64| {
        let number = (text.len() == 2).then(|| text.parse::<u64>().ok()).flatten().filter(|number| *number < below);
        number.ok_or_else(malformed)
    };
    let seconds = 60 * (60 * number(hours, 24)? + number(minutes, 60)?);
    Ok(Moment::start_of_riyadh_day(on.number().into()).after(Duration::from_secs(seconds)))
}

const OUTCOMES: [(&str, ContributionOutcome); 5] = [
    ("published", ContributionOutcome::Published),
    ("published_edited", ContributionOutcome::PublishedEdited),
    ("rejected", ContributionOutcome::Rejected),
    ("filed", ContributionOutcome::Filed),
    ("duplicate", ContributionOutcome::Duplicate),
];

pub(super) fn contributions(asked: &Asked<'_>) -> Read<Outcome> {
    let rule = |value: &Value| u8::try_from(integer(value)?).map_err(|_| wanted("the number of a rule", value));
    let contributions = rows(asked.rows, |row| {
        let decided = row.maybe("decided", moment)?;
        let outcome = row.maybe("outcome", |value| word(value, &OUTCOMES))?;
        let rules = row.maybe("rules", |value| each(value, rule))?.unwrap_or_default();
        Ok(kpi::Contribution {
            tool: row.read_wanted("tool", text)?,
            received: row.read_wanted("received", moment)?,
            decision: decided.zip(outcome).map(|(at, outcome)| kpi::Moderated { at, outcome, rules }),
        })
    })?;
    let found = kpi::contributions(&contributions, asked.period()?);
    let five =
        |found: Outcomes| texts([found.received, found.published, found.published_edited, found.rejected, found.filed]);
    let by_tool = found.by_tool.into_iter().map(|(tool, outcomes)| (tool, five(outcomes)));
    let reasons = found.reasons.into_iter().map(|(rule, count)| texts([u64::from(rule), count]));
    Ok(Outcome::Found(Figures::from([
        ("totals", five(found.totals)),
        ("by_tool", mapped(by_tool)),
        ("median_hours", said_or_none(found.median_hours)),
        ("reasons", Value::Sequence(reasons.collect())),
    ])))
}

pub(super) fn traced(asked: &Asked<'_>) -> Read<Outcome> {
    const STATES: [(&str, bool); 8] = [
        ("published", true),
        ("published_edited", true),
        ("received", false),
        ("in_review", false),
        ("rejected", false),
        ("filed", false),
        ("duplicate", false),
        ("archived", false),
    ];
    let contributions = rows(asked.rows, |row| {
        row.read("id", text)?;
        Ok(kpi::Published {
            published: row.read_wanted("state", |value| word(value, &STATES))?,
            on: row.read_wanted("on", day)?,
            decisions: row.maybe("decisions", |value| each(value, text))?.unwrap_or_default(),
        })
    })?;
    let found = kpi::traced(&contributions, asked.period()?);
    Ok(Outcome::Found(Figures::from([("linked", portion(found.linked)), ("decisions", said(found.decisions))])))
}

pub(super) fn participants(asked: &Asked<'_>) -> Read<Outcome> {
    let contributions = rows(asked.rows, |row| {
        Ok(kpi::Participation {
            on: row.read_wanted("on", day)?,
            key: row.maybe("key", text)?,
            class: row.maybe("class", text)?,
            region: row.maybe("region", text)?,
        })
    })?;
    let found = kpi::participants(&contributions, asked.period()?);
    let counts = |counts: std::collections::BTreeMap<String, u64>| {
        mapped(counts.into_iter().map(|(name, count)| (name, said(count))))
    };
    Ok(Outcome::Found(Figures::from([
        ("distinct", said(found.distinct)),
        ("by_class", counts(found.by_class)),
        ("by_region", counts(found.by_region)),
        ("unnamed", said(found.unnamed)),
    ])))
}

//! The settings of a case: the shipped ones, and what it changes.

use super::case::riyals;
use crate::reader::{Fields, Read, each, integer, number, word};
use lending::Weekday;
use measures::Settings;
use serde_norway::Value;

const DAYS: [(&str, Weekday); 7] = [
    ("sun", Weekday::Sun),
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
];

pub(super) fn settings(given: Option<&Value>) -> Read<Settings> {
    let mut settings = Settings::default();
    let Some(given) = given else { return Ok(settings) };
    let mut fields = Fields::of("settings", given)?;
    let numbers = [
        ("visit_tolerance_days", &mut settings.visit_tolerance_days),
        ("fairness_n", &mut settings.fairness_n),
        ("fairness_gap", &mut settings.fairness_gap),
        ("arrival_days", &mut settings.arrival_days),
        ("ending_days", &mut settings.ending_days),
        ("attendance_percent", &mut settings.attendance_percent),
        ("active_months", &mut settings.active_months),
        ("improve_points", &mut settings.improve_points),
        ("suppress_under", &mut settings.suppress_under),
        ("double_entry_every", &mut settings.double_entry_every),
    ];
    for (key, setting) in numbers {
        set(setting, fields.read(key, number)?);
    }
    set(&mut settings.weekend, fields.read("weekend", |days| each(days, |day| word(day, &DAYS)))?);
    set(&mut settings.volunteer_rate, fields.read("volunteer_rate", riyals)?);
    set(&mut settings.green_percent, fields.read("green_percent", integer)?);
    set(&mut settings.amber_percent, fields.read("amber_percent", integer)?);
    fields.finish()?;
    Ok(settings)
}

fn set<T>(setting: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *setting = value;
    }
}

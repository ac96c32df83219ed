//! The settings of a case: the shipped ones, and what it changes.

use super::case::riyals;
use crate::reader::{Fields, Read, each, integer, number, weekday};
use measures::Settings;

pub(super) fn settings(fields: &mut Fields<'_>) -> Read<Settings> {
    Ok(fields.within("settings", changed)?.unwrap_or_default())
}

fn changed(fields: &mut Fields<'_>) -> Read<Settings> {
    let mut settings = Settings::default();
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
        fields.set(key, setting, number)?;
    }
    fields.set("weekend", &mut settings.weekend, |days| each(days, weekday))?;
    fields.set("volunteer_rate", &mut settings.volunteer_rate, riyals)?;
    fields.set("green_percent", &mut settings.green_percent, integer)?;
    fields.set("amber_percent", &mut settings.amber_percent, integer)?;
    Ok(settings)
}

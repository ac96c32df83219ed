//! Stories of the Hijri table itself.

use crate::reader::{Fields, Problem, Read, day, integer, list, text, wanted};
use kernel::{Day, Hijri};
use serde_norway::Value;

pub(super) fn run(value: &Value) -> Read<()> {
    let mut fields = Fields::of("calendar", value)?;
    let mut differences = Vec::new();
    let mut asked = 0;
    for pair in fields.read("hijri_to_gregorian", list)?.unwrap_or_default() {
        asked += 1;
        pair_holds(pair, &mut differences)?;
    }
    for pair in fields.read("month_days", list)?.unwrap_or_default() {
        asked += 1;
        let [month, days] = list(pair)? else { return Err(wanted("a month and its days", pair)) };
        let (year, number) = month_of(&text(month)?)?;
        let (days, found) = (integer(days)?, Hijri::month_length(year, number).map(i64::from));
        if found != Some(days) {
            differences.push(format!("month_days: wanted {days} in {}, found {found:?}", text(month)?));
        }
    }
    for item in fields.read("invalid", list)?.unwrap_or_default() {
        asked += 1;
        let day = text(item)?;
        if let Ok(found) = hijri(&day) {
            differences.push(format!("invalid: wanted {day} refused, found {}", found.to_day()));
        }
    }
    if let Some(months) = fields.get("month_starts") {
        for (month, days) in Fields::of("month_starts", months)?.rest() {
            asked += 1;
            starts_hold(&month, days, &mut differences)?;
        }
    }
    fields.finish()?;
    match (asked, differences.is_empty()) {
        (0, _) => Err(Problem::unreadable("calendar: nothing is expected")),
        (_, true) => Ok(()),
        (_, false) => Err(Problem::Differs(differences)),
    }
}

/// A pair must be true in both directions.
fn pair_holds(pair: &Value, differences: &mut Vec<String>) -> Read<()> {
    let [from, to] = list(pair)? else { return Err(wanted("two days", pair)) };
    let (from, to) = (text(from)?, day(to)?);
    let there = hijri(&from).map(Hijri::to_day).ok();
    if there != Some(to) {
        differences.push(format!("hijri_to_gregorian: wanted {from} = {to}, found {}", shown(there)));
    }
    let back = Hijri::from_day(to).map(|day| day.to_string().replace('/', "-"));
    if back.as_ref() != Some(&from) {
        differences.push(format!("hijri_to_gregorian: wanted {to} = {from}, found {}", shown(back)));
    }
    Ok(())
}

/// From the named month on, the first day of each month.
fn starts_hold(month: &str, days: &Value, differences: &mut Vec<String>) -> Read<()> {
    let first = hijri(&format!("{month}-01"))?;
    for (wanted, later) in list(days)?.iter().zip(0..) {
        let wanted = day(wanted)?;
        let found: Option<Day> = first.plus_months(later).ok().map(Hijri::to_day);
        if found != Some(wanted) {
            let what = format!("month_starts: wanted {wanted}, {later} months after {month}, found {}", shown(found));
            differences.push(what);
        }
    }
    Ok(())
}

fn hijri(text: &str) -> kernel::Result<Hijri> {
    text.replace('-', "/").parse()
}

/// `1410-08`.
fn month_of(text: &str) -> Read<(u16, u8)> {
    let parts = text.split_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
    parts.ok_or_else(|| Problem::unreadable(format!("month_days: wanted a Hijri month, found {text}")))
}

fn shown(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "none".to_owned(), |value| value.to_string())
}

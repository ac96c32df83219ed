//! The form of an activity on paper: with its code and empty lines before it took place, filled in afterwards.

use crate::inputs::{WhichActivity, WhichForms};
use crate::model::{
    ActivitySheet, ActivityState, PromiseKept, PromiseSide, ReadingMeasure, ReadingRow, ReadingValue, VisitSignal,
};
use crate::sheet;
use kernel::{Day, Money, Result};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const FORM: Template = Template { name: "visit_form", source: include_str!("papers/visit_form.typ") };

pub fn form_paper(cx: &Read<'_>, input: WhichForms) -> Result<Paper> {
    let lines = sheet::chosen(cx, &input.activities)?;
    let mut forms = Vec::new();
    for line in &lines {
        let sheet = sheet::activity(cx, WhichActivity { activity: line.activity })?;
        cx.saw("activity", line.activity, &line.activity_no, json!({ "form": line.activity_no }));
        forms.push(form(&sheet));
    }
    let first = lines.first().map(|line| line.activity_no.as_str()).unwrap_or_default();
    paper::print(cx, &FORM, &format!("visit-{first}"), &json!({ "forms": forms }))
}

fn form(sheet: &ActivitySheet) -> Value {
    let day = |day: Option<Day>| day.map_or(Value::Null, paper::dates_json);
    let activity = sheet.activity.as_ref();
    let line = activity.map(|activity| &activity.line);
    let done = line.is_some_and(|line| line.done_on.is_some());
    let promises: Vec<Value> = if done {
        let kept = activity.into_iter().flat_map(|activity| &activity.kept);
        kept.map(|one| json!({ "side": side(one.side), "text": one.text, "due": null, "kept": kept_word(one.kept) }))
            .collect()
    } else {
        let open = sheet.commitments.iter();
        open.map(|one| json!({ "side": side(one.side), "text": one.text, "due": day(Some(one.due)), "kept": null }))
            .collect()
    };
    let before: Vec<Day> = days_before(&sheet.readings);
    let named = |one: &VisitSignal| json!([one.name(), word(&format!("follow_up.signal.{}", one.name()))]);
    let signals: Vec<Value> = VisitSignal::ALL.iter().map(named).collect();
    let parts = [&sheet.of.city, &sheet.of.district, &sheet.of.address].map(String::as_str);
    let located = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("، ");
    json!({
        "number": line.map(|line| line.activity_no.as_str()),
        "kind": line.map(|line| word(&format!("follow_up.kind.{}", line.kind.name()))),
        "done": done,
        "name": sheet.of.party_name,
        "of": sheet.of.name,
        "mobile": sheet.of.mobile,
        "where": located,
        "planned_on": day(line.map(|line| line.planned_on)),
        "researcher": line.map(|line| line.researcher_name.as_str()),
        "purpose": line.map(|line| line.purpose.as_str()),
        "done_on": day(line.and_then(|line| line.done_on)),
        "done_by": line.map(|line| line.done_by_name.as_str()),
        "place": activity.map(|activity| activity.place.as_str()),
        "present": activity.map(|activity| activity.present.as_str()),
        "findings": activity.map(|activity| activity.findings.as_str()),
        "signal": line.and_then(|line| line.signal).map(VisitSignal::name),
        "signals": signals,
        "before": before.iter().map(|day| paper::dates_json(*day)).collect::<Vec<_>>(),
        "readings": sheet.readings.iter().map(|row| reading(row, &before)).collect::<Vec<_>>(),
        "promises": promises,
        "action": line.map(|line| line.action.as_str()),
        "action_owner": line.map(|line| line.action_owner_name.as_str()),
        "action_due": day(line.and_then(|line| line.action_due)),
        "next_on": day(activity.and_then(|activity| activity.next_on)),
        "reviewed_by": activity.map(|activity| activity.reviewed_by_name.as_str()),
        "state": line.map(|line| word(&format!("follow_up.state.{}", line.state.name()))),
        "missed": line.filter(|line| line.state == ActivityState::Missed).map(|line| line.reason.as_str()),
    })
}

/// The days of the two visits before, the older first.
fn days_before(rows: &[ReadingRow]) -> Vec<Day> {
    let mut days: Vec<Day> = rows.iter().flat_map(|row| row.before.iter().map(|value| value.on)).collect();
    days.sort_unstable();
    days.dedup();
    days.split_off(days.len().saturating_sub(2))
}

fn reading(row: &ReadingRow, before: &[Day]) -> Value {
    let name = if row.name.is_empty() { word(&format!("follow_up.reading.{}", row.kind)) } else { row.name.clone() };
    let unit = if row.name.is_empty() { word(&format!("follow_up.unit.{}", row.kind)) } else { row.unit.clone() };
    let earlier =
        before.iter().map(|day| row.before.iter().find(|value| value.on == *day).map(|value| shown(row, value)));
    json!({
        "name": name, "unit": unit, "before": earlier.collect::<Vec<_>>(),
        "now": row.now.as_ref().map(|value| shown(row, value)),
    })
}

/// `5,450.00` or `112`; why it was not read, where it was not.
fn shown(row: &ReadingRow, read: &ReadingValue) -> String {
    match (read.value, row.measure) {
        (None, _) => words::word("follow_up.not_read", Language::Ar) + ": " + &read.reason,
        (Some(halalas), ReadingMeasure::Money) => {
            Money::from_halalas(halalas).map(|money| money.to_string()).unwrap_or_default()
        }
        (Some(number), ReadingMeasure::Count) => number.to_string(),
    }
}

fn side(side: PromiseSide) -> String {
    word(&format!("follow_up.side.{}", side.name()))
}

fn kept_word(kept: PromiseKept) -> String {
    word(&format!("follow_up.kept.{}", kept.name()))
}

fn word(key: &str) -> String {
    words::word(key, Language::Ar)
}

//! Following up in the demonstration: three months of visits to some of the loans, with readings, promises of both sides,
//! a late visit or two, one in distress, and a promise of the association that is late.
//!
//! It throws dice of its own, so that the loans and families before it stay as they are.

use super::dice::Dice;
use super::scene::Scene;
use super::words::column;
use kernel::{Day, Result};
use office::permission::Role::{self, Committee, Researcher, Supervisor};
use serde_json::{Value, json};

/// Loans that are visited.
const VISITED: i64 = 18;
/// Days before the last one on which visiting begins.
const BEGINS: i32 = 76;
const SEED: u64 = 0xF0110;

/// A loan that is visited, on its way through the three months.
#[derive(Clone)]
struct Stop {
    number: i64,
    loan: String,
    party: String,
    /// Who goes: the researcher, or the supervisor to some.
    goes: Role,
    /// The visit that is planned.
    visit: String,
}

/// Plans the day on which visiting begins.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let day = scene.last.plus_days(-BEGINS)?;
    scene.on(day, begin)
}

fn begin(scene: &mut Scene<'_>) -> Result<()> {
    let mut dice = Dice::new(SEED);
    let newest = json!({ "phase": ["active"], "order": { "by": "number", "down": true }, "limit": VISITED });
    let page = scene.call(Researcher, "loans.list", newest)?;
    for (number, line) in (0..).zip(page["lines"].as_array().into_iter().flatten()) {
        let stop = Stop {
            number,
            loan: text(line, "loan"),
            party: text(line, "party"),
            goes: if number % 4 == 3 { Supervisor } else { Researcher },
            visit: dice.id(scene.now),
        };
        let first = scene.today().plus_days(i32::try_from(number % 6).unwrap_or(0) + 3)?;
        let visit = json!({
            "id": stop.visit, "kind": "visit", "subject_kind": "loan", "subject": stop.loan, "planned_on": first,
            "researcher": scene.who(stop.goes)?.id, "purpose": "",
        });
        scene.call(Researcher, "follow_up.plan", visit)?;
        let late = if number % 5 == 4 { 6 } else { 0 };
        scene.on(first.plus_days(late)?, move |scene| first_visit(scene, stop))?;
    }
    Ok(())
}

fn first_visit(scene: &mut Scene<'_>, mut stop: Stop) -> Result<()> {
    let mut dice = own(&stop, 1);
    let second = scene.today().plus_days(30)?;
    let next = dice.id(scene.now);
    record(scene, &stop, 1, "sound", Some((&next, second)))?;
    review(scene, &stop)?;
    promise(scene, &stop, &mut dice)?;
    stop.visit = next;
    if stop.number == 7 {
        return scene.on(second, move |scene| missed(scene, stop));
    }
    scene.on(second, move |scene| second_visit(scene, stop))
}

fn missed(scene: &mut Scene<'_>, mut stop: Stop) -> Result<()> {
    let next = own(&stop, 5).id(scene.now);
    let day = scene.today().plus_days(9)?;
    let reason = column(&word(scene, &stop, "visit_missed")?, 0);
    let input = json!({ "id": stop.visit, "reason": reason, "next": next, "planned_on": day });
    scene.call(stop.goes, "follow_up.miss", input)?;
    stop.visit = next;
    scene.on(day, move |scene| second_visit(scene, stop))
}

/// The third is planned around the last day: some are late by then, some are to come.
fn second_visit(scene: &mut Scene<'_>, mut stop: Stop) -> Result<()> {
    let third = scene.last.plus_days(i32::try_from(stop.number).unwrap_or(0) - 9)?.max(scene.today().plus_days(1)?);
    let next = own(&stop, 2).id(scene.now);
    let signal = if stop.number % 6 == 5 { "watch" } else { "sound" };
    record(scene, &stop, 2, signal, Some((&next, third)))?;
    if stop.number % 3 != 2 {
        review(scene, &stop)?;
    }
    stop.visit = next;
    let comes = stop.number % 2 == 1 && third <= scene.last;
    if comes { scene.on(third, move |scene| third_visit(scene, stop)) } else { Ok(()) }
}

fn third_visit(scene: &mut Scene<'_>, stop: Stop) -> Result<()> {
    let distress = stop.number == 1 || stop.number == 5;
    let next = own(&stop, 3).id(scene.now);
    let day = scene.last.plus_days(if distress { 6 } else { 30 })?;
    record(scene, &stop, 3, if distress { "distress" } else { "sound" }, Some((&next, day)))?;
    if stop.number == 1 {
        review(scene, &stop)?;
    }
    Ok(())
}

/// A visit with what was read: production, sales and income rise a little each time, and fall where it ends in distress.
fn record(scene: &mut Scene<'_>, stop: &Stop, visit: i64, signal: &str, next: Option<(&str, Day)>) -> Result<()> {
    let falls = stop.number == 1 || stop.number == 5;
    let step = match (falls, visit) {
        (true, 3) => -26,
        (true, 2) => -9,
        _ => 3 * visit,
    };
    let base = 3_600 + stop.number * 190;
    let part = |whole: i64, percent: i64| (whole * (100 + percent) / 100).to_string();
    let stock = if falls && visit == 3 { 64 } else { -step };
    let place = column(&word(scene, stop, "visit_place")?, 0);
    let present = column(&word(scene, stop, "visit_present")?, 0);
    let findings = column(&word(scene, stop, &format!("visit_{signal}"))?, 0);
    let unread = column(&word(scene, stop, "visit_unread")?, 0);
    let mut readings = vec![
        json!({ "kind": "production", "typed": part(60 + stop.number * 4, step) }),
        json!({ "kind": "sales", "typed": part(base, step) }),
        json!({ "kind": "stock", "typed": part(base / 6, stock) }),
        json!({ "kind": "customers", "typed": part(18 + stop.number, step) }),
        json!({ "kind": "income", "typed": part(base * 2 / 5, step) }),
    ];
    if stop.number % 7 == 2 && visit == 2 {
        readings[2] = json!({ "kind": "stock", "typed": "", "reason": unread });
    }
    let action = if signal == "distress" {
        let action = column(&word(scene, stop, "visit_action")?, 0);
        let due = scene.last.plus_days(5)?;
        json!({ "text": action, "owner": scene.who(Supervisor)?.id, "due": due })
    } else {
        Value::Null
    };
    let hers = column(&word(scene, stop, "promise_hers")?, 0);
    let kept = if falls && visit == 3 { "partly" } else { "kept" };
    let next = match next {
        Some((id, day)) => json!({
            "id": id, "planned_on": day, "researcher": scene.who(stop.goes)?.id, "kind": "visit",
        }),
        None => Value::Null,
    };
    let found = json!({
        "done_on": scene.today(), "place": place, "present": present, "findings": findings, "signal": signal,
        "readings": readings, "kept": [{ "side": "beneficiary", "text": hers, "kept": kept }], "action": action,
    });
    let input = json!({ "id": stop.visit, "found": found, "next": next });
    scene.call(stop.goes, "follow_up.record", input).map(drop)
}

/// Another person than who went looks at it.
fn review(scene: &mut Scene<'_>, stop: &Stop) -> Result<()> {
    let reviewer = if stop.goes == Supervisor { Committee } else { Supervisor };
    let note = column(&word(scene, stop, "visit_review")?, 0);
    let input = json!({ "id": stop.visit, "version": 1, "note": note });
    scene.call(reviewer, "follow_up.review", input).map(drop)
}

/// Promises of either side at every third loan; one of ours is never kept, and one is kept late.
fn promise(scene: &mut Scene<'_>, stop: &Stop, dice: &mut Dice) -> Result<()> {
    if stop.number % 3 != 2 {
        return Ok(());
    }
    let (hers, ours) = (dice.id(scene.now), dice.id(scene.now));
    let due = scene.today().plus_days(24)?;
    for (id, side, list, due) in [
        (&hers, "beneficiary", "promise_hers", scene.today().plus_days(20)?),
        (&ours, "association", "promise_ours", due),
    ] {
        let text = column(&word(scene, stop, list)?, 0);
        let keeper = if side == "association" { json!(scene.who(Supervisor)?.id) } else { Value::Null };
        let input = json!({
            "id": id, "subject_kind": "loan", "subject": stop.loan, "side": side, "text": text, "due": due, "keeper": keeper,
        });
        scene.call(stop.goes, "follow_up.add_commitment", input)?;
    }
    let evidence = column(&word(scene, stop, "promise_evidence")?, 0);
    let met = |id: String| {
        move |scene: &mut Scene<'_>| {
            let input = json!({ "id": id, "on": scene.today(), "evidence": evidence });
            scene.call(Researcher, "follow_up.meet_commitment", input).map(drop)
        }
    };
    scene.on(scene.today().plus_days(17)?, met(hers))?;
    match stop.number {
        // Late on the last day, and still open.
        2 => Ok(()),
        5 => scene.on(due.plus_days(8)?, met(ours)),
        8 => {
            let reason = column(&word(scene, stop, "promise_excused")?, 0);
            let input = json!({ "id": ours, "reason": reason });
            scene.on(due.plus_days(-3)?, move |scene| {
                scene.call(Researcher, "follow_up.excuse_commitment", input).map(drop)
            })
        }
        _ => scene.on(due.plus_days(-2)?, met(ours)),
    }?;
    // A call to some of the families, to come.
    let call = json!({
        "id": dice.id(scene.now), "kind": "call", "subject_kind": "file", "subject": stop.party,
        "planned_on": scene.last.plus_days(i32::try_from(stop.number % 4).unwrap_or(0) + 1)?,
        "researcher": scene.who(Researcher)?.id,
    });
    scene.call(Researcher, "follow_up.plan", call).map(drop)
}

/// Dice of a stop, so that what happens to one changes nothing at another.
fn own(stop: &Stop, visit: u64) -> Dice {
    Dice::new(SEED + u64::try_from(stop.number).unwrap_or(0) * 16 + visit)
}

/// A row of a list, by the number of the stop.
fn word(scene: &Scene<'_>, stop: &Stop, list: &str) -> Result<super::words::Row> {
    let rows = scene.words.list(list)?;
    let place = usize::try_from(stop.number).unwrap_or(0) % rows.len().max(1);
    rows.get(place).cloned().ok_or_else(|| kernel::Failure::broken(format!("the list {list} is empty")))
}

fn text(line: &Value, field: &str) -> String {
    line[field].as_str().unwrap_or_default().to_owned()
}

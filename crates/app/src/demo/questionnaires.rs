//! Questionnaires in the demonstration: a quarter of satisfaction that is closed and one that is open, a study of needs with what it
//! found, a poll that shows nothing yet, a form that waits to be approved, and what was made better.

use super::dice::Dice;
use super::scene::Scene;
use super::words::column;
use kernel::{Failure, Result};
use office::permission::Role::{self, Committee, Researcher, Supervisor};
use serde_json::{Value, json};

const SEED: u64 = 0x0A5EED;
/// Days before the last one on which the closed quarter begins, and the open one.
const CLOSED: i32 = 181;
const OPEN: i32 = 91;
/// The scales of the shipped questions, and how many of a hundred are satisfied: in the closed quarter, in the open one.
const SCALES: [(&str, i64, i64); 7] = [
    ("reach", 86, 90),
    ("reception", 92, 95),
    ("clear", 74, 82),
    ("fast", 54, 90),
    ("fair", 80, 84),
    ("service", 83, 88),
    ("trust", 85, 87),
];
/// Sheets of each department, by the order of their names, in both quarters.
const CLOSED_SHEETS: [i64; 4] = [12, 15, 17, 3];
const OPEN_SHEETS: [i64; 4] = [9, 11, 12, 2];

/// Plans all of it.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let ago = |days: i32| scene.last.plus_days(-days);
    let (closed, open, study, asked) = (ago(CLOSED)?, ago(OPEN)?, ago(125)?, ago(2)?);
    scene.on(closed, |scene| satisfaction(scene, None))?;
    scene.on(open, |scene| {
        let before = of_purpose(scene, "satisfaction")?;
        satisfaction(scene, Some(before))
    })?;
    scene.on(study, needs)?;
    scene.on(asked, |scene| {
        poll(scene)?;
        feedback(scene)
    })
}

/// A quarter of satisfaction: written, approved by another, its sheets printed, entered, some of them twice.
fn satisfaction(scene: &mut Scene<'_>, before: Option<Value>) -> Result<()> {
    let first = before.is_none();
    let mut dice = Dice::new(SEED + u64::from(first));
    let id = dice.id(scene.now);
    let opens = scene.today();
    let closes = if first { scene.last.plus_days(-OPEN - 1)? } else { scene.last.plus_days(9)? };
    let typed = json!({
        "title": said(scene, "satisfaction")?, "about": said(scene, "satisfaction_about")?, "opens": opens, "closes": closes,
        "anonymous": true, "at_closing": true,
    });
    let input = json!({ "id": id, "purpose": "satisfaction", "typed": typed, "after": before });
    scene.call(Researcher, "questionnaires.add", input)?;
    approved(scene, &id)?;
    let sheet = open(scene, &id)?;
    let departments: Vec<Value> =
        sheet["departments"].as_array().into_iter().flatten().map(|one| one["department"].clone()).collect();
    let sheets = if first { CLOSED_SHEETS } else { OPEN_SHEETS };
    for (no, (count, department)) in (1..).zip(sheets.into_iter().zip(departments)) {
        let input = json!({ "questionnaire": id, "no": no, "count": count + 5, "department": department });
        scene.call(Researcher, "questionnaires.issue_sheets", input)?;
    }
    let entering = if first { closes.plus_days(-12)? } else { scene.last.plus_days(-3)? };
    scene.on(entering, move |scene| entered(scene, &id, dice, first))
}

/// Everything a questionnaire needs before it opens, by other hands than those that wrote it.
fn approved(scene: &mut Scene<'_>, id: &str) -> Result<()> {
    step(scene, Researcher, "ask_opening", id, "")?;
    step(scene, Supervisor, "approve", id, "")
}

fn entered(scene: &mut Scene<'_>, id: &str, mut dice: Dice, first: bool) -> Result<()> {
    let sheet = open(scene, id)?;
    let mark = text(&sheet["line"], "mark");
    let sheets = if first { CLOSED_SHEETS } else { OPEN_SHEETS };
    let suggestions: Vec<&str> = scene.words.list("suggestion")?.iter().map(|row| column(row, 0)).collect();
    let mut number = 0;
    let mut all: Vec<(String, Value)> = Vec::new();
    for count in sheets {
        for _ in 0..count {
            number += 1;
            let answers = satisfied(&mut dice, first, &suggestions);
            all.push((format!("{mark}-{number:04}"), answers));
        }
        // Each run has a few that nobody filled in.
        number += 5;
    }
    for (code, answers) in &all {
        let input = json!({ "questionnaire": id, "code": code, "answers": answers });
        scene.call(Researcher, "questionnaires.enter", input)?;
    }
    let spoiled = format!("{mark}-{:04}", sheets[0] + 5);
    let reason = said(scene, "spoiled")?;
    scene.call(
        Researcher,
        "questionnaires.spoil",
        json!({ "questionnaire": id, "code": spoiled, "reason": reason }),
    )?;
    let waits = open(scene, id)?["progress"]["second"].clone();
    let mut codes: Vec<String> = waits.as_array().into_iter().flatten().map(|one| text(one, "code")).collect();
    if !first {
        // One is left for whoever looks at the demonstration.
        codes.pop();
    }
    for (place, code) in codes.iter().enumerate() {
        let Some((_, answers)) = all.iter().find(|(one, _)| one == code) else { continue };
        let mut again = answers.clone();
        if place == 1 {
            // A slip of the hand: one answer is read otherwise.
            let slip = again[3]["choice"][0].as_i64().map_or(4, |place| if place == 4 { 5 } else { 4 });
            again[3]["choice"] = json!([slip]);
        }
        let input = json!({ "questionnaire": id, "code": code, "answers": again });
        scene.call(Supervisor, "questionnaires.enter_second", input)?;
    }
    if first {
        let id = id.to_owned();
        let after = scene.today().plus_days(14)?;
        return scene.on(after, move |scene| closed(scene, &id));
    }
    ratings(scene)?;
    let id = id.to_owned();
    scene.on(scene.last, move |scene| measured(scene, &id))
}

/// Both entries are settled, the quarter is closed, and what follows from it is begun.
fn closed(scene: &mut Scene<'_>, id: &str) -> Result<()> {
    let asks = json!({ "questionnaire": id });
    let differ = scene.call(Supervisor, "questionnaires.differences", asks)?["sheets"].clone();
    for one in differ.as_array().into_iter().flatten() {
        let questions = one["lines"].as_array().into_iter().flatten();
        let settled: Vec<Value> =
            questions.map(|line| json!({ "question": line["question"], "first": true })).collect();
        let input = json!({ "questionnaire": id, "code": one["code"], "version": one["version"], "settled": settled });
        scene.call(Supervisor, "questionnaires.settle", input)?;
    }
    step(scene, Committee, "close", id, "")?;
    let mut dice = Dice::new(SEED + 11);
    let rows = scene.words.list("improvement")?.to_vec();
    for (row, days) in rows.iter().zip([45, -20]) {
        let action = dice.id(scene.now);
        let owner = scene.who(if days > 0 { Researcher } else { Supervisor })?.id;
        let due = scene.last.plus_days(-days)?;
        let input = json!({
            "id": action, "source": "answer", "questionnaire": id, "question": column(row, 0), "said": column(row, 1),
            "text": column(row, 2), "owner": owner, "due": due,
        });
        scene.call(Supervisor, "questionnaires.add_improvement", input)?;
        if days > 0 {
            let outcome = column(row, 3);
            scene.on(due, move |scene| {
                let version = scene.call(Supervisor, "questionnaires.improvement", json!({ "action": action }))?["line"]
                    ["version"]
                    .clone();
                let input = json!({ "id": action, "version": version, "done": true, "outcome": outcome });
                scene.call(Researcher, "questionnaires.end_improvement", input).map(drop)
            })?;
        }
    }
    Ok(())
}

/// What was done is measured by the quarter after it.
fn measured(scene: &mut Scene<'_>, id: &str) -> Result<()> {
    let done = scene.call(Supervisor, "questionnaires.improvements", json!({ "unjudged": true }))?;
    for line in done["lines"].as_array().into_iter().flatten() {
        let input = json!({ "id": line["action"], "version": line["version"], "measured_with": id });
        scene.call(Supervisor, "questionnaires.judge_improvement", input)?;
    }
    Ok(())
}

/// Some of those whose requests were closed rate at the desk, one declines, the others are still to be offered it.
fn ratings(scene: &mut Scene<'_>) -> Result<()> {
    let mut dice = Dice::new(SEED + 17);
    let due = scene.call(Researcher, "questionnaires.offers", json!({}))?["lines"].clone();
    let requests: Vec<Value> = due.as_array().into_iter().flatten().map(|line| line["request"].clone()).collect();
    for (place, request) in requests.iter().take(3).enumerate() {
        if place == 2 {
            scene.call(Researcher, "questionnaires.decline_rating", json!({ "request": request }))?;
            continue;
        }
        let held =
            scene.call(Researcher, "questionnaires.offer_rating", json!({ "request": request, "way": "kiosk" }))?;
        let input = json!({
            "id": dice.id(scene.now), "questionnaire": held["questionnaire"], "channel": "kiosk", "token": held["token"],
            "answers": satisfied(&mut dice, false, &[]),
        });
        scene.call(Researcher, "questionnaires.answer", input)?;
    }
    Ok(())
}

/// A study of needs by interviews, closed, with what it found.
fn needs(scene: &mut Scene<'_>) -> Result<()> {
    let mut dice = Dice::new(SEED + 3);
    let id = dice.id(scene.now);
    let opens = scene.today();
    let typed = json!({
        "title": said(scene, "needs")?, "about": said(scene, "needs_about")?, "opens": opens,
        "closes": opens.plus_days(55)?, "anonymous": true,
    });
    scene.call(Researcher, "questionnaires.add", json!({ "id": id, "purpose": "needs_study", "typed": typed }))?;
    approved(scene, &id)?;
    for day in [10, 20, 30] {
        let (id, mut dice) = (id.clone(), Dice::new(SEED + 5 + u64::try_from(day).unwrap_or(0)));
        scene.on(opens.plus_days(day)?, move |scene| {
            for _ in 0..9 {
                let one = |key: &str, choice: Vec<i64>| json!({ "question": key, "choice": choice });
                let mut wishes = vec![dice.between(1, 2)];
                if dice.once_in(2) {
                    wishes.push(dice.between(3, 6));
                }
                let answers = json!([
                    { "question": "family", "number": dice.between(3, 11) },
                    one("housing", vec![scaled(&mut dice, 38)]), one("work", vec![scaled(&mut dice, 22)]),
                    one("education", vec![scaled(&mut dice, 61)]), one("health", vec![scaled(&mut dice, 70)]),
                    one("first_need", vec![dice.between(1, 6)]), one("wishes", wishes),
                ]);
                let input = json!({
                    "id": dice.id(scene.now), "questionnaire": id, "channel": "interview", "answers": answers,
                });
                scene.call(Researcher, "questionnaires.answer", input)?;
            }
            Ok(())
        })?;
    }
    scene.on(opens.plus_days(57)?, move |scene| {
        step(scene, Committee, "close", &id, "")?;
        let mut dice = Dice::new(SEED + 7);
        for row in scene.words.list("study_finding")?.to_vec() {
            let [question, domain, text, severity, evidence] = [0, 1, 2, 3, 4].map(|place| column(&row, place));
            let finding = json!({
                "question": question, "domain": domain, "text": text, "severity": severity, "evidence": evidence,
            });
            let input = json!({ "id": dice.id(scene.now), "questionnaire": id, "finding": finding });
            scene.call(Researcher, "questionnaires.add_finding", input)?;
        }
        Ok(())
    })
}

/// A poll shows nothing before its end.
fn poll(scene: &mut Scene<'_>) -> Result<()> {
    let id = Dice::new(SEED + 23).id(scene.now);
    let typed = json!({
        "title": said(scene, "poll")?, "about": said(scene, "poll_about")?, "opens": scene.today(),
        "closes": scene.last.plus_days(21)?, "anonymous": true, "sealed": true,
    });
    scene.call(Researcher, "questionnaires.add", json!({ "id": id, "purpose": "poll", "typed": typed }))?;
    approved(scene, &id)
}

/// A form that waits for another person.
fn feedback(scene: &mut Scene<'_>) -> Result<()> {
    let id = Dice::new(SEED + 29).id(scene.now);
    let typed = json!({
        "title": said(scene, "feedback")?, "opens": scene.last.plus_days(3)?, "closes": scene.last.plus_days(60)?,
        "anonymous": true,
    });
    let input = json!({ "id": id, "purpose": "content_feedback", "typed": typed });
    scene.call(Researcher, "questionnaires.add", input)?;
    step(scene, Researcher, "ask_opening", &id, "")
}

/// A sheet of satisfaction, as people fill it in.
fn satisfied(dice: &mut Dice, first: bool, suggestions: &[&str]) -> Value {
    let mut answers: Vec<Value> = Vec::new();
    for (key, before, now) in SCALES {
        let percent = if first { before } else { now };
        let choice = if dice.once_in(25) { 0 } else { scaled(dice, percent) };
        answers.push(json!({ "question": key, "choice": [choice] }));
    }
    let told = if dice.between(1, 100) <= if first { 55 } else { 66 } { 1 } else { 2 };
    answers.push(json!({ "question": "appeal", "choice": [told] }));
    if let Some(suggestion) = dice.pick(suggestions).filter(|_| dice.once_in(2)) {
        answers.push(json!({ "question": "better", "text": suggestion }));
    }
    json!(answers)
}

/// A place on a scale, of which so many of a hundred are four or five.
fn scaled(dice: &mut Dice, percent: i64) -> i64 {
    if dice.between(1, 100) <= percent {
        if dice.between(1, 100) <= 58 { 5 } else { 4 }
    } else {
        match dice.between(1, 10) {
            1 => 1,
            2..=4 => 2,
            _ => 3,
        }
    }
}

fn step(scene: &mut Scene<'_>, role: Role, verb: &str, id: &str, note: &str) -> Result<()> {
    let version = open(scene, id)?["record"]["number"].clone();
    let input = json!({ "questionnaire": id, "version": version, "note": note });
    scene.call(role, &format!("questionnaires.{verb}"), input).map(drop)
}

fn open(scene: &mut Scene<'_>, id: &str) -> Result<Value> {
    scene.call(Supervisor, "questionnaires.open", json!({ "questionnaire": id }))
}

/// The newest of a purpose.
fn of_purpose(scene: &mut Scene<'_>, purpose: &str) -> Result<Value> {
    let page = scene.call(Supervisor, "questionnaires.list", json!({ "purpose": [purpose] }))?;
    Ok(page["lines"][0]["questionnaire"].clone())
}

/// A sentence that stands by itself.
fn said(scene: &Scene<'_>, key: &str) -> Result<&'static str> {
    let row = scene.words.list("questionnaire_text")?.iter().find(|row| row.first() == Some(&key));
    row.and_then(|row| row.get(1))
        .copied()
        .ok_or_else(|| Failure::broken(format!("words.tsv has no questionnaire_text {key}")))
}

fn text(of: &Value, key: &str) -> String {
    of[key].as_str().unwrap_or_default().to_owned()
}

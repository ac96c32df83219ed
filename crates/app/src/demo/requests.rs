//! Requests in the demonstration: a few of each kind and state, one over its term, one whose clock stands, a grievance heard by
//! others, referrals that arrived, that wait for a call, and one whose consent was withdrawn.

use super::dice::Dice;
use super::scene::Scene;
use super::words::{Row, column};
use kernel::{Day, Failure, Result};
use office::permission::Role::{Administrator, Committee, Finance, Researcher, Supervisor};
use serde_json::{Value, json};

const SEED: u64 = 0x0E9E57;
/// Days before the last one on which departments are set; the first request comes in later.
const BEGINS: i32 = 200;

/// Plans the day on which departments and entities are set, and the requests of the days after it.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let day = scene.last.plus_days(-BEGINS)?;
    scene.on(day, begin)
}

fn begin(scene: &mut Scene<'_>) -> Result<()> {
    let mut dice = Dice::new(SEED);
    let departments = set(scene, &mut dice)?;
    let question = json!({ "status": ["active"], "order": { "by": "number", "down": false }, "limit": 60 });
    let files = scene.call(Researcher, "beneficiaries.list", question)?;
    let parties: Vec<String> =
        files["lines"].as_array().into_iter().flatten().map(|line| text(line, "party")).collect();
    let party = |number: usize| parties.get(number % parties.len().max(1)).cloned().unwrap_or_default();
    for (number, row) in rows(scene, "request")?.into_iter().enumerate() {
        let one = Told { id: dice.id(scene.now), party: party(number * 3), row };
        let day = ago(scene, column(&one.row, 2))?;
        scene.on(day, move |scene| comes_in(scene, one))?;
    }
    for (number, row) in rows(scene, "referral")?.into_iter().enumerate() {
        let one = Told { id: dice.id(scene.now), party: party(number * 5 + 1), row };
        let day = ago(scene, column(&one.row, 0))?;
        scene.on(day, move |scene| referred(scene, one))?;
    }
    desk(scene, &mut dice)?;
    let (anonymous, internal) = (dice.id(scene.now), dice.id(scene.now));
    let [reception, research, ..] = departments.as_slice() else { return Ok(()) };
    let complaint = json!({
        "id": anonymous, "kind": "complaint", "anonymous": true, "restricted": true, "against": reception, "channel": "letter",
        "subject": said(scene, "anonymous")?, "body": said(scene, "anonymous_body")?,
    });
    let asks = json!({
        "id": internal, "kind": "internal", "asking": reception, "department": research, "channel": "message",
        "subject": said(scene, "internal")?, "body": said(scene, "internal_body")?,
    });
    for (days, input) in [(8, complaint), (3, asks)] {
        let day = scene.last.plus_days(-days)?;
        scene.on(day, move |scene| taken_in(scene, input).map(drop))?;
    }
    Ok(())
}

/// Who comes to the desk, and letters, in the last days.
fn desk(scene: &mut Scene<'_>, dice: &mut Dice) -> Result<()> {
    for (days, row) in (2..).zip(rows(scene, "visitor")?) {
        let minutes = number(column(&row, 2))?;
        let answered = column(&row, 3) == "yes";
        let input = json!({
            "id": dice.id(scene.now), "name": column(&row, 0), "purpose": column(&row, 1), "minutes": minutes, "answered": answered,
        });
        let day = scene.last.plus_days(-days)?;
        scene.on(day, move |scene| scene.call(Researcher, "requests.log_reception", input).map(drop))?;
    }
    for (days, row) in (3..).zip(rows(scene, "letter")?) {
        let [direction, other, subject, their_no] = [0, 1, 2, 3].map(|place| column(&row, place));
        let id = dice.id(scene.now);
        let day = scene.last.plus_days(-days)?;
        scene.on(day, move |scene| {
            let input = json!({
                "id": id, "direction": direction, "day": scene.today(), "other": other, "subject": subject, "their_no": their_no,
            });
            scene.call(Researcher, "requests.register_letter", input).map(drop)
        })?;
    }
    Ok(())
}

/// A request of the words, on its way.
struct Told {
    id: String,
    party: String,
    row: Row,
}

/// Departments with who works in them, days without work, entities; gives the departments in their order.
fn set(scene: &mut Scene<'_>, dice: &mut Dice) -> Result<Vec<String>> {
    let mut departments = Vec::new();
    for row in rows(scene, "department")? {
        let id = dice.id(scene.now);
        scene.call(
            Supervisor,
            "requests.save_department",
            json!({ "id": id, "name": column(&row, 1), "active": true }),
        )?;
        let works = match column(&row, 0) {
            "research" => Some(Researcher),
            "loans" => Some(Supervisor),
            "finance" => Some(Finance),
            _ => None,
        };
        if let Some(role) = works {
            let person = scene.who(role)?.id;
            scene.call(Administrator, "requests.place_person", json!({ "person": person, "department": id }))?;
        }
        departments.push(id);
    }
    for row in rows(scene, "day_off")? {
        let from = scene.last.plus_days(number(column(&row, 0))?)?;
        let to = from.plus_days(number(column(&row, 1))? - 1)?;
        let input = json!({ "id": dice.id(scene.now), "off_from": from, "off_until": to, "name": column(&row, 2) });
        scene.call(Supervisor, "requests.add_day_off", input)?;
    }
    for row in rows(scene, "entity")? {
        let input = json!({
            "id": dice.id(scene.now), "name": column(&row, 0), "place": column(&row, 1), "phone": column(&row, 2),
            "contact": column(&row, 3), "hours": column(&row, 4), "active": true,
        });
        scene.call(Supervisor, "requests.save_entity", input)?;
    }
    Ok(departments)
}

fn taken_in(scene: &mut Scene<'_>, mut input: Value) -> Result<String> {
    input["received_on"] = json!(scene.today());
    scene.call(Researcher, "requests.add", input.clone())?;
    Ok(text(&input, "id"))
}

fn comes_in(scene: &mut Scene<'_>, one: Told) -> Result<()> {
    let [kind, channel, path, subject, body] = [0, 1, 3, 4, 5].map(|place| column(&one.row, place));
    let mut input = json!({
        "id": one.id, "kind": kind, "party": one.party, "channel": channel, "subject": subject, "body": body,
    });
    if kind == "data_change" {
        input["changes"] = json!([{ "field": "mobile", "after": column(&one.row, 6) }]);
    }
    taken_in(scene, input)?;
    if path == "new" {
        return Ok(());
    }
    // Who studies a complaint that is decided by the committee is the supervisor, so that a grievance can be heard by others.
    let studies = if path == "rejected" { Supervisor } else { Researcher };
    let to = scene.who(studies)?.id;
    scene.call(Supervisor, "requests.assign", json!({ "requests": [one.id], "to": to }))?;
    let (next, later) = (scene.today().plus_days(1)?, scene.today().plus_days(3)?);
    let note = column(&one.row, 6);
    match path {
        "closed" => scene.on(next, move |scene| go(scene, &one.id, "closed", json!({ "answer": note }))),
        "assigned" => Ok(()),
        _ => {
            advance(scene, studies, &one.id, "assessment", json!({}))?;
            scene.on(later, move |scene| studied(scene, &one, path, note))
        }
    }
}

/// What the study of a request comes to.
fn studied(scene: &mut Scene<'_>, one: &Told, path: &str, note: &'static str) -> Result<()> {
    let id = &one.id;
    match path {
        "waits" => return go(scene, id, "awaiting_applicant", json!({ "reason": note })),
        "hold" => return go(scene, id, "on_hold", json!({ "reason": note })),
        "study" => return Ok(()),
        _ => {}
    }
    let (studies, decides, outcome) =
        if path == "rejected" { (Supervisor, Committee, "rejected") } else { (Researcher, Supervisor, "upheld") };
    advance(scene, studies, id, "for_decision", json!({}))?;
    if path == "decision" {
        return Ok(());
    }
    scene.call(decides, "requests.declare", json!({ "id": id, "tie": false }))?;
    let version = version(scene, id)?;
    let decision = json!({ "id": id, "version": version, "outcome": outcome, "reason": note });
    scene.call(decides, "requests.decide", decision)?;
    let (id, party) = (one.id.clone(), one.party.clone());
    scene.on(scene.today().plus_days(1)?, move |scene| told(scene, id, party, outcome))
}

/// The letter is handed over; what was decided is carried out, or contested.
fn told(scene: &mut Scene<'_>, id: String, party: String, outcome: &str) -> Result<()> {
    let letter = json!({ "id": id, "version": version(scene, &id)?, "on": scene.today() });
    scene.call(Researcher, "requests.hand_letter", letter)?;
    if outcome == "upheld" {
        go(scene, &id, "executing", json!({}))?;
        let note = said(scene, "executed")?;
        let done = json!({ "id": id, "version": version(scene, &id)?, "note": note });
        scene.call(Researcher, "requests.carry_out", done)?;
        return go(scene, &id, "closed", json!({}));
    }
    let grievance = Dice::new(SEED + 7).id(scene.now);
    let input = json!({
        "id": grievance, "kind": "grievance", "parent": id, "party": party, "channel": "letter",
        "subject": said(scene, "grievance")?, "body": said(scene, "grievance_body")?,
    });
    let day = scene.last.plus_days(-13)?;
    scene.on(day, move |scene| {
        let id = taken_in(scene, input)?;
        let to = scene.who(Researcher)?.id;
        scene.call(Supervisor, "requests.assign", json!({ "requests": [id], "to": to }))?;
        advance(scene, Researcher, &id, "assessment", json!({}))
    })
}

fn referred(scene: &mut Scene<'_>, one: Told) -> Result<()> {
    let choices = scene.call(Researcher, "requests.choices", json!({}))?;
    let place = usize::try_from(number(column(&one.row, 2))?).unwrap_or(0);
    let appointment = ago(scene, column(&one.row, 3))?;
    let (path, service) = (column(&one.row, 1), column(&one.row, 4));
    // The office lists its entities by name: the demonstration counts in that order.
    let entity = choices["entities"][place]["entity"].clone();
    let input = json!({
        "id": one.id, "kind": "referral", "party": one.party, "channel": "interview", "subject": service,
        "referral": { "entity": entity, "service": service, "appointment": appointment },
    });
    let id = taken_in(scene, input)?;
    if path == "new" {
        return Ok(());
    }
    let to = scene.who(Researcher)?.id;
    scene.call(Supervisor, "requests.assign", json!({ "requests": [id], "to": to }))?;
    let mut shared = json!({ "id": id, "version": version(scene, &id)?, "signed_on": scene.today() });
    shared["shared"] = json!(["name", "service", "mobile"]);
    scene.call(Researcher, "requests.give_consent", shared)?;
    say(scene, "hand_card", &id, "")?;
    staged(scene, &id, "contacted")?;
    let then = appointment.plus_days(2)?;
    match path {
        "served" => scene.on(then, move |scene| {
            staged(scene, &id, "arrived")?;
            staged(scene, &id, "served")?;
            go(scene, &id, "closed", json!({}))
        }),
        "unanswered" => scene.on(appointment.plus_days(6)?, move |scene| {
            for _ in 0..3 {
                let call = json!({ "id": id, "version": version(scene, &id)?, "result": "no_answer" });
                scene.call(Researcher, "requests.call", call)?;
            }
            Ok(())
        }),
        "withdrawn" => {
            let note = said(scene, "consent_back")?;
            scene.on(then, move |scene| say(scene, "withdraw_consent", &id, note))
        }
        _ => Ok(()),
    }
}

fn staged(scene: &mut Scene<'_>, id: &str, stage: &str) -> Result<()> {
    let input = json!({ "id": id, "version": version(scene, id)?, "stage": stage });
    scene.call(Researcher, "requests.stage", input).map(drop)
}

fn say(scene: &mut Scene<'_>, verb: &str, id: &str, note: &str) -> Result<()> {
    let input = json!({ "id": id, "version": version(scene, id)?, "note": note });
    scene.call(Researcher, &format!("requests.{verb}"), input).map(drop)
}

fn go(scene: &mut Scene<'_>, id: &str, to: &str, more: Value) -> Result<()> {
    advance(scene, Researcher, id, to, more)
}

fn advance(scene: &mut Scene<'_>, role: office::permission::Role, id: &str, to: &str, more: Value) -> Result<()> {
    let mut input = json!({ "id": id, "version": version(scene, id)?, "to": to });
    if let (Some(input), Value::Object(more)) = (input.as_object_mut(), more) {
        input.extend(more);
    }
    scene.call(role, "requests.advance", input).map(drop)
}

fn version(scene: &mut Scene<'_>, id: &str) -> Result<Value> {
    Ok(scene.call(Supervisor, "requests.open", json!({ "request": id }))?["record"]["number"].clone())
}

fn rows(scene: &Scene<'_>, list: &str) -> Result<Vec<Row>> {
    Ok(scene.words.list(list)?.to_vec())
}

/// A sentence of the requests that stands by itself.
fn said(scene: &Scene<'_>, key: &str) -> Result<&'static str> {
    let row = scene.words.list("request_text")?.iter().find(|row| row.first() == Some(&key));
    row.and_then(|row| row.get(1))
        .copied()
        .ok_or_else(|| Failure::broken(format!("words.tsv has no request_text {key}")))
}

fn text(of: &Value, key: &str) -> String {
    of[key].as_str().unwrap_or_default().to_owned()
}

fn number(text: &str) -> Result<i32> {
    text.parse().map_err(Failure::broken)
}

fn ago(scene: &Scene<'_>, days: &str) -> Result<Day> {
    scene.last.plus_days(-number(days)?)
}

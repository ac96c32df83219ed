//! Collecting in the demonstration: calls of the last two weeks, a promise that was kept, one that was broken and one that
//! is open, reminders that were prepared and sent, and what a borrower said of a loan that is closed.
//!
//! It asks the office whom to call, as a person would; it throws no dice, so that all else stays as it is.

use super::scene::Scene;
use kernel::{Failure, Result};
use office::permission::Role::{Finance, Researcher};
use serde_json::{Value, json};

/// Days before the last one on which calling begins, and after which the one who keeps their word pays.
const BEGINS: i32 = 13;
const PAYS: i32 = 4;
/// Promised, in halalas, of each of the first two.
const PROMISED: i64 = 20_000;

/// Plans the day on which calling begins.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let day = scene.last.plus_days(-BEGINS)?;
    scene.on(day, begin)
}

fn lines(page: &Value) -> Vec<Value> {
    page["lines"].as_array().cloned().unwrap_or_default()
}

fn begin(scene: &mut Scene<'_>) -> Result<()> {
    let worst = lines(&scene.call(Researcher, "collection.calls", json!({ "limit": 6 }))?);
    let outcomes = ["promise", "promise", "no_answer", "hardship", "refuses", "answered"];
    for (place, (line, outcome)) in worst.iter().zip(outcomes).enumerate() {
        let promise = if place < 2 { promise(scene, line, 6)? } else { Value::Null };
        call(scene, line, outcome, promise)?;
    }
    let Some(keeps) = worst.into_iter().nth(1) else { return Ok(()) };
    let day = scene.today().plus_days(PAYS)?;
    scene.on(day, move |scene| {
        let id = scene.id();
        let paid =
            json!({ "id": id, "loan": keeps["loan"], "day": scene.today(), "amount": PROMISED, "method": "transfer" });
        scene.call(Finance, "loans.repay", paid).map(drop)
    })
}

fn promise(scene: &mut Scene<'_>, line: &Value, days: i32) -> Result<Value> {
    let amount = line["outstanding"].as_i64().unwrap_or(PROMISED).min(PROMISED);
    Ok(json!({ "id": scene.id(), "amount": amount, "due": scene.today().plus_days(days)? }))
}

fn call(scene: &mut Scene<'_>, line: &Value, outcome: &str, promise: Value) -> Result<()> {
    let note = match outcome {
        "promise" => scene.words.text("call_promise")?,
        "hardship" => scene.words.text("call_hardship")?,
        "refuses" => scene.words.text("call_refuses")?,
        _ => "",
    };
    let id = scene.id();
    let kept = json!({ "id": id, "loan": line["loan"], "outcome": outcome, "note": note, "promise": promise });
    scene.call(Researcher, "collection.record_call", kept).map(drop)
}

/// What stands on the last day.
///
/// # Errors
/// What the office refuses.
pub fn fill(scene: &mut Scene<'_>) -> Result<()> {
    let worst = lines(&scene.call(Researcher, "collection.calls", json!({ "rank": "late", "limit": 20 }))?);
    if let Some(line) = worst.iter().find(|line| line["promise"].is_null() && line["last_call"].is_null()) {
        let promise = promise(scene, line, 5)?;
        call(scene, line, "promise", promise)?;
    }
    let waiting = lines(&scene.call(Researcher, "collection.reminders", json!({ "state": "waiting", "limit": 3 }))?);
    for (place, line) in waiting.iter().enumerate() {
        let items: Vec<Value> = line["items"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| json!({ "loan": item["loan"], "no": item["no"], "due": item["due"], "step": item["step"] }))
            .collect();
        let id = scene.id();
        let message = json!({ "id": id, "party": line["party"], "items": items, "text": line["text"] });
        scene.call(Researcher, "collection.prepare_reminder", message)?;
        if place == 0 {
            scene.call(Researcher, "collection.send_reminder", json!({ "id": id, "channel": "whatsapp" }))?;
        }
    }
    let loans = scene.call(Finance, "loans.list", json!({ "phase": ["closed"], "limit": 500 }))?;
    let closed = lines(&loans).into_iter().max_by_key(|line| line["last_paid_on"].to_string());
    let closed = closed.ok_or(Failure::not_found("loan"))?;
    let said = scene.words.text("satisfied")?;
    let answer = json!({ "loan": closed["loan"], "answer": 5, "channel": "call", "said": said });
    scene.call(Researcher, "collection.answer_satisfaction", answer).map(drop)
}

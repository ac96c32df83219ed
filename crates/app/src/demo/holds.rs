//! Halted projects of the demonstration on its last day: one with steps of help that waits for the committee, one whose
//! plan was laid out anew, one that was released, and one that was halted by hand.

use super::scene::Scene;
use super::words::column;
use kernel::{Failure, Result};
use office::permission::Role::{Committee, Finance, Researcher, Supervisor};
use serde_json::{Value, json};

/// # Errors
/// What the office refuses.
pub fn fill(scene: &mut Scene<'_>) -> Result<()> {
    let oldest_first = json!({ "cause": "signal", "order": { "by": "opened", "down": false } });
    let signals = scene.call(Finance, "holds.list", oldest_first)?;
    let in_distress: Vec<&Value> = signals["lines"].as_array().into_iter().flatten().collect();
    if let [first, .., last] = in_distress.as_slice() {
        helped(scene, first)?;
        resumed(scene, last)?;
    }
    let list = scene.call(Finance, "loans.list", json!({ "limit": 500 }))?;
    let holds = scene.call(Finance, "holds.list", json!({ "state": ["open", "released"], "limit": 500 }))?;
    let halted: Vec<&Value> = holds["lines"].as_array().into_iter().flatten().map(|line| &line["loan"]).collect();
    let goes_on =
        |line: &&Value| line["phase"] == "active" && line["days_late"] == 0 && !halted.contains(&&line["loan"]);
    let mut sound = list["lines"].as_array().into_iter().flatten().filter(goes_on).map(|line| line["loan"].clone());
    let mut next = || sound.next().ok_or(Failure::not_found("loan"));
    let (first, second) = (next()?, next()?);
    rescheduled(scene, &first)?;
    told(scene, &second, 1).map(drop)
}

/// Somebody halts a project by hand.
fn told(scene: &mut Scene<'_>, loan: &Value, place: usize) -> Result<Value> {
    let id = scene.id();
    let said = said(scene, "hold_sign", place)?;
    let sign = json!({ "id": id, "loan": loan, "side": "market", "said": said, "seen_on": scene.today() });
    Ok(scene.call(Finance, "holds.halt", sign)?["hold"].clone())
}

/// Steps of help, one of them done; and a decision that waits for the committee.
fn helped(scene: &mut Scene<'_>, line: &Value) -> Result<()> {
    let hold = &line["hold"];
    for (place, (side, days)) in [("association", 3), ("beneficiary", 6), ("association", 12)].into_iter().enumerate() {
        let id = scene.id();
        let text = said(scene, "hold_step", place)?;
        let (owner, due) = (scene.who(Researcher)?.id, scene.today().plus_days(days)?);
        let step = json!({ "id": id, "hold": hold, "text": text, "side": side, "owner": owner, "due": due });
        scene.call(Researcher, "holds.add_step", step)?;
        if place == 0 {
            let outcome = said(scene, "hold_outcome", 0)?;
            let done = json!({ "step": id, "version": 0, "done": true, "on": scene.today(), "outcome": outcome });
            scene.call(Researcher, "holds.settle_step", done)?;
        }
    }
    visited(scene, &line["loan"], 2_600, 6_000)?;
    let change = smaller(scene, hold)?;
    propose(scene, hold, "reschedule", 0, &change)
}

/// Six instalments more.
fn smaller(scene: &mut Scene<'_>, hold: &Value) -> Result<Value> {
    let page = scene.call(Finance, "holds.open", json!({ "hold": hold }))?;
    Ok(json!({ "kind": "extend", "from_due": page["next_due"], "by": 6 }))
}

/// A visit after the hold, with a month that was read.
fn visited(scene: &mut Scene<'_>, loan: &Value, sales: i64, income: i64) -> Result<()> {
    let id = scene.id();
    let unread = said(scene, "visit_unread", 0)?;
    let findings = said(scene, "visit_sound", 0)?;
    let not_read = |kind: &str| json!({ "kind": kind, "typed": "", "reason": unread });
    let read = |kind: &str, amount: i64| json!({ "kind": kind, "typed": amount.to_string() });
    let found = json!({
        "done_on": scene.today(), "signal": "sound", "findings": findings, "kept": [],
        "readings": [not_read("production"), read("sales", sales), not_read("stock"), not_read("customers"),
                     read("income", income)],
    });
    let begun = json!({ "kind": "visit", "subject_kind": "loan", "subject": loan });
    scene.call(Researcher, "follow_up.record", json!({ "id": id, "begun": begun, "found": found })).map(drop)
}

/// A hold that ended with smaller instalments: the committee approved what the supervisor proposed.
fn rescheduled(scene: &mut Scene<'_>, loan: &Value) -> Result<()> {
    let hold = told(scene, loan, 0)?;
    visited(scene, loan, 9_000, 40_000)?;
    let change = smaller(scene, &hold)?;
    propose(scene, &hold, "reschedule", 1, &change)?;
    approve(scene, &hold)
}

/// A hold that ended with a better reading: the project goes on as it was.
fn resumed(scene: &mut Scene<'_>, line: &Value) -> Result<()> {
    visited(scene, &line["loan"], 30_000, 9_000)?;
    propose(scene, &line["hold"], "coach_resume", 2, &Value::Null)?;
    approve(scene, &line["hold"])
}

fn propose(scene: &mut Scene<'_>, hold: &Value, decision: &str, reason: usize, change: &Value) -> Result<()> {
    let (id, reason) = (scene.id(), said(scene, "hold_reason", reason)?);
    let proposal = json!({ "id": id, "hold": hold, "decision": decision, "reason": reason, "change": change });
    scene.call(Supervisor, "holds.propose", proposal).map(drop)
}

fn approve(scene: &mut Scene<'_>, hold: &Value) -> Result<()> {
    scene.call(Committee, "holds.approve", json!({ "hold": hold, "declared": true })).map(drop)
}

/// A line of a list of the words.
fn said(scene: &Scene<'_>, list: &str, place: usize) -> Result<String> {
    let rows = scene.words.list(list)?;
    let row =
        rows.get(place % rows.len().max(1)).ok_or_else(|| Failure::broken(format!("the list {list} is empty")))?;
    Ok(column(row, 0).to_owned())
}

//! Guarantees of the demonstration on its last day: one that waits to be verified, one that was, one that is called; and
//! the notes of some loans. That some have expired was said when their loans were asked for.

use super::scene::Scene;
use kernel::{Failure, Result};
use office::permission::Role::{Committee, Finance, Researcher, Supervisor};
use serde_json::{Value, json};

/// Identity numbers of two guarantors, which nobody else in the demonstration has.
const NUMBERS: [&str; 2] = ["1070707078", "1999999996"];

/// # Errors
/// What the office refuses.
pub fn fill(scene: &mut Scene<'_>) -> Result<()> {
    let list = scene.call(Finance, "loans.list", json!({ "limit": 500 }))?;
    let loans = || list["lines"].as_array().into_iter().flatten();
    let out = |late: bool| loans().filter(move |line| line["phase"] == "active" && (line["days_late"] != 0) == late);
    for (place, (loan, number)) in out(false).zip(NUMBERS).enumerate() {
        let name = scene.words.text(if place == 0 { "guarantor_one" } else { "guarantor_two" })?;
        let (id, party) = (scene.id(), scene.id());
        let born = if place == 0 { "1984-05-02" } else { "1979-11-20" };
        let input = json!({
            "id": id, "loan": loan["loan"], "kind": "guarantor", "income": 850_000,
            "until": scene.last.plus_days(365)?,
            "guarantor": { "id": party, "number": number, "name": name, "born_on": born, "mobile": "0551234567" },
        });
        scene.call(Researcher, "guarantees.propose", input)?;
        if place == 0 {
            let seen = ["identity_seen", "income_seen", "undertaking_signed"];
            let until = scene.last.plus_days(365)?;
            let input = json!({ "guarantee": id, "checked": seen, "until": until });
            scene.call(Committee, "guarantees.verify", input)?;
        }
    }
    let late = out(true).max_by_key(|line| line["days_late"].as_i64()).ok_or(Failure::not_found("loan"))?;
    let of = json!({ "loan": late["loan"] });
    let called = scene.call(Finance, "guarantees.of_loan", of)?["guarantees"][0]["id"].clone();
    let reason = scene.words.text("called")?;
    scene.call(Finance, "guarantees.ask_call", json!({ "guarantee": called, "reason": reason }))?;
    scene.call(Committee, "guarantees.approve_call", json!({ "guarantee": called }))?;

    let product = scene.call(Supervisor, "loans.products", json!({}))?["products"][0]["id"].clone();
    let terms = json!({ "bands": [{ "above": 3_000_000, "guarantors": 1 }], "oldest": 65 });
    let rule: Value = json!({ "product": product, "terms": terms, "version": 0 });
    scene.call(Supervisor, "guarantees.set_rule", rule)?;
    for line in out(false).take(3) {
        notes(scene, &line["loan"])?;
    }
    Ok(())
}

/// A note at sight over what a loan owes, signed and kept.
///
/// # Errors
/// What the office refuses.
pub fn notes(scene: &mut Scene<'_>, loan: &Value) -> Result<()> {
    let place = scene.words.text("note_place")?;
    let kept = scene.words.text("note_kept")?;
    scene.call(
        Researcher,
        "guarantees.draw_notes",
        json!({ "loan": loan, "per": "sight", "place_of_issue": place }),
    )?;
    let signed = json!({ "loan": loan, "day": scene.today(), "kept_at": kept });
    scene.call(Researcher, "guarantees.sign_notes", signed).map(drop)
}

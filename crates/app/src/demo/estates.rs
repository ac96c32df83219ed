//! Investments of the demonstration on its last day: a building with its tenants, owned before the books began, one of them late and
//! one about to leave; an enterprise; an idea that waits for a decision; and a rule with the draft it brought about.

use super::books::fund_of;
use super::scene::Scene;
use super::words::column;
use kernel::Result;
use office::permission::Role::{Finance, Supervisor};
use serde_json::{Value, json};

/// # Errors
/// What the office refuses.
pub fn fill(scene: &mut Scene<'_>) -> Result<()> {
    let building = invested(scene, "estate", json!({ "kind": "property", "opened_cost": 115_000_000 }))?;
    let enterprise = json!({ "kind": "enterprise", "size": "small", "opened_cost": 12_000_000, "share_points": 3_000 });
    let bakery = invested(scene, "bakery", enterprise)?;
    for row in scene.words.list("estate_unit")?.to_vec() {
        let number = |place: usize| column(&row, place).parse::<i32>().unwrap_or_default();
        let unit = scene.id();
        let facts = json!({ "name": column(&row, 0), "rooms": number(1), "cost": 28_750_000, "asked_rent": 200_000 });
        scene.call(Finance, "investments.add_unit", json!({ "id": unit, "investment": building, "facts": facts }))?;
        let starts = scene.last.first_of_month().plus_months(-number(3))?;
        let lease = scene.id();
        let input = json!({
            "id": lease, "unit": unit, "tenant": scene.id(), "party": { "name": column(&row, 2) }, "starts": starts, "months": 12,
            "annual": 2_400_000, "pays": 12, "calendar": "gregorian", "deposit": 200_000, "income_proof": "paper",
        });
        scene.call(Finance, "investments.add_lease", input)?;
        for month in 0..number(4) {
            let day = starts.plus_months(month)?;
            let input = json!({ "id": scene.id(), "lease": lease, "day": day, "amount": 200_000, "way": "transfer" });
            scene.call(Finance, "investments.receive_rent", input)?;
        }
    }
    scene.call(Finance, "investments.post_dues", json!({}))?;
    let from = scene.words.text("bakery")?;
    let came = json!({ "id": scene.id(), "investment": bakery, "day": scene.last, "amount": 1_260_000, "from": from, "way": "transfer" });
    scene.call(Finance, "investments.receive_return", came)?;
    let work = scene.words.text("estate_work")?;
    let input = json!({ "id": scene.id(), "investment": building, "work": work, "planned_on": scene.last.plus_days(5)?, "every_months": 6 });
    scene.call(Finance, "investments.plan_maintenance", input)?;
    let facts = facts(scene, "idea", json!({ "kind": "service", "expected_cost": 9_000_000 }))?;
    let idea = scene.id();
    scene.call(Finance, "investments.propose", json!({ "id": idea, "facts": facts }))?;
    scene.call(Finance, "investments.ask_decision", json!({ "id": idea, "version": 1 }))?;
    allocated(scene)
}

fn facts(scene: &Scene<'_>, key: &str, more: Value) -> Result<Value> {
    let text = |of: &str| scene.words.text(&format!("{key}{of}"));
    let mut facts = json!({
        "name": text("")?, "fund": fund_of(scene, "investment")?, "idea": text("_idea")?, "study": text("_study")?,
        "manager": text("_manager")?,
    });
    if let (Some(all), Value::Object(more)) = (facts.as_object_mut(), more) {
        all.extend(more);
    }
    Ok(facts)
}

/// An investment owned before the books began, decided by another person.
fn invested(scene: &mut Scene<'_>, key: &str, more: Value) -> Result<String> {
    let facts = facts(scene, key, more)?;
    let cost = facts["opened_cost"].clone();
    let id = scene.id();
    scene.call(Finance, "investments.propose", json!({ "id": id, "facts": facts }))?;
    scene.call(Finance, "investments.ask_decision", json!({ "id": id, "version": 1 }))?;
    let decision = scene.words.text("estate_decision")?;
    let input = json!({ "id": id, "version": 2, "approved_cost": cost, "decision": decision });
    scene.call(Supervisor, "investments.approve", input)?;
    Ok(id)
}

/// A fifth of the net return goes to the partnership fund; last quarter's share waits.
fn allocated(scene: &mut Scene<'_>) -> Result<()> {
    let (rule, version) = (scene.id(), scene.id());
    let (name, decision) = (scene.words.text("estate_rule")?, scene.words.text("estate_decision")?);
    let since = scene.last.plus_months(-12)?;
    let input = json!({
        "rule": rule, "version": version, "name": name, "base": "return", "from": fund_of(scene, "investment")?,
        "effective_on": since, "applies": "at_period_end", "decision": decision, "decided_on": since,
        "lines": [{ "to": fund_of(scene, "partnership")?, "points": 2_000 }],
    });
    scene.call(Finance, "investments.write_rule", input)?;
    scene.call(Supervisor, "investments.approve_rule", json!({ "version": version }))?;
    let middle = scene.last.first_of_month().plus_months(-2)?;
    let periods = [(middle.plus_months(-3)?, middle.plus_days(-1)?), (middle, scene.last)];
    for (place, (from, until)) in periods.into_iter().enumerate() {
        let id = scene.id();
        let input = json!({ "id": id, "rule": rule, "from": from, "until": until });
        scene.call(Finance, "investments.apply_rule", input)?;
        if place == 0 {
            scene.call(Supervisor, "funds.approve", json!({ "id": id }))?;
        }
    }
    Ok(())
}

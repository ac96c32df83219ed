//! A programme in the demonstration: a governorate that was studied, with the initiatives built on what was found, their money,
//! their results as far as they were measured, and the associations that carry them.
//!
//! What happens stands in `data/programmes.json`, a line a step: on which day before the last, by whom, which command, of which
//! record's version. Within a question, `id:` is a name that becomes an identifier, `partner:` a partner by its name, `person:` who
//! has a role, `phase:` a phase by its number, `day:` a day counted from the last one, `past:` the same and never after the day of
//! the step. It throws dice of its own, so that the loans and families before it stay as they are.

use super::dice::Dice;
use super::scene::Scene;
use database::values;
use kernel::id::PartyId;
use kernel::{Day, Failure, Result};
use office::permission::Role;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;

const SEED: u64 = 0x9B31;
const PLACE: &str = "programmes.json";

/// The identifiers of what is named.
type Known = Rc<BTreeMap<String, String>>;

/// Plans each step on its day.
///
/// # Errors
/// A step that cannot be read; a day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let steps: Vec<Value> = serde_json::from_str(include_str!("data/programmes.json")).map_err(Failure::broken)?;
    let mut dice = Dice::new(SEED);
    let mut known = BTreeMap::new();
    for step in &steps {
        names(&step["input"], &mut |name| {
            known.entry(name.to_owned()).or_insert_with(|| dice.id(scene.now));
        });
    }
    let known: Known = Rc::new(known);
    for step in steps {
        let known = Rc::clone(&known);
        let at = step["at"].as_i64().and_then(|at| i32::try_from(at).ok()).ok_or_else(|| wrong(&step))?;
        let day = scene.last.plus_days(at)?;
        scene.on(day, move |scene| taken(scene, &known, &step))?;
    }
    Ok(())
}

fn wrong(step: &Value) -> Failure {
    Failure::broken(format!("{PLACE}: {step}"))
}

/// Every name an identifier is made for.
fn names(value: &Value, found: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => {
            if let Some(name) = text.strip_prefix("id:") {
                found(name);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        Value::Object(fields) => fields.values().for_each(|item| names(item, found)),
        _ => {}
    }
}

fn taken(scene: &mut Scene<'_>, known: &Known, step: &Value) -> Result<()> {
    let (Some(role), Some(command)) = (step["as"].as_str().and_then(role), step["do"].as_str()) else {
        return Err(wrong(step));
    };
    let mut input = filled(scene, known, &step["input"])?;
    let version = match step["of"].as_str() {
        None => None,
        Some("programme") => {
            let page = scene.call(role, "programmes.open", json!({ "programme": named(known, "p")? }))?;
            Some(page["record"]["number"].clone())
        }
        Some(of) => {
            let key = of.strip_prefix("initiative:").ok_or_else(|| wrong(step))?;
            let page = scene.call(role, "programmes.initiative", json!({ "initiative": named(known, key)? }))?;
            Some(page["record"]["number"].clone())
        }
    };
    if let (Some(version), Some(input)) = (version, input.as_object_mut()) {
        input.insert("version".to_owned(), version);
    }
    scene.call(role, command, input).map(drop)
}

fn role(name: &str) -> Option<Role> {
    Role::ALL.iter().copied().find(|role| role.name() == name)
}

fn named(known: &Known, name: &str) -> Result<String> {
    known.get(name).cloned().ok_or_else(|| Failure::broken(format!("{PLACE}: nothing is named {name}")))
}

fn day_of(scene: &Scene<'_>, days: &str) -> Result<Day> {
    scene.last.plus_days(days.parse().map_err(Failure::broken)?)
}

fn filled(scene: &mut Scene<'_>, known: &Known, value: &Value) -> Result<Value> {
    Ok(match value {
        Value::String(text) => match text.split_once(':') {
            Some(("id", name)) => json!(named(known, name)?),
            Some(("day", days)) => json!(day_of(scene, days)?),
            Some(("past", days)) => json!(day_of(scene, days)?.min(scene.today())),
            Some(("person", name)) => json!(scene.who(role(name).ok_or_else(|| wrong(value))?)?.id),
            Some(("partner", name)) => {
                let sql = "SELECT party FROM partner_card WHERE name = $1";
                let found: Option<PartyId> = scene.db().row(sql, values![name], |row| row.get("party"))?;
                json!(found.ok_or_else(|| wrong(value))?)
            }
            Some(("phase", no)) => {
                let no: usize = no.parse().map_err(Failure::broken)?;
                let input = json!({ "programme": named(known, "p")? });
                let page = scene.call(Role::Supervisor, "programmes.open", input)?;
                page["phases"][no - 1]["id"].clone()
            }
            _ => value.clone(),
        },
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| filled(scene, known, item)).collect::<Result<_>>()?)
        }
        Value::Object(fields) => {
            let mut all = serde_json::Map::new();
            for (name, item) in fields {
                all.insert(name.clone(), filled(scene, known, item)?);
            }
            Value::Object(all)
        }
        other => other.clone(),
    })
}

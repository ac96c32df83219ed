//! Partners in the demonstration: the memoranda of a forum and what came before them, in force, renewed, ended, on their way;
//! obligations of both sides kept, late and without evidence; contributions, endorsements, experience.
//!
//! It throws dice of its own, so that the loans and families before it stay as they are.

use super::dice::Dice;
use super::scene::Scene;
use super::words::{Row, column};
use database::values;
use kernel::{Day, Failure, Result};
use office::permission::Role::{Administrator, Researcher, Supervisor};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;

const SEED: u64 = 0x9A27;
/// Days before the last one on which the first partners are written down.
const BEGINS: i32 = 480;

/// The identifiers of partners, programmes and agreements, by their keys in the words.
type Known = Rc<BTreeMap<String, String>>;

/// Plans the day on which partners are written down, and what follows.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let day = scene.last.plus_days(-BEGINS)?;
    scene.on(day, begin)
}

fn begin(scene: &mut Scene<'_>) -> Result<()> {
    let mut dice = Dice::new(SEED);
    let mut known = BTreeMap::new();
    for list in ["partner", "partner_programme", "agreement"] {
        for row in rows(scene, list)? {
            known.insert(format!("{list}.{}", column(&row, 0)), dice.id(scene.now));
        }
    }
    let known: Known = Rc::new(known);
    for row in rows(scene, "partner_programme")? {
        let input = json!({ "programme": of(&known, "partner_programme", column(&row, 0))?, "name": column(&row, 1), "active": true });
        scene.call(Supervisor, "partners.save_programme", input)?;
    }
    for row in rows(scene, "partner")? {
        added(scene, &known, &row)?;
    }
    for row in rows(scene, "partner_contact")? {
        let partner = of(&known, "partner", column(&row, 0))?;
        let version = version(scene, &partner)?;
        let input = json!({
            "id": dice.id(scene.now), "partner": partner, "version": version, "name": column(&row, 1), "duty": column(&row, 2),
            "phone": column(&row, 3), "note": column(&row, 4),
        });
        scene.call(Researcher, "partners.save_contact", input)?;
    }
    for row in rows(scene, "partner_align")? {
        let partner = of(&known, "partner", column(&row, 0))?;
        let input = json!({
            "partner": partner, "version": version(scene, &partner)?, "programme": of(&known, "partner_programme", column(&row, 1))?,
            "score": number(column(&row, 2))?, "note": column(&row, 3),
        });
        scene.call(Researcher, "partners.align", input)?;
    }
    for row in rows(scene, "agreement")? {
        let day = ago(scene, column(&row, 4))?;
        let mut owed = Vec::new();
        for obligation in rows(scene, "obligation")?.into_iter().filter(|one| column(one, 0) == column(&row, 0)) {
            owed.push((dice.id(scene.now), obligation));
        }
        let known = Rc::clone(&known);
        scene.on(day, move |scene| proposed(scene, &known, row, owed))?;
    }
    given(scene, &known, &mut dice)
}

fn added(scene: &mut Scene<'_>, known: &Known, row: &Row) -> Result<()> {
    let [key, kind, name, sector, city, parent, components, since, orientation, ours, theirs, plan] =
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(|place| column(row, place));
    let parent = (!parent.is_empty()).then(|| of(known, "partner", parent)).transpose()?;
    let keeper = scene.who(Supervisor)?.id;
    let since = ago(scene, since)?.min(scene.today());
    let components: Vec<&str> = components.split(',').filter(|one| !one.is_empty()).collect();
    let input = json!({
        "partner": of(known, "partner", key)?, "party": { "name": name, "city": city }, "components": components,
        "facts": {
            "kind": kind, "sector": sector, "parent": parent, "orientation": orientation, "our_interest": lines(ours),
            "their_interest": lines(theirs), "responsibility_plan": plan, "keeper": keeper, "since": since,
        },
    });
    scene.call(Administrator, "partners.add", input).map(drop)
}

/// An agreement is proposed with what both sides owe, and goes its way from the next days on.
fn proposed(scene: &mut Scene<'_>, known: &Known, row: Row, owed: Vec<(String, Row)>) -> Result<()> {
    let id = of(known, "agreement", column(&row, 0))?;
    let targets: Vec<&str> = column(&row, 12).split(',').filter(|one| !one.is_empty()).collect();
    let amount = (!column(&row, 9).trim().is_empty()).then(|| number(column(&row, 9)).map(|riyals| riyals * 100));
    let renews = (!column(&row, 11).is_empty()).then(|| of(known, "agreement", column(&row, 11))).transpose()?;
    let parties: Vec<Value> = match column(&row, 10) {
        "" => Vec::new(),
        parent => vec![json!({ "partner": of(known, "partner", parent)?, "role": "parent", "signs": false })],
    };
    let (starts, ends) = (from_last(scene, column(&row, 5))?, from_last(scene, column(&row, 6))?);
    let partner = of(known, "partner", column(&row, 1))?;
    let sheet = scene.call(Researcher, "partners.open", json!({ "partner": partner }))?;
    let interest = |key: &str| match sheet["facts"][key].as_str() {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => said(scene, "purpose").unwrap_or_default().to_owned(),
    };
    let terms = json!({
        "title": column(&row, 3), "purpose": said(scene, "purpose")?, "fields": lines(said(scene, "fields")?),
        "our_interest": interest("our_interest"), "their_interest": interest("their_interest"),
        "default_terms": said(scene, "default")?, "liability_limits": said(scene, "liability")?,
        "dispute_clause": said(scene, "dispute")?, "amount": amount.transpose()?, "our_signatory": said(scene, "ours")?,
        "starts": starts, "ends": ends,
    });
    let input = json!({
        "id": id, "partner": partner, "kind": column(&row, 2), "terms": terms, "parties": parties, "targets": targets,
        "renews": renews,
    });
    scene.call(Researcher, "partners.propose", input)?;
    for (obligation, one) in &owed {
        let ours = column(one, 1) == "ours";
        let keeper = if ours { Some(scene.who(Researcher)?.id) } else { None };
        let amount =
            (!column(one, 5).is_empty()).then(|| number(column(one, 5)).map(|riyals| riyals * 100)).transpose()?;
        let typed = json!({
            "side": column(one, 1), "text": column(one, 2), "site": column(one, 3), "due": from_last(scene, column(one, 4))?,
            "amount": amount, "keeper": keeper,
        });
        let input = json!({ "id": obligation, "agreement": id, "obligation": typed });
        scene.call(Researcher, "partners.add_obligation", input)?;
    }
    let next = scene.today().plus_days(2)?;
    scene.on(next, move |scene| goes_on(scene, &id, &row, owed))
}

fn goes_on(scene: &mut Scene<'_>, id: &str, row: &Row, owed: Vec<(String, Row)>) -> Result<()> {
    let path = column(row, 7);
    let note = |key: &str, scene: &Scene<'_>| Ok::<Value, Failure>(json!({ "note": said(scene, key)? }));
    let talks = note("talks", scene)?;
    step(scene, Researcher, "negotiate", id, talks)?;
    match path {
        "negotiating" => return Ok(()),
        "declined" => {
            let why = note("declined", scene)?;
            return step(scene, Researcher, "decline", id, why);
        }
        _ => {}
    }
    let word = note("asked", scene)?;
    step(scene, Researcher, "ask_approval", id, word)?;
    if path == "for_approval" {
        return Ok(());
    }
    let decision = json!({ "decision": said(scene, "decision")? });
    step(scene, Supervisor, "approve", id, decision)?;
    let (starts, ends) = (from_last(scene, column(row, 5))?, from_last(scene, column(row, 6))?);
    let signed = json!({
        "signed_on": scene.today(), "event": column(row, 8), "our_signatory": said(scene, "ours")?,
        "their_signatory": said(scene, "theirs")?, "starts": starts, "ends": ends,
    });
    step(scene, Researcher, "sign", id, signed)?;
    for (obligation, one) in owed {
        if column(&one, 6).is_empty() {
            continue;
        }
        let done = from_last(scene, column(&one, 6))?;
        scene.on(done, move |scene| {
            let kind = column(&one, 7);
            let input = json!({
                "id": obligation, "version": 0, "done_on": done.min(scene.today()), "evidence": column(&one, 8),
                "evidence_kind": (!kind.is_empty()).then_some(kind),
            });
            scene.call(Researcher, "partners.fulfil_obligation", input).map(drop)
        })?;
    }
    if path == "terminated" {
        let (id, day) = (id.to_owned(), scene.last.plus_days(-3)?);
        scene.on(day, move |scene| {
            let ended = json!({ "terminated_on": scene.today(), "reason": said(scene, "terminated")? });
            step(scene, Supervisor, "terminate", &id, ended)
        })?;
    }
    Ok(())
}

fn step(scene: &mut Scene<'_>, role: office::permission::Role, verb: &str, id: &str, more: Value) -> Result<()> {
    let sheet = scene.call(role, "partners.agreement", json!({ "agreement": id }))?;
    let mut input = json!({ "id": id, "version": sheet["record"]["number"] });
    if let (Some(input), Value::Object(more)) = (input.as_object_mut(), more) {
        input.extend(more);
    }
    scene.call(role, &format!("partners.{verb}"), input).map(drop)
}

/// Contributions, endorsements and experience, each on its day.
fn given(scene: &mut Scene<'_>, known: &Known, dice: &mut Dice) -> Result<()> {
    for row in rows(scene, "contribution")? {
        let agreement = column(&row, 5);
        let input = json!({
            "id": dice.id(scene.now), "partner": of(known, "partner", column(&row, 0))?, "kind": column(&row, 1),
            "text": column(&row, 2), "amount": number(column(&row, 3))? * 100, "day": ago(scene, column(&row, 4))?,
            "agreement": (!agreement.is_empty()).then(|| of(known, "agreement", agreement)).transpose()?,
            "receipt": if column(&row, 1) == "money" { "RV-2026-00118" } else { "" },
        });
        let day = ago(scene, column(&row, 4))?;
        scene.on(day, move |scene| scene.call(Researcher, "partners.add_contribution", input).map(drop))?;
    }
    for row in rows(scene, "endorsement")? {
        let day = ago(scene, column(&row, 3))?;
        let input = json!({
            "id": dice.id(scene.now), "partner": of(known, "partner", column(&row, 0))?, "form": column(&row, 1),
            "text": column(&row, 2), "day": day, "programme": of(known, "partner_programme", column(&row, 4))?,
        });
        scene.on(day, move |scene| scene.call(Researcher, "partners.add_endorsement", input).map(drop))?;
    }
    for row in rows(scene, "exchange")? {
        let day = ago(scene, column(&row, 5))?;
        let input = json!({
            "id": dice.id(scene.now), "partner": of(known, "partner", column(&row, 0))?, "direction": column(&row, 1),
            "form": column(&row, 2), "text": column(&row, 3), "outcome": column(&row, 4), "day": day,
            "people": number(column(&row, 6))?,
        });
        scene.on(day, move |scene| scene.call(Researcher, "partners.add_exchange", input).map(drop))?;
    }
    let (partner, id, day) = (of(known, "partner", "maarif")?, dice.id(scene.now), scene.last.plus_days(-1)?);
    scene.on(day, move |scene| booked(scene, &partner, &id))
}

/// A gift that stands in the books by its receipt.
fn booked(scene: &mut Scene<'_>, partner: &str, id: &str) -> Result<()> {
    let sql = "SELECT v.year, v.voucher_no, v.day, (SELECT sum(l.amount) FROM voucher_line l \
               WHERE l.entry = v.id AND l.amount > 0) AS amount FROM voucher v WHERE v.kind = 'RV' ORDER BY v.day DESC, v.voucher_no LIMIT 1";
    let found: Option<(i64, i64, Day, i64)> = scene.db().row(sql, values![], |row| {
        Ok((row.get("year")?, row.get("voucher_no")?, row.get("day")?, row.get("amount")?))
    })?;
    let Some((year, number, day, amount)) = found else { return Ok(()) };
    let input = json!({
        "id": id, "partner": partner, "kind": "money", "text": said(scene, "purpose")?, "amount": amount, "day": day,
        "receipt": format!("RV-{year}-{number:05}"),
    });
    scene.call(Researcher, "partners.add_contribution", input).map(drop)
}

fn version(scene: &mut Scene<'_>, partner: &str) -> Result<Value> {
    Ok(scene.call(Researcher, "partners.open", json!({ "partner": partner }))?["record"]["number"].clone())
}

fn of(known: &Known, list: &str, key: &str) -> Result<String> {
    let found = known.get(&format!("{list}.{key}")).cloned();
    found.ok_or_else(|| Failure::broken(format!("words.tsv has no {list} {key}")))
}

fn rows(scene: &Scene<'_>, list: &str) -> Result<Vec<Row>> {
    Ok(scene.words.list(list)?.to_vec())
}

/// A sentence of agreements that stands by itself.
fn said(scene: &Scene<'_>, key: &str) -> Result<&'static str> {
    let row = scene.words.list("agreement_text")?.iter().find(|row| row.first() == Some(&key));
    row.and_then(|row| row.get(1))
        .copied()
        .ok_or_else(|| Failure::broken(format!("words.tsv has no agreement_text {key}")))
}

fn lines(text: &str) -> String {
    text.replace('|', "\n")
}

fn number(text: &str) -> Result<i64> {
    text.trim().parse().map_err(Failure::broken)
}

fn from_last(scene: &Scene<'_>, days: &str) -> Result<Day> {
    scene.last.plus_days(i32::try_from(number(days)?).map_err(Failure::broken)?)
}

fn ago(scene: &Scene<'_>, days: &str) -> Result<Day> {
    scene.last.plus_days(-i32::try_from(number(days)?).map_err(Failure::broken)?)
}

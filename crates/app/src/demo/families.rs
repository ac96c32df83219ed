//! Families come to the association, week after week: files are opened, papers checked, members and notes written, and
//! each file goes its way.

use super::numbers;
use super::scene::Scene;
use super::words::column;
use kernel::{Day, Failure, Result};
use office::permission::Role::{Researcher, Supervisor};
use serde_json::{Value, json};

/// Files of the demonstration.
const FILES: i64 = 300;
/// Files of the first weeks, when the association moves from its papers to the program.
const FIRST_WEEKS: i64 = 170;

/// What becomes of a file in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Something is missing, so it stays registered.
    Incomplete,
    Active,
    Suspended,
    Graduated,
    Closed,
}

/// Somebody who may ask for a loan.
#[derive(Debug, Clone)]
pub struct Borrower {
    pub party: String,
    pub woman: bool,
}

/// Plans the opening of every file.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>, first: Day) -> Result<()> {
    let last = scene.last;
    let weeks = last.number() - first.number();
    for number in 0..FILES {
        let day = if number < FIRST_WEEKS { scene.dice.days(1, 50) } else { scene.dice.days(51, weeks - 1) };
        scene.on(first.plus_days(day)?, move |scene| open(scene, number))?;
    }
    Ok(())
}

fn fate(number: i64, today: Day, last: Day) -> Fate {
    let recent = last.number() - today.number() < 25;
    let settled = last.number() - today.number() > 200;
    match number % 25 {
        _ if recent => Fate::Incomplete,
        7 => Fate::Incomplete,
        11 if settled => Fate::Suspended,
        3 | 15 if settled => Fate::Graduated,
        19 if settled => Fate::Closed,
        _ => Fate::Active,
    }
}

fn open(scene: &mut Scene<'_>, number: i64) -> Result<()> {
    let (today, last) = (scene.today(), scene.last);
    let fate = fate(number, today, last);
    let woman = scene.dice.between(1, 100) <= 62;
    let party = scene.id();
    let family = family(scene)?;
    let mut name = full_name(scene, woman, &family)?;
    let facts = facts(scene, number, woman)?;
    let identity = if fate == Fate::Incomplete && scene.dice.once_in(2) {
        json!({})
    } else {
        json!({ "number": numbers::national_id(&mut scene.dice)?, "expires_on": expiry(scene, number)? })
    };
    let has_identity = identity.get("number").is_some();
    // Two people of one name would be asked about; the office of the demonstration has none.
    for _ in 0..20 {
        let mut facts = facts.clone();
        facts["name"] = json!(name);
        let input = json!({ "party": party, "facts": facts, "identity": identity });
        match scene.attempt(Researcher, "beneficiaries.add", input) {
            Ok(_) => return grow(scene, &party, number, fate, woman, &name, has_identity),
            Err(Failure::Refused(refusal)) if refusal.code.0 == "parties.likely_duplicate" => {
                name = full_name(scene, woman, &family)?;
            }
            Err(failure) => return Err(Failure::broken(format!("a file on {today}: {failure}"))),
        }
    }
    Err(Failure::broken("no name was free"))
}

fn family(scene: &mut Scene<'_>) -> Result<String> {
    Ok(column(&scene.word("family")?, 0).to_owned())
}

fn full_name(scene: &mut Scene<'_>, woman: bool, family: &str) -> Result<String> {
    let own = scene.word(if woman { "woman" } else { "man" })?;
    let (father, grandfather) = (scene.word("man")?, scene.word("man")?);
    Ok([column(&own, 0), column(&father, 0), column(&grandfather, 0), family].join(" "))
}

/// Most records run for years; some have run out, and some soon will.
fn expiry(scene: &mut Scene<'_>, number: i64) -> Result<Day> {
    let (today, last) = (scene.today(), scene.last);
    let days = match number % 30 {
        5 => scene.dice.days(-55, -2),
        12 | 21 => scene.dice.days(3, 29),
        _ => scene.dice.days(90, 2900),
    };
    let day = last.plus_days(days)?;
    // A record must hold on the day it is checked.
    Ok(day.max(today.plus_days(20)?))
}

fn facts(scene: &mut Scene<'_>, number: i64, woman: bool) -> Result<Value> {
    let town = scene.word("town")?;
    let districts: Vec<&str> = column(&town, 3).split('|').collect();
    let district = scene.dice.pick(&districts).copied().unwrap_or_default();
    let street = scene.word("street")?;
    let group = scene.word("group")?;
    let size = scene.dice.between(1, 9);
    let marital = match (woman, scene.dice.between(1, 10)) {
        (_, 1) => "single",
        (true, 2..=4) => "divorced",
        (true, 5..=6) => "widowed",
        (true, 7) => "abandoned",
        (false, 2) => "divorced",
        _ => "married",
    };
    let social_security = scene.dice.between(1, 10) <= 4;
    let income = scene.dice.riyals(1_200, 6_800, 50)?;
    let support = if social_security { Some(scene.dice.riyals(900, 2_400, 10)?) } else { None };
    let review = scene.last.plus_days(match number % 20 {
        4 => scene.dice.days(-40, -1),
        9 | 14 => scene.dice.days(1, 13),
        _ => scene.dice.days(20, 330),
    })?;
    // Most files are those of the researcher who signs in; two others help in the field.
    let (researcher_name, researcher) = if scene.dice.between(1, 10) <= 6 {
        let who = scene.who(Researcher)?;
        (who.name.clone(), Some(who.id))
    } else {
        (column(&scene.word("researcher")?, 0).to_owned(), None)
    };
    let born = scene.today().plus_days(-scene.dice.days(22 * 365, 66 * 365))?;
    let address = numbers::short_address(&mut scene.dice, column(&town, 2));
    let iban = if scene.dice.once_in(2) { numbers::iban(&mut scene.dice)? } else { String::new() };
    Ok(json!({
        "sex": if woman { "female" } else { "male" },
        "born_on": born,
        "marital_status": marital,
        "mobile": numbers::mobile(&mut scene.dice),
        "region": scene.words.text("region")?,
        "governorate": column(&town, 1),
        "city": column(&town, 0),
        "district": district,
        "street": column(&street, 0),
        "building_no": &address[4..],
        "short_address": address,
        "target_group": column(&group, 0),
        "class": scene.dice.pick(&["a", "b", "b", "c", "c", "c", "d"]).copied().unwrap_or_default(),
        "researcher_name": researcher_name,
        "researcher": researcher,
        "next_review_on": review,
        "family_size": size,
        "monthly_income": income,
        "social_security": social_security,
        "social_security_amount": support,
        "iban": iban,
    }))
}

/// What follows once a file is open.
fn grow(
    scene: &mut Scene<'_>,
    party: &str,
    number: i64,
    fate: Fate,
    woman: bool,
    name: &str,
    has_identity: bool,
) -> Result<()> {
    let today = scene.today();
    scene.call(
        Researcher,
        "beneficiaries.consent",
        json!({ "party": party, "purpose": "keep", "form": "signed", "given_on": today }),
    )?;
    if scene.dice.once_in(5) {
        let purpose = if scene.dice.once_in(2) { "share" } else { "photo" };
        let input = json!({ "party": party, "purpose": purpose, "form": "spoken", "given_on": today });
        scene.call(Researcher, "beneficiaries.consent", input)?;
    }
    if has_identity && fate != Fate::Incomplete {
        scene.call(Researcher, "beneficiaries.check_identity", json!({ "party": party }))?;
    }
    members(scene, party, woman, name)?;
    for _ in 0..scene.dice.between(0, 2) {
        let day = today.plus_days(scene.dice.days(2, 320))?;
        let party = party.to_owned();
        scene.on(day, move |scene| {
            let text = column(&scene.word("note")?, 0);
            scene.call(Researcher, "beneficiaries.note", json!({ "party": party, "text": text })).map(drop)
        })?;
    }
    if fate == Fate::Incomplete {
        return Ok(());
    }
    let party = party.to_owned();
    let activation = today.plus_days(scene.dice.days(1, 12))?;
    scene.on(activation, move |scene| activate(scene, party, number, fate, woman))
}

fn members(scene: &mut Scene<'_>, party: &str, woman: bool, name: &str) -> Result<()> {
    let parts: Vec<String> = name.split(' ').map(str::to_owned).collect();
    let family = parts.last().cloned().unwrap_or_default();
    let married = scene.dice.once_in(2);
    let mut joining = Vec::new();
    if married {
        let other = self::family(scene)?;
        // A wife keeps her own family; children carry their father's.
        joining.push(("spouse", full_name(scene, !woman, &other)?, !woman));
    }
    let father: Vec<String> = match joining.first() {
        Some((_, spouse, false)) => spouse.split(' ').map(str::to_owned).collect(),
        _ => parts,
    };
    for _ in 0..scene.dice.between(0, 4) {
        let daughter = scene.dice.once_in(2);
        let own = scene.word(if daughter { "woman" } else { "man" })?;
        let surname = father.last().unwrap_or(&family);
        let names = [column(&own, 0), father[0].as_str(), father.get(1).map_or("", String::as_str), surname];
        joining.push(("child", names.join(" "), daughter));
    }
    for (relation, name, female) in joining {
        let years = if relation == "child" { (1, 24) } else { (23, 60) };
        let born = scene.today().plus_days(-scene.dice.days(years.0 * 365, years.1 * 365))?;
        let member = scene.id();
        let sex = if female { "female" } else { "male" };
        let input = json!({
            "party": party, "member": member, "relation": relation, "name": name, "sex": sex, "born_on": born,
        });
        scene.call(Researcher, "beneficiaries.add_member", input)?;
    }
    Ok(())
}

fn activate(scene: &mut Scene<'_>, party: String, number: i64, fate: Fate, woman: bool) -> Result<()> {
    scene.call(Supervisor, "beneficiaries.change_status", json!({ "party": party, "status": "active" }))?;
    let today = scene.today();
    let end = match fate {
        Fate::Suspended => Some(("suspended", 100)),
        Fate::Graduated => Some(("graduated", 190)),
        Fate::Closed => Some(("closed", 90)),
        Fate::Incomplete | Fate::Active => None,
    };
    let Some((status, least)) = end else {
        scene.borrowers.push(Borrower { party, woman });
        return Ok(());
    };
    let days = scene.dice.days(least, least + 10 + i32::try_from(number % 60).unwrap_or(0));
    scene.on(today.plus_days(days)?, move |scene| {
        let reason = column(&scene.word(status)?, 0);
        let input = json!({ "party": party, "status": status, "reason": reason });
        scene.call(Supervisor, "beneficiaries.change_status", input).map(drop)
    })
}

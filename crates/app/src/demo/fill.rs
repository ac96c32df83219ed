//! The demonstration from its first day to its last.

use super::dice::Dice;
use super::scene::Scene;
use super::words::{Words, column};
use super::{
    applications, assessments, books, collecting, committees, estates, families, guarantees, holds, loans, partners, privacy,
    purchases, questionnaires, reports, requests, services, stages, visits,
};
use kernel::id::PersonId;
use kernel::{Day, Failure, Moment, Result};
use office::context::{KeyChange, Who};
use office::demo_mark::DemoPerson;
use office::permission::Role;
use office::staff;
use office::staff::Person;
use serde_json::json;

/// Months of the association's life that are told.
const MONTHS: i32 = 24;

/// What is settled before the office exists.
pub struct Plan {
    dice: Dice,
    first: Day,
    last: Day,
    pub begins: Moment,
    pub administrator: Person,
    pub people: Vec<DemoPerson>,
    pub association_ar: &'static str,
    pub association_en: &'static str,
    pub region: &'static str,
}

impl Plan {
    /// The same seed on the same day gives the same plan.
    ///
    /// # Errors
    /// Broken: the words of the demonstration are not complete.
    pub fn new(seed: u32, now: Moment) -> Result<Self> {
        let today = Day::in_riyadh(now);
        let first = today.first_of_month().plus_months(-MONTHS)?;
        // Nothing is told of today, which belongs to whoever looks.
        let last = today.plus_days(-1)?;
        let begins = Moment::start_of_riyadh_day(i64::from(first.number())).after(std::time::Duration::from_hours(7));
        let mut dice = Dice::new(u64::from(seed));
        let words = Words::load();
        let mut people = Vec::new();
        for row in words.list("staff")? {
            let role = Role::from_name(column(row, 0)).ok_or_else(|| Failure::broken("a role of the staff"))?;
            people.push(DemoPerson {
                name: column(row, 1).to_owned(),
                role,
                login: column(row, 2).to_owned(),
                password: password(&mut dice, &words)?,
            });
        }
        let first_person = people.first().ok_or_else(|| Failure::broken("no staff"))?;
        let administrator = Person {
            id: PersonId::new(begins, dice.bytes()),
            name: first_person.name.clone(),
            login: first_person.login.clone(),
            role: first_person.role,
            active: true,
            added_at: begins,
            removed_at: None,
            last_seen_at: None,
            must_change_password: false,
        };
        Ok(Self {
            dice,
            first,
            last,
            begins,
            administrator,
            people,
            association_ar: words.text("association_ar")?,
            association_en: words.text("association_en")?,
            region: words.text("region")?,
        })
    }
}

/// Three words and a number, to be read aloud and typed.
fn password(dice: &mut Dice, words: &Words) -> Result<String> {
    let list = words.list("secret")?;
    let mut parts: Vec<&str> = Vec::new();
    while parts.len() < 2 {
        let Some(word) = dice.pick(list) else { break };
        if !parts.contains(&column(word, 0)) {
            parts.push(column(word, 0));
        }
    }
    Ok(format!("{} {}", parts.join(" "), dice.between(1000, 9999)))
}

/// Plays the whole of the demonstration in the transaction that makes the office; answers the keys it asks for.
///
/// # Errors
/// What the office refuses: the demonstration itself is wrong then.
pub fn fill(db: &database::Write<'_>, plan: Plan) -> Result<Vec<KeyChange>> {
    let (first, last) = (plan.first, plan.last);
    let mut scene = Scene::new(db, plan.dice, first, last);
    let who = |person: &Person| Who {
        id: person.id,
        name: person.name.clone(),
        login: person.login.clone(),
        role: person.role,
    };
    scene.cast.insert(plan.administrator.role, who(&plan.administrator));
    for person in plan.people.iter().skip(1) {
        let id = scene.id();
        let input = json!({
            "id": id, "name": person.name, "login": person.login, "role": person.role.name(), "password": person.password,
        });
        scene.call(Role::Administrator, "staff.add", input)?;
        let added = staff::person(db, id.parse()?)?;
        // Whoever tries the demonstration signs in with the password on the screen and is not asked for another one.
        staff::asked_for_own_password(db, added.id, false)?;
        scene.cast.insert(person.role, who(&added));
    }
    books::open(&mut scene, first)?;
    families::plan(&mut scene, first)?;
    books::plan(&mut scene, first)?;
    loans::plan(&mut scene)?;
    visits::plan(&mut scene)?;
    applications::plan(&mut scene)?;
    assessments::plan(&mut scene)?;
    services::plan(&mut scene)?;
    requests::plan(&mut scene)?;
    partners::plan(&mut scene)?;
    questionnaires::plan(&mut scene)?;
    stages::plan(&mut scene)?;
    collecting::plan(&mut scene)?;
    committees::plan(&mut scene)?;
    reports::plan(&mut scene)?;
    scene.play()?;
    guarantees::fill(&mut scene)?;
    purchases::fill(&mut scene)?;
    stages::fill(&mut scene)?;
    holds::fill(&mut scene)?;
    collecting::fill(&mut scene)?;
    committees::fill(&mut scene)?;
    privacy::fill(&mut scene)?;
    estates::fill(&mut scene)?;
    Ok(scene.keys)
}

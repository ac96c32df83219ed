//! What the office has settled that requests depend on: terms, days without work, departments; and who somebody is in the
//! rules.

use crate::model::{DayOff, Department, OfficePerson, ReferralEntity};
use crate::{REQUESTS_KEEP, rules};
use casework::DecisionLimit;
use casework::deadlines::{DaysOff, Settings};
use casework::flows::{Actor, Frame};
use casework::requests::Kind;
use database::{Read, Row, values};
use kernel::id::{DepartmentId, PersonId};
use kernel::{Failure, Result};
use office::staff::Person;

/// The name of the settings among the records that have versions.
pub const SETTINGS: &str = "request_settings";
const KEY: &str = "requests.deadlines";

/// Terms and days without work.
pub struct Calendar {
    pub settings: Settings,
    pub days_off: Vec<DaysOff>,
}

impl Calendar {
    pub fn frame(&self) -> Frame<'_> {
        Frame { decision_limit: DecisionLimit::default(), deadlines: &self.settings, days_off: &self.days_off }
    }
}

/// # Errors
/// Broken: what was kept is no setting.
pub fn calendar(db: &Read<'_>) -> Result<Calendar> {
    let days_off = days_off(db)?.into_iter().map(|days| DaysOff { from: days.from, to: days.to }).collect();
    Ok(Calendar { settings: deadlines(db)?, days_off })
}

/// # Errors
/// Broken: what was kept is no setting.
pub fn deadlines(db: &Read<'_>) -> Result<Settings> {
    let kept = db.setting(KEY)?;
    kept.map_or(Ok(Settings::default()), |kept| serde_json::from_str(&kept).map_err(Failure::broken))
}

/// # Errors
/// What the database refuses.
pub fn keep(db: &database::Write<'_>, settings: &Settings) -> Result<()> {
    db.remember(KEY, Some(&serde_json::to_string(settings).map_err(Failure::broken)?))
}

/// # Errors
/// What the database refuses.
pub fn days_off(db: &Read<'_>) -> Result<Vec<DayOff>> {
    db.rows("SELECT id, from_day, to_day, name FROM day_off ORDER BY from_day, id", values![], |row| {
        Ok(DayOff {
            day_off: row.get("id")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            name: row.get("name")?,
        })
    })
}

/// # Errors
/// What the database refuses.
pub fn departments(db: &Read<'_>) -> Result<Vec<Department>> {
    let placed: Vec<(PersonId, DepartmentId)> =
        db.rows("SELECT person, department FROM department_person", values![], |row| {
            Ok((row.get("person")?, row.get("department")?))
        })?;
    db.rows("SELECT id, name, active FROM department ORDER BY active DESC, name_fold", values![], |row| {
        let department: DepartmentId = row.get("id")?;
        let people = placed.iter().filter(|(_, of)| *of == department).map(|(person, _)| *person).collect();
        Ok(Department { department, name: row.get("name")?, active: row.get("active")?, people })
    })
}

/// The department somebody works in.
///
/// # Errors
/// What the database refuses.
pub fn department_of(db: &Read<'_>, person: PersonId) -> Result<Option<DepartmentId>> {
    let sql = "SELECT department FROM department_person WHERE person = $1";
    db.row(sql, values![person], |row| row.get("department"))
}

/// # Errors
/// What the database refuses.
pub fn entities(db: &Read<'_>) -> Result<Vec<ReferralEntity>> {
    let sql =
        "SELECT id, name, place, phone, contact, hours, active FROM referral_entity ORDER BY active DESC, name_fold";
    db.rows(sql, values![], entity)
}

fn entity(row: &Row<'_>) -> Result<ReferralEntity> {
    Ok(ReferralEntity {
        entity: row.get("id")?,
        name: row.get("name")?,
        place: row.get("place")?,
        phone: row.get("phone")?,
        contact: row.get("contact")?,
        hours: row.get("hours")?,
        active: row.get("active")?,
    })
}

/// Those who work here, with how many open requests each has.
///
/// # Errors
/// What the database refuses.
pub fn people(db: &Read<'_>) -> Result<Vec<OfficePerson>> {
    let sql = "SELECT researcher, count(*) AS n FROM case_request WHERE researcher IS NOT NULL AND ended = 0 GROUP BY researcher";
    let open: Vec<(PersonId, i64)> = db.rows(sql, values![], |row| Ok((row.get("researcher")?, row.get("n")?)))?;
    let working = office::staff::people(db)?.into_iter().filter(|person| person.active);
    working
        .map(|one| {
            Ok(OfficePerson {
                person: one.id,
                department: department_of(db, one.id)?,
                open: open.iter().find(|(person, _)| *person == one.id).map_or(0, |(_, n)| *n),
                studies: one.role.may(REQUESTS_KEEP),
                name: one.name,
            })
        })
        .collect()
}

/// Somebody of the office as the rules see them.
///
/// # Errors
/// What the database refuses.
pub fn actor(db: &Read<'_>, person: PersonId, role: office::permission::Role) -> Result<Actor> {
    let department = department_of(db, person)?.map(|department| department.to_string());
    Ok(Actor { name: person.to_string(), role: rules::role(role), department })
}

/// Those who work here, as the rules see them.
///
/// # Errors
/// What the database refuses.
pub fn actors(db: &Read<'_>) -> Result<Vec<(Person, Actor)>> {
    let working = office::staff::people(db)?.into_iter().filter(|person| person.active);
    working.map(|one| actor(db, one.id, one.role).map(|actor| (one, actor))).collect()
}

/// Whether a kind has a term at all.
pub fn has_a_term(settings: &Settings, kind: Kind) -> bool {
    settings.deadline_days.contains_key(&kind)
}

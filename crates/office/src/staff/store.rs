//! People, rows in and out.

use super::model::Person;
use crate::context::Write;
use crate::integrity::Standing;
use crate::permission::Role;
use database::{Read, Row, values};
use kernel::id::PersonId;
use kernel::{Failure, Moment, Result};
use std::collections::BTreeMap;

pub fn people(db: &Read<'_>) -> Result<Vec<Person>> {
    let sql = "SELECT id, name, login, role, created_at, archived_at, last_seen_at, must_change_password \
               FROM person ORDER BY archived_at IS NOT NULL, name_fold";
    db.rows(sql, values![], person_row)
}

pub fn person(db: &Read<'_>, id: PersonId) -> Result<Person> {
    let sql = "SELECT id, name, login, role, created_at, archived_at, last_seen_at, must_change_password \
               FROM person WHERE id = $1";
    db.row(sql, values![id], person_row)?.ok_or(Failure::not_found("person"))
}

/// The administrator who has been there longest: what an office is given by a newer program stands in this name.
pub fn oldest_administrator(db: &Read<'_>) -> Result<Option<PersonId>> {
    let sql =
        "SELECT id FROM person WHERE role = 'administrator' AND archived_at IS NULL ORDER BY created_at, id LIMIT 1";
    db.row(sql, values![], |row| row.get("id"))
}

fn person_row(row: &Row<'_>) -> Result<Person> {
    let role: String = row.get("role")?;
    let removed_at: Option<Moment> = row.get("archived_at")?;
    Ok(Person {
        id: row.get("id")?,
        name: row.get("name")?,
        login: row.get("login")?,
        role: Role::from_name(&role).ok_or_else(|| Failure::broken(format!("unknown role in the database: {role}")))?,
        active: removed_at.is_none(),
        added_at: row.get("created_at")?,
        removed_at,
        last_seen_at: row.get("last_seen_at")?,
        must_change_password: row.get("must_change_password")?,
    })
}

/// What verification compares of people: their roles, and who was removed.
pub fn stand(db: &Read<'_>, id: Option<&str>) -> Result<Vec<Standing>> {
    let asked = |person: &Person| id.is_none_or(|id| person.id.to_string() == id);
    let standing = |person: Person| Standing {
        subject: person.id.to_string(),
        label: person.name,
        fields: BTreeMap::from([("role", person.role.name().to_owned()), ("active", person.active.to_string())]),
    };
    Ok(people(db)?.into_iter().filter(asked).map(standing).collect())
}

pub fn insert(db: &database::Write<'_>, person: &Person) -> Result<()> {
    db.run(
        "INSERT INTO person (id, name, name_fold, login, role, created_at, must_change_password) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![
            person.id,
            person.name.as_str(),
            kernel::arabic::fold(&person.name),
            person.login.as_str(),
            person.role.name(),
            person.added_at,
            person.must_change_password
        ],
    )?;
    Ok(())
}

pub fn rename(cx: &Write<'_>, id: PersonId, name: &str, role: Role) -> Result<()> {
    cx.run(
        "UPDATE person SET name = $1, name_fold = $2, role = $3 WHERE id = $4",
        values![name, kernel::arabic::fold(name), role.name(), id],
    )?;
    Ok(())
}

pub fn removed(cx: &Write<'_>, id: PersonId, at: Moment) -> Result<()> {
    cx.run("UPDATE person SET archived_at = $1 WHERE id = $2", values![at, id])?;
    Ok(())
}

pub fn asked_for_own_password(db: &database::Write<'_>, id: PersonId, asked: bool) -> Result<()> {
    db.run("UPDATE person SET must_change_password = $1 WHERE id = $2", values![asked, id])?;
    Ok(())
}

pub fn seen(db: &database::Write<'_>, id: PersonId, at: Moment) -> Result<()> {
    db.run("UPDATE person SET last_seen_at = $1 WHERE id = $2", values![at, id])?;
    Ok(())
}

const KEY_CHANGED: &str = "staff.key_changed";

/// Remembers when the key of the office was changed.
pub fn key_changed(db: &database::Write<'_>, at: Moment) -> Result<()> {
    db.remember(KEY_CHANGED, Some(&at.micros().to_string()))
}

/// Whether somebody was removed since the key of the office was changed last.
pub fn key_is_due(db: &Read<'_>) -> Result<bool> {
    let removed: Option<Moment> =
        db.one("SELECT max(archived_at) AS removed FROM person", values![], |row| row.get("removed"))?;
    let changed = db.setting(KEY_CHANGED)?;
    let changed = changed.and_then(|micros| micros.parse().ok()).map(Moment::from_micros);
    Ok(removed.is_some_and(|removed| changed.is_none_or(|changed| changed < removed)))
}

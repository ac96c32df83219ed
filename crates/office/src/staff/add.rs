//! An administrator adds a person, with a first password that the person is asked to change.

use super::model::{AddPerson, Person};
use super::{rules, store};
use crate::context::{KeyChange, Write};
use crate::input::Nothing;
use kernel::{Refusal, Result, require};

pub fn add(cx: &Write<'_>, input: AddPerson) -> Result<Nothing> {
    let password = zeroize::Zeroizing::new(input.password);
    let name = crate::input::required(&input.name, "name", rules::NAME_MISSING)?;
    let login = rules::login(&input.login)?;
    let people = store::people(cx)?;
    require(people.iter().all(|person| person.id != input.id), rules::ADDED_ALREADY)?;
    require(people.iter().all(|person| person.login != login), Refusal::new(rules::LOGIN_TAKEN).at("login"))?;
    rules::password(&password, &login, "password")?;
    let person = Person {
        id: input.id,
        name,
        login,
        role: input.role,
        active: true,
        added_at: cx.now,
        removed_at: None,
        last_seen_at: None,
        must_change_password: true,
    };
    store::insert(cx.db(), &person)?;
    cx.keys(KeyChange::Add { person: person.id, login: person.login.clone(), password });
    cx.changed("person", person.id, &person.name, &(), &person)?;
    Ok(Nothing {})
}

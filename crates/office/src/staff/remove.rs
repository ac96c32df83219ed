//! An administrator removes a person: the key is destroyed, the name stays with what the person did.

use super::model::RemovePerson;
use super::{rules, store};
use crate::context::{KeyChange, Write};
use crate::input::Nothing;
use kernel::{Result, require};

pub fn remove(cx: &Write<'_>, input: RemovePerson) -> Result<Nothing> {
    let before = store::person(cx, input.id)?;
    require(before.active, rules::REMOVED)?;
    require(before.id != cx.who.id, rules::ONESELF)?;
    rules::keeps_an_administrator(&store::people(cx)?, &before, None)?;
    store::removed(cx, input.id, cx.now)?;
    cx.keys(KeyChange::Remove { person: input.id });
    let after = store::person(cx, input.id)?;
    cx.changed("person", after.id, &after.name, &before, &after)?;
    Ok(Nothing {})
}

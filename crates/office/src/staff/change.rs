//! An administrator corrects a person's name or gives them another role.

use super::model::ChangePerson;
use super::{rules, store};
use crate::context::Write;
use crate::input::Nothing;
use kernel::{Result, require};

pub fn change(cx: &Write<'_>, input: ChangePerson) -> Result<Nothing> {
    let before = store::person(cx, input.id)?;
    require(before.active, rules::REMOVED)?;
    let name = crate::input::required(&input.name, "name", rules::NAME_MISSING)?;
    rules::keeps_an_administrator(&store::people(cx)?, &before, Some(input.role))?;
    cx.claim(super::RECORD, input.id, input.version)?;
    store::rename(cx, input.id, &name, input.role)?;
    let after = store::person(cx, input.id)?;
    cx.changed("person", after.id, &after.name, &before, &after)?;
    Ok(Nothing {})
}

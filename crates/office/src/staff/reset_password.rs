//! An administrator gives a person who forgot their password a new first one.

use super::model::ResetPassword;
use super::{rules, store};
use crate::context::{KeyChange, Write};
use crate::input::Nothing;
use kernel::{Result, require};

pub fn reset_password(cx: &Write<'_>, input: ResetPassword) -> Result<Nothing> {
    let password = zeroize::Zeroizing::new(input.password);
    let before = store::person(cx, input.id)?;
    require(before.active, rules::REMOVED)?;
    rules::password(&password, &before.login, "password")?;
    store::asked_for_own_password(cx.db(), input.id, true)?;
    cx.keys(KeyChange::Replace { person: input.id, login: before.login.clone(), password });
    let after = store::person(cx, input.id)?;
    cx.changed("person", after.id, &after.name, &before, &after)?;
    Ok(Nothing {})
}

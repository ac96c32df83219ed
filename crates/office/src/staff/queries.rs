//! What screens ask about people and rights.

use super::model::{People, PermissionRow, PermissionScreen};
use super::store;
use crate::command::Need;
use crate::context::Read;
use crate::input::Nothing;
use crate::permission::{Permission, Role};
use kernel::Result;

pub fn list(cx: &Read<'_>, _: Nothing) -> Result<People> {
    Ok(People { people: store::people(cx)? })
}

/// The permission screen, read off the command tables: it cannot say anything the office does not do.
pub fn permissions(cx: &Read<'_>, _: Nothing) -> Result<PermissionScreen> {
    let row = |permission: Permission| PermissionRow {
        name: permission.name().to_owned(),
        commands: cx
            .features()
            .commands()
            .filter(|command| command.need == Need::Permission(permission))
            .map(|command| command.name.to_owned())
            .collect(),
        roles: permission.roles().to_vec(),
    };
    Ok(PermissionScreen { roles: Role::ALL.to_vec(), permissions: cx.features().permissions().map(row).collect() })
}

//! What the interface asks when a person has signed in.

use super::Preferences;
use crate::context::Read;
use crate::input::Nothing;
use database::values;
use kernel::{Failure, Result};

pub fn get(cx: &Read<'_>, _: Nothing) -> Result<Preferences> {
    let sql = "SELECT key, value FROM preference WHERE person = $1 ORDER BY key";
    let values = cx.rows(sql, values![cx.who.id], |row| {
        let text: String = row.get("value")?;
        Ok((row.get::<String>("key")?, serde_json::from_str(&text).map_err(Failure::broken)?))
    })?;
    Ok(Preferences { values: values.into_iter().collect() })
}

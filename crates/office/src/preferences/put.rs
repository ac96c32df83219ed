//! A person changes one preference.

use super::{PutPreference, rules};
use crate::context::Write;
use crate::input::Nothing;
use database::values;
use kernel::Result;

pub fn put(cx: &Write<'_>, input: PutPreference) -> Result<Nothing> {
    let text = input.value.to_string();
    rules::check(&input.key, &text)?;
    if input.value.is_null() {
        let sql = "DELETE FROM preference WHERE person = $1 AND key = $2";
        cx.run(sql, values![cx.who.id, input.key.as_str()])?;
    } else {
        let sql = "INSERT INTO preference (person, key, value) VALUES ($1, $2, $3) \
                   ON CONFLICT (person, key) DO UPDATE SET value = excluded.value";
        cx.run(sql, values![cx.who.id, input.key.as_str(), text])?;
    }
    cx.quiet();
    Ok(Nothing {})
}

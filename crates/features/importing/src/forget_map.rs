//! A remembered map is forgotten.

use super::model::WhichMap;
use super::store;
use kernel::Result;
use office::context::Write;
use office::input::Nothing;

pub fn forget_map(cx: &Write<'_>, input: WhichMap) -> Result<Nothing> {
    let map = store::map(cx, input.map)?;
    store::forget_map(cx, input.map)?;
    cx.changed("import_map", input.map, &map.line.name, &map.tables, &())?;
    Ok(Nothing {})
}

//! A remembered map is forgotten.

use super::model::WhichMap;
use super::store;
use crate::context::Write;
use crate::input::Nothing;
use kernel::Result;

pub fn forget_map(cx: &Write<'_>, input: WhichMap) -> Result<Nothing> {
    let map = store::map(cx, input.map)?;
    store::forget_map(cx, input.map)?;
    cx.changed("import_map", input.map, &map.line.name, &map.tables, &())?;
    Ok(Nothing {})
}

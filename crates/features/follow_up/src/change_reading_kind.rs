//! A kind of reading gets another name, is asked for elsewhere, or not any more.

use crate::add_reading_kind::{RECORD, asked};
use crate::inputs::ChangeReadingKind;
use crate::{readings, rules};
use database::values;
use kernel::{Failure, Result};
use office::context::Write;
use office::input::Nothing;

pub fn change_reading_kind(cx: &Write<'_>, input: ChangeReadingKind) -> Result<Nothing> {
    let before = readings::kinds(cx)?.into_iter().find(|kind| kind.code == input.code);
    let before = before.ok_or(Failure::not_found(RECORD))?;
    // The words of those the program brings are its own.
    let named = !before.name.is_empty();
    let name = if named { rules::said("name", &input.name, rules::KIND_NAME)? } else { String::new() };
    let unit = if named { rules::text("unit", &input.unit)? } else { String::new() };
    cx.claim(RECORD, "all", input.version)?;
    cx.run(
        "UPDATE reading_kind SET name = $1, unit = $2, active = $3 WHERE code = $4",
        values![name, unit, input.active, input.code.as_str()],
    )?;
    asked(cx, &input.code, &input.asked_on)?;
    cx.changed(RECORD, &input.code, &before.name, &before, &input)?;
    Ok(Nothing {})
}

//! A researcher has seen the original of an identity record, and it agrees with the file.

use super::{saving, store};
use kernel::Result;
use office::context::Write;
use office::input::Nothing;
use parties::inputs::CheckIdentity;

pub fn check_identity(cx: &Write<'_>, input: CheckIdentity) -> Result<Nothing> {
    let Some(checked) = parties::check_identity(cx, &input)? else {
        cx.quiet();
        return Ok(Nothing {});
    };
    let facts = store::case_facts(cx, input.party)?;
    let traces = (saving::trace(&checked.before, &facts), saving::trace(&checked.after, &facts));
    cx.changed("file", input.party, &checked.after.facts.name, &traces.0, &traces.1)?;
    Ok(Nothing {})
}

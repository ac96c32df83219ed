//! A researcher has seen the original of an identity record, and it agrees with the file.

use super::model::CaseFile;
use super::{queries, saving, store};
use kernel::Result;
use office::context::Write;
use parties::inputs::CheckIdentity;

pub fn check_identity(cx: &Write<'_>, input: CheckIdentity) -> Result<CaseFile> {
    let Some(checked) = parties::check_identity(cx, &input)? else {
        cx.quiet();
        return queries::case_file(cx, input.party);
    };
    let facts = store::case_facts(cx, input.party)?;
    let traces = (saving::trace(&checked.before, &facts), saving::trace(&checked.after, &facts));
    cx.changed("file", input.party, &checked.after.facts.name, &traces.0, &traces.1)?;
    queries::case_file(cx, input.party)
}

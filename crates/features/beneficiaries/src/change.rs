//! A researcher corrects or completes what a file says.

use super::inputs::{ChangeFile, SavedFile};
use super::model::Party;
use super::{rules, saving, shelf, store};
use kernel::{Result, require};
use office::context::Write;

pub fn change(cx: &Write<'_>, input: ChangeFile) -> Result<SavedFile> {
    let before = store::party(cx, input.party)?;
    require(before.merged_into.is_none(), rules::MERGED)?;
    let exception = saving::exception(cx, &input.exception)?;
    let facts = rules::tidy(input.facts, cx.today())?;
    let identity = rules::identity(&input.identity, before.identity.as_ref(), &exception)?;
    let identity = saving::number_of_another(cx, input.party, identity, &exception)?;
    let after = Party { facts, identity, changed_at: cx.now, ..before.clone() };
    let likely = if same_person_as_before(&before, &after) {
        Vec::new()
    } else {
        saving::looked_at(cx, &after, &input.different)?
    };

    cx.claim(store::RECORD, input.party, input.version)?;
    store::update(cx, &after, cx.now)?;
    shelf::lay(cx, after.id)?;
    saving::remember(cx, after.id, &input.different, &likely)?;
    cx.changed("file", after.id, &after.facts.name, &saving::trace(&before), &saving::trace(&after))?;
    Ok(SavedFile { party: after.id, file_no: store::file(cx, after.id)?.file_no })
}

/// A change of an address does not make anybody look like somebody else.
fn same_person_as_before(before: &Party, after: &Party) -> bool {
    let who = |party: &Party| {
        let facts = party.facts.clone();
        let number = party.identity.as_ref().map(|identity| identity.number.clone());
        (facts.name, facts.born_on, facts.mobile, facts.sex, number)
    };
    who(before) == who(after)
}

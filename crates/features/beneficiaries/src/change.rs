//! A researcher corrects or completes what a file says.

use super::inputs::ChangeFile;
use super::model::{CaseFile, Party};
use super::{queries, rules, saving, shelf, store};
use kernel::{Failure, Result, require};
use office::context::Write;

pub fn change(cx: &Write<'_>, input: ChangeFile) -> Result<CaseFile> {
    let before = store::party(cx, input.party)?;
    require(before.merged_into.is_none(), rules::MERGED)?;
    require(before.changed_at == input.version, Failure::conflict(rules::CHANGED_MEANWHILE))?;
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

    store::update(cx, &after, cx.now)?;
    shelf::lay(cx, after.id)?;
    saving::remember(cx, after.id, &input.different, &likely)?;
    cx.changed("file", after.id, &after.facts.name, &saving::trace(&before), &saving::trace(&after))?;
    queries::case_file(cx, after.id)
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

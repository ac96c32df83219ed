//! A researcher corrects or completes what a file says.

use super::inputs::{ChangeFile, SavedFile};
use super::{rules, saving, store};
use kernel::{Refusal, Result, require};
use office::context::Write;
use parties::inputs::ChangedParty;

pub fn change(cx: &Write<'_>, input: ChangeFile) -> Result<SavedFile> {
    let exception = saving::exception(cx, &input.exception)?;
    let facts = rules::tidy(input.facts.case)?;
    let before = store::case_facts(cx, input.party)?;
    // A class comes with the review of an assessment by another person, and with nothing else.
    require(facts.class == before.class, Refusal::new(rules::CLASS_BY_REVIEW).at("class"))?;
    // The file's row in the list is laid anew as its party changes: what the file says stands by then.
    store::save_facts(cx, input.party, &facts)?;
    let party = parties::change(
        cx,
        ChangedParty {
            id: input.party,
            version: input.version,
            facts: input.facts.party,
            identity: input.identity,
            different: input.different,
            exception,
        },
    )?;
    let traces = (saving::trace(&party.before, &before), saving::trace(&party.after, &facts));
    cx.changed("file", input.party, &party.after.facts.name, &traces.0, &traces.1)?;
    Ok(SavedFile { party: input.party, file_no: store::file(cx, input.party)?.file_no })
}

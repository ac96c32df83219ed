//! A researcher opens a file for somebody.

use super::inputs::AddFile;
use super::model::{CaseFile, FileHead, FileStatus, Party};
use super::{queries, rules, saving, shelf, store};
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::numbers::FOR_EVER;

pub fn add(cx: &Write<'_>, input: AddFile) -> Result<CaseFile> {
    require(store::find_party(cx, input.party)?.is_none(), rules::ADDED_ALREADY)?;
    let exception = saving::exception(cx, &input.exception)?;
    let facts = rules::tidy(input.facts, cx.today())?;
    let identity = rules::identity(&input.identity, None, &exception)?;
    let identity = saving::number_of_another(cx, input.party, identity, &exception)?;
    let party = Party { id: input.party, kind: input.kind, facts, identity, merged_into: None, changed_at: cx.now };
    let likely = saving::looked_at(cx, &party, &input.different)?;

    let file_no = match input.file_no.map(|typed| kernel::arabic::tidy_line(&typed)).filter(|typed| !typed.is_empty()) {
        Some(typed) => typed,
        None => store::file_no(cx.next_number(store::NUMBERS, FOR_EVER)?),
    };
    let taken = store::file_no_taken(cx, &file_no)?;
    require(!taken, Refusal::new(rules::FILE_NO_TAKEN).with("file_no", &file_no).at("file_no"))?;
    let file = FileHead {
        file_no,
        status: FileStatus::Registered,
        status_since: cx.today(),
        status_reason: String::new(),
        opened_on: cx.today(),
        imported: false,
    };
    store::insert_party(cx, &party)?;
    store::insert_file(cx, party.id, &file, &party.facts)?;
    cx.number_reached(store::NUMBERS, FOR_EVER, rules::number_in(&file.file_no))?;
    shelf::lay(cx, party.id)?;
    saving::remember(cx, party.id, &input.different, &likely)?;
    cx.changed("file", party.id, &party.facts.name, &(), &saving::trace(&party))?;
    queries::case_file(cx, party.id)
}

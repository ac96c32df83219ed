//! A second person approves a voucher: now it is numbered and stands in the books.

use super::model::{DecideDraft, DraftState, VoucherSheet};
use super::{queries, rules, store};
use crate::context::Write;
use kernel::{Result, require};
use ledger::NewEntry;

pub fn approve(cx: &Write<'_>, input: DecideDraft) -> Result<VoucherSheet> {
    let draft = store::draft(cx, input.id)?;
    require(draft.state == DraftState::Waiting, rules::DRAFT_DECIDED)?;
    require(draft.made_by != cx.who.id, rules::OWN_DRAFT)?;
    let (kind, event) = rules::voucher_of(draft.content.kind);
    let lines = rules::lines(&draft.content.lines)?;
    let mut entry = NewEntry::new(draft.id, kind, draft.day, event, &draft.narration, lines, draft.made_by, cx.now)
        .approved_by(cx.who.id);
    entry.counterparty = Some(draft.content.counterparty.clone()).filter(|name| !name.is_empty());
    entry.method = draft.content.method;
    entry.reference = Some(draft.content.reference.clone()).filter(|text| !text.is_empty());
    let posted = ledger::post(cx.db(), &entry)?;
    store::decide(cx, draft.id, DraftState::Posted, "", Some(posted.entry))?;
    let sheet = queries::voucher_sheet(cx, posted.entry)?;
    cx.changed("entry", posted.entry, &sheet.number, &draft, &sheet.entry)?;
    Ok(sheet)
}

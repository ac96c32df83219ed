//! A voucher is written by hand and waits for a second person.

use super::model::{Draft, DraftContent, WriteDraft};
use super::{rules, store};
use crate::context::Write;
use kernel::arabic::tidy_line;
use kernel::{Refusal, Result, require};
use ledger::NewEntry;

pub fn draft(cx: &Write<'_>, input: WriteDraft) -> Result<Draft> {
    let narration = crate::input::required(&input.narration, "narration", rules::NARRATION_MISSING)?;
    let lines = rules::lines(&input.lines)?;
    let (kind, event) = rules::voucher_of(input.kind);
    // What could not be posted is not worth a second person's time.
    NewEntry::new(input.id, kind, input.day, event, &narration, lines, cx.who.id, cx.now).check()?;
    let future = Refusal::new(ledger::refusals::FUTURE_DAY).with("day", input.day).at("day");
    require(input.day <= cx.today(), future)?;
    let content = DraftContent {
        kind: input.kind,
        counterparty: tidy_line(&input.counterparty),
        method: input.method,
        reference: tidy_line(&input.reference),
        lines: input.lines.clone(),
    };
    let draft = WriteDraft { narration, ..input };
    store::insert(cx, &draft, &content)?;
    let written = store::draft(cx, draft.id)?;
    cx.changed("draft", written.id, &written.narration, &(), &written)?;
    Ok(written)
}

//! An entry is to be taken back: one person asks with a reason, a second one approves, and then an exact reversal that
//! points at the entry stands in the books.

use super::draft::{NewDraft, keep};
use super::model::{AskReversal, Draft, DraftContent, DraftKind};
use super::{cheques, rules, store};
use kernel::{Refusal, Result, require};
use ledger::journal;
use office::context::Write;

pub fn ask_reversal(cx: &Write<'_>, input: AskReversal) -> Result<Draft> {
    let reason = office::input::required(&input.reason, "reason", rules::REASON_MISSING)?;
    let entry = journal::entry(cx, input.entry)?;
    rules::may_be_reversed(&entry)?;
    cheques::require_under_collection(cx, entry.id)?;
    require(!store::reversal_waits(cx, entry.id)?, rules::REVERSAL_WAITS)?;
    let early = Refusal::new(ledger::refusals::REVERSAL_BEFORE_ENTRY).with("day", entry.day).at("day");
    require(input.day >= entry.day, early)?;
    let content = DraftContent {
        kind: DraftKind::Reversal,
        counterparty: entry.counterparty.clone().unwrap_or_default(),
        method: None,
        reference: entry.voucher.to_string(),
        lines: rules::reversed_lines(&entry),
        reverses: Some(entry.id),
        registered: false,
    };
    keep(cx, &NewDraft { id: input.id, day: input.day, narration: reason, content })
}

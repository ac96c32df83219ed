//! Money is to be moved from one fund to another: one person asks with a reason, a second one approves.

use super::draft::{NewDraft, keep};
use super::model::{AskTransfer, Draft, DraftContent, DraftKind};
use super::rules::{self, REASON_MISSING};
use kernel::Result;
use ledger::fund;
use office::context::Write;

pub fn transfer(cx: &Write<'_>, input: AskTransfer) -> Result<Draft> {
    let reason = office::input::required(&input.reason, "reason", REASON_MISSING)?;
    let (from, to) = (fund::fund(cx, input.from)?, fund::fund(cx, input.to)?);
    let content = DraftContent {
        kind: DraftKind::Transfer,
        counterparty: String::new(),
        method: None,
        reference: String::new(),
        lines: rules::transfer_lines(&from, &to, input.amount)?,
        reverses: None,
        registered: false,
    };
    keep(cx, &NewDraft { id: input.id, day: input.day, narration: reason, content })
}

//! Money is to be moved from one fund to another: one person asks with a reason, a second one approves.

use super::model::{AskTransfer, Draft, DraftKind, WriteDraft};
use super::rules::{self, REASON_MISSING};
use crate::context::Write;
use kernel::Result;
use ledger::fund;

pub fn transfer(cx: &Write<'_>, input: AskTransfer) -> Result<Draft> {
    let reason = crate::input::required(&input.reason, "reason", REASON_MISSING)?;
    let (from, to) = (fund::fund(cx, input.from)?, fund::fund(cx, input.to)?);
    let lines = rules::transfer_lines(&from, &to, input.amount)?;
    let draft = WriteDraft {
        id: input.id,
        kind: DraftKind::Transfer,
        day: input.day,
        narration: reason,
        counterparty: String::new(),
        method: None,
        reference: String::new(),
        lines,
    };
    super::draft::draft(cx, draft)
}

//! An event is to be taken back, with a reason: another person who may approve payments does it. Who may record an event
//! may ask.

use crate::events::{record, undo};
use crate::inputs::{UndoEvent, WhichLoan};
use crate::requests::{self, NewRequest, RequestKind};
use crate::rules;
use kernel::Result;
use office::context::Write;

pub fn ask_undo(cx: &Write<'_>, input: UndoEvent) -> Result<WhichLoan> {
    let reason = rules::reason(&input.reason, "reason")?;
    let opened = record::open(cx, input.loan)?;
    let target = opened.kept(input.place)?;
    undo::may_ask(cx, &target.event.kind)?;
    let new = NewRequest {
        id: input.id,
        kind: RequestKind::Undo,
        day: input.day,
        amount: target.amount,
        place: Some(input.place),
        method: None,
        reference: "",
        reason: &reason,
        proposed: None,
    };
    requests::ask(cx, &opened, &new)?;
    Ok(WhichLoan { loan: input.loan })
}

//! A return was received.

use super::{narration, owned};
use crate::books::{self, Kept};
use crate::estate::units;
use crate::inputs::ReceiveReturn;
use crate::model::InvestmentEntryKind;
use crate::rules::{self, WHO_MISSING};
use crate::store;
use funds::Came;
use funds::model::PostedVoucher;
use kernel::Result;
use office::context::Write;

pub fn receive_return(cx: &Write<'_>, input: ReceiveReturn) -> Result<PostedVoucher> {
    let one = store::investment(cx, input.investment)?;
    rules::positive("amount", input.amount)?;
    let from = rules::said("from", &input.from, WHO_MISSING)?;
    let reference = rules::line("reference", &input.reference)?;
    let note = rules::line("note", &input.note)?;
    units::of(cx, one.id, input.unit)?;
    owned(cx, &one)?;
    let fund = one.fund_row(cx)?;
    let said = if note.is_empty() { narration("returned", [("name", one.facts.name.clone())]) } else { note };
    let posted = funds::receive(
        cx,
        Came {
            id: input.id,
            day: input.day,
            fund: fund.id,
            from: &from,
            way: input.way.way(),
            reference,
            event: "investment.returned",
            narration: said,
            against: vec![(rules::income_of(false, fund.class), input.amount)],
        },
    )?;
    let kept = Kept::of(input.id, one.id, InvestmentEntryKind::Returned, input.amount);
    books::keep(cx, &Kept { unit: input.unit, ..kept })?;
    cx.record_changed(store::subject(one.id))?;
    Ok(posted)
}

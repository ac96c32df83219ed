//! Another person than who brought a guarantee says what they have seen, and that it holds.

use crate::brought;
use crate::inputs::SeeGuarantee;
use crate::model::{BroughtState, SavedApplication};
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn see_guarantee(cx: &Write<'_>, input: SeeGuarantee) -> Result<SavedApplication> {
    let (id, before) = brought::one(cx, input.guarantee)?;
    let application = store::application(cx, id)?;
    store::require_open(&application)?;
    require(before.state == BroughtState::Proposed, rules::GUARANTEE_DECIDED)?;
    require(before.proposed_by != cx.who.id, rules::OWN_GUARANTEE)?;
    let until = input.until.or(before.until);
    let seen = guarantees::look(cx, before.kind, application.party, before.party, &input.checked, until)?;
    let note = rules::line("note", &input.note)?;
    let note = if note.is_empty() { &before.note } else { &note };
    cx.run(
        "UPDATE application_guarantee SET state = 'verified', verified_by = $1, verified_at = $2, checked = $3, \
         until_day = $4, note = $5 WHERE id = $6",
        values![cx.who.id, cx.now, seen.join(" "), until, note.as_str(), before.id],
    )?;
    brought::told(cx, id, Some(&before), before.id)?;
    store::answer(cx, &application)
}

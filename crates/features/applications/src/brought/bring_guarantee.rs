//! A guarantee is brought for an application. Another person looks at it.

use crate::brought;
use crate::inputs::BringGuarantee;
use crate::model::{BroughtState, SavedApplication};
use crate::{rules, store};
use database::values;
use guarantees::Brought;
use kernel::id::PartyId;
use kernel::{Result, require};
use office::context::Write;

pub fn bring_guarantee(cx: &Write<'_>, input: BringGuarantee) -> Result<SavedApplication> {
    require(brought::one(cx, input.id).is_err(), database::RECORDED_ALREADY)?;
    let application = store::application(cx, input.application)?;
    store::require_open(&application)?;
    let note = rules::line("note", &input.note)?;
    let said = rules::line("said", &input.said)?;
    let others = brought::of(cx, application.id)?;
    let taken: Vec<PartyId> =
        others.iter().filter(|one| one.state != BroughtState::Dropped).filter_map(|one| one.party).collect();
    let brought = Brought {
        kind: input.kind,
        guarantor: input.guarantor.as_ref(),
        said: &said,
        income: input.income,
        residence_months: input.residence_months,
        until: input.until,
    };
    let party = guarantees::bring(cx, &brought, application.party, &taken)?;
    cx.run(
        "INSERT INTO application_guarantee (id, application, kind, party, said, income, residence_months, until_day, note, \
         state, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'proposed', $10, $11)",
        values![
            input.id,
            application.id,
            input.kind,
            party,
            said.as_str(),
            input.income,
            input.residence_months,
            input.until,
            note.as_str(),
            cx.who.id,
            cx.now
        ],
    )?;
    brought::told(cx, application.id, None, input.id)?;
    store::answer(cx, &application)
}

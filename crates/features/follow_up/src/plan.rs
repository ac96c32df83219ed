//! Somebody is to visit, to call, to meet: on a day, by a person.

use crate::inputs::PlanActivity;
use crate::model::PlannedActivity;
use crate::rules::{self, PLANNED_PAST};
use crate::store::{self, NewActivity};
use crate::{FOLLOW_UP_KEEP, subjects};
use kernel::id::PersonId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};

pub fn plan(cx: &Write<'_>, input: PlanActivity) -> Result<PlannedActivity> {
    let of = subjects::subject(cx, &input.subject_kind, input.subject)?;
    rules::plannable("planned_on", input.planned_on, cx.today(), cx.today(), PLANNED_PAST)?;
    visits(cx, input.researcher)?;
    let new = NewActivity {
        id: input.id,
        kind: input.kind,
        of: &of,
        planned_on: input.planned_on,
        researcher: input.researcher,
        purpose: &rules::text("purpose", &input.purpose)?,
        comes_from: None,
        unplanned: false,
    };
    store::insert(cx, &new)?;
    store::told(cx, None, input.id)
}

/// Somebody of the office for whom visits may be planned.
///
/// # Errors
/// Removed, unknown, or in a role that visits nobody.
pub fn visits(cx: &Read<'_>, person: PersonId) -> Result<()> {
    let may = office::staff::people(cx)?
        .into_iter()
        .any(|one| one.id == person && one.active && one.role.may(FOLLOW_UP_KEEP));
    require(may, Refusal::new(rules::RESEARCHER).at("researcher"))
}

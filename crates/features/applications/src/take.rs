//! Somebody takes an application to study it: one that was handed in, or one that came back and is complete by now.

use crate::inputs::WhichApplication;
use crate::model::{ApplicationState, SavedApplication};
use crate::{rules, store};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn take(cx: &Write<'_>, input: WhichApplication) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    rules::stands(before.state, &[ApplicationState::Submitted, ApplicationState::Returned])?;
    store::moved(cx, &before, ApplicationState::InAppraisal, "")?;
    cx.run(
        "UPDATE loan_application SET researcher = $1, missing = '', returned_by = NULL, returned_on = NULL WHERE id = $2",
        values![cx.who.id, before.id],
    )?;
    store::hand(cx, before.id)?;
    store::told(cx, Some(&before), before.id)
}

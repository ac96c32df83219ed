//! A draft is handed in to be studied.

use crate::inputs::WhichApplication;
use crate::model::{ApplicationState, SavedApplication};
use crate::{conditions, rules, store};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn submit(cx: &Write<'_>, input: WhichApplication) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    rules::stands(before.state, &[ApplicationState::Draft])?;
    let whole = conditions::whole(cx, before.clone())?;
    conditions::require_all(&conditions::to_submit(cx, &whole)?)?;
    store::moved(cx, &before, ApplicationState::Submitted, "")?;
    cx.run("UPDATE loan_application SET submitted_on = $1 WHERE id = $2", values![cx.today(), before.id])?;
    store::hand(cx, before.id)?;
    store::told(cx, Some(&before), before.id)
}

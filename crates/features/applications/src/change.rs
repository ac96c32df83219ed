//! What is asked for is written otherwise.

use crate::add::{alone, checked};
use crate::inputs::ChangeApplication;
use crate::model::SavedApplication;
use crate::{rules, store};
use kernel::{Result, require};
use office::context::Write;

pub fn change(cx: &Write<'_>, input: ChangeApplication) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    require(rules::is_editable(before.state), rules::STEP)?;
    let request = checked(cx, before.party, &input.request)?;
    alone(cx, before.party, &request, before.id)?;
    cx.claim(store::RECORD, before.id, input.version)?;
    store::update(cx, &before, &request)?;
    store::hand(cx, before.id)?;
    store::told(cx, Some(&before), before.id)
}

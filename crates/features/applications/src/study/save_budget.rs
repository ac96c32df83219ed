//! The budget is written, whole: its lines, and what suppliers ask for them.

use crate::inputs::SaveBudget;
use crate::model::SavedApplication;
use crate::study::rows as kept;
use crate::{rules, store};
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn save_budget(cx: &Write<'_>, input: SaveBudget) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    require(rules::is_editable(before.state), rules::STEP)?;
    let lines = rules::budget(&input.lines)?;
    cx.claim(store::RECORD, before.id, input.version)?;
    let earlier = kept::lines(cx, before.id)?;
    kept::write_lines(cx, before.id, &lines)?;
    store::hand(cx, before.id)?;
    let label = store::label(cx, *before.id.as_bytes())?;
    cx.changed(store::RECORD, before.id, &label, &json!({ "budget": earlier }), &json!({ "budget": lines }))?;
    store::answer(cx, &store::application(cx, before.id)?)
}

//! The study of feasibility is written, whole.

use crate::inputs::SaveStudy;
use crate::model::SavedApplication;
use crate::study::rows as kept;
use crate::{rules, store};
use database::values;
use kernel::{Result, require};
use office::context::Write;

pub fn save_study(cx: &Write<'_>, input: SaveStudy) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    require(rules::is_editable(before.state), rules::STEP)?;
    let rows = rules::rows(&input.rows)?;
    let market = rules::text("market", &input.market)?;
    cx.claim(store::RECORD, before.id, input.version)?;
    let earlier = kept::rows(cx, before.id)?;
    kept::write_rows(cx, before.id, &rows)?;
    cx.run("UPDATE loan_application SET market = $1 WHERE id = $2", values![market.as_str(), before.id])?;
    store::hand(cx, before.id)?;
    let label = store::label(cx, *before.id.as_bytes())?;
    let (was, is) = (
        serde_json::json!({ "rows": earlier, "market": before.market }),
        serde_json::json!({ "rows": rows, "market": market }),
    );
    cx.changed(store::RECORD, before.id, &label, &was, &is)?;
    store::answer(cx, &store::application(cx, before.id)?)
}

//! Keeps what stands in a draft while it is typed.

use crate::inputs::SaveAssessment;
use crate::model::SavedAssessment;
use crate::{rules, store};
use kernel::Result;
use office::context::Write;

/// Keeps what stands in the draft. It leaves no line in the trail: the trail is told once, of all that was completed.
pub fn save_draft(cx: &Write<'_>, input: SaveAssessment) -> Result<SavedAssessment> {
    let before = store::assessment(cx, input.assessment)?;
    rules::is_draft(before.state)?;
    let draft = rules::tidy(input.draft, cx.today())?;
    cx.claim(store::RECORD, input.assessment, input.version)?;
    store::write(cx, input.assessment, &draft)?;
    cx.quiet();
    store::saved(cx, input.assessment)
}

//! From a draft to a class of the file: saved while it is typed, completed, and reviewed by somebody who wrote nothing in it.

pub mod complete;
pub mod drop_draft;
pub mod review;
pub mod save_draft;
pub mod send_back;

use crate::model::{AssessmentDraft, AssessmentState};
use crate::rules;
use crate::store::{self, Assessment};
use casework::need::Override;
use kernel::Result;
use kernel::id::PersonId;
use office::context::{Read, Write};

fn manual(draft: &AssessmentDraft) -> Option<Override> {
    let class = draft.manual_class.map(rules::need_class)?;
    Some(Override { class, reason: Some(draft.manual_reason.clone()) })
}

fn moved(cx: &Write<'_>, before: &Assessment, to: AssessmentState, reason: &str) -> Result<()> {
    cx.status_changed(store::subject(before.id), Some(before.state.name()), to.name(), reason)
}

/// Why somebody does not review it: the engine's own words.
///
/// # Errors
/// They wrote in it.
pub fn by_another(cx: &Read<'_>, one: &Assessment, who: PersonId) -> Result<()> {
    let wrote = store::hands(cx, one.id)?.iter().any(|(person, _)| *person == who);
    kernel::require(!wrote, casework::refusals::NEED_SELF_REVIEW)
}

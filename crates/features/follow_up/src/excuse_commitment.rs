//! A promise need not be kept any more, for a reason.

use crate::inputs::ExcuseCommitment;
use crate::model::{CommitmentState, SavedCommitment};
use crate::rules::{self, REASON_MISSING};
use crate::{store, subjects};
use database::values;
use kernel::Result;
use office::context::Write;

pub fn excuse_commitment(cx: &Write<'_>, input: ExcuseCommitment) -> Result<SavedCommitment> {
    let before = store::commitment(cx, input.id)?;
    subjects::followed_kind(cx, &before.subject_kind)?;
    rules::is_open(before.state)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    cx.claim(store::COMMITMENT, input.id, input.version)?;
    cx.run("UPDATE commitment SET state = 'excused', reason = $1 WHERE id = $2", values![reason.as_str(), input.id])?;
    let (from, to) = (before.state.name(), CommitmentState::Excused.name());
    cx.status_changed(store::promise(input.id), Some(from), to, &reason)?;
    store::told_of_promise(cx, Some(&before), input.id)?;
    Ok(SavedCommitment { commitment: input.id })
}

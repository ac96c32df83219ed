//! A promise was kept, on a day, and what shows it.

use crate::inputs::MeetCommitment;
use crate::model::SavedCommitment;
use crate::rules::{self, EVIDENCE_MISSING, MET_EARLY};
use crate::{store, subjects};
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn meet_commitment(cx: &Write<'_>, input: MeetCommitment) -> Result<SavedCommitment> {
    let before = store::commitment(cx, input.id)?;
    subjects::followed_kind(cx, &before.subject_kind)?;
    rules::is_open(before.state)?;
    rules::has_come("on", input.on, cx.today())?;
    require(input.on >= before.made_on, Refusal::new(MET_EARLY).with("day", before.made_on).at("on"))?;
    let evidence = rules::said("evidence", &input.evidence, EVIDENCE_MISSING)?;
    cx.claim(store::COMMITMENT, input.id, input.version)?;
    store::meet(cx, &before, input.on, &evidence)?;
    store::told_of_promise(cx, Some(&before), input.id)?;
    Ok(SavedCommitment { commitment: input.id })
}

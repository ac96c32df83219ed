//! A decision is not carried out any more, for a reason: a later one took its place, or what it was about is gone.

use super::finish::end;
use crate::inputs::{EndDecision, WhichDecision};
use crate::model::DecisionState;
use kernel::Result;
use office::context::Write;

pub fn drop(cx: &Write<'_>, input: EndDecision) -> Result<WhichDecision> {
    end(cx, &input, DecisionState::Dropped)
}

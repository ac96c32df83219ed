//! What came of it: measured by a later edition that asks the same, or said by another person than its owner.

use super::{RECORD, look, told};
use crate::inputs::JudgeImprovement;
use crate::model::{ImprovementEffect, ImprovementState, SavedImprovement};
use crate::rules::{
    self, ACTION_NOT_DONE, EFFECT_MISSING, EFFECT_SAID, NOT_MEASURED_AGAIN, OUTCOME_MISSING, OWN_EFFECT,
};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn judge_improvement(cx: &Write<'_>, input: JudgeImprovement) -> Result<SavedImprovement> {
    let before = look::action(cx, input.id)?;
    require(before.state == ImprovementState::Done, ACTION_NOT_DONE)?;
    require(before.effect.is_none(), EFFECT_SAID)?;
    require(before.owner != cx.who.id, OWN_EFFECT)?;
    let again = match input.measured_with {
        Some(with) => {
            let found = look::measured_again(cx, &before)?.into_iter().find(|one| one.questionnaire == with);
            Some(found.ok_or(Refusal::new(NOT_MEASURED_AGAIN).at("measured_with"))?)
        }
        None => None,
    };
    let (effect, note) = match &again {
        Some(again) => {
            let effect = match again.after_percent.cmp(&again.before_percent) {
                std::cmp::Ordering::Greater => ImprovementEffect::Better,
                std::cmp::Ordering::Equal => ImprovementEffect::Same,
                std::cmp::Ordering::Less => ImprovementEffect::Worse,
            };
            (effect, rules::text("note", &input.note)?)
        }
        None => {
            let effect = input.effect.ok_or(Refusal::new(EFFECT_MISSING).at("effect"))?;
            (effect, rules::said("note", &input.note, OUTCOME_MISSING)?)
        }
    };
    cx.claim(RECORD, input.id, input.version)?;
    cx.run(
        "UPDATE improvement_action SET effect = $1, effect_note = $2, effect_by = $3, effect_on = $4, before_percent = $5, \
         after_percent = $6, measured_with = $7 WHERE id = $8",
        values![
            effect,
            note.as_str(),
            cx.who.id,
            cx.today(),
            again.as_ref().map(|one| one.before_percent),
            again.as_ref().map(|one| one.after_percent),
            again.as_ref().map(|one| one.questionnaire),
            input.id
        ],
    )?;
    told(cx, Some(&before), input.id)
}

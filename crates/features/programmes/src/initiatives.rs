//! Initiatives are proposed and written anew.

use crate::inputs::{AddInitiative, ChangeInitiative};
use crate::model::{InitiativeState, SavedInitiative};
use crate::rules::{ADDED_ALREADY, HALTED, NO_FINDING, STEP};
use crate::steps::INITIATIVE;
use crate::store::{self, Initiative};
use kernel::{Refusal, Result, require};
use office::context::Write;

/// The series of initiatives' numbers, and the letter they begin with.
const NUMBERS: &str = "initiative";
const MARK: char = 'I';

pub fn add_initiative(cx: &Write<'_>, input: AddInitiative) -> Result<SavedInitiative> {
    let of = store::running(cx, input.programme)?;
    require(store::find_initiative(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let typed = store::tidy_initiative(cx, of.id, &input.typed)?;
    let new = Initiative {
        id: input.id,
        initiative_no: store::next_number(cx, NUMBERS, MARK, 2)?,
        programme: of.id,
        title: typed.title.clone(),
        sector: typed.sector.clone(),
        priority: typed.priority,
        owner: typed.owner,
        finding: typed.finding,
        need: typed.need.clone(),
        mechanism: typed.mechanism.clone(),
        starts: typed.starts,
        ends: typed.ends,
        people: typed.people,
        progress: 0,
        state: InitiativeState::Idea,
        reason: String::new(),
        state_since: cx.today(),
        check_due: None,
        keeper: typed.keeper,
        proposed_on: cx.today(),
        proposed_by: cx.who.id,
    };
    store::write(cx, &new, true)?;
    store::beside(cx, new.id, &typed)?;
    cx.passed(store::INITIATIVE, new.id)?;
    store::told(cx, None, new.id)?;
    Ok(SavedInitiative { initiative: new.id, initiative_no: new.initiative_no })
}

/// What an initiative says is written anew. A change of its cost or days takes an approval that waits with it, and one that was
/// approved and not begun goes back to its study.
pub fn change_initiative(cx: &Write<'_>, input: ChangeInitiative) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    store::running(cx, before.programme)?;
    let ended = matches!(before.state, InitiativeState::Completed | InitiativeState::Cancelled);
    require(!ended, Refusal::new(STEP).with("number", &before.initiative_no))?;
    require(before.state != InitiativeState::Halted, HALTED)?;
    let typed = store::tidy_initiative(cx, before.programme, &input.typed)?;
    let idea = before.state == InitiativeState::Idea;
    require(idea || typed.finding.is_some(), Refusal::new(NO_FINDING).at("finding"))?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    let cost = store::cost(cx, input.id)?;
    let after = Initiative {
        title: typed.title.clone(),
        sector: typed.sector.clone(),
        priority: typed.priority,
        owner: typed.owner,
        finding: typed.finding,
        need: typed.need.clone(),
        mechanism: typed.mechanism.clone(),
        starts: typed.starts,
        ends: typed.ends,
        people: typed.people,
        keeper: typed.keeper,
        ..before.clone()
    };
    store::write(cx, &after, false)?;
    store::beside(cx, input.id, &typed)?;
    let other = store::cost(cx, input.id)? != cost || (after.starts, after.ends) != (before.starts, before.ends);
    if other {
        approvals::lapse(cx, &INITIATIVE, *input.id.as_bytes(), "")?;
        if matches!(before.state, InitiativeState::Approved | InitiativeState::Funded) {
            store::lead(cx, &before, InitiativeState::Studied, "")?;
        }
    }
    store::told(cx, Some(&before), input.id)?;
    Ok(SavedInitiative { initiative: input.id, initiative_no: before.initiative_no })
}

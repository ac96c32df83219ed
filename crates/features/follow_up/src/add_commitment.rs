//! One side promises something by a day.

use crate::inputs::AddCommitment;
use crate::model::{CommitmentState, PromiseSide, SavedCommitment};
use crate::rules::{self, ADDED_ALREADY, DUE_PAST, KEEPER_MISSING, PROMISE_MISSING, PROMISE_OTHER};
use crate::store::{self, Commitment};
use crate::{readings, subjects};
use kernel::id::PersonId;
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};

pub fn add_commitment(cx: &Write<'_>, input: AddCommitment) -> Result<SavedCommitment> {
    let of = subjects::subject(cx, &input.subject_kind, input.subject)?;
    require(store::find_commitment(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    rules::plannable("due", input.due, cx.today(), cx.today(), DUE_PAST)?;
    if let Some(activity) = input.activity {
        store::activity(cx, activity)?;
    }
    if let Some(other) = input.depends_on {
        let other = store::commitment(cx, other)?;
        require(
            (other.subject_kind.as_str(), other.subject) == (input.subject_kind.as_str(), input.subject),
            PROMISE_OTHER,
        )?;
    }
    let new = Commitment {
        id: input.id,
        subject_kind: of.subject_kind.clone(),
        subject: of.subject,
        subject_name: of.name.clone(),
        side: input.side,
        text: rules::said("text", &input.text, PROMISE_MISSING)?,
        due: input.due,
        keeper: keeper(cx, input.side, input.keeper)?,
        state: CommitmentState::Open,
        met_on: None,
        evidence: String::new(),
        reason: String::new(),
        activity: input.activity,
        depends_on: input.depends_on,
        made_on: cx.today(),
    };
    store::insert_commitment(cx, &new, &of)?;
    store::told_of_promise(cx, None, input.id)?;
    Ok(SavedCommitment { commitment: input.id })
}

/// Who sees to a promise: somebody of the office where it is ours, nobody of it where it is hers.
///
/// # Errors
/// Nobody sees to ours.
pub fn keeper(cx: &Read<'_>, side: PromiseSide, named: Option<PersonId>) -> Result<Option<PersonId>> {
    if side == PromiseSide::Beneficiary {
        return Ok(None);
    }
    let named = named.ok_or(Refusal::new(KEEPER_MISSING).at("keeper"))?;
    readings::somebody(cx, named, "keeper")?;
    Ok(Some(named))
}

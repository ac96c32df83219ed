//! A promise is worded anew, put off before its day, or given to another person to see to.

use crate::add_commitment::keeper;
use crate::inputs::ChangeCommitment;
use crate::model::SavedCommitment;
use crate::rules::{self, DUE_PASSED, DUE_PAST, PROMISE_MISSING};
use crate::{store, subjects};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn change_commitment(cx: &Write<'_>, input: ChangeCommitment) -> Result<SavedCommitment> {
    let before = store::commitment(cx, input.id)?;
    let of = subjects::subject(cx, &before.subject_kind, before.subject)?;
    rules::is_open(before.state)?;
    if input.due != before.due {
        require(before.due >= cx.today(), Refusal::new(DUE_PASSED).at("due"))?;
        rules::plannable("due", input.due, cx.today(), cx.today(), DUE_PAST)?;
    }
    let text = rules::said("text", &input.text, PROMISE_MISSING)?;
    let keeper = keeper(cx, before.side, input.keeper)?;
    cx.claim(store::COMMITMENT, input.id, input.version)?;
    cx.run(
        "UPDATE commitment SET text = $1, due = $2, keeper = $3, search_fold = $4 WHERE id = $5",
        values![text.as_str(), input.due, keeper, store::commitment_search(&of, &text), input.id],
    )?;
    store::told_of_promise(cx, Some(&before), input.id)?;
    Ok(SavedCommitment { commitment: input.id })
}

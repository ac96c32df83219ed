//! A need is noted, or a suggestion of the program declined with the reason.

use super::{NEED, need_fold, subject, told_of_need};
use crate::inputs::AddNeed;
use crate::model::{AssessmentState, NeedState, SavedNeed};
use crate::rules::{self, ADDED_ALREADY, NEED_EMPTY, SUGGESTION_SETTLED};
use crate::{queries, store};
use database::values;
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use office::context::Write;

pub fn add_need(cx: &Write<'_>, input: AddNeed) -> Result<SavedNeed> {
    require(queries::find_need(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let of = store::assessment(cx, input.assessment)?;
    require(of.state != AssessmentState::Dropped, rules::NOT_DRAFT)?;
    let text = rules::said("text", &tidy_line(&input.text), NEED_EMPTY)?;
    let declined = rules::text("reason", &input.declined)?;
    let suggestion = input.suggestion.trim();
    let sql = "SELECT 1 AS one FROM care_need WHERE assessment = $1 AND suggestion = $2";
    let settled = cx.row(sql, values![input.assessment, suggestion], |row| row.get::<i64>("one"))?.is_some();
    require(suggestion.is_empty() || !settled, SUGGESTION_SETTLED)?;
    let state = if declined.is_empty() { NeedState::Open } else { NeedState::Declined };
    cx.run(
        "INSERT INTO care_need (id, party, assessment, domain, text, text_fold, fact, suggestion, priority, state, reason, \
         made_on, made_by, settled_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        values![
            input.id,
            of.party,
            input.assessment,
            input.domain,
            text.as_str(),
            need_fold(cx, of.party, &text)?,
            rules::text("fact", &tidy_line(&input.fact))?,
            suggestion,
            input.priority,
            state,
            declined.as_str(),
            cx.today(),
            cx.who.id,
            (state != NeedState::Open).then(|| cx.today())
        ],
    )?;
    cx.status_changed(subject(NEED, *input.id.as_bytes()), None, state.name(), &declined)?;
    told_of_need(cx, None, input.id)
}

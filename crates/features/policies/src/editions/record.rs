//! An edition that was approved outside the program comes in, with what its paper says of who approved it and when.

use super::texts;
use crate::inputs::{RecordEdition, WhichEdition};
use crate::rules::{self, APPROVAL_WORDS_MISSING};
use crate::store;
use database::values;
use kernel::Result;
use office::context::Write;
use office::input::{at, has_come};
use serde_json::json;

pub fn record(cx: &Write<'_>, input: RecordEdition) -> Result<WhichEdition> {
    let policy = store::holding(cx, input.policy)?;
    let (text, changes) = texts(cx, &input.text, &input.changes)?;
    let said = rules::line(&input.approved_elsewhere, "approved_elsewhere", APPROVAL_WORDS_MISSING)?;
    at("approved_on", has_come(input.approved_on, cx.today()))?;
    cx.claim(store::POLICY, input.policy, input.version)?;
    let no = store::next_edition(cx, input.policy, input.id)?;
    store::replace(cx, input.policy)?;
    let review = rules::review_day(input.effective_on.max(input.approved_on), policy.review_months)?;
    cx.run(
        "INSERT INTO policy_edition (id, policy, no, text, changes, state, prepared_by, prepared_at, approved_elsewhere, \
         approved_on, approved_by, effective_on, review_on) \
         VALUES ($1, $2, $3, $4, $5, 'approved', $6, $7, $8, $9, $10, $11, $12)",
        values![
            input.id,
            input.policy,
            no,
            text.as_str(),
            changes.as_str(),
            cx.who.id,
            cx.now,
            said.as_str(),
            input.approved_on,
            cx.who.id,
            input.effective_on,
            review
        ],
    )?;
    let after = json!({ "edition": no, "approved_elsewhere": said, "approved_on": input.approved_on });
    cx.changed(store::POLICY, input.policy, &policy.title, &(), &after)?;
    Ok(WhichEdition { edition: input.id })
}

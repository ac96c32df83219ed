//! Another person than anybody who wrote in it has looked at it: the file gets its class.

use super::{by_another, manual, moved};
use crate::inputs::ReviewAssessment;
use crate::model::{AssessmentState, SavedAssessment};
use crate::{measuring, rule_versions, rules, settings, store};
use casework::need;
use database::values;
use kernel::Result;
use office::context::Write;

pub fn review(cx: &Write<'_>, input: ReviewAssessment) -> Result<SavedAssessment> {
    let before = store::assessment(cx, input.assessment)?;
    rules::is_completed(before.state)?;
    by_another(cx, &before, cx.who.id)?;
    parties::standing(cx, before.party)?;
    store::follows_last(cx, before.party, before.draft.done_on)?;
    let note = rules::text("note", &input.note)?;
    // By the version it was completed with.
    let rule = rule_versions::version(cx, before.rule_version)?;
    let measure = measuring::measure(&before.draft.facts, &rule.rule)?;
    let stood = beneficiaries::case_of(cx, before.party)?.class;
    let judged = need::Assessment {
        worker: before.completed_by.map(|person| person.to_string()),
        reviewer: Some(cx.who.id.to_string()),
        manual: manual(&before.draft),
        file_class: None,
    };
    let class = need::review(&measure, &judged)?.file_class.map(rules::file_class);
    cx.claim(store::RECORD, input.assessment, input.version)?;
    cx.run(
        "UPDATE assessment SET state = 'reviewed', reviewed_by = $1, reviewed_at = $2, review_note = $3, final_class = $4, \
         class_before = $5 WHERE id = $6",
        values![cx.who.id, cx.now, note.as_str(), store::class_text(class), stood.as_str(), input.assessment],
    )?;
    store::mark_ends(cx, before.party)?;
    moved(cx, &before, AssessmentState::Reviewed, &note)?;
    if let Some(class) = class {
        let days = rules::review_days(&settings::settings_of(cx)?, class);
        let next = before.draft.done_on.plus_days(days)?.max(cx.today());
        beneficiaries::classify(cx, before.party, class.name(), next)?;
    }
    store::told(cx, Some(&before), input.assessment)
}

//! Somebody has found out all there is to find: the draft is measured and waits for another person.

use super::{manual, moved};
use crate::inputs::SaveAssessment;
use crate::model::{AssessmentState, SavedAssessment};
use crate::{measuring, rule_versions, rules, store};
use casework::need;
use database::values;
use kernel::Result;
use office::context::Write;

pub fn complete(cx: &Write<'_>, input: SaveAssessment) -> Result<SavedAssessment> {
    let before = store::assessment(cx, input.assessment)?;
    rules::is_draft(before.state)?;
    let draft = rules::tidy(input.draft, cx.today())?;
    store::follows_last(cx, before.party, draft.done_on)?;
    let rule = rule_versions::version(cx, None)?;
    let measure = measuring::measure(&draft.facts, &rule.rule)?;
    // An unknown fact leaves no score; a class by hand says why. The engine's own words for both.
    let own = cx.who.id.to_string();
    let judged = need::Assessment {
        worker: Some(own.clone()),
        reviewer: Some(format!("another than {own}")),
        manual: manual(&draft),
        file_class: None,
    };
    need::review(&measure, &judged)?;
    cx.claim(store::RECORD, input.assessment, input.version)?;
    store::write(cx, input.assessment, &draft)?;
    let class = measure.class.map(rules::file_class);
    cx.run(
        "UPDATE assessment SET state = 'completed', rule_version = $1, score = $2, class = $3, per_capita = $4, \
         income_total = $5, parts = $6, completed_by = $7, completed_at = $8, sent_back = '', sent_back_by = $9 \
         WHERE id = $10",
        values![
            rule.version,
            measure.score,
            store::class_text(class),
            measure.per_capita,
            store::income(&draft.facts)?,
            serde_json::to_string(&measure.parts).map_err(kernel::Failure::broken)?,
            cx.who.id,
            cx.now,
            None::<kernel::id::PersonId>,
            input.assessment
        ],
    )?;
    moved(cx, &before, AssessmentState::Completed, "")?;
    store::told(cx, Some(&before), input.assessment)
}

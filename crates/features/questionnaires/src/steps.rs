//! What of questionnaires another person must approve: that people are asked so.

use crate::inputs::WhichQuestionnaire;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::QuestionnaireId;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

/// A questionnaire opens.
pub const OPEN: ApprovalStep = ApprovalStep {
    name: "questionnaires.open",
    subject: store::RECORD,
    decides: crate::QUESTIONNAIRES_APPROVE,
    needed: 1,
    limit: None,
    task: "questionnaire_opening",
    told: Some("questionnaire_opening_back"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_FORM,
        again: ANSWERED_ALREADY,
        decided: rules::NOT_ASKED,
        waits: rules::ASKED_ALREADY,
    },
};

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let id = QuestionnaireId::from_bytes(subject);
    let Some(found) = store::find(cx, id)? else { return Ok(None) };
    let target = crate::QUESTIONNAIRE.asking(&WhichQuestionnaire { questionnaire: id })?;
    Ok(Some(Described::new(target, [("title", found.title)])))
}

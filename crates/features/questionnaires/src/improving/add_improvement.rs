//! An action is drawn from what was said.

use super::{MARK, RECORD, exists, folded, told};
use crate::findings::next_number;
use crate::inputs::AddImprovement;
use crate::model::{ImprovementSource, SavedImprovement};
use crate::rules::{self, ACTION_EMPTY, ADDED_ALREADY, QUESTION_UNKNOWN, SAID_MISSING, SOURCE_MISSING};
use crate::{findings, rating, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn add_improvement(cx: &Write<'_>, input: AddImprovement) -> Result<SavedImprovement> {
    require(!exists(cx, input.id)?, ADDED_ALREADY)?;
    let missing = |field| Refusal::new(SOURCE_MISSING).at(field);
    let source = input.source;
    let questionnaire = input.questionnaire.filter(|_| source == ImprovementSource::Answer);
    let finding = input.finding.filter(|_| source == ImprovementSource::Finding);
    let request = input.request.filter(|_| source == ImprovementSource::Complaint);
    let mut question = String::new();
    match source {
        ImprovementSource::Answer => {
            let of = store::questionnaire(cx, questionnaire.ok_or_else(|| missing("questionnaire"))?)?;
            let known = input.question.is_empty() || of.question(&input.question).is_some();
            require(known, Refusal::new(QUESTION_UNKNOWN).at("question"))?;
            question = input.question;
        }
        ImprovementSource::Finding => {
            question = findings::look::finding(cx, finding.ok_or_else(|| missing("finding"))?)?.question;
        }
        ImprovementSource::Complaint => rating::seen(cx, request.ok_or_else(|| missing("request"))?)?,
    }
    store::works_here(cx, input.owner)?;
    rules::plannable(input.due, cx.today())?;
    let said = rules::said("said", &input.said, SAID_MISSING)?;
    let text = rules::said("text", &input.text, ACTION_EMPTY)?;
    let number = next_number(cx, RECORD, MARK)?;
    cx.run(
        "INSERT INTO improvement_action (id, action_no, source, questionnaire, question, finding, request, said, text, owner, \
         due, state, made_by, made_on, search_fold) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'planned', $12, $13, $14)",
        values![
            input.id,
            number.as_str(),
            source,
            questionnaire,
            question,
            finding,
            request,
            said.as_str(),
            text.as_str(),
            input.owner,
            input.due,
            cx.who.id,
            cx.today(),
            folded(&number, &said, &text)
        ],
    )?;
    cx.passed(RECORD, input.id)?;
    told(cx, None, input.id)
}

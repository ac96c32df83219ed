//! What was decided, in a letter to whoever asked.

use crate::appraisal_paper::recommendation;
use crate::inputs::WhichApplication;
use crate::model::ApplicationState;
use crate::queries;
use crate::rules;
use kernel::{Day, Refusal, Result, require};
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::json;

const LETTER: Template = Template { name: "application_letter", source: include_str!("papers/letter.typ") };

pub fn letter_paper(cx: &Read<'_>, input: WhichApplication) -> Result<Paper> {
    let sheet = queries::detail(cx, input)?;
    let decided = matches!(sheet.state, ApplicationState::Approved | ApplicationState::Rejected);
    require(decided, Refusal::new(rules::STEP))?;
    cx.saw(crate::store::RECORD, sheet.application, &sheet.application_no, json!({ "letter": sheet.application_no }));
    let found = sheet.proposed.as_ref().unwrap_or(&sheet.asked);
    let decided_on = sheet.decided_at.map_or(cx.today(), Day::in_riyadh);
    let data = json!({
        "number": sheet.application_no,
        "approved": sheet.state == ApplicationState::Approved,
        "applicant": sheet.applicant,
        "file_no": sheet.file_no,
        "project": sheet.project_name,
        "product": sheet.product.name,
        "opened_on": paper::dates_json(sheet.opened_on),
        "decided_on": paper::dates_json(decided_on),
        "asked": sheet.amount,
        "amount": found.amount,
        "amount_in_words": kernel::arabic::amount_in_words(found.amount)?,
        "instalments": found.instalments,
        "instalment": found.instalment,
        "grace": sheet.product.terms.grace,
        "cash": found.cash,
        "in_kind": found.in_kind,
        "loan_no": sheet.loan_no,
        "reason": sheet.decision_note,
        "conditions": recommendation(&sheet)?["conditions"],
        "decided_by": sheet.decided_by_name,
    });
    paper::print(cx, &LETTER, &format!("decision-{}", sheet.application_no), &data)
}

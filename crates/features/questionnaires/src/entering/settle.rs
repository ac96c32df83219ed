//! Somebody has looked at the paper where two entries differ: what it says holds. Both entries stay as they were entered.

use super::look::hex;
use crate::inputs::SettleSheet;
use crate::model::{AnswerChannel, GivenAnswer, SavedSheet};
use crate::rules::{self, CODE_UNKNOWN, SETTLE_OWN, SETTLED_ALREADY, UNSETTLED};
use crate::store::{self, SHEET};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn settle(cx: &Write<'_>, input: SettleSheet) -> Result<SavedSheet> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    store::takes(&of, cx.today(), AnswerChannel::Paper)?;
    let number = store::sheet_number(&of, &input.code)?;
    let one = store::by_sheet(cx, of.id, number)?.ok_or(Refusal::new(CODE_UNKNOWN).at("code"))?;
    let second = one.second.clone().filter(|_| one.open_differences > 0).ok_or(SETTLED_ALREADY)?;
    require(one.entered_by != Some(cx.who.id), SETTLE_OWN)?;
    let differ = rules::differences(&of.questions, &one.first, &second);
    let mut settled: Vec<GivenAnswer> = Vec::new();
    for question in &of.questions {
        let takes_first = if differ.contains(&question.key) {
            let said = input.settled.iter().find(|said| said.question == question.key);
            said.ok_or_else(|| Refusal::new(UNSETTLED).with("n", differ.len()).at("settled"))?.first
        } else {
            true
        };
        let from = if takes_first { &one.first } else { &second };
        settled.extend(from.iter().find(|given| given.question == question.key).cloned());
    }
    // A choice may take away the question that hung on it.
    let settled = rules::answers(&of.questions, settled, cx.today())?;
    rules::complete(&of.questions, &settled, AnswerChannel::Paper)?;
    cx.claim(SHEET, hex(&one.id), input.version)?;
    cx.run(
        "UPDATE questionnaire_response SET settled = $1, settled_by = $2, open_differences = 0 WHERE id = $3",
        values![store::written(&settled)?, cx.who.id, one.id],
    )?;
    let code = rules::code(of.no, number);
    store::answered(cx, &of, &code)?;
    Ok(SavedSheet { code, twice: true, differ: 0 })
}

//! A sheet is entered again by another person, who sees nothing of the first entry; both are compared then.

use super::look::hex;
use super::waits_for_second;
use crate::inputs::EnterSheet;
use crate::model::{AnswerChannel, SavedSheet};
use crate::rules::{self, CODE_UNKNOWN, SECOND_NOT_ASKED, SECOND_OWN, SECOND_THERE};
use crate::settings::settings_of;
use crate::store::{self, SHEET};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn enter_second(cx: &Write<'_>, input: EnterSheet) -> Result<SavedSheet> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    store::takes(&of, cx.today(), AnswerChannel::Paper)?;
    let number = store::sheet_number(&of, &input.code)?;
    let one = store::by_sheet(cx, of.id, number)?.ok_or(Refusal::new(CODE_UNKNOWN).at("code"))?;
    require(one.second.is_none(), SECOND_THERE)?;
    require(waits_for_second(&one, settings_of(cx)?.double_entry_every), SECOND_NOT_ASKED)?;
    require(one.entered_by != Some(cx.who.id), SECOND_OWN)?;
    let second = rules::answers(&of.questions, input.answers, cx.today())?;
    rules::complete(&of.questions, &second, AnswerChannel::Paper)?;
    let differ = i64::try_from(rules::differences(&of.questions, &one.first, &second).len()).unwrap_or(i64::MAX);
    cx.run(
        "UPDATE questionnaire_response SET second = $1, second_by = $2, open_differences = $3 WHERE id = $4",
        values![store::written(&second)?, cx.who.id, differ, one.id],
    )?;
    cx.passed(SHEET, hex(&one.id))?;
    let code = rules::code(of.no, number);
    store::answered(cx, &of, &code)?;
    Ok(SavedSheet { code, twice: true, differ })
}

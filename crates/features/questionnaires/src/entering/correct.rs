//! Whoever entered a sheet corrects it, as long as nobody has entered it again.

use super::look::hex;
use crate::inputs::CorrectSheet;
use crate::model::{AnswerChannel, SavedSheet};
use crate::rules::{self, CODE_UNKNOWN, NOT_YOURS, SECOND_THERE};
use crate::store::{self, SHEET};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn correct(cx: &Write<'_>, input: CorrectSheet) -> Result<SavedSheet> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    store::takes(&of, cx.today(), AnswerChannel::Paper)?;
    let number = store::sheet_number(&of, &input.code)?;
    let one = store::by_sheet(cx, of.id, number)?.ok_or(Refusal::new(CODE_UNKNOWN).at("code"))?;
    require(one.entered_by == Some(cx.who.id), NOT_YOURS)?;
    require(one.second.is_none(), SECOND_THERE)?;
    let answers = rules::answers(&of.questions, input.answers, cx.today())?;
    rules::complete(&of.questions, &answers, AnswerChannel::Paper)?;
    cx.claim(SHEET, hex(&one.id), input.version)?;
    let sql = "UPDATE questionnaire_response SET answers = $1 WHERE id = $2";
    cx.run(sql, values![store::written(&answers)?, one.id])?;
    let code = rules::code(of.no, number);
    store::answered(cx, &of, &code)?;
    Ok(SavedSheet { code, twice: false, differ: 0 })
}

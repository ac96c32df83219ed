//! A sheet is entered: by its code, once.

use super::is_chosen;
use crate::inputs::EnterSheet;
use crate::model::{AnswerChannel, SavedSheet};
use crate::rules::{self, SHEET_ENTERED, SHEET_SPOILED};
use crate::settings::settings_of;
use crate::store::{self, NewResponse};
use crate::tokens::{self, Of};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn enter(cx: &Write<'_>, input: EnterSheet) -> Result<SavedSheet> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    store::takes(&of, cx.today(), AnswerChannel::Paper)?;
    let number = store::sheet_number(&of, &input.code)?;
    let run = store::run_of(cx, &of, number)?;
    if let Some(one) = store::by_sheet(cx, of.id, number)? {
        let by = store::person_name(cx, one.entered_by)?;
        let refusal = Refusal::new(SHEET_ENTERED).with("code", rules::code(of.no, number)).with("by", by);
        return Err(refusal.at("code").into());
    }
    require(!store::is_spoiled(cx, of.id, number)?, Refusal::new(SHEET_SPOILED).at("code"))?;
    let answers = rules::answers(&of.questions, input.answers, cx.today())?;
    rules::complete(&of.questions, &answers, AnswerChannel::Paper)?;
    let sql = "SELECT COALESCE(max(entry), 0) + 1 AS next FROM questionnaire_response WHERE questionnaire = $1";
    let entry: i64 = cx.one(sql, values![of.id], |row| row.get("next"))?;
    let code = rules::code(of.no, number);
    let new = NewResponse {
        print: tokens::print(&of.secret, Of::Answer(&code)),
        channel: AnswerChannel::Paper,
        day: of.day(cx.today()),
        department: run.department,
        procedure: &run.procedure,
        party: None,
        answers: &answers,
        sheet: Some((number, entry)),
    };
    store::insert_response(cx, &of, &new)?;
    store::answered(cx, &of, &code)?;
    Ok(SavedSheet { code, twice: is_chosen(entry, settings_of(cx)?.double_entry_every), differ: 0 })
}

//! A sheet cannot be read, or was never filled in: its code is used up without an answer.

use crate::inputs::SpoilSheet;
use crate::model::{AnswerChannel, SavedSheet};
use crate::rules::{self, REASON_MISSING, SHEET_ENTERED, SHEET_SPOILED};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn spoil(cx: &Write<'_>, input: SpoilSheet) -> Result<SavedSheet> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    store::takes(&of, cx.today(), AnswerChannel::Paper)?;
    let number = store::sheet_number(&of, &input.code)?;
    store::run_of(cx, &of, number)?;
    let code = rules::code(of.no, number);
    if let Some(one) = store::by_sheet(cx, of.id, number)? {
        let by = store::person_name(cx, one.entered_by)?;
        return Err(Refusal::new(SHEET_ENTERED).with("code", code).with("by", by).at("code").into());
    }
    require(!store::is_spoiled(cx, of.id, number)?, Refusal::new(SHEET_SPOILED).at("code"))?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    cx.run(
        "INSERT INTO questionnaire_spoiled (questionnaire, sheet, reason, by, on_day) VALUES ($1, $2, $3, $4, $5)",
        values![of.id, number, reason.as_str(), cx.who.id, cx.today()],
    )?;
    cx.changed(store::RECORD, of.id, &of.title, &(), &json!({ "spoiled": code, "reason": reason }))?;
    Ok(SavedSheet { code, twice: false, differ: 0 })
}

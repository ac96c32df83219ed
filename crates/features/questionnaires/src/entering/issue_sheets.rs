//! Sheets get codes, to be printed: a run of them for one department or one kind of request.

use crate::inputs::IssueSheets;
use crate::model::{AnswerChannel, IssuedSheets, QuestionnaireStanding};
use crate::rules::{self, RUN_ISSUED, SHEETS, SHEETS_RANGE};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn issue_sheets(cx: &Write<'_>, input: IssueSheets) -> Result<IssuedSheets> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    // Sheets may be printed before the first day.
    if of.standing(cx.today()) != QuestionnaireStanding::Coming {
        store::takes(&of, cx.today(), AnswerChannel::Paper)?;
    }
    let range = (1..=SHEETS).contains(&input.count);
    require(range, Refusal::new(SHEETS_RANGE).with("most", SHEETS).at("count"))?;
    store::known_group(cx, input.department, &input.procedure)?;
    let sql = "SELECT COALESCE(max(no), 0) AS no, COALESCE(max(last), 0) AS last FROM questionnaire_run WHERE questionnaire = $1";
    let (no, last): (i64, i64) = cx.one(sql, values![of.id], |row| Ok((row.get("no")?, row.get("last")?)))?;
    require(input.no == no + 1, RUN_ISSUED)?;
    let (first, last) = (last + 1, last + input.count);
    cx.run(
        "INSERT INTO questionnaire_run (questionnaire, no, first, last, department, procedure, made_by, made_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![of.id, input.no, first, last, input.department, input.procedure.as_str(), cx.who.id, cx.today()],
    )?;
    let (first, last) = (rules::code(of.no, first), rules::code(of.no, last));
    cx.changed(store::RECORD, of.id, &of.title, &(), &json!({ "first": first, "last": last }))?;
    Ok(IssuedSheets { no: input.no, first, last })
}

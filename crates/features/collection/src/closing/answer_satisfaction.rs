//! How satisfied a borrower is with a loan that is closed.

use crate::closing::model::AnswerSatisfaction;
use crate::closing::{RECORD, phase, satisfaction};
use crate::rules::{self, ANSWER_RANGE, NOT_CLOSED};
use database::values;
use kernel::{Refusal, Result, require};
use loans::LoanPhase;
use office::context::Write;
use office::input::Nothing;

pub fn answer_satisfaction(cx: &Write<'_>, input: AnswerSatisfaction) -> Result<Nothing> {
    require(phase(cx, input.loan)? == LoanPhase::Closed, NOT_CLOSED)?;
    require((1..=5).contains(&input.answer), Refusal::new(ANSWER_RANGE).at("answer"))?;
    let said = rules::text("said", &input.said)?;
    let before = satisfaction(cx, input.loan)?;
    cx.claim(RECORD, input.loan, input.version)?;
    cx.run(
        "INSERT INTO loan_satisfaction (loan, answer, channel, said, asked_on, asked_by) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (loan) DO UPDATE SET answer = excluded.answer, channel = excluded.channel, said = excluded.said, \
         asked_on = excluded.asked_on, asked_by = excluded.asked_by",
        values![input.loan, input.answer, input.channel, said.as_str(), cx.today(), cx.who.id],
    )?;
    let sql = "SELECT loan_no FROM loan_standing WHERE loan = $1";
    let loan_no: String = cx.one(sql, values![input.loan], |row| row.get("loan_no"))?;
    cx.changed("loan", input.loan, &loan_no, &before, &satisfaction(cx, input.loan)?)?;
    Ok(Nothing {})
}

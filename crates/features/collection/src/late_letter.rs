//! The letter to a borrower who is late, over all late loans.

use crate::borrower_statement::sheets;
use crate::contact::model::WhichBorrower;
use crate::rules::NOT_LATE;
use crate::settings;
use kernel::arabic::amount_in_words;
use kernel::{Money, Result, require};
use loans::sheet::LoanSheet;
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::json;

const LETTER: Template = Template { name: "late_letter", source: include_str!("papers/late_letter.typ") };

pub fn late_letter(cx: &Read<'_>, input: WhichBorrower) -> Result<Paper> {
    let borrower = loans::borrower(cx, input.party)?;
    let sheets: Vec<LoanSheet> =
        sheets(cx, borrower.party)?.into_iter().filter(|one| one.overdue.is_positive()).collect();
    require(!sheets.is_empty(), NOT_LATE)?;
    let today = cx.today();
    let overdue = Money::sum(sheets.iter().map(|sheet| sheet.overdue))?;
    let until = today.plus_days(settings::contact(cx)?.letter_days)?;
    let loan = |sheet: &LoanSheet| {
        json!([
            sheet.loan_no,
            sheet.project.name,
            sheet.overdue_since.map(paper::dates_json),
            sheet.days_late,
            sheet.overdue,
            sheet.outstanding,
        ])
    };
    let data = json!({
        "day": paper::dates_json(today),
        "until": paper::dates_json(until),
        "borrower": borrower.name,
        "file_no": borrower.file_no,
        "loans": sheets.iter().map(loan).collect::<Vec<_>>(),
        "overdue": overdue,
        "overdue_in_words": amount_in_words(overdue)?,
        "outstanding": Money::sum(sheets.iter().map(|sheet| sheet.outstanding))?,
    });
    cx.saw("file", borrower.party, &borrower.name, json!({ "late_letter": today, "overdue": overdue }));
    let name = format!("late-{}-{today}", if borrower.file_no.is_empty() { "borrower" } else { &borrower.file_no });
    paper::print(cx, &LETTER, &name, &data)
}

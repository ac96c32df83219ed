//! The repayment schedule on paper: for the borrower to sign and to keep.

use crate::detail;
use crate::inputs::WhichLoan;
use crate::statement;
use kernel::arabic::amount_in_words;
use kernel::{Money, Result};
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::{Value, json};

const PLAN: Template = Template { name: "loan_plan", source: include_str!("papers/plan.typ") };

pub fn plan_paper(cx: &Read<'_>, input: WhichLoan) -> Result<Paper> {
    let sheet = detail::sheet(cx, input.loan, cx.today())?;
    let total = Money::sum(sheet.rows.iter().map(|row| row.amount))?;
    let mut left = total;
    let mut rows = Vec::new();
    for row in sheet.rows.iter().filter(|row| !row.amount.is_zero()) {
        left = left.minus(row.amount)?;
        rows.push(json!([row.no, paper::dates_json(row.due), row.amount, left]));
    }
    let mut data = statement::head(&sheet);
    data["total"] = json!(total);
    data["total_in_words"] = json!(amount_in_words(total)?);
    data["rows"] = Value::Array(rows);
    cx.saw("loan", sheet.id, &sheet.loan_no, Value::Null);
    paper::print(cx, &PLAN, &format!("plan-{}", sheet.loan_no), &data)
}

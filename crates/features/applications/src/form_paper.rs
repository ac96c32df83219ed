//! The application form: empty to be filled in by hand, or with what an application says.

use crate::inputs::{WhichApplication, WhichForm};
use crate::model::{ApplicationSheet, BudgetKind, StudySide};
use crate::queries;
use kernel::Result;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{Language, word};
use papers::Template;
use serde_json::{Value, json};

const FORM: Template = Template { name: "application_form", source: include_str!("papers/form.typ") };

pub fn form_paper(cx: &Read<'_>, input: WhichForm) -> Result<Paper> {
    let Some(application) = input.application else {
        cx.saw(crate::store::RECORD, "blank", "", json!({ "form": "blank" }));
        return paper::print(cx, &FORM, "application-form", &json!({ "form": Value::Null }));
    };
    let sheet = queries::detail(cx, WhichApplication { application })?;
    cx.saw(crate::store::RECORD, application, &sheet.application_no, json!({ "form": sheet.application_no }));
    let data = json!({ "form": filled(&sheet) });
    paper::print(cx, &FORM, &format!("application-{}", sheet.application_no), &data)
}

fn filled(sheet: &ApplicationSheet) -> Value {
    let side = |side: StudySide| -> Vec<Value> {
        let rows = sheet.rows.iter().filter(move |row| row.side == side);
        rows.map(|row| json!([row.label, row.amount])).collect()
    };
    json!({
        "number": sheet.application_no,
        "opened_on": paper::dates_json(sheet.opened_on),
        "applicant": sheet.applicant,
        "file_no": sheet.file_no,
        "mobile": sheet.mobile.replacen("+966", "0", 1),
        "place": place(sheet),
        "product": sheet.product.name,
        "amount": sheet.amount,
        "instalments": sheet.instalments,
        "project": sheet.project_name,
        "activity": sheet.activity,
        "needs": sheet.needs,
        "wishes": sheet.wishes,
        "income": side(StudySide::Income),
        "costs": side(StudySide::Costs),
        "lines": lines(sheet),
    })
}

/// Where the applicant lives.
pub fn place(sheet: &ApplicationSheet) -> String {
    [&sheet.city, &sheet.district]
        .map(String::as_str)
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("، ")
}

/// The budget, a line each: item, kind, payment, supplier, amount.
pub fn lines(sheet: &ApplicationSheet) -> Vec<Value> {
    let kind = |kind: BudgetKind| word(&format!("application.kind.{}", kind.name()), Language::Ar);
    sheet.lines.iter().map(|line| json!([line.item, kind(line.kind), line.batch, line.chosen, line.amount])).collect()
}

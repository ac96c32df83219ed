//! The study of an application on paper: what is asked for, the month in two scenarios, the budget with its quotes, the
//! guarantee, and what is recommended.

use crate::form_paper::{lines, place};
use crate::inputs::WhichApplication;
use crate::model::{ApplicationSheet, BroughtState, Recommends, StudySide, Weighed};
use crate::queries;
use crate::sheet::holds;
use kernel::Result;
use kernel::arabic::amount_in_words;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{Language, word};
use papers::Template;
use serde_json::{Value, json};

const APPRAISAL: Template = Template { name: "application_appraisal", source: include_str!("papers/appraisal.typ") };

pub fn appraisal_paper(cx: &Read<'_>, input: WhichApplication) -> Result<Paper> {
    let sheet = queries::detail(cx, input)?;
    cx.saw(
        crate::store::RECORD,
        sheet.application,
        &sheet.application_no,
        json!({ "appraisal": sheet.application_no }),
    );
    let found = sheet.proposed.as_ref().unwrap_or(&sheet.asked);
    let percent = sheet.terms.capacity.stress_sales_percent;
    let data = json!({
        "number": sheet.application_no,
        "state": word(&format!("application.state.{}", sheet.state.name()), Language::Ar),
        "applicant": sheet.applicant,
        "file_no": sheet.file_no,
        "place": place(&sheet),
        "product": sheet.product.name,
        "project": sheet.project_name,
        "activity": sheet.activity,
        "needs": sheet.needs,
        "wishes": sheet.wishes,
        "market": sheet.market,
        "opened_on": paper::dates_json(sheet.opened_on),
        "asked": { "amount": sheet.amount, "instalments": sheet.instalments, "instalment": sheet.asked.instalment },
        "weighed": weighed(found),
        "stress_percent": percent,
        "share_limit": sheet.terms.capacity.instalment_percent,
        "rows": rows(found),
        "lines": lines(&sheet),
        "quotes": quotes(&sheet, found),
        "budget": found.budget,
        "guarantees": guarantees(&sheet),
        "guaranteed": holds(&sheet),
        "recommendation": recommendation(&sheet)?,
        "rules": if sheet.rule_version == 0 { Value::Null } else { json!(sheet.rule_version) },
    });
    paper::print(cx, &APPRAISAL, &format!("appraisal-{}", sheet.application_no), &data)
}

fn weighed(found: &Weighed) -> Value {
    json!({
        "amount": found.amount,
        "instalments": found.instalments,
        "instalment": found.instalment,
        "net": [found.net.expected, found.net.stressed],
        "counted": [found.counted.expected, found.counted.stressed],
        "income": found.income,
        "costs": found.costs,
        "surplus": [found.surplus.expected, found.surplus.stressed],
        "share": [found.share_percent.expected, found.share_percent.stressed],
        "lawful": found.lawful,
        "break_even": found.break_even,
        "cash": found.cash,
        "cash_limit": found.cash_limit,
        "in_kind": found.in_kind,
    })
}

/// Of the project alone: label, both scenarios; costs below zero.
fn rows(found: &Weighed) -> Vec<Value> {
    let of_project = |side: StudySide| matches!(side, StudySide::Sales | StudySide::Variable | StudySide::Fixed);
    let signed = |side: StudySide, amount: kernel::Money| {
        if side == StudySide::Sales { amount.halalas() } else { -amount.halalas() }
    };
    let rows = found.rows.iter().filter(|row| of_project(row.side));
    rows.map(|row| json!([row.label, signed(row.side, row.expected), signed(row.side, row.stressed)])).collect()
}

/// The quotes of the lines that need them: item, supplier, amount, whether it was chosen, the reason of a choice.
fn quotes(sheet: &ApplicationSheet, found: &Weighed) -> Vec<Value> {
    let mut all = Vec::new();
    for needs in &found.quotes {
        let Some(line) = sheet.lines.iter().find(|line| line.id == needs.line) else { continue };
        for quote in &line.quotes {
            let chosen = quote.supplier == line.chosen;
            let note = if chosen && !line.reason.is_empty() { &line.reason } else { &quote.note };
            all.push(json!([line.item, quote.supplier, quote.amount, chosen, note]));
        }
    }
    all
}

fn guarantees(sheet: &ApplicationSheet) -> Vec<Value> {
    let standing = sheet.guarantees.iter().filter(|one| one.state != BroughtState::Dropped);
    standing
        .map(|one| {
            let kind = word(&format!("loan.guarantee_kind.{}", one.kind.name()), Language::Ar);
            let who = if one.name.is_empty() { &one.said } else { &one.name };
            let state = word(&format!("application.brought.{}", one.state.name()), Language::Ar);
            json!([kind, who, state, one.verified_by_name])
        })
        .collect()
}

/// What is recommended; nothing while nobody has.
pub fn recommendation(sheet: &ApplicationSheet) -> Result<Value> {
    let Some(said) = &sheet.recommendation else { return Ok(Value::Null) };
    let words = said.amount.map(amount_in_words).transpose()?;
    Ok(json!({
        "approve": said.recommends == Recommends::Approve,
        "amount": said.amount,
        "amount_in_words": words,
        "instalments": said.instalments,
        "fund": said.fund_name,
        "opinion": said.opinion,
        "conditions": said.conditions,
        "by": said.by_name,
        "on": paper::dates_json(kernel::Day::in_riyadh(said.at)),
    }))
}

//! The executive report on paper.

use crate::inputs::WhichReport;
use crate::model::{ReportFigure, ReportSheet, ReportState};
use crate::queries;
use kernel::Result;
use office::context::Read;
use office::figure::{FigurePart, FigureSection, FigureUnit};
use office::paper::{self as office_paper, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const EXECUTIVE: Template = Template { name: "executive_report", source: include_str!("papers/executive_report.typ") };

pub fn paper(cx: &Read<'_>, input: WhichReport) -> Result<Paper> {
    let sheet = queries::open(cx, input)?;
    cx.saw(crate::store::RECORD, sheet.report, &sheet.report_no, json!({ "state": sheet.state }));
    office_paper::print(cx, &EXECUTIVE, &format!("report-{}", sheet.report_no), &data(&sheet))
}

fn word(key: &str) -> String {
    words::find(key, Language::Ar).unwrap_or_else(|| key.to_owned())
}

/// A figure as the paper writes it: whole things, money, or text with its decimals.
fn written(value: Option<i64>, unit: FigureUnit) -> Value {
    let Some(value) = value else { return Value::Null };
    let tenths = || {
        let (whole, part) = (value / 10, (value % 10).abs());
        if part == 0 { whole.to_string() } else { format!("{whole}.{part}") }
    };
    let (kind, text) = match unit {
        FigureUnit::Count => ("count", value.to_string()),
        FigureUnit::Percent => ("percent", value.to_string()),
        FigureUnit::Money => ("money", value.to_string()),
        FigureUnit::Days => ("days", tenths()),
        FigureUnit::Tenths => ("text", tenths()),
        FigureUnit::Rate => ("percent", format!("{}.{:02}", value / 100, (value % 100).abs())),
    };
    json!({ "kind": kind, "text": text, "whole": value })
}

fn part(part: &FigurePart) -> Value {
    let label = if part.label_key.is_empty() { part.label.clone() } else { word(&part.label_key) };
    json!([label, written(part.value, part.unit), part.of])
}

fn figure(figure: &ReportFigure) -> Value {
    json!({
        "title": word(&figure.title_key),
        "now": written(figure.value, figure.unit),
        "of": figure.of,
        "before": written(figure.before, figure.unit),
        "change": figure.change.name(),
        "parts": figure.parts.iter().map(part).collect::<Vec<_>>(),
    })
}

fn data(sheet: &ReportSheet) -> Value {
    let section = |section: &FigureSection| {
        let own: Vec<Value> = sheet.figures.iter().filter(|figure| figure.section == *section).map(figure).collect();
        (!own.is_empty())
            .then(|| json!({ "title": word(&format!("figures.section.{}", section.name())), "figures": own }))
    };
    let month = word(&format!("parts.{}.{}", sheet.calendar.name(), sheet.month));
    json!({
        "number": sheet.report_no,
        "month": format!("{month} {}", sheet.year),
        "edition": sheet.edition,
        "reason": sheet.reason,
        "draft": sheet.state != ReportState::Issued,
        "from": office_paper::dates_json(sheet.span.from),
        "until": office_paper::dates_json(sheet.span.until),
        "prepared_by": sheet.prepared_by_name,
        "prepared_on": office_paper::dates_json(sheet.prepared_on),
        "issued_by": sheet.issued_by_name,
        "issued_on": sheet.issued_on.map(office_paper::dates_json),
        "summary": sheet.summary,
        "went_well": sheet.went_well,
        "went_badly": sheet.went_badly,
        "advice": sheet.advice,
        "sections": FigureSection::ALL.iter().filter_map(section).collect::<Vec<_>>(),
        "recipients": sheet.recipients.iter().map(|one| json!([one.name, one.body])).collect::<Vec<_>>(),
    })
}

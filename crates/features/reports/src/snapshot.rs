//! The figures of a report: counted anew while it is a draft, as they were kept from then on.

use crate::model::{ReportFigure, ReportState};
use crate::rules;
use crate::store::Report;
use database::values;
use kernel::id::ReportId;
use kernel::{Failure, Result, require};
use office::context::{Read, Write};
use office::figure::{Figure, FigurePart};
use office::span::Span;
use std::collections::BTreeMap;

/// # Errors
/// What the features refuse.
pub fn figures(cx: &Read<'_>, report: &Report) -> Result<Vec<ReportFigure>> {
    if report.state == ReportState::Draft { counted(cx, report) } else { kept(cx, report) }
}

fn spans(report: &Report) -> (Span, Span) {
    let span = Span { from: report.from, until: report.until };
    (span, Span { from: report.before_from, until: report.before_until })
}

/// As whoever asks may see them, today.
fn counted(cx: &Read<'_>, report: &Report) -> Result<Vec<ReportFigure>> {
    let (span, before) = spans(report);
    let seen = cx.features().figures().filter(|figure| cx.who.role.may(figure.view));
    let mut figures = seen.map(|figure| one(cx, figure, span, before)).collect::<Result<Vec<_>>>()?;
    figures.sort_by_key(|figure| figure.section);
    Ok(figures)
}

fn one(cx: &Read<'_>, figure: &Figure, span: Span, previous: Span) -> Result<ReportFigure> {
    let mut found = (figure.measure)(cx, &[span, previous])?;
    require(found.len() == 2, Failure::broken(format!("{}: a period is missing", figure.name)))?;
    let before = found.pop().unwrap_or_default().value;
    let now = found.pop().unwrap_or_default();
    Ok(ReportFigure {
        name: figure.name.to_owned(),
        code: figure.code.to_owned(),
        section: figure.section,
        unit: figure.unit,
        better: figure.better,
        title_key: format!("figure.{}.title", figure.name),
        value: now.value,
        of: now.of,
        before,
        change: rules::change(figure.better, before, now.value),
        parts: now.parts,
        target: Some(dashboard::behind(figure, span)?),
    })
}

/// Writes the figures of a draft as they stand.
///
/// # Errors
/// What the features or the database refuse.
pub fn freeze(cx: &Write<'_>, report: &Report) -> Result<()> {
    forget(cx, report.id)?;
    for (place, figure) in (1_i64..).zip(counted(cx, report)?) {
        let of = (figure.of.map(|of| of.0), figure.of.map(|of| of.1));
        cx.run(
            include_str!("sql/insert_figure.sql"),
            values![
                report.id,
                place,
                figure.name.as_str(),
                figure.code.as_str(),
                figure.section,
                figure.unit,
                figure.better,
                figure.value,
                of.0,
                of.1,
                figure.before
            ],
        )?;
        for (no, part) in (1_i64..).zip(figure.parts) {
            cx.run(
                include_str!("sql/insert_part.sql"),
                values![
                    report.id,
                    place,
                    no,
                    part.key,
                    part.label_key,
                    part.label,
                    part.unit,
                    part.value,
                    part.of.map(|of| of.0),
                    part.of.map(|of| of.1)
                ],
            )?;
        }
    }
    Ok(())
}

/// Removes the kept figures of a draft.
///
/// # Errors
/// What is frozen stays.
pub fn forget(cx: &Write<'_>, report: ReportId) -> Result<()> {
    cx.run("DELETE FROM report_part WHERE report = $1", values![report])?;
    cx.run("DELETE FROM report_figure WHERE report = $1", values![report]).map(drop)
}

fn kept(cx: &Read<'_>, report: &Report) -> Result<Vec<ReportFigure>> {
    let mut parts: BTreeMap<i64, Vec<FigurePart>> = BTreeMap::new();
    let pair = |n: Option<i64>, whole: Option<i64>| n.zip(whole);
    cx.rows(include_str!("sql/parts.sql"), values![report.id], |row| {
        let part = FigurePart {
            key: row.get("key")?,
            label_key: row.get("label_key")?,
            label: row.get("label")?,
            unit: row.get("unit")?,
            value: row.get("value")?,
            of: pair(row.get("n")?, row.get("whole")?),
        };
        parts.entry(row.get("place")?).or_default().push(part);
        Ok(())
    })?;
    let (span, _) = spans(report);
    cx.rows(include_str!("sql/figures.sql"), values![report.id], |row| {
        let (name, better): (String, _) = (row.get("name")?, row.get("better")?);
        let (value, before): (Option<i64>, Option<i64>) = (row.get("value")?, row.get("before")?);
        let measured = cx.features().figures().find(|figure| figure.name == name);
        let target = measured.filter(|figure| cx.who.role.may(figure.view));
        Ok(ReportFigure {
            title_key: format!("figure.{name}.title"),
            name,
            code: row.get("code")?,
            section: row.get("section")?,
            unit: row.get("unit")?,
            better,
            value,
            of: pair(row.get("n")?, row.get("whole")?),
            before,
            change: rules::change(better, before, value),
            parts: parts.remove(&row.get("place")?).unwrap_or_default(),
            target: target.map(|figure| dashboard::behind(figure, span)).transpose()?,
        })
    })
}

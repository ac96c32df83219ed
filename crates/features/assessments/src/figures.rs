//! K23, who left care; K24, whose life changed.

use crate::outcomes::{Family, families};
use crate::{ASSESSMENTS_FACTS, ASSESSMENTS_VIEW};
use beneficiaries::FILE;
use beneficiaries::inputs::WhichFile;
use kernel::{Day, Result};
use measures::kpi::{self, FileHistory, Measured as MeasuredFamily};
use measures::{Period, Settings};
use office::context::Read;
use office::figure::{Behind, Better, Figure, FigureChart, FigurePart, FigureRow, FigureSection, FigureUnit, Measured};
use office::span::Span;

const EXIT: &str = "assessments.exit";
const IMPROVED: &str = "assessments.improved";

pub const FIGURES: &[Figure] = &[
    Figure {
        name: EXIT,
        code: "K23",
        section: FigureSection::Outcomes,
        unit: FigureUnit::Percent,
        row_value: None,
        better: Better::More,
        chart: FigureChart::Line,
        goal: None,
        lines: &["graduated"],
        view: ASSESSMENTS_VIEW,
        measure: exit,
        behind: Behind::Rows(exit_rows),
    },
    Figure {
        name: IMPROVED,
        code: "K24",
        section: FigureSection::Outcomes,
        unit: FigureUnit::Percent,
        row_value: Some("figures.points"),
        better: Better::More,
        chart: FigureChart::Bullet,
        goal: None,
        lines: &[],
        view: ASSESSMENTS_VIEW,
        measure: improved,
        behind: Behind::Rows(improved_rows),
    },
];

fn period(span: &Span) -> Result<Period> {
    Period::new(span.from, span.until)
}

fn exit(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some(last) = spans.iter().map(|span| span.until).max() else { return Ok(Vec::new()) };
    let histories: Vec<FileHistory> = beneficiaries::histories(cx, last)?.into_values().collect();
    let settings = Settings::default();
    spans
        .iter()
        .map(|span| {
            let found = kpi::graduations(&histories, period(span)?, &settings)?;
            let graduated = i64::try_from(found.graduated).unwrap_or(i64::MAX);
            let sustained = found.sustained;
            Ok(Measured::share(found.exit.n(), found.exit.of(), found.exit.percent()).with([
                FigurePart::worded(EXIT, "graduated", FigureUnit::Count, Some(graduated)),
                FigurePart::worded(EXIT, "sustained", FigureUnit::Percent, sustained.percent())
                    .of(sustained.n(), sustained.of()),
            ]))
        })
        .collect()
}

fn row(one: &Family) -> Result<FigureRow> {
    let target = FILE.asking(&WhichFile { party: one.party })?;
    Ok(FigureRow { target: Some(target), ..FigureRow::new(one.party, one.file_no.clone(), one.name.clone()) })
}

fn exit_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let (period, settings) = (period(&span)?, Settings::default());
    let mut rows = Vec::new();
    for one in &families(cx, span.until)? {
        // The measure itself, of this one alone.
        let found = kpi::graduations(std::slice::from_ref(&one.history), period, &settings)?;
        let mut parts = Vec::new();
        parts.extend((found.graduated > 0).then(|| "graduated".to_owned()));
        parts.extend((found.sustained.n() > 0).then(|| "sustained".to_owned()));
        if parts.is_empty() && found.exit.of() == 0 && found.sustained.of() == 0 {
            continue;
        }
        let on: Option<Day> = one.graduated_on;
        let counts = (found.exit.of() > 0).then(|| found.exit.n() > 0);
        rows.push(FigureRow { on, counts, parts, ..row(one)? });
    }
    Ok(rows)
}

fn improved(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let settings = Settings::default();
    let sees_facts = cx.who.role.may(ASSESSMENTS_FACTS);
    spans
        .iter()
        .map(|span| {
            let measured: Vec<MeasuredFamily> = families(cx, span.until)?.into_iter().map(|one| one.measured).collect();
            let found = kpi::improvement(&measured, &settings)?;
            let share = found.improved;
            let change = found.median_income_change.filter(|_| sees_facts).map(kernel::Money::halalas);
            let income = FigurePart::worded(IMPROVED, "income_change", FigureUnit::Money, change);
            let whole = Measured::share(share.n(), share.of(), share.percent());
            Ok(if sees_facts { whole.with([income]) } else { whole })
        })
        .collect()
}

fn improved_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let settings = Settings::default();
    let mut rows = Vec::new();
    for one in &families(cx, span.until)? {
        let found = kpi::improvement(&[one.measured], &settings)?.improved;
        if found.of() == 0 {
            continue;
        }
        rows.push(FigureRow {
            on: one.measured_on,
            before: one.scores.0,
            value: one.scores.1,
            counts: Some(found.n() > 0),
            parts: vec!["income_change".to_owned()],
            ..row(one)?
        });
    }
    Ok(rows)
}

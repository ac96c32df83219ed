//! K17 on the board: agreements in force at the end of a period, and what each side kept by its day. Beside `figures`, which
//! shows the same of any days on the screen of partners, by the same measure.

use crate::agreements::list;
use crate::figures::{self, agreement_in_force};
use crate::inputs::{PartnerPeriod, WhichAgreement};
use crate::model::{AgreementLine, ObligationLine, ObligationSide, ObligationStanding};
use crate::{AGREEMENT, PARTNERS_VIEW, obligations, settings};
use kernel::{Day, Result};
use office::context::Read;
use office::figure::{Behind, Better, Figure, FigureChart, FigurePart, FigureRow, FigureSection, FigureUnit, Measured};
use office::span::Span;

const ACTIVE: &str = "partners.active";
const ENDING: &str = "ending";

pub const FIGURES: &[Figure] = &[
    Figure {
        name: ACTIVE,
        code: "K17",
        section: FigureSection::Partners,
        unit: FigureUnit::Count,
        row_value: None,
        better: Better::Neither,
        chart: FigureChart::Line,
        goal: None,
        lines: &[],
        view: PARTNERS_VIEW,
        measure: active,
        behind: Behind::Rows(active_rows),
    },
    kept("partners.kept_theirs", theirs, theirs_rows),
    kept("partners.kept_ours", ours, ours_rows),
];

const fn kept(name: &'static str, measure: office::figure::Measures, rows: office::figure::Rows) -> Figure {
    Figure {
        name,
        code: "K17",
        section: FigureSection::Partners,
        unit: FigureUnit::Percent,
        row_value: None,
        better: Better::More,
        chart: FigureChart::Bullet,
        goal: None,
        lines: &[],
        view: PARTNERS_VIEW,
        measure,
        behind: Behind::Rows(rows),
    }
}

fn active(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let days = settings::settings(cx)?.ending_days;
    let measured = |span: &Span| {
        let period = PartnerPeriod { from: span.from, until: span.until };
        let found = figures::partnerships(cx, &[], period, days)?;
        let ending = i64::try_from(found.ending.len()).unwrap_or(i64::MAX);
        let part = FigurePart::worded(ACTIVE, ENDING, FigureUnit::Count, Some(ending));
        Ok(Measured::count(found.active).with([part]))
    };
    spans.iter().map(measured).collect()
}

fn active_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let soon = span.until.plus_days(i32::from(settings::settings(cx)?.ending_days))?;
    let all = list::all(cx, span.until)?.into_iter().map(|found| found.line);
    all.filter(|line| agreement_in_force(line, span.until)).map(|line| agreement_row(line, soon)).collect()
}

fn agreement_row(line: AgreementLine, soon: Day) -> Result<FigureRow> {
    let target = AGREEMENT.asking(&WhichAgreement { agreement: line.agreement })?;
    Ok(FigureRow {
        text: line.title,
        on: line.signed_on,
        due: line.ends,
        parts: line.ends.filter(|ends| *ends <= soon).map(|_| ENDING.to_owned()).into_iter().collect(),
        target: Some(target),
        ..FigureRow::new(line.agreement, line.agreement_no, line.partner_name)
    })
}

fn theirs(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    spans.iter().map(|span| Ok(share(figures::kept(&due(cx, *span)?, span.from, span.until)?.theirs))).collect()
}

fn ours(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    spans.iter().map(|span| Ok(share(figures::kept(&due(cx, *span)?, span.from, span.until)?.ours))).collect()
}

fn share(kept: measures::Portion) -> Measured {
    Measured::share(kept.n(), kept.of(), kept.percent())
}

fn due(cx: &Read<'_>, span: Span) -> Result<Vec<ObligationLine>> {
    obligations::list::due_in(cx, span.from, span.until)
}

fn theirs_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    kept_rows(cx, span, ObligationSide::Theirs)
}

fn ours_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    kept_rows(cx, span, ObligationSide::Ours)
}

/// What fell due in the period; what is excused or does not bind yet is no part of the share.
fn kept_rows(cx: &Read<'_>, span: Span, side: ObligationSide) -> Result<Vec<FigureRow>> {
    let judged = |line: &ObligationLine| {
        line.side == side && !matches!(line.standing, ObligationStanding::Planned | ObligationStanding::Excused)
    };
    let row = |line: ObligationLine| {
        // The measure itself, of this one alone.
        let found = figures::kept(std::slice::from_ref(&line), span.from, span.until)?;
        let its = if side == ObligationSide::Ours { found.ours } else { found.theirs };
        let target = AGREEMENT.asking(&WhichAgreement { agreement: line.agreement })?;
        Ok(FigureRow {
            text: line.text,
            person: line.keeper_name,
            on: line.done_on.filter(|day| *day <= span.until),
            due: Some(line.due),
            counts: Some(its.n() == 1),
            target: Some(target),
            ..FigureRow::new(line.obligation, line.agreement_no, line.partner_name)
        })
    };
    due(cx, span)?.into_iter().filter(judged).map(row).collect()
}

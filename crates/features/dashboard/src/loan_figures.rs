//! The loans in four figures, for reports: the board shows them in cards of its own, from the same sums.

use crate::assemble::{self, Behind as Place};
use crate::periods::Periods;
use crate::sums::FundSums;
use crate::{DASHBOARD_VIEW, past, present};
use collection::Part;
use holds::inputs::ListHolds;
use kernel::{Day, Result};
use office::context::Read;
use office::figure::{Behind, Better, Figure, FigureChart, FigureSection, FigureUnit, LeadsTo, Measured, Measures};
use office::span::Span;

/// More than so many days late.
const AT_RISK: i32 = 30;

const fn figure(
    name: &'static str,
    code: &'static str,
    unit: FigureUnit,
    better: Better,
    measure: Measures,
    leads: LeadsTo,
) -> Figure {
    Figure {
        name,
        code,
        section: FigureSection::Loans,
        unit,
        row_value: None,
        better,
        chart: FigureChart::Number,
        goal: None,
        lines: &[],
        view: DASHBOARD_VIEW,
        measure,
        behind: Behind::List(leads),
    }
}

pub const FIGURES: &[Figure] = &[
    figure("dashboard.outstanding", "", FigureUnit::Money, Better::Neither, outstanding, |span| {
        at(span).portfolio(Part::Active)
    }),
    figure("dashboard.collection", "", FigureUnit::Rate, Better::More, collected, |span| at(span).due(span)),
    figure("dashboard.at_risk", "", FigureUnit::Rate, Better::Less, at_risk, |span| at(span).late(AT_RISK)),
    figure("dashboard.halted", "K27", FigureUnit::Count, Better::Less, halted, |span| {
        holds::HOLDS.asking(&ListHolds { day: Some(span.until), ..ListHolds::default() })
    }),
];

fn at(span: Span) -> Place {
    Place { day: span.until, fund: None }
}

/// All loans as they stood at the end of a day.
fn whole(cx: &Read<'_>, day: Day) -> Result<FundSums> {
    let periods = Periods::until(day, office::association::Calendar::Gregorian)?;
    let sums = if loans::is_present(cx, day)? { present::sums(cx, &periods)? } else { past::sums(cx, &periods)? };
    sums.whole()
}

fn of_each(
    cx: &Read<'_>,
    spans: &[Span],
    value: impl Fn(&FundSums, Place) -> Result<Option<i64>>,
) -> Result<Vec<Measured>> {
    let measured = |span: &Span| {
        let value = value(&whole(cx, span.until)?, at(*span))?;
        Ok(Measured { value, ..Measured::default() })
    };
    spans.iter().map(measured).collect()
}

fn outstanding(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    of_each(cx, spans, |sums, _| Ok(Some(sums.outstanding()?.halalas())))
}

fn collected(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    of_each(cx, spans, |sums, _| Ok(assemble::collected(sums.collection).rate.map(lending::Rate::hundredths)))
}

fn at_risk(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    of_each(cx, spans, |sums, place| {
        let risks = assemble::at_risk(sums, place)?;
        let late = risks.iter().find(|risk| risk.days == AT_RISK);
        Ok(late.and_then(|risk| risk.rate).map(lending::Rate::hundredths))
    })
}

fn halted(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let measured = |span: &Span| Ok(Measured::count(holds::figures::open_on(cx, span.until)?.len() as u64));
    spans.iter().map(measured).collect()
}

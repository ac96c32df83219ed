//! The figures that features hang on the board: of a month, a quarter or a year, beside the period before, and the rows
//! behind each. Which figures there are, only the features know.

use crate::model::{AskFigureRows, AskFigures, BoardFigure, FigureLine, FigureMonth, FigureRowPage, FiguresBoard};
use crate::periods::MONTHS;
use kernel::arabic::fold;
use kernel::{Day, Failure, Result};
use office::association::Calendar;
use office::context::Read;
use office::figure::{Behind, Figure, FigureChart, FigureRow, FigureSection, Measured};
use office::order::in_order;
use office::page::page_of;
use office::span::{PeriodKind, Span, YearMonth};
use office::target::Target;

/// A period with the one before it and the twelve months that end in it.
struct Cut {
    span: Span,
    previous: Span,
    months: Vec<FigureMonth>,
}

fn cut(kind: PeriodKind, day: Day, calendar: Calendar, today: Day) -> Result<(YearMonth, Cut)> {
    let first = YearMonth::of(day, calendar)?.first_of(kind);
    let span = first.days(kind, calendar, today)?;
    let last = YearMonth::of(span.until, calendar)?;
    let months = (0..MONTHS).map(|place| {
        let month = last.plus(place as i32 - (MONTHS as i32 - 1));
        let Span { from, until } = month.days(PeriodKind::Month, calendar, today)?;
        Ok(FigureMonth { year: month.year(), month: month.month(), from, until })
    });
    let months = months.collect::<Result<_>>()?;
    Ok((first, Cut { span, previous: first.days_before(kind, calendar)?, months }))
}

/// # Errors
/// A day that has not come.
pub fn figures(cx: &Read<'_>, input: AskFigures) -> Result<FiguresBoard> {
    let day = input.day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    let calendar = match input.calendar {
        Some(calendar) => calendar,
        None => office::association::profile(cx)?.calendar,
    };
    let kind = input.kind.unwrap_or(PeriodKind::Quarter);
    let (first, cut) = cut(kind, day, calendar, cx.today())?;
    // What the board of loans shows is not measured twice.
    let seen = cx.features().figures().filter(|figure| cx.who.role.may(figure.view));
    let seen = seen.filter(|figure| figure.section != FigureSection::Loans);
    let mut figures = seen.map(|figure| one(cx, figure, &cut)).collect::<Result<Vec<_>>>()?;
    figures.sort_by_key(|figure| figure.section);
    let number = match kind {
        PeriodKind::Month => first.month(),
        PeriodKind::Quarter => first.month().div_ceil(3),
        PeriodKind::Year => 0,
    };
    let Cut { span, previous, months } = cut;
    Ok(FiguresBoard { kind, calendar, year: first.year(), number, span, previous, months, figures })
}

fn one(cx: &Read<'_>, figure: &Figure, cut: &Cut) -> Result<BoardFigure> {
    let drawn = figure.chart == FigureChart::Line;
    let mut spans = vec![cut.span, cut.previous];
    if drawn {
        spans.extend(cut.months.iter().map(|month| Span { from: month.from, until: month.until }));
    }
    let mut found = (figure.measure)(cx, &spans)?;
    kernel::require(found.len() == spans.len(), Failure::broken(format!("{}: a period is missing", figure.name)))?;
    let months = found.split_off(2);
    let before = found.pop().unwrap_or_default();
    let now = found.pop().unwrap_or_default();
    let lines = if drawn { lines(figure, &now, &months) } else { Vec::new() };
    Ok(BoardFigure {
        name: figure.name.to_owned(),
        code: figure.code.to_owned(),
        section: figure.section,
        unit: figure.unit,
        better: figure.better,
        chart: figure.chart,
        goal: figure.goal,
        title_key: format!("figure.{}.title", figure.name),
        says_key: format!("figure.{}.says", figure.name),
        target: behind(figure, cut.span)?,
        before: before.value,
        now,
        lines,
    })
}

/// Where the rows of a figure stand.
///
/// # Errors
/// Broken, when the question cannot be written.
pub fn behind(figure: &Figure, span: Span) -> Result<Target> {
    match figure.behind {
        Behind::List(leads) => leads(span),
        Behind::Rows(_) => {
            let asks = AskFigureRows { from: span.from, until: span.until, ..AskFigureRows::of(figure.name) };
            crate::ROWS.asking(&asks)
        }
    }
}

/// The months of the figure itself, or of the parts it draws.
fn lines(figure: &Figure, now: &Measured, months: &[Measured]) -> Vec<FigureLine> {
    if figure.lines.is_empty() {
        let values = months.iter().map(|month| month.value).collect();
        return vec![FigureLine { label_key: format!("figure.{}.title", figure.name), unit: figure.unit, values }];
    }
    let of = |key: &&'static str| {
        let unit = now.part(key).map_or(figure.unit, |part| part.unit);
        let values = months.iter().map(|month| month.part(key).and_then(|part| part.value)).collect();
        FigureLine { label_key: format!("figure.{}.part.{key}", figure.name), unit, values }
    };
    figure.lines.iter().map(of).collect()
}

/// The rows behind a figure, or behind a part of it.
///
/// # Errors
/// Nobody knows the figure; forbidden; a period that ends before it begins, or has not begun.
pub fn rows(cx: &Read<'_>, input: AskFigureRows) -> Result<FigureRowPage> {
    let figure = cx.features().figures().find(|figure| figure.name == input.figure);
    let figure = figure.ok_or(Failure::not_found("figure"))?;
    cx.who.needs(figure.view)?;
    measures::Period::new(input.from, input.until)?;
    office::input::has_come(input.from, cx.today())?;
    let span = Span { from: input.from, until: input.until.min(cx.today()) };
    let Behind::Rows(rows) = figure.behind else { return Err(Failure::not_found("figure")) };
    let mut lines = rows(cx, span)?;
    let words = fold(&input.text);
    lines.retain(|row| {
        let part = input.part.is_empty() || row.parts.contains(&input.part);
        let counts = input.counts.is_none_or(|counts| row.counts.unwrap_or(true) == counts);
        let text = || fold(&format!("{} {} {} {}", row.number, row.name, row.text, row.person));
        part && counts && (words.is_empty() || words.split(' ').all(|word| text().contains(word)))
    });
    in_order(&mut lines, input.order.as_ref(), |row: &FigureRow, key| match key {
        "number" => Some((&row.number).into()),
        "name" => Some((&row.name).into()),
        "text" => Some((&row.text).into()),
        "person" => Some((&row.person).into()),
        "on" => Some(row.on.into()),
        "due" => Some(row.due.into()),
        "before" => Some(row.before.into()),
        "value" => Some(row.value.into()),
        "counts" => Some(row.counts.map(i64::from).into()),
        _ => None,
    });
    let total = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    Ok(FigureRowPage {
        title_key: format!("figure.{}.title", figure.name),
        says_key: format!("figure.{}.says", figure.name),
        code: figure.code.to_owned(),
        value_key: figure.row_value.unwrap_or_default().to_owned(),
        lines: page_of(lines, input.offset, input.limit),
        total,
    })
}

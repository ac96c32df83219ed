//! K3, how long requests take; K4, whether their terms are kept.

use super::facts::{self, Fact};
use casework::requests::State;
use database::{Value, values};
use kernel::Result;
use measures::Median;
use measures::kpi::{self, ClosedRequest, DecidedRequest, Durations};
use office::context::Read;
use office::figure::{FigurePart, FigureRow, FigureUnit, Measured};
use office::span::Span;

pub const DURATION: &str = "requests.duration";
pub const ON_TIME: &str = "requests.on_time";

const DECIDED: &str = "r.decided_on BETWEEN {} AND {}";
const ENDED: &str = "r.ended_on BETWEEN {} AND {}";

/// Half days to tenths.
const fn tenths(median: Median) -> i64 {
    median.doubled() * 5
}

/// Requests decided between the first and the last day, as K3 looks at them: by their kind.
fn decided(cx: &Read<'_>, range: Span) -> Result<Vec<(Fact, DecidedRequest)>> {
    let mut pauses = facts::pauses(cx)?;
    let all = facts::facts(cx, DECIDED, values![range.from, range.until])?;
    let request = |fact: Fact| {
        let request = DecidedRequest {
            service: Some(fact.kind.name().to_owned()),
            received: fact.received,
            decided: fact.decided,
            paused: pauses.remove(&fact.id).unwrap_or_default(),
        };
        (fact, request)
    };
    Ok(all.into_iter().map(request).collect())
}

/// # Errors
/// What the database refuses.
pub fn durations(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some(range) = facts::range(spans) else { return Ok(Vec::new()) };
    let (holidays, settings) = facts::working_days(cx)?;
    let requests: Vec<DecidedRequest> = decided(cx, range)?.into_iter().map(|(_, request)| request).collect();
    let part = |key: &str, value: Option<i64>| FigurePart::worded(DURATION, key, FigureUnit::Days, value);
    let of_kind = |(kind, found): (String, Durations)| FigurePart {
        label_key: format!("requests.kind.{kind}"),
        ..FigurePart::named(kind, String::new(), FigureUnit::Days, found.median.map(tenths))
    };
    spans
        .iter()
        .map(|span| {
            let found = kpi::request_durations(&requests, facts::period(span)?, &holidays, &settings);
            let (median, p90) = (found.all.median.map(tenths), found.all.p90.map(|days| days * 10));
            Ok(Measured { value: median, ..Measured::default() }
                .with([part("median", median), part("p90", p90)])
                .with(found.by_service.into_iter().map(of_kind)))
        })
        .collect()
}

/// # Errors
/// What the database refuses.
pub fn duration_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let (holidays, settings) = facts::working_days(cx)?;
    let mut names = facts::names(cx, DECIDED, values![span.from, span.until])?;
    let period = facts::period(&span)?;
    decided(cx, span)?
        .into_iter()
        .map(|(fact, request)| {
            // The measure itself, of this one alone.
            let took = kpi::request_durations(&[request], period, &holidays, &settings).all.median;
            let parts = vec!["median".to_owned(), "p90".to_owned(), fact.kind.name().to_owned()];
            Ok(FigureRow { value: took.map(|days| days.doubled() / 2), parts, ..facts::row(&fact, &mut names)? })
        })
        .collect()
}

pub fn closed(fact: &Fact) -> ClosedRequest {
    ClosedRequest {
        stopped: fact.stopped(),
        due: fact.due,
        closed: fact.ended,
        withdrawn: fact.state == State::Withdrawn,
    }
}

/// # Errors
/// What the database refuses.
pub fn on_time(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some(range) = facts::range(spans) else { return Ok(Vec::new()) };
    let requests: Vec<ClosedRequest> =
        facts::facts(cx, ENDED, values![range.from, range.until])?.iter().map(closed).collect();
    let measured = |span: &Span| {
        let found = kpi::kept_terms(&requests, facts::period(span)?);
        Ok(Measured::share(found.n(), found.of(), found.percent()))
    };
    spans.iter().map(measured).collect()
}

/// # Errors
/// What the database refuses.
pub fn on_time_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let period = facts::period(&span)?;
    judged(cx, ENDED, &values![span.from, span.until], |fact| {
        let found = kpi::kept_terms(&[closed(fact)], period);
        (found.of() > 0).then(|| found.n() > 0)
    })
}

/// The rows of a share: those that count in it, each with whether it counts towards it.
///
/// # Errors
/// What the database refuses.
pub fn judged(
    cx: &Read<'_>,
    condition: &str,
    values: &[Value],
    holds: impl Fn(&Fact) -> Option<bool>,
) -> Result<Vec<FigureRow>> {
    let mut names = facts::names(cx, condition, values.to_vec())?;
    let all = facts::facts(cx, condition, values.to_vec())?;
    let counted = all.iter().filter_map(|fact| Some((fact, holds(fact)?)));
    counted
        .map(|(fact, counts)| Ok(FigureRow { counts: Some(counts), ..facts::row(fact, &mut names)? }))
        .collect::<Result<Vec<FigureRow>>>()
}

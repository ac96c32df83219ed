//! K11, grievances; K13, complaints that were answered.

use super::facts::{self, Fact};
use super::terms::judged;
use casework::flows::Outcome;
use casework::requests::State;
use database::values;
use kernel::{Day, Result};
use measures::kpi::{self, Complaint, ComplaintState, Grievance};
use office::context::Read;
use office::figure::{FigurePart, FigureRow, FigureUnit, Measured};
use office::span::Span;

pub const GRIEVANCES: &str = "requests.grievances";
pub const ANSWERED: &str = "requests.answered";

const OF_GRIEVANCES: &str =
    "r.kind = 'grievance' AND (r.received_on BETWEEN {} AND {} OR r.decided_on BETWEEN {} AND {})";
const OF_COMPLAINTS: &str = "r.kind = 'complaint' AND r.term_due BETWEEN {} AND {}";

fn grievance(fact: &Fact) -> Grievance {
    Grievance {
        received: fact.received,
        decided: fact.decided,
        overturned: matches!(fact.outcome, Some(Outcome::Upheld | Outcome::Partly)),
        due: fact.due,
    }
}

/// # Errors
/// What the database refuses.
pub fn grievances(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some(Span { from, until }) = facts::range(spans) else { return Ok(Vec::new()) };
    let all: Vec<Grievance> =
        facts::facts(cx, OF_GRIEVANCES, values![from, until, from, until])?.iter().map(grievance).collect();
    let narrow = facts::visible(cx, "r.decided_on BETWEEN {} AND {}", values![from, until])?;
    let sql = format!("SELECT r.decided_on FROM case_request r {}", narrow.said());
    let decisions: Vec<Day> = cx.rows(&sql, narrow.values, |row| row.get("decided_on"))?;
    let part = |key: &str, unit, value| FigurePart::worded(GRIEVANCES, key, unit, value);
    spans
        .iter()
        .map(|span| {
            let found = kpi::grievances(&all, &decisions, facts::period(span)?);
            let share =
                |key: &str, of: measures::Portion| part(key, FigureUnit::Percent, of.percent()).of(of.n(), of.of());
            Ok(Measured::count(found.received).with([
                part("per_100", FigureUnit::Tenths, found.per_100.map(measures::Tenths::parts)),
                share("overturned", found.overturned),
                share("on_time", found.on_time),
            ]))
        })
        .collect()
}

/// # Errors
/// What the database refuses.
pub fn grievance_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let asked = values![span.from, span.until, span.from, span.until];
    let mut names = facts::names(cx, OF_GRIEVANCES, asked)?;
    let all = facts::facts(cx, OF_GRIEVANCES, values![span.from, span.until, span.from, span.until])?;
    all.iter()
        .map(|fact| {
            let received = span.holds(fact.received);
            let decided = fact.decided.filter(|day| span.holds(*day));
            let mut parts = Vec::new();
            if received {
                parts.push("per_100".to_owned());
            }
            if decided.is_some() {
                parts.extend(["overturned".to_owned(), "on_time".to_owned()]);
            }
            // What was received before and decided in the period is behind the two shares only.
            let text_keys = fact.outcome.map(|_| outcome_key(fact)).into_iter().collect();
            let row = facts::row(fact, &mut names)?;
            Ok(FigureRow { parts, text_keys, counts: Some(received), ..row })
        })
        .collect()
}

fn outcome_key(fact: &Fact) -> String {
    let name = match fact.outcome {
        Some(Outcome::Upheld) => "upheld",
        Some(Outcome::Partly) => "partly",
        _ => "rejected",
    };
    format!("requests.outcome.{name}")
}

fn complaint(fact: &Fact) -> Complaint {
    let state = if fact.state == State::Withdrawn { ComplaintState::Withdrawn } else { ComplaintState::Standing };
    Complaint { due: fact.due, answered: fact.stopped(), state }
}

/// # Errors
/// What the database refuses.
pub fn answered(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some(range) = facts::range(spans) else { return Ok(Vec::new()) };
    let all: Vec<Complaint> =
        facts::facts(cx, OF_COMPLAINTS, values![range.from, range.until])?.iter().map(complaint).collect();
    let measured = |span: &Span| {
        let found = kpi::answered_complaints(&all, facts::period(span)?);
        Ok(Measured::share(found.n(), found.of(), found.percent()))
    };
    spans.iter().map(measured).collect()
}

/// # Errors
/// What the database refuses.
pub fn answered_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let period = facts::period(&span)?;
    judged(cx, OF_COMPLAINTS, &values![span.from, span.until], |fact| {
        let found = kpi::answered_complaints(&[complaint(fact)], period);
        (found.of() > 0).then(|| found.n() > 0)
    })
}

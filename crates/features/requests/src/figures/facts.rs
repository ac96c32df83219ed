//! Requests as the measures look at them, and as the rows behind a figure name them.

use crate::inputs::WhichRequest;
use crate::named::{column, optional};
use crate::{REQUEST, frame, seen};
use casework::flows::Outcome;
use casework::requests::{Kind, State};
use database::{Value, values};
use kernel::id::CaseRequestId;
use kernel::{Day, Result};
use lending::{Holiday, HolidayRule};
use measures::{Period, Settings};
use office::context::Read;
use office::figure::FigureRow;
use office::narrow::Narrow;
use office::span::Span;
use std::collections::BTreeMap;

/// What is counted of a request.
pub struct Fact {
    pub id: CaseRequestId,
    pub kind: Kind,
    pub state: State,
    pub received: Day,
    pub decided: Option<Day>,
    pub outcome: Option<Outcome>,
    pub ended: Option<Day>,
    /// The end of its term; none for a kind without one.
    pub due: Option<Day>,
}

impl Fact {
    /// The day its clock stopped: of the decision, or of closing.
    pub fn stopped(&self) -> Option<Day> {
        self.decided.or(self.ended)
    }
}

/// The requests that meet a condition and are there for who asks.
///
/// # Errors
/// What the database refuses.
pub fn facts(cx: &Read<'_>, condition: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<Fact>> {
    let narrow = visible(cx, condition, values)?;
    let sql = format!(
        "SELECT r.id, r.kind, r.state, r.received_on, r.decided_on, r.outcome, r.ended_on, r.term_due \
         FROM case_request r {} ORDER BY r.received_on, r.id",
        narrow.said()
    );
    cx.rows(&sql, narrow.values, |row| {
        Ok(Fact {
            id: row.get("id")?,
            kind: column(row, "kind")?,
            state: column(row, "state")?,
            received: row.get("received_on")?,
            decided: row.get("decided_on")?,
            outcome: optional(row, "outcome")?,
            ended: row.get("ended_on")?,
            due: row.get("term_due")?,
        })
    })
}

/// # Errors
/// What the database refuses.
pub fn visible(cx: &Read<'_>, condition: &str, values: impl IntoIterator<Item = Value>) -> Result<Narrow> {
    let mut narrow = Narrow::default();
    narrow.and(condition, values);
    seen::visible(cx, &mut narrow)?;
    Ok(narrow)
}

/// What people read of a request in a row.
pub struct Named {
    number: String,
    name: String,
    subject: String,
    person: String,
}

/// The names of the requests that meet a condition.
///
/// # Errors
/// What the database refuses.
pub fn names(
    cx: &Read<'_>,
    condition: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<BTreeMap<CaseRequestId, Named>> {
    let narrow = visible(cx, condition, values)?;
    let sql = format!("{} {}", include_str!("../sql/named_requests.sql"), narrow.said());
    let all = cx.rows(&sql, narrow.values, |row| {
        let named = Named {
            number: row.get("request_no")?,
            name: row.get("name")?,
            subject: row.get("subject")?,
            person: row.get("researcher_name")?,
        };
        Ok((row.get("id")?, named))
    })?;
    Ok(all.into_iter().collect())
}

/// A row behind a figure.
///
/// # Errors
/// Broken: the question of its page cannot be written.
pub fn row(fact: &Fact, names: &mut BTreeMap<CaseRequestId, Named>) -> Result<FigureRow> {
    let named = names.remove(&fact.id).unwrap_or(Named {
        number: String::new(),
        name: String::new(),
        subject: String::new(),
        person: String::new(),
    });
    Ok(FigureRow {
        text: named.subject,
        person: named.person,
        on: Some(fact.received),
        due: fact.due,
        target: Some(REQUEST.asking(&WhichRequest { request: fact.id })?),
        ..FigureRow::new(fact.id, named.number, named.name)
    })
}

/// From the first day of all periods to their last.
pub fn range(spans: &[Span]) -> Option<Span> {
    let from = spans.iter().map(|span| span.from).min()?;
    let until = spans.iter().map(|span| span.until).max()?;
    Some(Span { from, until })
}

/// # Errors
/// A period that ends before it begins.
pub fn period(span: &Span) -> Result<Period> {
    Period::new(span.from, span.until)
}

/// Days without work and the settings of the measures, as the office has them.
///
/// # Errors
/// What the database refuses.
pub fn working_days(cx: &Read<'_>) -> Result<(Vec<Holiday>, Settings)> {
    let calendar = frame::calendar(cx)?;
    let holiday = |days: &casework::deadlines::DaysOff| Holiday {
        from: days.from,
        to: days.to,
        rule: HolidayRule::NextWorkingDay,
    };
    let holidays = calendar.days_off.iter().map(holiday).collect();
    Ok((holidays, Settings { weekend: calendar.settings.weekend, ..Settings::default() }))
}

/// From when to when the clocks of requests stood.
pub type Pauses = BTreeMap<CaseRequestId, Vec<(Day, Option<Day>)>>;

/// The pauses of those requests whose clock ever stood.
///
/// # Errors
/// What the database refuses.
pub fn pauses(cx: &Read<'_>) -> Result<Pauses> {
    let mut found = Pauses::new();
    let stands = |state: Option<String>| matches!(state.as_deref(), Some("awaiting_applicant" | "on_hold"));
    cx.rows(include_str!("../sql/pauses.sql"), values![], |row| {
        let day: Day = row.get("day")?;
        let of = found.entry(row.get("request")?).or_default();
        let (was, is) = (stands(row.get("from_state")?), stands(row.get("to_state")?));
        if was && let Some(open) = of.last_mut() {
            open.1 = Some(day);
        }
        if is {
            of.push((day, None));
        }
        Ok(())
    })?;
    Ok(found)
}

//! The lists: requests by their nearest day, and those to be called because they did not arrive.

pub use crate::registers::{answers, letters, reception};
pub use crate::sheet::{choices, open};

use crate::clock::{self, Days};
use crate::frame::{self, Calendar};
use crate::inputs::{ListCallbacks, ListRequests};
use crate::model::{CallbackLine, CallbackPage, KindCount, RequestCounts, RequestLine, RequestPage, RequestTab};
use crate::named::{column, optional};
use crate::{named, seen, store};
use casework::deadlines::{Entry, callback};
use database::{Row, Value, values};
use kernel::arabic::Reading;
use kernel::id::CaseRequestId;
use kernel::{Day, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};
use std::collections::BTreeMap;

const LINES: &str = include_str!("sql/lines.sql");
const CALLBACKS: &str = include_str!("sql/callbacks.sql");
/// What each column of the list is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("number", "r.received_on"),
    ("subject", "r.subject"),
    ("kind", "r.kind"),
    ("received", "r.received_on"),
    ("state", "r.state"),
    ("due", "r.due?"),
    ("researcher", "researcher_name"),
];

pub fn list(cx: &Read<'_>, input: ListRequests) -> Result<RequestPage> {
    as_meant(cx, &input.text, |page: &RequestPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListRequests, reading: Option<&Reading>) -> Result<RequestPage> {
    let calendar = frame::calendar(cx)?;
    let narrow = narrow(cx, input, reading, true)?;
    let order = order_by(input.order.as_ref(), ORDERED, "r.urgency, r.id", "r.id");
    let lines = lines(cx, &narrow, &order, limit_of(input.limit), input.offset, &calendar)?;
    let sql = format!("SELECT count(*) AS n FROM case_request r {}", narrow.said());
    let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
    Ok(RequestPage { lines, total, counts: counts(cx)?, kinds: kinds(cx, input, reading)? })
}

/// What was asked for, without what is absent for who asks.
fn narrow(cx: &Read<'_>, input: &ListRequests, reading: Option<&Reading>, of_kind: bool) -> Result<Narrow> {
    let mut narrow = Narrow::default();
    if !input.ended {
        narrow.and("r.ended = 0", values![]);
    }
    match input.tab {
        Some(RequestTab::Mine) => narrow.and("r.researcher = {}", values![cx.who.id]),
        Some(RequestTab::Incoming) => narrow.and(INCOMING, values![]),
        Some(RequestTab::Late) => narrow.and("r.late_from <= {}", values![cx.today()]),
        Some(RequestTab::All) | None => {}
    }
    if of_kind {
        narrow.one_of("r.kind", input.kind.iter().map(|kind| Value::from(kind.name())));
    }
    narrow.one_of("r.state", input.state.iter().map(|state| Value::from(state.name())));
    if let Some(researcher) = input.researcher {
        narrow.and("r.researcher = {}", values![researcher]);
    }
    if let Some(party) = input.party {
        let joined = parties::joined_into(cx, *party.as_bytes())?;
        let all = std::iter::once(*party.as_bytes()).chain(joined).map(Value::from).collect::<Vec<_>>();
        narrow.one_of("r.party", all.into_iter());
    }
    if let Some(service) = input.service {
        narrow.and("r.id IN (SELECT cs.request FROM case_service cs WHERE cs.service = {})", values![service]);
    }
    let outcomes = input.outcome.iter().map(|outcome| named::name(outcome).map(|name| Value::from(name.as_str())));
    narrow.one_of("r.outcome", outcomes.collect::<Result<Vec<_>>>()?.into_iter());
    narrow.words("r.search_fold", reading);
    seen::visible(cx, &mut narrow)?;
    Ok(narrow)
}

/// Nobody has it yet.
const INCOMING: &str = "r.state = 'new' AND r.researcher IS NULL";

/// How many stand behind each tab, for who asks.
///
/// # Errors
/// What the database refuses.
pub fn counts(cx: &Read<'_>) -> Result<RequestCounts> {
    let count = |narrow: &mut Narrow| -> Result<i64> {
        narrow.and("r.ended = 0", values![]);
        seen::visible(cx, narrow)?;
        let sql = format!("SELECT count(*) AS n FROM case_request r {}", narrow.said());
        cx.one(&sql, std::mem::take(&mut narrow.values), |row| row.get("n"))
    };
    let tab = |condition: &str, values: Vec<Value>| {
        let mut narrow = Narrow::default();
        narrow.and(condition, values);
        count(&mut narrow)
    };
    Ok(RequestCounts {
        mine: tab("r.researcher = {}", vec![cx.who.id.into()])?,
        incoming: tab(INCOMING, vec![])?,
        late: tab("r.late_from <= {}", vec![cx.today().into()])?,
        all: count(&mut Narrow::default())?,
    })
}

fn kinds(cx: &Read<'_>, input: &ListRequests, reading: Option<&Reading>) -> Result<Vec<KindCount>> {
    let narrow = narrow(cx, input, reading, false)?;
    let sql = format!("SELECT r.kind, count(*) AS n FROM case_request r {} GROUP BY r.kind", narrow.said());
    cx.rows(&sql, narrow.values, |row| Ok(KindCount { kind: column(row, "kind")?, count: row.get("n")? }))
}

/// A page of requests with all that a row shows.
///
/// # Errors
/// What the database refuses.
pub fn lines(
    cx: &Read<'_>,
    narrow: &Narrow,
    order: &str,
    limit: i64,
    offset: i64,
    calendar: &Calendar,
) -> Result<Vec<RequestLine>> {
    let (statement, values) = narrow.statement(LINES, order, limit, offset);
    let mut terms: BTreeMap<CaseRequestId, i64> = BTreeMap::new();
    let mut lines = cx.rows(&statement, values, |row| {
        let line = line(cx, row)?;
        terms.extend(row.get::<Option<i64>>("term")?.map(|term| (line.request, term)));
        Ok(line)
    })?;
    let entries = entries(cx, &lines)?;
    for line in &mut lines {
        let none = Vec::new();
        let entries = entries.get(&line.request).unwrap_or(&none);
        line.since = entries.last().map_or(line.received_on, |entry| entry.on);
        let days = Days {
            kind: line.kind,
            state: line.state,
            received: line.received_on,
            term: terms.get(&line.request).copied(),
            entries,
            callback_from: line.callback_from,
        };
        // What ended before ran on no clock of this program.
        line.clock = match line.history {
            true => None,
            false => clock::read(days, cx.today(), calendar)?.as_ref().map(Into::into),
        };
        line.version = cx.version(store::RECORD, line.request)?.number;
    }
    Ok(lines)
}

/// The days on which the requests of a page entered their states.
fn entries(cx: &Read<'_>, lines: &[RequestLine]) -> Result<BTreeMap<CaseRequestId, Vec<Entry>>> {
    let mut found: BTreeMap<CaseRequestId, Vec<Entry>> = BTreeMap::new();
    let mut narrow = Narrow::default();
    if lines.is_empty() {
        return Ok(found);
    }
    narrow.one_of("e.request", lines.iter().map(|line| Value::from(line.request)));
    narrow.and("e.to_state IS NOT NULL", values![]);
    let sql =
        format!("SELECT e.request, e.day, e.to_state FROM case_event e {} ORDER BY e.request, e.no", narrow.said());
    let all: Vec<(CaseRequestId, Entry)> = cx.rows(&sql, narrow.values, |row| {
        Ok((row.get("request")?, Entry { on: row.get("day")?, state: column(row, "to_state")? }))
    })?;
    for (request, entry) in all {
        found.entry(request).or_default().push(entry);
    }
    Ok(found)
}

fn line(cx: &Read<'_>, row: &Row<'_>) -> Result<RequestLine> {
    let researcher = row.get("researcher")?;
    let received_on: Day = row.get("received_on")?;
    Ok(RequestLine {
        request: row.get("id")?,
        request_no: row.get("request_no")?,
        kind: column(row, "kind")?,
        state: column(row, "state")?,
        outcome: optional(row, "outcome")?,
        stage: optional(row, "stage")?,
        party: row.get("party")?,
        file_no: row.get("file_no")?,
        name: row.get("name")?,
        anonymous: row.get("anonymous")?,
        restricted: row.get("restricted")?,
        subject: row.get("subject")?,
        history: row.get("history")?,
        body: row.get("body")?,
        channel: row.get("channel")?,
        received_on,
        since: received_on,
        clock: None,
        due: row.get("due")?,
        callback_from: row.get("callback_from")?,
        researcher,
        researcher_name: row.get("researcher_name")?,
        mine: researcher == Some(cx.who.id),
        service: row.get("service")?,
        service_name: row.get("service_name")?,
        version: 0,
    })
}

pub fn callbacks(cx: &Read<'_>, input: ListCallbacks) -> Result<CallbackPage> {
    as_meant(
        cx,
        &input.text,
        |page: &CallbackPage| page.total == 0,
        |reading| {
            let mut narrow = Narrow::default();
            narrow.and(TO_CALL, values![cx.today()]);
            narrow.words("r.search_fold", reading);
            seen::visible(cx, &mut narrow)?;
            let columns = [("waiting", "f.appointment"), ("unanswered", "f.unanswered"), ("service", "f.service")];
            let order = order_by(input.order.as_ref(), &columns, "f.appointment, r.id", "r.id");
            let (statement, values) = narrow.statement(CALLBACKS, &order, limit_of(input.limit), input.offset);
            let settings = frame::deadlines(cx)?;
            let mut lines = cx.rows(&statement, values, |row| {
                let appointment: Day = row.get("appointment")?;
                Ok(CallbackLine {
                    request: row.get("id")?,
                    request_no: row.get("request_no")?,
                    name: row.get("name")?,
                    mobile: row.get("mobile")?,
                    entity_name: row.get("entity_name")?,
                    service: row.get("service")?,
                    waiting: callback(appointment, None, cx.today(), &settings)?.waiting.unwrap_or(0),
                    unanswered: row.get("unanswered")?,
                    last_result: String::new(),
                    last_on: None,
                    version: 0,
                })
            })?;
            for line in &mut lines {
                line.version = cx.version(store::RECORD, line.request)?.number;
                let sql =
                    "SELECT word, day FROM case_event WHERE request = $1 AND kind = 'called' ORDER BY no DESC LIMIT 1";
                let last: Option<(String, Day)> =
                    cx.row(sql, values![line.request], |row| Ok((row.get("word")?, row.get("day")?)))?;
                (line.last_result, line.last_on) = last.map(|(word, day)| (word, Some(day))).unwrap_or_default();
            }
            let sql = format!(
                "SELECT count(*) AS n FROM case_referral f JOIN case_request r ON r.id = f.request {}",
                narrow.said()
            );
            let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
            Ok(CallbackPage { lines, total })
        },
    )
}

/// Who was referred, has not arrived, and is to be called by a day.
pub const TO_CALL: &str = "f.callback_from <= {} AND r.state = 'executing'";

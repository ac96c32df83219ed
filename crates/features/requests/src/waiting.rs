//! What waits at requests for the person who asks: late ones and those near, new ones nobody has, decisions, people to be
//! called, entities to be told. What is absent for them is in none of the numbers.

use crate::inputs::{ListCallbacks, ListRequests, WhichRequest};
use crate::model::RequestTab;
use crate::{CALLBACKS, REQUEST, REQUESTS, REQUESTS_DECIDE, REQUESTS_KEEP, facts, frame, queries, seen, sheet, store};
use casework::flows::{Outcome, Step};
use database::{Value, values};
use kernel::id::CaseRequestId;
use kernel::{Day, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if !cx.who.role.may(REQUESTS_KEEP) {
        return Ok(tasks);
    }
    let (today, me) = (cx.today(), Value::from(cx.who.id));
    let soon = today.plus_days(2)?;
    let own = "r.ended = 0 AND r.researcher = {} AND ";
    let late = count(cx, &format!("{own}r.late_from <= {{}}"), vec![me.clone(), today.into()])?;
    let near = "r.late_from > {} AND r.due <= {} AND r.urgency < 5000000";
    let near = count(cx, &format!("{own}{near}"), vec![me, today.into(), soon.into()])?;
    let incoming = queries::counts(cx)?.incoming;
    let mine = ListRequests { tab: Some(RequestTab::Mine), ..Default::default() };
    let late_ones = ListRequests { tab: Some(RequestTab::Late), researcher: Some(cx.who.id), ..Default::default() };
    let new = ListRequests { tab: Some(RequestTab::Incoming), ..Default::default() };
    let lines = [
        ("requests_late", late, Severity::Late, &late_ones),
        ("requests_near", near, Severity::Soon, &mine),
        ("requests_incoming", incoming, Severity::Soon, &new),
    ];
    for (kind, n, severity, list) in lines.into_iter().filter(|(_, n, ..)| *n > 0) {
        tasks.push(counted(n, Task::new(kind, REQUESTS.asking(list)?, severity)));
    }
    let mut to_call = Narrow::default();
    to_call.and(queries::TO_CALL, values![today]);
    let calls = count_referrals(cx, to_call)?;
    if calls > 0 {
        let target = CALLBACKS.asking(&ListCallbacks::default())?;
        tasks.push(counted(calls, Task::new("referral_calls", target, Severity::Soon)));
    }
    tasks.extend(to_tell(cx)?);
    Ok(tasks)
}

fn counted(count: i64, task: Task) -> Task {
    Task { args: BTreeMap::from([("n".to_owned(), count.to_string())]), ..task }
}

fn count(cx: &Read<'_>, condition: &str, values: Vec<Value>) -> Result<i64> {
    let mut narrow = Narrow::default();
    narrow.and(condition, values);
    seen::visible(cx, &mut narrow)?;
    let sql = format!("SELECT count(*) AS n FROM case_request r {}", narrow.said());
    cx.one(&sql, narrow.values, |row| row.get("n"))
}

fn count_referrals(cx: &Read<'_>, mut narrow: Narrow) -> Result<i64> {
    seen::visible(cx, &mut narrow)?;
    let sql =
        format!("SELECT count(*) AS n FROM case_referral f JOIN case_request r ON r.id = f.request {}", narrow.said());
    cx.one(&sql, narrow.values, |row| row.get("n"))
}

/// Entities that know something of somebody who took the consent back.
fn to_tell(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut narrow = Narrow::default();
    narrow.and("f.consent = 'withdrawn' AND f.told_on IS NULL", values![]);
    seen::visible(cx, &mut narrow)?;
    let (statement, values) =
        narrow.statement(include_str!("sql/to_tell.sql"), "ORDER BY f.consent_on, r.id", NAMED, 0);
    cx.rows(&statement, values, |row| {
        let args = [("name", row.get::<String>("name")?), ("entity", row.get::<String>("entity_name")?)];
        let target = REQUEST.asking(&WhichRequest { request: row.get("id")? })?;
        Ok(Task {
            due: Some(row.get("consent_on")?),
            args: args.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            ..Task::new("consent_withdrawn", target, Severity::Late)
        })
    })
}

/// Requests that wait for a decision this person may take, but for a declaration; the nearest day first.
///
/// # Errors
/// What the database refuses.
pub fn decisions(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(REQUESTS_DECIDE) {
        return Ok(Vec::new());
    }
    let mut narrow = Narrow::default();
    narrow.and("r.state = 'for_decision' AND (r.researcher IS NULL OR r.researcher <> {})", values![cx.who.id]);
    seen::visible(cx, &mut narrow)?;
    let (statement, values) =
        narrow.statement(include_str!("sql/for_decision.sql"), "ORDER BY r.urgency, r.id", NAMED, 0);
    let waiting: Vec<(CaseRequestId, String, String, Option<Day>)> = cx.rows(&statement, values, |row| {
        Ok((row.get("id")?, row.get("request_no")?, row.get("subject")?, row.get("due")?))
    })?;
    let (calendar, me) = (frame::calendar(cx)?, facts::me(cx)?);
    let mut tasks = Vec::new();
    for (id, number, subject, due) in waiting {
        let Some(request) = store::find(cx, id)? else { continue };
        let facts = facts::facts(cx, &request)?;
        let Some(outcome) = Outcome::of(request.kind).first() else { continue };
        let way = sheet::deciding(&facts, *outcome);
        let lacks = facts::missing(&facts, &me, cx.today(), &Step::To(way), &calendar);
        if lacks.iter().any(|code| code != "flow.declaration") {
            continue;
        }
        let severity = if due.is_some_and(|due| due < cx.today()) { Severity::Late } else { Severity::Soon };
        let args = [("number", number), ("subject", subject)];
        tasks.push(Task {
            due,
            args: args.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            ..Task::new("request_decision", REQUEST.asking(&WhichRequest { request: id })?, severity)
        });
    }
    Ok(tasks)
}

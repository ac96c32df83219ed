//! «ما ينتظر قراري», and what became of what one asked for: two queries over the requests of every feature.

use crate::model::ApprovalRequest;
use crate::store;
use database::{Row, values};
use kernel::id::ApprovalId;
use kernel::{Day, Moment, Money, Result};
use office::approval::{ApprovalStep, Described};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// Days for which whoever asked is told of a refusal.
const TOLD_DAYS: i64 = 14;
const MICROS_PER_DAY: i64 = 86_400_000_000;
/// Requests that are named where a committee chooses among them.
const MOST_WAITING: i64 = 200;

/// A request as the queries find it.
struct Found {
    step: String,
    subject: [u8; 16],
    amount: Option<Money>,
    /// Why it was asked, or why it came back.
    reason: String,
    /// Who asked, or who closed it; and when.
    by: String,
    at: Moment,
}

/// What the person who asks may decide now.
///
/// # Errors
/// What the database refuses.
pub fn decisions(cx: &Read<'_>) -> Result<Vec<Task>> {
    let values = values![cx.who.id, cx.who.role.name(), NAMED];
    let found = cx.rows(include_str!("sql/inbox.sql"), values, found)?;
    let kind = |step: &ApprovalStep| Some(step.task).filter(|_| cx.who.role.may(step.decides));
    tasks(cx, found, kind)
}

/// What was returned to the person who asks, or refused.
///
/// # Errors
/// What the database refuses.
pub fn outcomes(cx: &Read<'_>) -> Result<Vec<Task>> {
    let since = Moment::from_micros(cx.now.micros() - TOLD_DAYS * MICROS_PER_DAY);
    let found = cx.rows(include_str!("sql/outcomes.sql"), values![cx.who.id, since, NAMED], found)?;
    let mut tasks = tasks(cx, found, |step| step.told)?;
    for task in &mut tasks {
        task.severity = Severity::Soon;
    }
    Ok(tasks)
}

/// Everything that was asked for before a moment and waits for a decision of whomever, the oldest first; what `except`
/// asks for aside, which its feature lists itself.
///
/// # Errors
/// What the database refuses.
pub fn asked_before(cx: &Read<'_>, end: Moment, except: &ApprovalStep) -> Result<Vec<Task>> {
    let found = cx.rows(include_str!("sql/asked_before.sql"), values![end, except.name, NAMED], found)?;
    tasks(cx, found, |step| Some(step.task))
}

/// A request that waits, with its step and as its record is named.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub request: ApprovalRequest,
    pub step: &'static ApprovalStep,
    pub described: Described,
}

impl Waiting {
    /// What the sentences of its task are filled with.
    pub fn args(&self) -> BTreeMap<String, String> {
        let mut args = self.described.args.clone();
        let amount = self.request.amount.map(|amount| ("amount", amount.to_string()));
        let said = [("by", self.request.asked_by_name.clone()), ("reason", self.request.reason.clone())];
        args.extend(said.into_iter().chain(amount).map(|(name, value)| (name.to_owned(), value)));
        args
    }
}

/// Everything that waits for a decision of whomever, the oldest first; what is hidden from who asks aside.
///
/// # Errors
/// What the database refuses.
pub fn all_that_waits(cx: &Read<'_>) -> Result<Vec<Waiting>> {
    let sql = "SELECT id FROM approval_request WHERE state = 'waiting' ORDER BY asked_at, id LIMIT $1";
    let ids: Vec<ApprovalId> = cx.rows(sql, values![MOST_WAITING], |row| row.get("id"))?;
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        all.extend(one_that_waits(cx, id)?);
    }
    Ok(all)
}

/// A request as it waits; none where it waits no more, or is hidden from who asks.
///
/// # Errors
/// Not found: nobody made it.
pub fn one_that_waits(cx: &Read<'_>, id: ApprovalId) -> Result<Option<Waiting>> {
    let request = store::request(cx, id)?;
    let Some(step) = cx.features().steps().find(|step| step.name == request.step) else { return Ok(None) };
    if request.state != crate::RequestState::Waiting {
        return Ok(None);
    }
    let described = (step.describe)(cx, request.subject)?;
    Ok(described.map(|described| Waiting { request, step, described }))
}

fn found(row: &Row<'_>) -> Result<Found> {
    Ok(Found {
        step: row.get("step")?,
        subject: row.get("subject")?,
        amount: row.get("amount")?,
        reason: row.get("reason")?,
        by: row.get("by_name")?,
        at: row.get("at")?,
    })
}

/// The tasks of what was found, of the kind each step gives them: none where it gives none, or where the record is no
/// more.
fn tasks(cx: &Read<'_>, found: Vec<Found>, kind: impl Fn(&ApprovalStep) -> Option<&'static str>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    for one in found {
        let Some(step) = cx.features().steps().find(|step| step.name == one.step) else { continue };
        let Some(kind) = kind(step) else { continue };
        let Some(described) = (step.describe)(cx, one.subject)? else { continue };
        let mut task = Task::waiting(kind, described.target, Day::in_riyadh(one.at), cx.today());
        task.args = described.args;
        let amount = one.amount.map(|amount| ("amount", amount.to_string()));
        for (name, value) in [("by", one.by), ("reason", one.reason)].into_iter().chain(amount) {
            task.args.insert(name.to_owned(), value);
        }
        tasks.push(task);
    }
    Ok(tasks)
}

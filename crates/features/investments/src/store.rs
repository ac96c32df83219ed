//! Investments, rows in and out.

use crate::model::{InvestmentFacts, InvestmentState};
use crate::rules::{FUND_MISSING, STEP};
use database::{Read, Row, Value, values};
use kernel::arabic::fold;
use kernel::id::{FundId, InvestmentId, PartyId, PersonId};
use kernel::{Day, Failure, Hijri, Money, Refusal, Result, require};
use ledger::Fund;
use office::context::Write;
use office::feature::Subject;
use serde::Serialize;

/// The kind of record an investment is.
pub const INVESTMENT: &str = "investment";
/// The series of their numbers, anew each Hijri year.
const NUMBERS: &str = "investment";

/// An investment as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Investment {
    pub id: InvestmentId,
    pub investment_no: String,
    pub facts: InvestmentFacts,
    pub state: InvestmentState,
    pub approved_cost: Option<Money>,
    pub decision: String,
    #[serde(skip)]
    pub proposed_on: Day,
    #[serde(skip)]
    pub proposed_by: PersonId,
    pub decided_on: Option<Day>,
    #[serde(skip)]
    pub decided_by: Option<PersonId>,
}

impl Investment {
    /// The fund whose money it is.
    ///
    /// # Errors
    /// Broken: no row is without one.
    pub fn fund(&self) -> Result<FundId> {
        self.facts.fund.ok_or_else(|| Refusal::new(FUND_MISSING).at("fund").into())
    }

    /// # Errors
    /// What the database refuses.
    pub fn fund_row(&self, db: &Read<'_>) -> Result<Fund> {
        ledger::fund::fund(db, self.fund()?)
    }
}

pub const fn subject(id: InvestmentId) -> Subject {
    Subject { kind: INVESTMENT, id: *id.as_bytes() }
}

const OTHERS: &[&str] =
    &["investment_no", "state", "approved_cost", "decision", "proposed_on", "proposed_by", "decided_on", "decided_by"];

/// # Errors
/// What the database refuses.
pub fn find(db: &Read<'_>, id: InvestmentId) -> Result<Option<Investment>> {
    let found: Option<(InvestmentFacts, Investment)> = db.record_and(id, OTHERS, |row| bare(row, id))?;
    Ok(found.map(|(facts, one)| Investment { facts, ..one }))
}

fn bare(row: &Row<'_>, id: InvestmentId) -> Result<Investment> {
    Ok(Investment {
        id,
        investment_no: row.get("investment_no")?,
        facts: InvestmentFacts::default(),
        state: row.get("state")?,
        approved_cost: row.get("approved_cost")?,
        decision: row.get("decision")?,
        proposed_on: row.get("proposed_on")?,
        proposed_by: row.get("proposed_by")?,
        decided_on: row.get("decided_on")?,
        decided_by: row.get("decided_by")?,
    })
}

/// # Errors
/// Not found.
pub fn investment(db: &Read<'_>, id: InvestmentId) -> Result<Investment> {
    find(db, id)?.ok_or(Failure::not_found(INVESTMENT))
}

/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT name FROM investment WHERE id = $1";
    db.row(sql, values![id], |row| row.get("name"))?.ok_or(Failure::not_found(INVESTMENT))
}

/// A visit to an investment is about nobody in particular.
///
/// # Errors
/// Not found.
pub fn about(db: &Read<'_>, id: [u8; 16]) -> Result<Option<PartyId>> {
    label(db, id).map(|_| None)
}

/// The next number of an investment: of its Hijri year.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn next_number(cx: &Write<'_>) -> Result<String> {
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    Ok(format!("V-{year}-{:03}", cx.next_number(NUMBERS, year)?))
}

/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, new: &Investment) -> Result<()> {
    let beside: Vec<(&str, Value)> = vec![
        ("investment_no", new.investment_no.as_str().into()),
        ("state", new.state.into()),
        ("search_fold", search(new).into()),
        ("proposed_on", new.proposed_on.into()),
        ("proposed_by", new.proposed_by.into()),
    ];
    cx.db().insert_record(new.id, &new.facts, &beside)?;
    cx.status_changed(subject(new.id), None, new.state.name(), "")
}

/// # Errors
/// What the database refuses.
pub fn update_facts(cx: &Write<'_>, one: &Investment) -> Result<()> {
    let beside: Vec<(&str, Value)> = vec![("search_fold", search(one).into())];
    cx.db().update_record(one.id, &one.facts, &beside).map(drop)
}

/// Leads an investment to a state, with what is written beside it.
///
/// # Errors
/// What the database refuses.
pub fn lead(cx: &Write<'_>, before: &Investment, after: &Investment, note: &str) -> Result<()> {
    cx.run(
        "UPDATE investment SET state = $1, approved_cost = $2, decision = $3, decided_on = $4, decided_by = $5 WHERE id = $6",
        values![
            after.state,
            after.approved_cost,
            after.decision.as_str(),
            after.decided_on,
            after.decided_by,
            after.id
        ],
    )?;
    cx.status_changed(subject(after.id), Some(before.state.name()), after.state.name(), note)
}

fn search(one: &Investment) -> String {
    let facts = &one.facts;
    [one.investment_no.as_str(), facts.name.as_str(), facts.place.as_str(), facts.manager.as_str()].map(fold).join(" ")
}

/// # Errors
/// It does not stand in one of these states.
pub fn stands(one: &Investment, states: &[InvestmentState]) -> Result<()> {
    require(states.contains(&one.state), Refusal::new(STEP).with("name", &one.facts.name))
}

/// Tells the trail of a change.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Investment>, id: InvestmentId) -> Result<()> {
    let after = investment(cx, id)?;
    match before {
        Some(before) => cx.changed(INVESTMENT, id, &after.investment_no, before, &after)?,
        None => cx.changed(INVESTMENT, id, &after.investment_no, &(), &after)?,
    }
    cx.record_changed(subject(id))
}

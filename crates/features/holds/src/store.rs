//! Holds, rows in and out.

use crate::facts::cause_named;
use crate::model::{HoldChoice, HoldDecision, HoldLine, HoldReason, HoldState};
use crate::steps::RELEASE;
use approvals::RequestState;
use casework::holds::{CauseKind, Side};
use database::{Read, Row, Value, values};
use kernel::id::{ApprovalId, HoldId, LoanId};
use kernel::{Day, Failure, Result};
use loans::LoanPhase;
use office::context::Read as Looking;
use std::collections::{BTreeMap, BTreeSet};

/// Holds as they stood at the end of a day, with what they name, the newest first. What is narrowed by is `$2`.
fn lines(cx: &Looking<'_>, on: Day, narrowed: &str, by: Option<Value>) -> Result<Vec<HoldLine>> {
    let given: Vec<Value> = std::iter::once(Value::from(on)).chain(by).collect();
    let given = given.as_slice();
    let order = "ORDER BY h.opened_on DESC, h.id DESC";
    let mut first: BTreeMap<HoldId, (CauseKind, Side, i64)> = BTreeMap::new();
    let causes = format!(
        "SELECT c.hold, c.kind, c.side FROM hold_cause c JOIN hold h ON h.id = c.hold WHERE c.found_on <= $1 {narrowed}"
    );
    for (hold, kind, side) in cx.rows(&causes, given, |row| {
        let kind = cause_named(&row.get::<String>("kind")?)?;
        Ok((row.get::<HoldId>("hold")?, kind, side_of(row, kind)?))
    })? {
        let of_it = first.entry(hold).or_insert((kind, side, 0));
        let named = if kind < of_it.0 { (kind, side) } else { (of_it.0, of_it.1) };
        *of_it = (named.0, named.1, of_it.2 + 1);
    }
    let waiting: BTreeSet<[u8; 16]> = approvals::all_waiting(cx, &RELEASE)?;
    cx.rows(&format!("{} WHERE h.opened_on <= $1 {narrowed} {order}", include_str!("sql/lines.sql")), given, |row| {
        let hold: HoldId = row.get("id")?;
        let no_cause = (CauseKind::Dpd, Side::Beneficiary, 0);
        let (cause, side, causes) = first.get(&hold).copied().unwrap_or(no_cause);
        let (kept, phase): (HoldState, LoanPhase) = (row.get("state")?, row.get("phase")?);
        let (opened_on, released): (Day, Option<Day>) = (row.get("opened_on")?, row.get("released_on")?);
        let moved: Option<Day> = row.get("moved_on")?;
        let released_on = released.filter(|day| *day <= on);
        // A loan that goes on no more ended with the last that happened to it.
        let ended_on = (!goes_on(phase) && released.is_none()).then(|| moved.unwrap_or(opened_on).max(opened_on));
        let ended_on = ended_on.filter(|day| *day <= on);
        let state = match (kept, released_on, ended_on) {
            (HoldState::Released, Some(_), _) => HoldState::Released,
            (_, _, Some(_)) => HoldState::Ended,
            _ => HoldState::Open,
        };
        Ok(HoldLine {
            hold,
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            party: row.get("party")?,
            borrower: row.get("borrower")?,
            project_name: row.get("project_name")?,
            phase,
            outstanding: row.get("outstanding")?,
            state,
            opened_on,
            opened_by: row.get("opened_by")?,
            opened_by_name: row.get::<Option<String>>("opened_by_name")?.unwrap_or_default(),
            days: released_on.or(ended_on).unwrap_or(on).days_since(opened_on),
            cause,
            side,
            causes,
            waits: waiting.contains(hold.as_bytes()),
            released_on,
        })
    })
}

/// On whose side a cause lies: said with one that was told, fixed for the others.
fn side_of(row: &Row<'_>, kind: CauseKind) -> Result<Side> {
    let said: Option<String> = row.get("side")?;
    let Some(said) = said else { return Ok(kind.side()) };
    let found = Side::ALL.into_iter().find(|side| side.name() == said);
    found.ok_or_else(|| Failure::broken(format!("unknown side: {said}")))
}

/// Whether a loan is one that can be halted.
const fn goes_on(phase: LoanPhase) -> bool {
    matches!(phase, LoanPhase::Approved | LoanPhase::Active | LoanPhase::Overpaid)
}

pub fn all_on(cx: &Looking<'_>, day: Day) -> Result<Vec<HoldLine>> {
    lines(cx, day, "", None)
}

pub fn of_loan(cx: &Looking<'_>, loan: LoanId) -> Result<Vec<HoldLine>> {
    lines(cx, cx.today(), "AND h.loan = $2", Some(loan.into()))
}

pub fn open_of(cx: &Looking<'_>, loan: LoanId) -> Result<Option<HoldLine>> {
    Ok(lines(cx, cx.today(), "AND h.loan = $2 AND h.state = 'open'", Some(loan.into()))?.pop())
}

pub fn line(cx: &Looking<'_>, hold: HoldId) -> Result<HoldLine> {
    lines(cx, cx.today(), "AND h.id = $2", Some(hold.into()))?.pop().ok_or(Failure::not_found("hold"))
}

/// A hold as others name it: by the number of its loan.
///
/// # Errors
/// A hold that was never opened.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT s.loan_no FROM hold h JOIN loan_standing s ON s.loan = h.loan WHERE h.id = $1";
    db.row(sql, values![HoldId::from_bytes(id)], |row| row.get("loan_no"))?.ok_or(Failure::not_found("hold"))
}

/// Open holds of loans that go on.
pub fn open_count(db: &Read<'_>) -> Result<i64> {
    let sql = "SELECT count(*) AS n FROM hold h JOIN loan_standing s ON s.loan = h.loan \
               WHERE h.state = 'open' AND s.phase IN ('approved', 'active', 'overpaid')";
    db.one(sql, values![], |row| row.get("n"))
}

/// What a hold names, in the order of the rule.
pub fn reasons(db: &Read<'_>, hold: HoldId) -> Result<Vec<HoldReason>> {
    let sql = format!("{} WHERE c.hold = $1", include_str!("sql/reasons.sql"));
    let mut all = db.rows(&sql, values![hold], |row| {
        let kind = cause_named(&row.get::<String>("kind")?)?;
        Ok(HoldReason {
            kind,
            side: side_of(row, kind)?,
            reference: row.get("reference")?,
            since: row.get("since")?,
            found_on: row.get("found_on")?,
            told_by: row.get("told_by")?,
            told_by_name: row.get::<Option<String>>("told_by_name")?.unwrap_or_default(),
            said: row.get("said")?,
            seen_by: row.get("seen_by")?,
            seen_by_name: row.get::<Option<String>>("seen_by_name")?.unwrap_or_default(),
        })
    })?;
    all.sort_by_key(|reason| (reason.kind, reason.since));
    Ok(all)
}

/// The decisions proposed for a hold, the newest first.
pub fn decisions(db: &Read<'_>, hold: HoldId) -> Result<Vec<HoldDecision>> {
    let ids = db.rows("SELECT id FROM hold_decision WHERE hold = $1", values![hold], |row| row.get("id"))?;
    let mut all = ids.into_iter().map(|id| decision(db, id)).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|decision| std::cmp::Reverse((decision.proposed_at, decision.id)));
    Ok(all)
}

pub fn decision(db: &Read<'_>, id: ApprovalId) -> Result<HoldDecision> {
    let request = approvals::request(db, id)?;
    let sql = "SELECT kind, on_day, interventions, assets, content, plan FROM hold_decision WHERE id = $1";
    let last = request.approvals.last();
    let approved = request.state == RequestState::Approved;
    db.one(sql, values![id], |row| {
        let (content, plan): (Option<String>, Option<String>) = (row.get("content")?, row.get("plan")?);
        Ok(HoldDecision {
            id,
            decision: row.get::<HoldChoice>("kind")?,
            day: row.get("on_day")?,
            reason: request.reason.clone(),
            interventions: row.get("interventions")?,
            assets: row.get("assets")?,
            change: content.as_deref().map(serde_json::from_str).transpose().map_err(Failure::broken)?,
            plan: plan.as_deref().map(serde_json::from_str).transpose().map_err(Failure::broken)?,
            proposed_by: request.asked_by,
            proposed_by_name: request.asked_by_name.clone(),
            proposed_at: request.asked_at,
            waits: request.state == RequestState::Waiting,
            approved_by_name: last.filter(|_| approved).map_or_else(String::new, |one| one.name.clone()),
            approved_at: last.filter(|_| approved).map(|one| one.at),
            note: request.note.clone(),
            kept_plan: plan.unwrap_or_default(),
        })
    })
}

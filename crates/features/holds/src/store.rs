//! Holds, rows in and out.

use crate::facts::cause_named;
use crate::model::{HoldChoice, HoldDecision, HoldLine, HoldReason, HoldState};
use crate::steps::RELEASE;
use approvals::RequestState;
use casework::holds::CauseKind;
use database::{Read, Value, values};
use kernel::id::{ApprovalId, HoldId, LoanId};
use kernel::{Failure, Result};
use loans::LoanPhase;
use office::context::Read as Looking;
use std::collections::{BTreeMap, BTreeSet};

/// Holds with what they name, the newest first.
fn lines(cx: &Looking<'_>, narrowed: &str, given: impl AsRef<[Value]>) -> Result<Vec<HoldLine>> {
    let given = given.as_ref();
    let order = "ORDER BY h.opened_on DESC, h.id DESC";
    let mut first: BTreeMap<HoldId, (CauseKind, i64)> = BTreeMap::new();
    let causes = format!("SELECT c.hold, c.kind FROM hold_cause c JOIN hold h ON h.id = c.hold {narrowed}");
    for (hold, kind) in
        cx.rows(&causes, given, |row| Ok((row.get::<HoldId>("hold")?, cause_named(&row.get::<String>("kind")?)?)))?
    {
        let of_it = first.entry(hold).or_insert((kind, 0));
        *of_it = (of_it.0.min(kind), of_it.1 + 1);
    }
    let waiting: BTreeSet<[u8; 16]> = approvals::all_waiting(cx, &RELEASE)?;
    let today = cx.today();
    cx.rows(&format!("{} {narrowed} {order}", include_str!("sql/lines.sql")), given, |row| {
        let hold: HoldId = row.get("id")?;
        let (cause, causes) = first.get(&hold).copied().unwrap_or((CauseKind::Dpd, 0));
        let (kept, phase): (HoldState, LoanPhase) = (row.get("state")?, row.get("phase")?);
        let (opened_on, released_on) = (row.get("opened_on")?, row.get::<Option<_>>("released_on")?);
        Ok(HoldLine {
            hold,
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            party: row.get("party")?,
            borrower: row.get("borrower")?,
            project_name: row.get("project_name")?,
            phase,
            outstanding: row.get("outstanding")?,
            state: if kept == HoldState::Open && !goes_on(phase) { HoldState::Ended } else { kept },
            opened_on,
            opened_by: row.get("opened_by")?,
            opened_by_name: row.get::<Option<String>>("opened_by_name")?.unwrap_or_default(),
            days: released_on.unwrap_or(today).days_since(opened_on),
            cause,
            side: cause.side(),
            causes,
            waits: waiting.contains(hold.as_bytes()),
            released_on,
        })
    })
}

/// Whether a loan is one that can be halted.
const fn goes_on(phase: LoanPhase) -> bool {
    matches!(phase, LoanPhase::Approved | LoanPhase::Active | LoanPhase::Overpaid)
}

pub fn all(cx: &Looking<'_>) -> Result<Vec<HoldLine>> {
    lines(cx, "", values![])
}

pub fn of_loan(cx: &Looking<'_>, loan: LoanId) -> Result<Vec<HoldLine>> {
    lines(cx, "WHERE h.loan = $1", values![loan])
}

pub fn open_of(cx: &Looking<'_>, loan: LoanId) -> Result<Option<HoldLine>> {
    Ok(lines(cx, "WHERE h.loan = $1 AND h.state = 'open'", values![loan])?.pop())
}

pub fn line(cx: &Looking<'_>, hold: HoldId) -> Result<HoldLine> {
    lines(cx, "WHERE h.id = $1", values![hold])?.pop().ok_or(Failure::not_found("hold"))
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
            side: kind.side(),
            reference: row.get("reference")?,
            since: row.get("since")?,
            found_on: row.get("found_on")?,
            told_by: row.get("told_by")?,
            told_by_name: row.get::<Option<String>>("told_by_name")?.unwrap_or_default(),
            seen_by: row.get("seen_by")?,
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

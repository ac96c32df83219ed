//! What is laid out from the events: the instalments and the narrow row of each loan. Neither says anything of its own;
//! whatever changes a loan lays both anew in the same transaction.

pub mod list;

use crate::borrower;
use crate::events::replay::{self, LoanReplay};
use crate::model::LoanHead;
use crate::store::{self, KeptEvent};
use database::values;
use kernel::arabic::{fold, searched, with_whole};
use kernel::id::{LoanId, PartyId};
use kernel::{Day, Money, Result};
use lending::{EventKind, State};
use office::context::Write;
use std::collections::BTreeMap;

/// Lays a loan out anew from its rows.
pub fn rebuild(cx: &Write<'_>, loan: LoanId) -> Result<()> {
    let head = store::loan(cx, loan)?;
    let events = store::events(cx, loan)?;
    let replay = store::replay(&head, &events);
    let state = replay.latest(cx.today())?;
    put(cx, &head, &replay, &events, state.as_ref())
}

/// Lays a loan out whose latest state is at hand.
pub fn put(
    cx: &Write<'_>,
    head: &LoanHead,
    replay: &LoanReplay,
    events: &[KeptEvent],
    state: Option<&State>,
) -> Result<()> {
    lay_instalments(cx, head.id, state)?;
    shelve(cx, head, replay, events, state)
}

/// Writes the rows of the plan that are not as they stand already.
fn lay_instalments(cx: &Write<'_>, loan: LoanId, state: Option<&State>) -> Result<()> {
    let sql = "SELECT no, due, principal, paid FROM instalment WHERE loan = $1";
    let mut stored: BTreeMap<i64, (Day, Money, Money)> = cx
        .rows(sql, values![loan], |row| {
            Ok((row.get("no")?, (row.get("due")?, row.get("principal")?, row.get("paid")?)))
        })?
        .into_iter()
        .collect();
    for (no, row) in (1_i64..).zip(state.map(|state| state.rows.as_slice()).unwrap_or_default()) {
        if stored.remove(&no) != Some((row.due, row.principal, row.paid_principal)) {
            cx.run(
                "INSERT INTO instalment (loan, no, due, principal, paid) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (loan, no) DO UPDATE SET due = excluded.due, principal = excluded.principal, \
                 paid = excluded.paid",
                values![loan, no, row.due, row.principal, row.paid_principal],
            )?;
        }
    }
    for no in stored.into_keys() {
        cx.run("DELETE FROM instalment WHERE loan = $1 AND no = $2", values![loan, no])?;
    }
    Ok(())
}

fn shelve(
    cx: &Write<'_>,
    head: &LoanHead,
    replay: &LoanReplay,
    events: &[KeptEvent],
    state: Option<&State>,
) -> Result<()> {
    let borrower = borrower::borrower(cx, head.party)?;
    let project = project_name(cx, head)?;
    let is_repayment =
        |kept: &&KeptEvent| kept.undone_by.is_none() && matches!(kept.event.kind, EventKind::Repay { .. });
    let last = events.iter().filter(is_repayment).max_by_key(|kept| (kept.event.on, kept.event.place));
    let next = state.and_then(|state| state.rows.iter().find(|row| row.outstanding_principal().is_positive()));
    let (borrower_fold, search_fold) = (fold(&borrower.name), search_text(head, &borrower, &project));
    cx.run(
        include_str!("../sql/shelve.sql"),
        values![
            head.id,
            head.loan_no.as_str(),
            borrower.party,
            borrower.name.as_str(),
            borrower_fold.as_str(),
            borrower.mobile.as_str(),
            head.project,
            project.as_str(),
            search_fold.as_str(),
            head.fund,
            replay::phase(head.decision, state).name(),
            head.amount,
            state.map_or(Money::ZERO, |state| state.paid_out),
            state.map_or(Money::ZERO, |state| state.paid_principal),
            state.map_or(Money::ZERO, State::outstanding_principal),
            state.map_or(Money::ZERO, |state| state.credit),
            next.map(|row| row.due),
            next.map_or(Money::ZERO, lending::Row::outstanding_principal),
            last.map(|kept| kept.event.on),
            last.map_or(Money::ZERO, |kept| kept.amount),
            replay.payout().map(|event| event.on),
            state.is_some_and(|state| state.restructured),
            head.imported,
            head.asked_at
        ],
    )?;
    cx.run(
        include_str!("../sql/shelve_names.sql"),
        values![
            borrower.party,
            borrower.name.as_str(),
            borrower_fold,
            borrower.mobile.as_str(),
            head.project,
            project.as_str(),
            search_fold,
            head.id
        ],
    )?;
    Ok(())
}

fn project_name(cx: &Write<'_>, head: &LoanHead) -> Result<String> {
    cx.one("SELECT name FROM project WHERE id = $1", values![head.project], |row| row.get("name"))
}

/// Number, names, mobile and, only whole, identity number: what the search box looks through.
fn search_text(head: &LoanHead, borrower: &borrower::Borrower, project: &str) -> String {
    // As people write it: 05…, not +9665…
    let mobile = borrower.mobile.replacen("+966", "0", 1);
    with_whole(searched([head.loan_no.as_str(), &borrower.name, &mobile, project]), [borrower.identity.as_str()])
}

/// A borrower got another name or number, or was merged into another file: the rows of their loans follow.
///
/// # Errors
/// What the database refuses.
pub fn borrower_changed(cx: &Write<'_>, party: PartyId) -> Result<()> {
    let sql = "SELECT id FROM loan WHERE party = $1 OR party IN (SELECT id FROM party_name WHERE merged_into = $1)";
    for loan in cx.rows(sql, values![party], |row| row.get("id"))? {
        rebuild(cx, loan)?;
    }
    Ok(())
}

/// A project got another name: the rows of its loans follow.
///
/// # Errors
/// What the database refuses.
pub fn project_changed(cx: &Write<'_>, project: kernel::id::ProjectId) -> Result<()> {
    for loan in cx.rows("SELECT id FROM loan WHERE project = $1", values![project], |row| row.get("id"))? {
        rebuild(cx, loan)?;
    }
    Ok(())
}

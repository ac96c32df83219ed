//! The page of a loan: everything about it, as it stood at the end of a day.

use crate::borrower;
use crate::changes::top_up;
use crate::events::replay::{self, LoanReplay};
use crate::inputs::LoanOnDay;
use crate::model::{LoanDecision, LoanHead, Project, Tranche, TrancheState};
use crate::products;
use crate::projects;
use crate::requests;
use crate::rules;
use crate::sheet::{LastPayment, LoanSheet, PaidOut, TrancheSheet};
use crate::store::{self, KeptEvent};
use crate::story;
use crate::tranches::conditions::{self, Circumstances};
use beneficiaries::FileStatus;
use kernel::id::{LoanId, TrancheId};
use kernel::{Day, Money, Result};
use ledger::fund;
use lending::{EventKind, Place, State};
use office::context::Read;
use std::collections::BTreeMap;

pub fn detail(cx: &Read<'_>, input: LoanOnDay) -> Result<LoanSheet> {
    sheet(cx, input.loan, input.day.unwrap_or(cx.today()))
}

/// # Errors
/// A loan that does not exist; what the database refuses.
pub fn sheet(cx: &Read<'_>, loan: LoanId, day: Day) -> Result<LoanSheet> {
    let head = store::loan(cx, loan)?;
    let events = store::events(cx, loan)?;
    let replay = store::replay(&head, &events);
    let state = replay.on(day)?;
    let tranches = store::tranches(cx, loan)?;
    let project = projects::project(cx, head.project)?;
    let (product_name, product) = products::version(cx, head.product, head.product_version)?;
    let fund = fund::fund(cx, head.fund)?;
    let borrower = borrower::borrower(cx, head.party)?;
    let file = beneficiaries::file_of(cx, borrower.party)?;
    let late = state.as_ref().map(|state| state.lateness(day)).transpose()?;
    let days: BTreeMap<Place, Day> = replay.events.iter().map(|event| (event.place, event.on)).collect();
    let shown = match &state {
        Some(state) => state.clone(),
        None => replay.plan()?,
    };
    let rows = replay::plan_rows(&shown, &days, day)?;
    let around = Circumstances {
        loan: &head,
        tranches: &tranches,
        project: project.state,
        file_is_open: rules::may_borrow(&file).is_ok(),
        overdue: late.as_ref().map_or(Money::ZERO, |late| late.overdue),
        cash_percent: product.cash_percent,
        fund_cash: ledger::cash_of(cx, head.fund)?,
        fund_may_overdraw: fund.may_overdraw,
        money_is_out: state.is_some(),
        today: cx.today(),
    };
    let more = top_up::of_loan(cx, loan)?;
    let tranche_sheets =
        tranches.iter().map(|tranche| tranche_sheet(cx, &around, tranche, &more)).collect::<Result<_>>()?;
    let out = paid_out(&tranches, &events, day)?;
    let story = story::story(&head, &replay, &events, &store::shown(cx, loan)?, &tranches, state.as_ref(), &rows)?;
    let warnings = warnings(&head, &project, file.status);
    let waits = head.decision == LoanDecision::Waiting;
    let gates = if waits { cx.gates(crate::GATED_APPROVAL, store::subject(head.id))? } else { Vec::new() };
    let next = state.as_ref().and_then(|_| rows.iter().find(|row| row.outstanding.is_positive()).cloned());
    Ok(LoanSheet {
        id: head.id,
        day,
        party: borrower.party,
        borrower: borrower.name,
        borrower_file_no: borrower.file_no,
        mobile: borrower.mobile,
        project,
        product: head.product,
        product_name,
        product_version: head.product_version,
        fund: head.fund,
        fund_name: fund.name,
        imported: head.imported,
        decision: head.decision,
        asked_by: head.asked_by,
        asked_at: head.asked_at,
        decided_at: head.decided_at,
        warnings,
        gates,
        phase: replay::phase(head.decision, state.as_ref()),
        days_late: late.as_ref().map_or(0, |late| late.dpd),
        overdue: late.as_ref().map_or(Money::ZERO, |late| late.overdue),
        overdue_since: late.and_then(|late| late.overdue_since),
        restructured: shown.restructured,
        amount: head.amount,
        paid_out: state.as_ref().map_or(Money::ZERO, |state| state.paid_out),
        paid_out_in_kind: out.in_kind,
        paid_out_cash: out.cash,
        cash_limit: rules::cash_limit(product.cash_percent, head.amount)?,
        cash_limit_percent: product.cash_percent,
        repaid: state.as_ref().map_or(Money::ZERO, |state| state.paid_principal),
        forgiven: shown.forgiven,
        written_off: shown.written_off(),
        recovered: shown.recovered,
        fees: state.as_ref().map_or(Ok(Money::ZERO), |state| state.balance.minus(state.outstanding_principal()))?,
        outstanding: state.as_ref().map_or(Money::ZERO, State::outstanding_principal),
        credit: shown.credit,
        last_payment: last_payment(&replay, day),
        next,
        ends_on: shown.ends_on,
        tranches: tranche_sheets,
        rows,
        story,
        requests: requests::of_loan(cx, head.id)?,
        loan_no: head.loan_no,
        guarantee: head.guarantee,
        purpose: head.purpose,
        terms: head.terms,
        asked_by_name: head.asked_by_name,
        decided_by_name: head.decided_by_name,
        decision_note: head.decision_note,
    })
}

/// The day the last instalment is due, as the plan stands today: that of the whole amount while no money is out.
///
/// # Errors
/// A loan that does not exist.
pub fn ends_on(db: &database::Read<'_>, loan: LoanId, today: Day) -> Result<Day> {
    let head = store::loan(db, loan)?;
    let replay = store::replay(&head, &store::events(db, loan)?);
    Ok(match replay.latest(today)? {
        Some(state) => state.ends_on,
        None => replay.plan()?.ends_on,
    })
}

/// What is still claimed of a borrower: what is owed with its fees, or of a loss what did not come in since.
///
/// # Errors
/// A loan that does not exist.
pub fn claimed(db: &database::Read<'_>, loan: LoanId, today: Day) -> Result<Money> {
    let head = store::loan(db, loan)?;
    let replay = store::replay(&head, &store::events(db, loan)?);
    let Some(state) = replay.latest(today)? else { return Ok(Money::ZERO) };
    state.balance.plus(state.written_off())?.minus(state.recovered)
}

/// What is still owed and when, as the plan stands today: that of the whole amount while no money is out.
///
/// # Errors
/// A loan that does not exist.
pub fn owed(db: &database::Read<'_>, loan: LoanId, today: Day) -> Result<Vec<(Day, Money)>> {
    let head = store::loan(db, loan)?;
    let replay = store::replay(&head, &store::events(db, loan)?);
    let state = match replay.latest(today)? {
        Some(state) => state,
        None => replay.plan()?,
    };
    let rows = state.rows.iter().map(|row| (row.due, row.outstanding_principal()));
    Ok(rows.filter(|(_, amount)| amount.is_positive()).collect())
}

fn tranche_sheet(
    cx: &Read<'_>,
    around: &Circumstances<'_>,
    tranche: &Tranche,
    more: &[TrancheId],
) -> Result<TrancheSheet> {
    let asked = conditions::is_asked(tranche.state);
    let gated = asked || tranche.state == TrancheState::Paid;
    let step = conditions::gated_step(tranche.state, tranche.kind);
    Ok(TrancheSheet {
        gates: if gated { cx.gates(step, store::tranche_subject(tranche.id))? } else { Vec::new() },
        tranche: tranche.clone(),
        conditions: if asked { conditions::conditions(around, tranche)? } else { Vec::new() },
        next: conditions::next_states(tranche.kind, tranche.state).to_vec(),
        top_up: more.contains(&tranche.id),
    })
}

/// What of the money that is out went into purchases, and what in cash.
fn paid_out(tranches: &[Tranche], events: &[KeptEvent], day: Day) -> Result<PaidOut> {
    let mut out = PaidOut::default();
    for tranche in tranches {
        let is_out = |kept: &&KeptEvent| Some(kept.event.place.0) == tranche.event && kept.event.on <= day;
        if events.iter().any(|kept| is_out(&kept)) {
            out.add(tranche.kind, tranche.amount)?;
        }
    }
    Ok(out)
}

fn last_payment(replay: &LoanReplay, day: Day) -> Option<LastPayment> {
    let known = || replay.events.iter().filter(move |event| event.on <= day);
    let undone: Vec<Place> = known()
        .filter_map(|event| if let EventKind::Undo { target } = event.kind { Some(target) } else { None })
        .collect();
    let paid = known().filter_map(|event| match event.kind {
        EventKind::Repay { amount, .. } if !undone.contains(&event.place) => Some((event.on, event.place, amount)),
        _ => None,
    });
    paid.max_by_key(|(on, place, _)| (*on, *place)).map(|(on, _, amount)| LastPayment { on, amount })
}

/// What the one who decides should know, beyond what is refused.
fn warnings(head: &LoanHead, project: &Project, file: FileStatus) -> Vec<String> {
    let mut warnings = Vec::new();
    let mut warn = |holds: bool, key: &str| {
        if holds {
            warnings.push(key.to_owned());
        }
    };
    warn(file == FileStatus::Registered, "file_registered");
    warn(!matches!(file, FileStatus::Registered | FileStatus::Active), "file_closed");
    warn(project.state == crate::model::ProjectState::Halted, "project_halted");
    warn(head.guarantee.kind.is_none(), "guarantee_unknown");
    warnings
}

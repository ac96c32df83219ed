//! What must hold before a tranche is approved and before its money goes out. Every condition is told with its state, so
//! that nobody wonders why it cannot go on.

use crate::model::{LoanDecision, LoanHead, ProjectState, Tranche, TrancheCondition, TrancheKind, TrancheState};
use crate::rules;
use kernel::{Day, Money, Result};
use std::collections::BTreeMap;

/// What the conditions are read from.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    pub loan: &'a LoanHead,
    /// In their order.
    pub tranches: &'a [Tranche],
    pub project: ProjectState,
    pub file_is_open: bool,
    /// Overdue today.
    pub overdue: Money,
    pub cash_percent: u8,
    /// Cash of the fund.
    pub fund_cash: Money,
    pub fund_may_overdraw: bool,
    pub money_is_out: bool,
    pub today: Day,
}

/// The conditions of one tranche, in the order they are read.
///
/// # Errors
/// Only when sums are beyond what money can be.
pub fn conditions(around: &Circumstances<'_>, tranche: &Tranche) -> Result<Vec<TrancheCondition>> {
    let before = around.tranches.iter().rev().find(|one| one.no < tranche.no && one.state != TrancheState::Cancelled);
    let before_is_done = before.is_none_or(|one| one.state == TrancheState::Verified);
    let first_due = around.loan.terms.first_due.filter(|_| !around.money_is_out);
    let mut all = vec![
        condition("approved", around.loan.decision == LoanDecision::Approved, []),
        condition("file", around.file_is_open, []),
        condition("project", around.project == ProjectState::Running, []),
        condition("before", before_is_done, [("no", before.map(|one| one.no.to_string()).unwrap_or_default())]),
        condition("overdue", around.overdue.is_zero(), [("overdue", around.overdue.to_string())]),
    ];
    if let Some(day) = first_due {
        all.push(condition("first_due", day > around.today, [("day", day.to_string())]));
    }
    if tranche.kind == TrancheKind::Cash {
        let limit = rules::cash_limit(around.cash_percent, around.loan.amount)?;
        let cash = cash_until(around.tranches, tranche.no)?;
        all.push(condition("cash", cash <= limit, [("cash", cash.to_string()), ("limit", limit.to_string())]));
    }
    let has_money = around.fund_may_overdraw || around.fund_cash >= tranche.amount;
    all.push(condition("fund", has_money, [("cash", around.fund_cash.to_string())]));
    Ok(all)
}

/// Cash of the tranches up to a number, cancelled ones left out.
fn cash_until(tranches: &[Tranche], no: i64) -> Result<Money> {
    let counts = |one: &&Tranche| one.kind == TrancheKind::Cash && one.no <= no && one.state != TrancheState::Cancelled;
    Money::sum(tranches.iter().filter(counts).map(|one| one.amount))
}

fn condition<const N: usize>(key: &str, met: bool, args: [(&str, String); N]) -> TrancheCondition {
    let args: BTreeMap<String, String> = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    TrancheCondition { key: key.to_owned(), met, args }
}

/// The states a tranche may be led to from where it stands, the conditions aside.
pub const fn next_states(kind: TrancheKind, state: TrancheState) -> &'static [TrancheState] {
    use TrancheState::{Approved, Cancelled, Delivered, Paid, Planned, Requested, Verified};
    match (state, kind) {
        (Planned, _) => &[Requested, Cancelled],
        (Requested, _) => &[Approved, Cancelled],
        (Approved, TrancheKind::InKind) => &[Delivered, Cancelled],
        (Approved, TrancheKind::Cash) => &[Paid, Cancelled],
        (Delivered, _) => &[Paid],
        (Paid, _) => &[Verified],
        (Verified | Cancelled, _) => &[],
    }
}

/// The step features above set their conditions before, of a tranche in a state.
pub const fn gated_step(state: TrancheState, kind: TrancheKind) -> &'static str {
    match (state, kind) {
        (TrancheState::Planned, _) => crate::GATED_TRANCHE_REQUEST,
        (TrancheState::Requested, _) => crate::GATED_TRANCHE_APPROVAL,
        (TrancheState::Paid, _) => crate::GATED_VERIFICATION,
        (_, TrancheKind::InKind) => crate::GATED_DELIVERY,
        (_, TrancheKind::Cash) => crate::GATED_PAYMENT,
    }
}

/// Whether conditions are still asked of a tranche in this state.
pub const fn is_asked(state: TrancheState) -> bool {
    matches!(state, TrancheState::Planned | TrancheState::Requested | TrancheState::Approved)
}

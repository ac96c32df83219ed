//! Which changes a loan takes today, and why it does not take the others.

use crate::changes::{ChangeKind, top_up};
use crate::events::record;
use crate::inputs::WhichLoan;
use crate::requests::RequestKind;
use crate::sheet::{LoanChoice, LoanChoices, OpenDue};
use kernel::{Money, Result};
use lending::{State, Status};
use office::context::Read;

pub fn choices(cx: &Read<'_>, input: WhichLoan) -> Result<LoanChoices> {
    let opened = record::open(cx, input.loan)?;
    let state = opened.replay.latest(cx.today())?;
    let waits = |kind: RequestKind| -> Result<bool> {
        Ok(approvals::waiting(cx, &kind.step(), *opened.head.id.as_bytes())?.is_some())
    };
    let (changes, given_up) = (waits(RequestKind::Change)?, waits(RequestKind::GiveUp)?);
    let fixed = opened.head.terms.length.is_some();
    let top_up = top_up::product(cx, &opened)?.top_up_percent;
    let mut found = Vec::new();
    for kind in ChangeKind::ALL {
        let waits = if kind.step() == RequestKind::GiveUp { given_up } else { changes };
        let gaps = match &state {
            None => vec!["not_paid_out"],
            Some(state) => gaps(*kind, state, (fixed, top_up), waits, cx)?,
        };
        found.push(LoanChoice {
            kind: *kind,
            by_committee: kind.step() == RequestKind::GiveUp,
            gaps: gaps.into_iter().map(str::to_owned).collect(),
        });
    }
    let dues = state.iter().flat_map(|state| &state.rows).filter(|row| row.kind.is_instalment());
    let dues = dues.filter(|row| row.outstanding().is_positive());
    Ok(LoanChoices {
        choices: found,
        dues: dues.map(|row| OpenDue { due: row.due, outstanding: row.outstanding() }).collect(),
        fees: state.as_ref().map_or(Ok(Money::ZERO), fees)?,
    })
}

fn fees(state: &State) -> Result<Money> {
    state.balance.minus(state.outstanding_principal())
}

/// The pair says whether the length is fixed, and the share that is to be repaid before more is lent.
fn gaps(
    kind: ChangeKind,
    state: &State,
    (fixed, top_up): (bool, Option<u8>),
    waits: bool,
    cx: &Read<'_>,
) -> Result<Vec<&'static str>> {
    let today = cx.today();
    if state.status == Status::WrittenOff {
        return Ok(vec!["written_off"]);
    }
    let late = state.lateness(today)?;
    let mut gaps = Vec::new();
    let mut gap = |missing: bool, key: &'static str| {
        if missing {
            gaps.push(key);
        }
    };
    let fees = fees(state)?;
    let later = state.rows.iter().any(|row| row.kind.is_instalment() && row.due > today);
    let paused = state.pauses.iter().any(|pause| pause.from <= today && today < pause.until);
    gap(waits, "waits");
    gap(state.balance.is_zero() && kind != ChangeKind::Fee, "nothing_owed");
    match kind {
        ChangeKind::Defer | ChangeKind::Extend => gap(fixed, "fixed_length"),
        ChangeKind::ReAmortise => {
            gap(!late.overdue.is_positive(), "nothing_late");
            gap(!later, "no_later");
        }
        ChangeKind::Resume => gap(!paused, "no_pause"),
        ChangeKind::WaiveFee => gap(!fees.is_positive(), "no_fee"),
        ChangeKind::Release => gap(fees.is_positive(), "fee_open"),
        ChangeKind::TopUp => {
            gap(top_up.is_none(), "no_top_up");
            gap(top_up.is_some_and(|percent| !top_up::repaid_enough(state, percent)), "little_repaid");
            gap(late.overdue.is_positive(), "late");
        }
        _ => {}
    }
    Ok(gaps)
}

//! The story of a loan: decisions, steps of its tranches and events in one list, newest first.

use super::course::Course;
use super::model::{LoanDecision, LoanHead, Tranche};
use super::sheet::{PaidRow, PlanRow, StoryLine};
use super::store::KeptEvent;
use kernel::{Day, Moment, Money, Result};
use lending::{EventKind, Place, State};

/// # Errors
/// Only when sums are beyond what money can be.
pub fn story(
    head: &LoanHead,
    course: &Course,
    events: &[KeptEvent],
    tranches: &[Tranche],
    state: Option<&State>,
    rows: &[PlanRow],
) -> Result<Vec<StoryLine>> {
    let mut lines = decisions(head);
    lines.extend(tranches.iter().flat_map(steps));
    for kept in events {
        lines.push(event(kept, course, tranches, state, rows)?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.at, line.place)));
    Ok(lines)
}

fn plain(kind: &str, at: Moment, by_name: &str, note: &str) -> StoryLine {
    StoryLine {
        kind: kind.to_owned(),
        place: None,
        tranche: None,
        on: Day::in_riyadh(at),
        at,
        by_name: by_name.to_owned(),
        amount: Money::ZERO,
        method: None,
        reference: String::new(),
        payer: String::new(),
        note: note.to_owned(),
        imported: false,
        entry: None,
        number: String::new(),
        undone_by: None,
        target: None,
        can_undo: false,
        rows: Vec::new(),
        credit: Money::ZERO,
    }
}

fn decisions(head: &LoanHead) -> Vec<StoryLine> {
    let kind = if head.imported { "imported" } else { "proposed" };
    let asked = StoryLine { amount: head.amount, ..plain(kind, head.asked_at, &head.asked_by_name, "") };
    let by = head.decided_by_name.as_deref();
    let decided = head.decided_at.zip(by).filter(|_| head.decision != LoanDecision::Waiting);
    let decided = decided.map(|(at, by)| plain(head.decision.name(), at, by, &head.decision_note));
    std::iter::once(asked).chain(decided).collect()
}

/// Steps that are told by an event already are left to it.
fn steps(tranche: &Tranche) -> Vec<StoryLine> {
    let line = |step: &super::model::TrancheStep| StoryLine {
        tranche: Some(tranche.no),
        on: step.on,
        amount: tranche.amount,
        method: step.method,
        reference: step.reference.clone(),
        imported: step.imported,
        entry: step.entry,
        number: step.voucher.clone().unwrap_or_default(),
        ..plain(&format!("tranche_{}", step.step), step.at, &step.by_name, &step.note)
    };
    tranche.steps.iter().filter(|step| step.step != "planned").map(line).collect()
}

fn event(
    kept: &KeptEvent,
    course: &Course,
    tranches: &[Tranche],
    state: Option<&State>,
    rows: &[PlanRow],
) -> Result<StoryLine> {
    let place = kept.event.place;
    let target = if let EventKind::Undo { target } = kept.event.kind { Some(target) } else { None };
    let about = target.unwrap_or(place);
    let is_repayment = matches!(kept.event.kind, EventKind::Repay { .. });
    let allocation = state.filter(|_| is_repayment).and_then(|state| state.allocation(place));
    let mut paid = Vec::new();
    for on_row in allocation.map(|allocation| allocation.rows.as_slice()).unwrap_or_default() {
        let Some(row) = rows.get(on_row.row) else { continue };
        paid.push(PaidRow { no: row.no, due: row.due, amount: on_row.principal.plus(on_row.fee)? });
    }
    let number = kept.voucher.map(|voucher| voucher.to_string()).filter(|_| kept.receipt.is_empty());
    let amount = target
        .and_then(|target| course.event(target))
        .map_or(kept.amount, |event| super::store::kind_and_amount(&event.kind).1);
    Ok(StoryLine {
        place: Some(place),
        tranche: tranches.iter().find(|tranche| tranche.event == Some(about.0)).map(|tranche| tranche.no),
        on: kept.event.on,
        amount,
        method: kept.method,
        reference: kept.reference.clone(),
        payer: kept.payer.clone(),
        imported: kept.imported,
        entry: kept.entry,
        number: number.unwrap_or_else(|| kept.receipt.clone()),
        undone_by: kept.undone_by,
        target,
        can_undo: can_undo(kept, course, place),
        rows: paid,
        credit: allocation.map_or(Money::ZERO, |allocation| allocation.credit),
        ..plain(super::store::kind_and_amount(&kept.event.kind).0, kept.recorded_at, &kept.made_by_name, &kept.note)
    })
}

/// Whether an undo would be looked at: the event stands, is no undo itself, and is not the first money of a loan with
/// more events.
fn can_undo(kept: &KeptEvent, course: &Course, place: Place) -> bool {
    let stands = kept.undone_by.is_none() && !matches!(kept.event.kind, EventKind::Undo { .. });
    let is_payout = course.payout().is_some_and(|first| first.place == place);
    stands && (!is_payout || super::recording::stands_alone(course, place))
}

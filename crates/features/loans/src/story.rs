//! The story of a loan: decisions, steps of its tranches and events in one list, newest first.

use crate::events::recording::stands_alone;
use crate::events::replay::LoanReplay;
use crate::model::{LoanDecision, LoanHead, Tranche};
use crate::sheet::{PaidRow, PlanRow, StoryLine};
use crate::store::{KeptEvent, Shown, kind_and_amount};
use kernel::{Day, Moment, Money, Result};
use lending::{Allocation, EventKind, Place, State};
use std::collections::BTreeMap;

/// # Errors
/// Only when sums are beyond what money can be.
pub fn story(
    head: &LoanHead,
    replay: &LoanReplay,
    events: &[KeptEvent],
    shown: &Shown,
    tranches: &[Tranche],
    state: Option<&State>,
    rows: &[PlanRow],
) -> Result<Vec<StoryLine>> {
    let mut lines = decisions(head);
    lines.extend(tranches.iter().flat_map(steps));
    let told = Told {
        replay,
        shown,
        tranches,
        rows,
        allocations: state.into_iter().flat_map(|state| &state.allocations).map(|one| (one.place, one)).collect(),
        held_payout: replay.payout().map(|first| first.place).filter(|place| !stands_alone(replay, *place)),
    };
    for kept in events {
        lines.push(told.event(kept)?);
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
        terms: None,
        cause: None,
        annex: false,
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
    let line = |step: &crate::model::TrancheStep| StoryLine {
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

/// What every event is told from.
struct Told<'a> {
    replay: &'a LoanReplay,
    shown: &'a Shown,
    tranches: &'a [Tranche],
    rows: &'a [PlanRow],
    allocations: BTreeMap<Place, &'a Allocation>,
    /// The first money of the loan where other events stand on it, which no undo can take out.
    held_payout: Option<Place>,
}

impl Told<'_> {
    fn event(&self, kept: &KeptEvent) -> Result<StoryLine> {
        let place = kept.event.place;
        let target = if let EventKind::Undo { target } = kept.event.kind { Some(target) } else { None };
        let about = target.unwrap_or(place);
        let is_repayment = matches!(kept.event.kind, EventKind::Repay { .. });
        let allocation = self.allocations.get(&place).filter(|_| is_repayment);
        let mut paid = Vec::new();
        for on_row in allocation.map(|allocation| allocation.rows.as_slice()).unwrap_or_default() {
            let Some(row) = self.rows.get(on_row.row) else { continue };
            paid.push(PaidRow { no: row.no, due: row.due, amount: on_row.principal.plus(on_row.fee)? });
        }
        let number = self.shown.voucher(kept).map(|voucher| voucher.to_string()).filter(|_| kept.receipt.is_empty());
        let undone = target.and_then(|target| self.replay.event(target));
        let amount = undone.map_or(kept.amount, |event| kind_and_amount(&event.kind).1);
        let change = self.shown.change(kept);
        let kind = kind_and_amount(&kept.event.kind).0;
        let kind = if change.is_some_and(|change| change.released) { "release" } else { kind };
        Ok(StoryLine {
            place: Some(place),
            tranche: self.tranches.iter().find(|tranche| tranche.event == Some(about.0)).map(|tranche| tranche.no),
            on: kept.event.on,
            amount: change.map_or(amount, |change| amount.max(change.amount)),
            method: kept.method,
            reference: kept.reference.clone(),
            payer: kept.payer.clone(),
            imported: kept.imported,
            entry: kept.entry,
            number: number.unwrap_or_else(|| kept.receipt.clone()),
            undone_by: kept.undone_by,
            target,
            can_undo: self.can_undo(kept),
            rows: paid,
            credit: allocation.map_or(Money::ZERO, |allocation| allocation.credit),
            terms: change.map(|_| kept.event.kind.clone()),
            cause: change.map(|change| change.cause),
            annex: change.is_some(),
            ..plain(kind, kept.recorded_at, self.shown.name(kept), &kept.note)
        })
    }

    /// Whether an undo would be looked at: the event stands, is no undo itself, and is not the first money of a loan
    /// with more events.
    fn can_undo(&self, kept: &KeptEvent) -> bool {
        let stands = kept.undone_by.is_none() && !matches!(kept.event.kind, EventKind::Undo { .. });
        stands && self.held_payout != Some(kept.event.place)
    }
}

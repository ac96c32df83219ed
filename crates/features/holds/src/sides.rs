//! How things stand on each side of a halted project, beside the causes of its hold. Pure.

use crate::model::{HandWhy, HoldDecision, HoldFact, HoldFactKind, HoldHand, HoldReason};
use casework::holds::{Facts, Owner, Side};
use kernel::Day;

/// The facts of hers, of ours and of the market, in this order.
pub fn facts(facts: &Facts) -> Vec<HoldFact> {
    let mut found = Vec::new();
    if facts.loan.active {
        let dpd = facts.loan.dpd;
        found.push(HoldFact {
            kind: if dpd == 0 { HoldFactKind::Paying } else { HoldFactKind::Arrears },
            side: Side::Beneficiary,
            good: dpd == 0,
            n: i64::from(dpd),
            days: dpd,
        });
    }
    found.extend(promises(facts, Owner::Beneficiary, Side::Beneficiary));
    let read = facts.readings.iter().filter(|reading| reading.sales.is_some() || reading.net.is_some()).count();
    let kind = if read == 0 { HoldFactKind::Unread } else { HoldFactKind::Readings };
    found.push(counted(kind, Side::Beneficiary, read > 0, read));
    found.extend(visits(facts));
    found.extend(promises(facts, Owner::Association, Side::Association));
    found.extend(purchases(facts));
    found.extend(sales(facts));
    found
}

fn counted(kind: HoldFactKind, side: Side, good: bool, n: usize) -> HoldFact {
    HoldFact { kind, side, good, n: i64::try_from(n).unwrap_or(i64::MAX), days: 0 }
}

/// What is late of some days, or how many were done where nothing is.
fn late_or_done(
    (late_kind, done_kind): (HoldFactKind, HoldFactKind),
    side: Side,
    on: Day,
    late: &[Day],
    done: usize,
) -> Option<HoldFact> {
    match late.iter().min() {
        Some(oldest) => Some(HoldFact { days: on.days_since(*oldest), ..counted(late_kind, side, false, late.len()) }),
        None if done > 0 => Some(counted(done_kind, side, true, done)),
        None => None,
    }
}

fn promises(facts: &Facts, owner: Owner, side: Side) -> Option<HoldFact> {
    let own = || facts.commitments.iter().filter(move |promise| promise.owner == owner);
    let kept = |met: Option<Day>| met.is_some_and(|met| met <= facts.on);
    let late: Vec<Day> = own()
        .filter(|promise| !promise.excused && !kept(promise.met_on) && promise.due < facts.on)
        .map(|promise| promise.due)
        .collect();
    let done = own().filter(|promise| kept(promise.met_on)).count();
    late_or_done((HoldFactKind::PromisesLate, HoldFactKind::PromisesKept), side, facts.on, &late, done)
}

fn visits(facts: &Facts) -> Option<HoldFact> {
    let done = |done: Option<Day>| done.is_some_and(|done| done <= facts.on);
    let waits = facts.visits.iter().filter(|visit| !visit.cancelled && !done(visit.done));
    let late: Vec<Day> = waits.filter_map(|visit| visit.planned.filter(|planned| *planned < facts.on)).collect();
    let made = facts.visits.iter().filter(|visit| done(visit.done)).count();
    late_or_done((HoldFactKind::VisitsLate, HoldFactKind::VisitsDone), Side::Association, facts.on, &late, made)
}

fn purchases(facts: &Facts) -> Option<HoldFact> {
    let verified = |on: Option<Day>| on.is_some_and(|on| on <= facts.on);
    let unseen: Vec<Day> =
        facts.purchases.iter().filter(|one| !verified(one.verified_on)).filter_map(|one| one.paid_on).collect();
    let seen = facts.purchases.iter().filter(|one| verified(one.verified_on)).count();
    let kinds = (HoldFactKind::PurchasesUnseen, HoldFactKind::PurchasesSeen);
    late_or_done(kinds, Side::Association, facts.on, &unseen, seen)
}

/// The last reading of sales beside the one before it, in whole per cent of that one.
fn sales(facts: &Facts) -> Option<HoldFact> {
    let mut read: Vec<(Day, i64)> =
        facts.readings.iter().filter_map(|one| Some((one.on, one.sales?.halalas()))).collect();
    read.sort_unstable();
    let [.., (_, before), (_, now)] = read.as_slice() else { return None };
    if *before <= 0 {
        return None;
    }
    let percent = (now - before).abs() * 100 / before;
    let (kind, good) = if now < before { (HoldFactKind::SalesDown, false) } else { (HoldFactKind::SalesUp, true) };
    Some(HoldFact { kind, side: Side::Market, good, n: percent, days: 0 })
}

/// Who does not approve how the hold ends: whoever proposed it, saw its cause or told it; each once.
pub fn hands(reasons: &[HoldReason], waits: Option<&HoldDecision>) -> Vec<HoldHand> {
    let mut found: Vec<HoldHand> = Vec::new();
    let mut add = |name: &str, why: HandWhy| {
        if !name.is_empty() && found.iter().all(|hand| hand.name != name) {
            found.push(HoldHand { name: name.to_owned(), why });
        }
    };
    if let Some(decision) = waits {
        add(&decision.proposed_by_name, HandWhy::Proposed);
    }
    for reason in reasons {
        add(&reason.seen_by_name, HandWhy::Saw);
        add(&reason.told_by_name, HandWhy::Told);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::holds::{Commitment, Reading};
    use kernel::Money;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn each_side_is_told_what_is_late_of_it() {
        let mut all = Facts::nothing(day("2026-11-21"));
        let promise = |owner, due: &str, met: Option<&str>| Commitment {
            id: due.to_owned(),
            owner,
            due: day(due),
            met_on: met.map(day),
            excused: false,
            depends_on: None,
        };
        all.commitments = vec![
            promise(Owner::Beneficiary, "2026-11-01", Some("2026-11-03")),
            promise(Owner::Association, "2026-11-09", None),
            promise(Owner::Association, "2026-11-21", None),
        ];
        let reading = |on: &str, sales: i64| Reading { on: day(on), sales: Money::from_halalas(sales).ok(), net: None };
        all.readings = vec![reading("2026-11-20", 2_450), reading("2026-10-20", 3_720)];
        let told: Vec<(HoldFactKind, bool, i64, i32)> =
            facts(&all).iter().map(|fact| (fact.kind, fact.good, fact.n, fact.days)).collect();
        assert_eq!(
            told,
            [
                (HoldFactKind::Paying, true, 0, 0),
                (HoldFactKind::PromisesKept, true, 1, 0),
                (HoldFactKind::Readings, true, 2, 0),
                (HoldFactKind::PromisesLate, false, 1, 12),
                (HoldFactKind::SalesDown, false, 34, 0),
            ]
        );
    }
}

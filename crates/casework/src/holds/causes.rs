//! The causes of a hold, one after the other in their fixed order.

use super::{Commitment, Facts, GuaranteeState, Owner, Settings, sales_until};
use kernel::Day;
use serde::{Deserialize, Serialize};

/// Why a project halts; the order here is the order in which causes are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HoldCauseKind")]
pub enum CauseKind {
    /// Late in paying.
    Dpd,
    VisitMissed,
    /// A visitor saw a sign of distress.
    Signal,
    PurchaseUnverified,
    CommitmentLate,
    GuaranteeExpired,
    SalesDown,
    /// Somebody saw a sign, of whatever degree, and halted it by hand; [`look`] never finds it.
    Told,
}

impl CauseKind {
    pub const ALL: [Self; 8] = [
        Self::Dpd,
        Self::VisitMissed,
        Self::Signal,
        Self::PurchaseUnverified,
        Self::CommitmentLate,
        Self::GuaranteeExpired,
        Self::SalesDown,
        Self::Told,
    ];

    /// Whose matter it is: fixed for each kind of cause. Of one that was told it was said with it.
    pub const fn side(self) -> Side {
        match self {
            Self::Dpd | Self::Signal | Self::CommitmentLate | Self::GuaranteeExpired | Self::Told => Side::Beneficiary,
            Self::VisitMissed | Self::PurchaseUnverified => Side::Association,
            Self::SalesDown => Side::Market,
        }
    }

    /// The name in the database and at the edge.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dpd => "dpd",
            Self::VisitMissed => "visit_missed",
            Self::Signal => "signal",
            Self::PurchaseUnverified => "purchase_unverified",
            Self::CommitmentLate => "commitment_late",
            Self::GuaranteeExpired => "guarantee_expired",
            Self::SalesDown => "sales_down",
            Self::Told => "told",
        }
    }
}

/// On whose side a cause lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HoldSide")]
pub enum Side {
    Beneficiary,
    Association,
    Market,
}

impl Side {
    pub const ALL: [Self; 3] = [Self::Beneficiary, Self::Association, Self::Market];

    /// The name in the database and at the edge.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Beneficiary => "beneficiary",
            Self::Association => "association",
            Self::Market => "market",
        }
    }
}

/// One reason of a hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HoldCause")]
pub struct Cause {
    pub kind: CauseKind,
    /// What it is about: the id of a record, or the ISO day of an arrear or a reading. The same pair of kind and
    /// reference is judged once.
    pub reference: String,
    /// The first day on which it held; never after the day looked at.
    pub since: Day,
    pub side: Side,
}

impl Cause {
    fn new(kind: CauseKind, reference: impl ToString, since: Day) -> Self {
        Self { kind, reference: reference.to_string(), since, side: kind.side() }
    }
}

/// What the look changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HoldChange")]
pub enum Change {
    /// No hold stands, and nothing opens one.
    None,
    /// A hold opens, with the causes found.
    Opened,
    /// The open hold takes the causes found.
    Extended,
    /// A hold stands, and nothing is new. It does not end because its cause went away.
    Unchanged,
}

/// What one look at a loan finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HoldFindings")]
pub struct Findings {
    pub change: Change,
    /// The causes no hold has named before, in their order.
    pub causes: Vec<Cause>,
    /// Commitments of the association that are late: work for us, and never a hold.
    pub tasks: Vec<String>,
    /// Whether the lateness in paying began while something of ours was late.
    pub dpd_because_of_us: bool,
    /// Late commitments of the beneficiary that had to wait for one of ours. They halt nothing until they are given a
    /// new day.
    pub commitments_because_of_us: Vec<String>,
}

/// Looks at one loan on one day.
pub fn look(facts: &Facts, settings: &Settings) -> Findings {
    let waiting_for_us: Vec<&Commitment> = late_commitments(facts, Owner::Beneficiary, settings)
        .filter(|commitment| facts.loan.active && waited_for_us(commitment, &facts.commitments))
        .collect();
    let all = if facts.loan.active { all_causes(facts, settings, &waiting_for_us) } else { Vec::new() };
    let overdue_since = all.iter().any(|cause| cause.kind == CauseKind::Dpd).then(|| overdue_since(facts)).flatten();
    let causes: Vec<Cause> = all.into_iter().filter(|cause| !was_judged(cause, facts)).collect();
    let change = match (facts.open_hold().is_some(), causes.is_empty()) {
        (true, true) => Change::Unchanged,
        (true, false) => Change::Extended,
        (false, true) => Change::None,
        (false, false) => Change::Opened,
    };
    Findings {
        change,
        causes,
        tasks: late_commitments(facts, Owner::Association, settings).map(|own| own.id.clone()).collect(),
        dpd_because_of_us: overdue_since.is_some_and(|day| we_were_late_on(day, &facts.commitments)),
        commitments_because_of_us: waiting_for_us.into_iter().map(|commitment| commitment.id.clone()).collect(),
    }
}

/// Whether a hold, open or released, names this cause already.
fn was_judged(cause: &Cause, facts: &Facts) -> bool {
    let mut named = facts.holds.iter().flat_map(|hold| &hold.causes);
    named.any(|(kind, reference)| *kind == cause.kind && *reference == cause.reference)
}

fn all_causes(facts: &Facts, settings: &Settings, waiting_for_us: &[&Commitment]) -> Vec<Cause> {
    let mut found = Vec::new();
    found.extend(late_in_paying(facts, settings));
    found.extend(missed_visits(facts, settings));
    found.extend(signals(facts, settings));
    found.extend(unverified_purchases(facts, settings));
    let late = late_commitments(facts, Owner::Beneficiary, settings);
    let ours = |commitment: &&Commitment| waiting_for_us.iter().any(|waiting| waiting.id == commitment.id);
    found.extend(late.filter(|commitment| !ours(commitment)).map(|commitment| {
        let since = later(commitment.due, settings.commitment_late_days, facts.on);
        Cause::new(CauseKind::CommitmentLate, &commitment.id, since)
    }));
    found.extend(expired_guarantee(facts));
    found.extend(falling_sales(facts, settings));
    found
}

/// So many days after a day that lies at least as many before `on`.
fn later(day: Day, days: u16, on: Day) -> Day {
    day.plus_days(i32::from(days)).unwrap_or(on)
}

/// The due day of what is late; counted back where only the days are known.
fn overdue_since(facts: &Facts) -> Option<Day> {
    let counted = || (facts.loan.dpd > 0).then(|| facts.on.plus_days(-facts.loan.dpd).ok()).flatten();
    facts.loan.overdue_since.or_else(counted)
}

fn late_in_paying(facts: &Facts, settings: &Settings) -> Option<Cause> {
    let since = overdue_since(facts)?;
    (facts.loan.dpd >= i32::from(settings.hold_dpd))
        .then(|| Cause::new(CauseKind::Dpd, since, later(since, settings.hold_dpd, facts.on).min(facts.on)))
}

fn missed_visits(facts: &Facts, settings: &Settings) -> impl Iterator<Item = Cause> {
    facts.visits.iter().filter_map(|visit| {
        let planned = visit.planned?;
        let done = visit.done.is_some_and(|done| done <= facts.on);
        let late = facts.on.days_since(planned) >= i32::from(settings.visit_late_days);
        let since = later(planned, settings.visit_late_days, facts.on);
        (!visit.cancelled && !done && late).then(|| Cause::new(CauseKind::VisitMissed, &visit.id, since))
    })
}

fn signals(facts: &Facts, settings: &Settings) -> impl Iterator<Item = Cause> {
    facts.visits.iter().filter_map(|visit| {
        let done = visit.done.filter(|done| *done <= facts.on)?;
        let halts = visit.signal.is_some_and(|signal| settings.hold_signals.contains(&signal));
        halts.then(|| Cause::new(CauseKind::Signal, &visit.id, done))
    })
}

fn unverified_purchases(facts: &Facts, settings: &Settings) -> impl Iterator<Item = Cause> {
    facts.purchases.iter().filter_map(|purchase| {
        let paid = purchase.paid_on?;
        let verified = purchase.verified_on.is_some_and(|verified| verified <= facts.on);
        let late = facts.on.days_since(paid) >= i32::from(settings.purchase_unverified_days);
        let since = later(paid, settings.purchase_unverified_days, facts.on);
        (!verified && late).then(|| Cause::new(CauseKind::PurchaseUnverified, &purchase.id, since))
    })
}

fn late_commitments<'f>(facts: &'f Facts, owner: Owner, settings: &Settings) -> impl Iterator<Item = &'f Commitment> {
    let (on, after) = (facts.on, settings.commitment_late_days);
    facts.commitments.iter().filter(move |commitment| commitment.owner == owner && commitment.late_on(on, after))
}

/// Whether it had to wait, past its own due day, for a commitment of the association.
fn waited_for_us(commitment: &Commitment, all: &[Commitment]) -> bool {
    let waits_for = |other: &&Commitment| commitment.depends_on.as_ref() == Some(&other.id);
    let first = all.iter().find(waits_for);
    first.is_some_and(|first| first.owner == Owner::Association && !first.met_by(commitment.due))
}

/// Whether a commitment of the association that was due by then was unmet on that day.
fn we_were_late_on(day: Day, commitments: &[Commitment]) -> bool {
    let ours = commitments.iter().filter(|commitment| commitment.owner == Owner::Association);
    ours.into_iter().any(|commitment| commitment.due <= day && !commitment.met_by(day))
}

/// One cause for all guarantees together: while one of them holds, nothing has happened.
fn expired_guarantee(facts: &Facts) -> Option<Cause> {
    let counted = |state| matches!(state, GuaranteeState::Verified | GuaranteeState::Expired);
    let mut last: Option<(&str, Day)> = None;
    for guarantee in facts.guarantees.iter().filter(|guarantee| counted(guarantee.state)) {
        let expires = guarantee.expires.filter(|expires| *expires < facts.on)?;
        if last.is_none_or(|(_, day)| expires > day) {
            last = Some((&guarantee.id, expires));
        }
    }
    last.map(|(id, expires)| Cause::new(CauseKind::GuaranteeExpired, id, later(expires, 1, facts.on)))
}

fn falling_sales(facts: &Facts, settings: &Settings) -> Option<Cause> {
    let falls = usize::from(settings.sales_falls);
    let readings = sales_until(&facts.readings, facts.on);
    let from = readings.len().checked_sub(falls + 1).filter(|_| falls > 0)?;
    let deep_enough = |pair: &[(Day, kernel::Money)]| {
        let [(_, before), (_, now)] = pair else { return false };
        let (before, now) = (i128::from(before.halalas()), i128::from(now.halalas()));
        now < before && (before - now) * 100 >= before * i128::from(settings.sales_fall_percent)
    };
    let (day, _) = readings.last()?;
    readings[from..].windows(2).all(deep_enough).then(|| Cause::new(CauseKind::SalesDown, day, *day))
}

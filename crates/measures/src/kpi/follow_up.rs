//! K8–K10, K27: visits, commitments, referrals, halted projects.

use crate::decimal::Median;
use crate::{Period, Portion, Settings};
use kernel::{Day, Result};
use serde::Serialize;
use std::collections::BTreeMap;

/// A visit, as K8 looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedVisit {
    /// Who was to make it.
    pub by: Option<String>,
    pub planned: Day,
    pub done: Option<Day>,
}

/// K8. Visits of nobody are among all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "VisitsInTime")]
pub struct Visits {
    pub all: Portion,
    #[ts(type = "Record<string, Portion>")]
    pub by_worker: BTreeMap<String, Portion>,
}

/// K8: of the visits planned in the period, those done by `visit_tolerance_days` after their day. What is not done and
/// may still come in time is left out.
///
/// # Errors
/// Refused where the calendar ends.
pub fn visits(visits: &[PlannedVisit], period: Period, settings: &Settings) -> Result<Visits> {
    let mut all = Vec::new();
    let mut by_worker: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    for visit in visits.iter().filter(|visit| period.contains(visit.planned)) {
        let last = visit.planned.plus_days(settings.visit_tolerance_days.into())?;
        let done = period.known(visit.done);
        if done.is_none() && last >= period.to() {
            continue;
        }
        let in_time = done.is_some_and(|day| day <= last);
        all.push(in_time);
        if let Some(worker) = &visit.by {
            by_worker.entry(worker.clone()).or_default().push(in_time);
        }
    }
    let by_worker = by_worker.into_iter().map(|(worker, judged)| (worker, Portion::count(judged))).collect();
    Ok(Visits { all: Portion::count(all), by_worker })
}

/// What a follow-up found of both sides; none where it does not apply.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    pub beneficiary: Option<bool>,
    pub association: Option<bool>,
}

/// K9.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "KeptCommitments")]
pub struct Mutual {
    pub beneficiary: Portion,
    pub association: Portion,
}

/// K9: commitments kept, in either direction.
pub fn kept_commitments(found: &[Kept]) -> Mutual {
    Mutual {
        beneficiary: Portion::count(found.iter().filter_map(|kept| kept.beneficiary)),
        association: Portion::count(found.iter().filter_map(|kept| kept.association)),
    }
}

/// A referral, as K10 looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Referral {
    pub sent: Day,
    pub contacted: Option<Day>,
    pub arrived: Option<Day>,
    pub served: Option<Day>,
    /// The day on which it became known that the person did not come or was refused.
    pub lost: Option<Day>,
}

/// K10.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ReferralArrivals")]
pub struct Arrivals {
    /// Arrived or served within `arrival_days` of being sent.
    pub reached: Portion,
    #[ts(type = "number")]
    pub lost: u64,
    /// Sent, contacted, arrived, served; a later stage implies the earlier ones, and lost implies contacted.
    #[ts(type = "number[]")]
    pub funnel: [u64; 4],
}

/// K10: what became of the referrals sent in the period, as known at its end.
pub fn referrals(referrals: &[Referral], period: Period, settings: &Settings) -> Arrivals {
    let mut found = Arrivals::default();
    let mut reached = Vec::new();
    for referral in referrals.iter().filter(|referral| period.contains(referral.sent)) {
        let [contacted, arrived, served, lost] =
            [referral.contacted, referral.arrived, referral.served, referral.lost].map(|day| period.known(day));
        let first = [arrived, served].into_iter().flatten().min();
        reached.push(first.is_some_and(|day| day.days_since(referral.sent) <= i32::from(settings.arrival_days)));
        found.lost += u64::from(lost.is_some());
        let was_served = served.is_some();
        let has_arrived = was_served || arrived.is_some();
        let was_contacted = has_arrived || contacted.is_some() || lost.is_some();
        for (stage, holds) in found.funnel.iter_mut().zip([true, was_contacted, has_arrived, was_served]) {
            *stage += u64::from(holds);
        }
    }
    found.reached = Portion::count(reached);
    found
}

/// A hold on a project, as K27 looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HaltedProject {
    pub opened: Day,
    /// The day of the corrective action.
    pub corrective: Option<Day>,
    pub released: Option<Day>,
}

/// K27. Both medians are calendar days over the holds released in the period that had a corrective action.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ProjectHalts")]
pub struct Halts {
    /// Open at the end of the period.
    #[ts(type = "number")]
    pub open: u64,
    /// Released in the period.
    #[ts(type = "number")]
    pub released: u64,
    /// From the opening to the corrective action.
    pub to_corrective: Option<Median>,
    /// From the corrective action to the release.
    pub to_release: Option<Median>,
}

/// K27: halted projects, and how long it took to set them right.
pub fn halts(holds: &[HaltedProject], period: Period) -> Halts {
    let open = holds.iter().filter(|hold| hold.opened <= period.to() && period.known(hold.released).is_none());
    let released = || holds.iter().filter_map(|hold| Some((hold, hold.released.filter(|day| period.contains(*day))?)));
    let mended: Vec<_> = released()
        .filter_map(|(hold, released)| Some((hold.opened, period.known(hold.corrective)?, released)))
        .collect();
    let days = |later: Day, earlier: Day| i64::from(later.days_since(earlier));
    Halts {
        open: open.count() as u64,
        released: released().count() as u64,
        to_corrective: Median::of(mended.iter().map(|(opened, corrective, _)| days(*corrective, *opened))),
        to_release: Median::of(mended.iter().map(|(_, corrective, released)| days(*released, *corrective))),
    }
}

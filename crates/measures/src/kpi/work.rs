//! K29, K30: what the house owes itself, and who carries how much.

use crate::decimal::Tenths;
use crate::{Period, Portion};
use kernel::Day;
use serde::Serialize;
use std::collections::BTreeMap;

/// A decision to be carried out or a report to be issued, as K29 looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    pub due: Day,
    pub done: Option<Day>,
}

/// K29.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "GovernanceInTime")]
pub struct Governance {
    pub decisions: Portion,
    pub reports: Portion,
    /// Policies whose day of review has passed at the end of the period.
    #[ts(type = "number")]
    pub policies_overdue: u64,
}

/// K29: what fell due in the period and was done by its day; policies by the days of their reviews.
pub fn governance(decisions: &[Duty], reports: &[Duty], policies: &[Day], period: Period) -> Governance {
    let in_time = |duties: &[Duty]| {
        let due = duties.iter().filter(|duty| period.contains(duty.due));
        Portion::count(due.map(|duty| duty.done.is_some_and(|done| done <= duty.due)))
    };
    Governance {
        decisions: in_time(decisions),
        reports: in_time(reports),
        policies_overdue: policies.iter().filter(|review| **review < period.to()).count() as u64,
    }
}

/// What a researcher carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkKind {
    File,
    Request,
}

/// A file or a request, as K30 looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkItem {
    pub kind: WorkKind,
    pub worker: Option<String>,
    pub opened: Day,
    pub closed: Option<Day>,
}

/// What one researcher has open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ResearcherLoad")]
pub struct Load {
    #[ts(type = "number")]
    pub files: u64,
    #[ts(type = "number")]
    pub requests: u64,
}

/// K30.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Workload {
    /// Researchers with anything open.
    #[ts(type = "Record<string, ResearcherLoad>")]
    pub load: BTreeMap<String, Load>,
    /// Files and requests of one of these researchers.
    pub mean: Option<Tenths>,
    /// Files and requests of nobody.
    #[ts(type = "number")]
    pub unassigned: u64,
}

/// K30: files and requests open at the end of a day.
pub fn workload(items: &[WorkItem], on: Day) -> Workload {
    let mut found = Workload::default();
    let mut carried: i128 = 0;
    for item in items.iter().filter(|item| item.opened <= on && item.closed.is_none_or(|closed| closed > on)) {
        let Some(worker) = &item.worker else {
            found.unassigned += 1;
            continue;
        };
        let load = found.load.entry(worker.clone()).or_default();
        carried += 1;
        match item.kind {
            WorkKind::File => load.files += 1,
            WorkKind::Request => load.requests += 1,
        }
    }
    found.mean = Tenths::of(carried, found.load.len() as i128);
    found
}

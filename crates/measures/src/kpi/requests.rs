//! K3–K7, K11, K13: requests, decisions, grievances and complaints.

use crate::decimal::{Median, Tenths};
use crate::portion::percent;
use crate::refusals::VERSIONS;
use crate::{Period, Portion, Settings};
use kernel::{Day, Result, require};
use lending::{Holiday, HolidayRule, Weekday};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A request, as K3 looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedRequest {
    pub service: Option<String>,
    pub received: Day,
    pub decided: Option<Day>,
    /// From the first of these days the clock stood; it went on after the second, or stands still.
    pub paused: Vec<(Day, Option<Day>)>,
}

/// How long some requests took, in working days; both figures are none of no request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "RequestDurations")]
pub struct Durations {
    #[ts(type = "number")]
    pub n: u64,
    pub median: Option<Median>,
    /// The ninth decile by nearest rank.
    #[ts(type = "number | null")]
    pub p90: Option<i64>,
}

impl Durations {
    fn of(mut days: Vec<i64>) -> Self {
        days.sort_unstable();
        let rank = (9 * days.len()).div_ceil(10);
        let p90 = rank.checked_sub(1).and_then(|place| days.get(place)).copied();
        Self { n: days.len() as u64, median: Median::of(days), p90 }
    }
}

/// K3. Requests of no service are among all and in no service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "RequestDurationsByService")]
pub struct RequestDurations {
    pub all: Durations,
    #[ts(type = "Record<string, RequestDurations>")]
    pub by_service: BTreeMap<String, Durations>,
}

/// K3: working days from receipt to the decisions of the period, without the day of receipt and without pauses. The
/// weekend is the setting's; a holiday whose rule is [`HolidayRule::SameDay`] is as if it were not there.
pub fn request_durations(
    requests: &[DecidedRequest],
    period: Period,
    holidays: &[Holiday],
    settings: &Settings,
) -> RequestDurations {
    let mut all = Vec::new();
    let mut by_service: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for request in requests {
        let Some(decided) = request.decided.filter(|day| period.contains(*day)) else { continue };
        let counts = |day: Day| is_working_day(day, holidays, settings) && !is_paused(day, &request.paused);
        let days =
            (request.received.number() + 1..=decided.number()).filter_map(|number| Day::from_number(number).ok());
        let took = days.filter(|day| counts(*day)).count() as i64;
        all.push(took);
        if let Some(service) = &request.service {
            by_service.entry(service.clone()).or_default().push(took);
        }
    }
    let by_service = by_service.into_iter().map(|(service, days)| (service, Durations::of(days))).collect();
    RequestDurations { all: Durations::of(all), by_service }
}

fn is_working_day(day: Day, holidays: &[Holiday], settings: &Settings) -> bool {
    let free =
        |holiday: &Holiday| holiday.from <= day && day <= holiday.to && !matches!(holiday.rule, HolidayRule::SameDay);
    !settings.weekend.contains(&Weekday::of(day)) && !holidays.iter().any(free)
}

fn is_paused(day: Day, pauses: &[(Day, Option<Day>)]) -> bool {
    pauses.iter().any(|(from, to)| *from < day && to.is_none_or(|to| day <= to))
}

/// A request, as K4 looks at it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ClosedRequest {
    /// The day the clock stopped: of the decision, or of closing.
    pub stopped: Option<Day>,
    /// None for a kind of request without a term, which is not measured.
    pub due: Option<Day>,
    pub closed: Option<Day>,
    pub withdrawn: bool,
}

/// K4: of the requests closed in the period and not withdrawn, those whose clock stopped by the day due.
pub fn kept_terms(requests: &[ClosedRequest], period: Period) -> Portion {
    let measured = requests.iter().filter(|request| !request.withdrawn && period.holds(request.closed));
    let judged = measured.filter_map(|request| {
        let due = request.due?;
        Some(period.known(request.stopped).is_some_and(|stopped| stopped <= due))
    });
    Portion::count(judged)
}

/// A request, as K5 looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenRequest {
    pub received: Day,
    pub closed: Option<Day>,
}

/// K5.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "OpenRequestAges")]
pub struct Ages {
    #[ts(type = "number")]
    pub open: u64,
    /// Of 0–7, 8–30, 31–60, 61–90 and more calendar days.
    #[ts(type = "number[]")]
    pub by_age: [u64; 5],
}

/// K5: the requests open at the end of a day, by their age.
pub fn open_requests(requests: &[OpenRequest], on: Day) -> Ages {
    let mut found = Ages::default();
    let is_open = |request: &&OpenRequest| request.received <= on && request.closed.is_none_or(|closed| closed > on);
    for request in requests.iter().filter(is_open) {
        let band = match on.days_since(request.received) {
            ..=7 => 0,
            8..=30 => 1,
            31..=60 => 2,
            61..=90 => 3,
            _ => 4,
        };
        found.open += 1;
        found.by_age[band] += 1;
    }
    found
}

/// Decisions by one version of the criteria, as K6 looks at them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriteriaDecision {
    pub version: u32,
    /// What is compared: a governorate, a class, a sex, a service.
    pub group: String,
    /// Approved, rejected, or none for an outcome that is neither.
    pub approved: Option<bool>,
    /// How many such decisions.
    pub count: u32,
}

/// A group's share of approved decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "FairnessGroup")]
pub struct GroupRate {
    /// In whole per cent; none below `fairness_n` decisions.
    #[ts(type = "number | null")]
    pub percent: Option<i64>,
    #[ts(type = "number")]
    pub decisions: u64,
}

/// K6.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "Fairness")]
pub struct Fairness {
    pub all: Portion,
    #[ts(type = "Record<string, FairnessGroup>")]
    pub groups: BTreeMap<String, GroupRate>,
    /// Points between the greatest and the smallest rate; none with fewer than two rates.
    #[ts(type = "number | null")]
    pub gap: Option<i64>,
    /// The exact gap is beyond `fairness_gap`.
    pub flagged: bool,
}

/// K6: approved ÷ (approved + rejected), and how far groups lie apart.
///
/// # Errors
/// Refused when the decisions are by more than one version of the criteria.
pub fn fairness(decisions: &[CriteriaDecision], settings: &Settings) -> Result<Fairness> {
    let versions: BTreeSet<u32> = decisions.iter().map(|decision| decision.version).collect();
    require(versions.len() <= 1, VERSIONS)?;
    let mut groups: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for decision in decisions {
        let (approved, of) = groups.entry(decision.group.clone()).or_default();
        let count = u64::from(decision.count);
        *approved += if decision.approved == Some(true) { count } else { 0 };
        *of += if decision.approved.is_some() { count } else { 0 };
    }
    let all = groups.values().fold((0, 0), |sum, group| (sum.0 + group.0, sum.1 + group.1));
    let large = |of: u64| of > 0 && of >= u64::from(settings.fairness_n);
    let mut rates: Vec<(i128, i128)> = groups
        .values()
        .filter(|group| large(group.1))
        .map(|(approved, of)| ((*approved).into(), (*of).into()))
        .collect();
    rates.sort_by(|(a, of_a), (b, of_b)| (a * of_b).cmp(&(b * of_a)));
    let ends = if rates.len() < 2 { None } else { rates.first().copied().zip(rates.last().copied()) };
    let gap = ends.map(|((low, of_low), (high, of_high))| (high * of_low - low * of_high, of_low * of_high));
    let rate = |(approved, of): (u64, u64)| GroupRate {
        percent: if large(of) { Portion::new(approved, of).percent() } else { None },
        decisions: of,
    };
    Ok(Fairness {
        all: Portion::new(all.0, all.1),
        groups: groups.into_iter().map(|(name, group)| (name, rate(group))).collect(),
        gap: gap.and_then(|(apart, whole)| percent(apart, whole)),
        flagged: gap.is_some_and(|(apart, whole)| 100 * apart > i128::from(settings.fairness_gap) * whole),
    })
}

/// A request, as K7 looks at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifiedRequest {
    pub decided: Option<Day>,
    /// For each mandatory document the day on which it was verified, if it was.
    pub documents: Vec<Option<Day>>,
}

/// K7: of the requests decided in the period, those all of whose mandatory documents were verified by that day.
pub fn evidence_verified(requests: &[VerifiedRequest], period: Period) -> Portion {
    let decided = requests.iter().filter_map(|request| Some((request, request.decided?)));
    let judged = decided
        .filter(|(_, decided)| period.contains(*decided))
        .map(|(request, decided)| request.documents.iter().all(|day| day.is_some_and(|day| day <= decided)));
    Portion::count(judged)
}

/// A grievance, as K11 looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grievance {
    pub received: Day,
    pub decided: Option<Day>,
    /// The decision gave the applicant right, wholly or in part.
    pub overturned: bool,
    pub due: Option<Day>,
}

/// K11.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Grievances {
    #[ts(type = "number")]
    pub received: u64,
    /// Grievances received for each hundred decisions of the period.
    pub per_100: Option<Tenths>,
    /// Of the grievances decided in the period.
    pub overturned: Portion,
    /// Of the grievances decided in the period that had a day due.
    pub on_time: Portion,
}

/// K11: grievances of the period, beside the days of all decisions.
pub fn grievances(grievances: &[Grievance], decisions: &[Day], period: Period) -> Grievances {
    let received = grievances.iter().filter(|grievance| period.contains(grievance.received)).count();
    let decisions = decisions.iter().filter(|day| period.contains(**day)).count();
    let decided = || {
        grievances
            .iter()
            .filter_map(|grievance| Some((grievance, grievance.decided.filter(|day| period.contains(*day))?)))
    };
    Grievances {
        received: received as u64,
        per_100: Tenths::of(100 * received as i128, decisions as i128),
        overturned: Portion::count(decided().map(|(grievance, _)| grievance.overturned)),
        on_time: Portion::count(decided().filter_map(|(grievance, decided)| Some(decided <= grievance.due?))),
    }
}

/// States in which a complaint waits for no answer any more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ComplaintState {
    #[default]
    Standing,
    Withdrawn,
    NotRelevant,
}

/// A complaint, as K13 looks at it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Complaint {
    pub due: Option<Day>,
    pub answered: Option<Day>,
    pub state: ComplaintState,
}

/// K13: of the complaints whose answer fell due in the period, those answered by then.
pub fn answered_complaints(complaints: &[Complaint], period: Period) -> Portion {
    let standing = complaints.iter().filter(|complaint| complaint.state == ComplaintState::Standing);
    let due = standing.filter_map(|complaint| Some((complaint, complaint.due.filter(|day| period.contains(*day))?)));
    Portion::count(due.map(|(complaint, due)| complaint.answered.is_some_and(|day| day <= due)))
}

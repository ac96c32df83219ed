//! K17, K21, K22, K26, K28: partners, programmes, training, volunteers, the feeding of the fund.

use super::files::different;
use crate::decimal::{Decimal, Hundredths, halalas, rounded};
use crate::portion::percent;
use crate::{Period, Portion, Settings};
use kernel::{Day, Money, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// Whether an agreement is in force, apart from its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementState {
    Active,
    /// Not yet, or not any more.
    Other,
}

/// An agreement, as K17 looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub number: String,
    pub starts: Day,
    /// None without an end.
    pub ends: Option<Day>,
    pub state: AgreementState,
}

/// Whose an obligation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Ours,
    Theirs,
}

/// An obligation of an agreement, as K17 looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Obligation {
    pub by: Side,
    pub due: Day,
    pub done_on: Option<Day>,
    /// Without evidence it is not fulfilled.
    pub evidence: bool,
    pub waived: bool,
}

/// K17.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Partnerships {
    #[ts(type = "number")]
    pub active: u64,
    /// Numbers of the active agreements that end within `ending_days`, in their order.
    pub ending: Vec<String>,
    /// Our obligations due in the period that were fulfilled by their day.
    pub ours: Portion,
    /// Theirs.
    pub theirs: Portion,
}

/// K17: agreements in force at the end of the period, and obligations due in it.
///
/// # Errors
/// Refused where the calendar ends.
pub fn partnerships(
    agreements: &[Agreement],
    obligations: &[Obligation],
    period: Period,
    settings: &Settings,
) -> Result<Partnerships> {
    let on = period.to();
    let soon = on.plus_days(settings.ending_days.into())?;
    let in_force = |agreement: &&Agreement| {
        agreement.state == AgreementState::Active
            && agreement.starts <= on
            && agreement.ends.is_none_or(|ends| on <= ends)
    };
    let active: Vec<_> = agreements.iter().filter(in_force).collect();
    let ending = active.iter().filter(|agreement| agreement.ends.is_some_and(|ends| ends <= soon));
    let fulfilled = |side| {
        let due = obligations.iter().filter(|one| one.by == side && !one.waived && period.contains(one.due));
        Portion::count(due.map(|one| one.evidence && one.done_on.is_some_and(|done| done <= one.due)))
    };
    Ok(Partnerships {
        active: active.len() as u64,
        ending: ending.map(|agreement| agreement.number.clone()).collect(),
        ours: fulfilled(Side::Ours),
        theirs: fulfilled(Side::Theirs),
    })
}

/// An association measured twice, as K21 looks at it: scores by domain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Capacity {
    pub baseline: BTreeMap<String, Decimal>,
    pub endline: BTreeMap<String, Decimal>,
}

/// K21, means over the domains that were measured both times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CapacityChange {
    pub baseline: Hundredths,
    pub endline: Hundredths,
    /// From the exact means, not from the shown ones.
    pub difference: Hundredths,
}

/// K21: how the capacity of an association changed; none without a domain measured both times.
pub fn capacity(ngo: &Capacity) -> Option<CapacityChange> {
    let both: Vec<_> =
        ngo.baseline.iter().filter_map(|(domain, before)| Some((*before, *ngo.endline.get(domain)?))).collect();
    let before: i128 = both.iter().map(|(before, _)| before.millionths()).sum();
    let after: i128 = both.iter().map(|(_, after)| after.millionths()).sum();
    let mean = |sum| Hundredths::of(sum, both.len() as i128 * MILLION);
    Some(CapacityChange { baseline: mean(before)?, endline: mean(after)?, difference: mean(after - before)? })
}

const MILLION: i128 = 1_000_000;

/// Someone in training, as K22 looks at it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Attendance {
    pub sessions: u32,
    pub attended: u32,
    /// Whether they work in it six months later, as far as that is known.
    pub active_after: Option<bool>,
}

/// K22.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Training {
    /// Enrolled, completed, still active after six months.
    #[ts(type = "number[]")]
    pub funnel: [u64; 3],
    pub completed: Portion,
    /// Of those completed of whom it is known.
    pub active: Portion,
}

/// K22: who completed (attended `attendance_percent` of the sessions) and who is still active.
pub fn training(enrolled: &[Attendance], settings: &Settings) -> Training {
    let completes = |one: &&Attendance| {
        let (attended, sessions) = (u64::from(one.attended), u64::from(one.sessions));
        sessions > 0 && 100 * attended >= u64::from(settings.attendance_percent) * sessions
    };
    let completed: Vec<_> = enrolled.iter().filter(completes).collect();
    let active = Portion::count(completed.iter().filter_map(|one| one.active_after));
    let [all, done] = [enrolled.len() as u64, completed.len() as u64];
    Training { funnel: [all, done, active.n()], completed: Portion::new(done, all), active }
}

/// Hours of a volunteer, as K26 looks at them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VolunteerHours {
    pub party: String,
    pub on: Day,
    pub hours: Decimal,
    /// By the leader of the team; others are not counted.
    pub approved: bool,
}

/// Hours shown whole (`8`) or with two decimals (`5.75`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(into = "String")]
#[ts(type = "string")]
pub struct Hours(Hundredths);

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        f.pad(text.strip_suffix(".00").unwrap_or(&text))
    }
}

impl From<Hours> for String {
    fn from(hours: Hours) -> Self {
        hours.to_string()
    }
}

/// K26.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Volunteering {
    #[ts(type = "number")]
    pub volunteers: u64,
    pub hours: Hours,
    /// The hours at `volunteer_rate`.
    pub value: Money,
}

/// K26: approved hours of the period and what they are worth.
///
/// # Errors
/// Only when the value is beyond what money can be.
pub fn volunteering(hours: &[VolunteerHours], period: Period, settings: &Settings) -> Result<Volunteering> {
    let counted: Vec<_> = hours.iter().filter(|one| one.approved && period.contains(one.on)).collect();
    let sum: i128 = counted.iter().map(|one| one.hours.millionths()).sum();
    let value = rounded(sum * i128::from(settings.volunteer_rate.halalas()), MILLION).unwrap_or_default();
    Ok(Volunteering {
        volunteers: different(counted.iter().map(|one| &one.party)),
        hours: Hours(Hundredths::of(sum, MILLION).unwrap_or_default()),
        value: halalas(value)?,
    })
}

/// An investment and what it gave the fund, as K28 looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feeding {
    /// Net return; a loss is below zero.
    pub net: Money,
    pub transferred: Money,
    /// The decided share, in per cent.
    pub share_percent: Decimal,
}

/// K28.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FundFeeding {
    pub net: Money,
    pub transferred: Money,
    /// Transferred of the net return; none without one.
    #[ts(type = "number | null")]
    pub percent: Option<i64>,
    /// The decided share of each net return; a loss owes nothing.
    pub due: Money,
    /// What is still to be transferred; below zero when more was.
    pub gap: Money,
}

/// K28: what investments gave the fund, and what was decided that they give.
///
/// # Errors
/// Only when sums are beyond what money can be.
pub fn fund_feeding(returns: &[Feeding]) -> Result<FundFeeding> {
    let net = Money::sum(returns.iter().map(|one| one.net))?;
    let transferred = Money::sum(returns.iter().map(|one| one.transferred))?;
    let share = |one: &Feeding| i128::from(one.net.halalas()).saturating_mul(one.share_percent.millionths()).max(0);
    let due = returns.iter().map(share).fold(0, i128::saturating_add);
    let whole = 100 * MILLION;
    let gap = due.saturating_sub(i128::from(transferred.halalas()) * whole);
    let share = if net.is_positive() { percent(transferred.halalas().into(), net.halalas().into()) } else { None };
    Ok(FundFeeding {
        net,
        transferred,
        percent: share,
        due: halalas(rounded(due, whole).unwrap_or_default())?,
        gap: halalas(rounded(gap, whole).unwrap_or_default())?,
    })
}

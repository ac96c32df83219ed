//! Initiatives of a programme: progress by cost, lateness (K18), and the cover of their cost (K19).

use crate::Refused;
use crate::decimal::{Decimal, Tenths, halalas, narrowed, rounded};
use crate::indicators::backwards;
use crate::portion::percent;
use crate::refusals::PROGRESS;
use kernel::{Day, Money, Refusal, Result};
use serde::Serialize;

/// What the state of an initiative says of its progress.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Proposed, studied, approved, funded, running or halted: a halt does not excuse.
    #[default]
    Open,
    Completed,
    /// Has no weight and is never late.
    Cancelled,
}

/// An initiative, as its progress is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Initiative {
    /// None weighs nothing.
    pub cost: Option<Money>,
    /// In per cent, 0–100.
    pub progress: Decimal,
    pub start: Option<Day>,
    pub end: Option<Day>,
    pub standing: Standing,
}

impl Initiative {
    /// Days after its end on which it is not done, completed or cancelled; none when it is not late.
    pub fn late(&self, on: Day) -> Option<i32> {
        let over = on.days_since(self.end?);
        let unfinished = self.standing == Standing::Open && self.progress < Decimal::HUNDRED;
        (over > 0 && unfinished).then_some(over)
    }

    /// What cannot be so.
    fn refusals(&self) -> Vec<Refusal> {
        let outside = self.progress.is_negative() || self.progress > Decimal::HUNDRED;
        let progress = outside.then(|| Refusal::new(PROGRESS).at("progress"));
        let dates = self.start.zip(self.end).and_then(|(start, end)| backwards(start, end));
        progress.into_iter().chain(dates).collect()
    }
}

/// Progress of some initiatives together, in whole per cent, each with the weight of its cost; without the cancelled
/// ones. None where nothing has a weight.
///
/// # Errors
/// Refused when a progress lies outside 0–100, and when an initiative ends before it begins.
pub fn progress(initiatives: &[Initiative]) -> Result<Option<i64>, Refused> {
    Refused::unless_none(initiatives.iter().flat_map(Initiative::refusals).collect())?;
    let (mut weighed, mut cost) = (0, 0);
    for initiative in initiatives.iter().filter(|initiative| initiative.standing != Standing::Cancelled) {
        let weight = i128::from(initiative.cost.unwrap_or_default().halalas().max(0));
        weighed += weight * initiative.progress.millionths();
        cost += weight * Decimal::from(1).millionths();
    }
    Ok(rounded(weighed, cost).map(narrowed))
}

/// How far a support has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    Pledged,
    Received,
    /// Identified, contacted, proposed or declined: no money yet.
    Earlier,
}

/// A support of a programme or an initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    pub source: String,
    pub stage: Stage,
    pub amount: Money,
}

/// What one source gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "FundingSource")]
pub struct SourceShare {
    pub source: String,
    /// Pledged and received.
    pub amount: Money,
    /// Of the cost; none without one.
    pub percent: Option<Tenths>,
}

/// How a cost is covered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "FundingCover")]
pub struct Cover {
    pub pledged: Money,
    pub received: Money,
    /// (Pledged + received) ÷ cost in whole per cent, not cut; none without a cost.
    #[ts(type = "number | null")]
    pub coverage: Option<i64>,
    /// What is left of the cost; none where it is not known.
    pub uncovered: Option<Money>,
    /// Every source that is named, in the order in which it first stands.
    pub by_source: Vec<SourceShare>,
    /// What lacks until `gap_to` per cent of the cost are covered; none where one of them is not known.
    pub gap: Option<Money>,
}

/// How supports cover a cost (K19).
///
/// # Errors
/// Only when sums are beyond what money can be.
pub fn cover(cost: Option<Money>, supports: &[Support], gap_to: Option<Decimal>) -> Result<Cover> {
    let at = |stage| Money::sum(supports.iter().filter(|one| one.stage == stage).map(|one| one.amount));
    let (pledged, received) = (at(Stage::Pledged)?, at(Stage::Received)?);
    let covered = i128::from(pledged.plus(received)?.halalas());
    let whole = cost.map_or(0, |cost| i128::from(cost.halalas()));
    let mut sources: Vec<(&String, i128)> = Vec::new();
    for support in supports {
        let given = if support.stage == Stage::Earlier { 0 } else { i128::from(support.amount.halalas()) };
        match sources.iter_mut().find(|(source, _)| *source == &support.source) {
            Some((_, sum)) => *sum += given,
            None => sources.push((&support.source, given)),
        }
    }
    let by_source = sources.into_iter().map(|(source, given)| {
        let percent = Tenths::of(100 * given, whole);
        Ok(SourceShare { source: source.clone(), amount: halalas(given)?, percent })
    });
    let hundred = Decimal::HUNDRED.millionths();
    let lacking = |to: Decimal| rounded((whole * to.millionths() - covered * hundred).max(0), hundred);
    Ok(Cover {
        pledged,
        received,
        coverage: percent(covered, whole),
        uncovered: cost.map(|_| halalas((whole - covered).max(0))).transpose()?,
        by_source: by_source.collect::<Result<_>>()?,
        gap: cost.and(gap_to).and_then(lacking).map(halalas).transpose()?,
    })
}

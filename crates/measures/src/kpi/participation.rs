//! K14–K16: contributions of participants.

use super::files::different;
use crate::decimal::{Tenths, doubled_median};
use crate::{Period, Portion};
use kernel::{Day, Moment};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How a contribution was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContributionOutcome {
    Published,
    PublishedEdited,
    Rejected,
    /// Kept without a reply.
    Filed,
    /// The same as another one; counted as received only.
    Duplicate,
}

/// The decision on a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moderated {
    pub at: Moment,
    pub outcome: ContributionOutcome,
    /// Numbers of the rules it was decided by.
    pub rules: Vec<u8>,
}

/// A contribution, as K14 looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// Comment, suggestion, idea …
    pub tool: String,
    pub received: Moment,
    pub decision: Option<Moderated>,
}

/// How many were received, and what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ContributionOutcomes")]
pub struct Outcomes {
    #[ts(type = "number")]
    pub received: u64,
    #[ts(type = "number")]
    pub published: u64,
    #[ts(type = "number")]
    pub published_edited: u64,
    #[ts(type = "number")]
    pub rejected: u64,
    #[ts(type = "number")]
    pub filed: u64,
}

impl Outcomes {
    fn add(&mut self, outcome: Option<ContributionOutcome>) {
        self.received += 1;
        match outcome {
            Some(ContributionOutcome::Published) => self.published += 1,
            Some(ContributionOutcome::PublishedEdited) => self.published_edited += 1,
            Some(ContributionOutcome::Rejected) => self.rejected += 1,
            Some(ContributionOutcome::Filed) => self.filed += 1,
            Some(ContributionOutcome::Duplicate) | None => {}
        }
    }
}

/// K14.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Contributions {
    pub totals: Outcomes,
    #[ts(type = "Record<string, ContributionOutcomes>")]
    pub by_tool: BTreeMap<String, Outcomes>,
    /// From receipt to the decision, in hours; the median of those decided.
    pub median_hours: Option<Tenths>,
    /// Rules by which contributions were rejected or edited, each with how many; the most frequent first.
    #[ts(type = "[number, number][]")]
    pub reasons: Vec<(u8, u64)>,
}

const MICROS_PER_HOUR: i128 = 3_600_000_000;

/// K14: the contributions received in the period, as decided by its end (days as in Riyadh).
pub fn contributions(contributions: &[Contribution], period: Period) -> Contributions {
    let mut found = Contributions::default();
    let mut reasons: BTreeMap<u8, u64> = BTreeMap::new();
    let mut waits = Vec::new();
    for contribution in contributions.iter().filter(|one| period.contains(Day::in_riyadh(one.received))) {
        let decision = contribution.decision.as_ref().filter(|decision| Day::in_riyadh(decision.at) <= period.to());
        let outcome = decision.map(|decision| decision.outcome);
        found.totals.add(outcome);
        found.by_tool.entry(contribution.tool.clone()).or_default().add(outcome);
        let Some(decision) = decision else { continue };
        waits.push(i128::from(decision.at.micros()) - i128::from(contribution.received.micros()));
        if matches!(decision.outcome, ContributionOutcome::Rejected | ContributionOutcome::PublishedEdited) {
            for rule in decision.rules.iter().copied().collect::<BTreeSet<_>>() {
                *reasons.entry(rule).or_default() += 1;
            }
        }
    }
    found.median_hours = doubled_median(waits).and_then(|doubled| Tenths::of(doubled, 2 * MICROS_PER_HOUR));
    found.reasons = reasons.into_iter().collect();
    found.reasons.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    found
}

/// A contribution, as K15 looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Published, as it came or edited.
    pub published: bool,
    /// The day of that.
    pub on: Day,
    /// The decisions that name it.
    pub decisions: Vec<String>,
}

/// K15.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TracedContributions")]
pub struct Traced {
    /// Of the contributions published in the period, those that a decision names.
    pub linked: Portion,
    /// Different decisions named by them.
    #[ts(type = "number")]
    pub decisions: u64,
}

/// K15: what contributions changed.
pub fn traced(contributions: &[Published], period: Period) -> Traced {
    let published: Vec<_> = contributions.iter().filter(|one| one.published && period.contains(one.on)).collect();
    Traced {
        linked: Portion::count(published.iter().map(|one| !one.decisions.is_empty())),
        decisions: different(published.iter().flat_map(|one| &one.decisions)),
    }
}

/// A contribution, as K16 looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participation {
    pub on: Day,
    /// The participant, as far as they gave themselves a name.
    pub key: Option<String>,
    pub class: Option<String>,
    pub region: Option<String>,
}

/// K16.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Participants {
    #[ts(type = "number")]
    pub distinct: u64,
    #[ts(type = "Record<string, number>")]
    pub by_class: BTreeMap<String, u64>,
    #[ts(type = "Record<string, number>")]
    pub by_region: BTreeMap<String, u64>,
    /// Contributions of nobody in particular.
    #[ts(type = "number")]
    pub unnamed: u64,
}

/// K16: who took part in the period, each person once, where their first contribution of the period puts them.
pub fn participants(contributions: &[Participation], period: Period) -> Participants {
    let mut in_period: Vec<_> = contributions.iter().filter(|one| period.contains(one.on)).collect();
    in_period.sort_by_key(|one| one.on);
    let mut found = Participants::default();
    let mut seen = BTreeSet::new();
    for one in in_period {
        let Some(key) = &one.key else {
            found.unnamed += 1;
            continue;
        };
        if !seen.insert(key) {
            continue;
        }
        found.distinct += 1;
        for (named, counts) in [(&one.class, &mut found.by_class), (&one.region, &mut found.by_region)] {
            if let Some(name) = named {
                *counts.entry(name.clone()).or_default() += 1;
            }
        }
    }
    found
}

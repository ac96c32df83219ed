//! The criteria of a service over the facts of a file; who qualifies and did not ask; the order when places are few.
//!
//! A fact that is absent, or whose document nobody found genuine, is unknown: never «not met». [`Criteria::new`] says whether
//! a list of criteria can be announced at all; [`Criteria::judge`] answers for one file.

mod definition;
mod proactive;
mod ranking;
mod value;

pub use definition::{Criteria, Draft, Op};
pub use proactive::{FileFacts, LeftOut, Listed, Proactive, RequestOf, Service, ServiceState, who_did_not_ask};
pub use ranking::{Applicant, Places, Ranked, rank};
pub use value::{Fact, Kind, Number, Operand, Value};

use crate::refusals::Refusals;
use kernel::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an association may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "CriteriaSettings")]
pub struct Settings {
    /// Share of the mandatory criteria, in per cent, that must be met to be listed among «who did not ask».
    pub proactive_min_percent: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self { proactive_min_percent: 50 }
    }
}

/// The facts of a file by their names.
pub type Facts = BTreeMap<String, Fact>;

/// Whether a criterion is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CriterionResult")]
pub enum Met {
    Met,
    NotMet,
    Unknown,
}

/// What all criteria together say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CriteriaWhole")]
pub enum Whole {
    Eligible,
    /// A mandatory criterion is unknown, and none is not met.
    Incomplete,
    /// A mandatory criterion is not met.
    NotEligible,
}

/// The judgement of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "CriteriaJudgement")]
pub struct Judgement {
    /// In the order of the criteria.
    pub results: Vec<Met>,
    pub mandatory_met: usize,
    pub mandatory: usize,
    pub whole: Whole,
    /// Sum of the weights of the preferred criteria that are met.
    pub points: i64,
    /// Facts of the mandatory criteria that are unknown, once each.
    pub missing: Vec<String>,
}

impl Criteria {
    /// Judges the facts of one file on a day.
    ///
    /// # Errors
    /// Refused when a fact is of another kind than its criterion: an error of the register, and no answer.
    pub fn judge(&self, facts: &Facts, on: Day) -> Result<Judgement, Refusals> {
        let mut judgement = Judgement {
            results: Vec::new(),
            mandatory_met: 0,
            mandatory: 0,
            whole: Whole::Eligible,
            points: 0,
            missing: Vec::new(),
        };
        for criterion in self.all() {
            let known = facts.get(&criterion.fact).and_then(Fact::known);
            let met = match known {
                None => Met::Unknown,
                Some(value) if criterion.holds(value, on)? => Met::Met,
                Some(_) => Met::NotMet,
            };
            judgement.results.push(met);
            match (criterion.weight, met) {
                (Some(weight), Met::Met) => judgement.points += weight,
                (Some(_), _) => {}
                (None, met) => judgement.add_mandatory(&criterion.fact, met),
            }
        }
        Ok(judgement)
    }
}

impl Judgement {
    fn add_mandatory(&mut self, fact: &str, met: Met) {
        self.mandatory += 1;
        match met {
            Met::Met => self.mandatory_met += 1,
            Met::NotMet => self.whole = Whole::NotEligible,
            Met::Unknown => {
                if self.whole == Whole::Eligible {
                    self.whole = Whole::Incomplete;
                }
                if !self.missing.iter().any(|missing| missing == fact) {
                    self.missing.push(fact.to_owned());
                }
            }
        }
    }
}

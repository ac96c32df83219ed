//! Few places: who gets one, and who waits.

use super::{Criteria, Facts, Whole};
use crate::refusals::Refusals;
use kernel::Day;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Somebody who asked for a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// The number of the request.
    pub number: String,
    pub received: Day,
    /// The need score; none is unknown and comes last.
    pub score: Option<i64>,
    pub facts: Facts,
}

/// An eligible applicant in their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "RankedApplicant")]
pub struct Ranked {
    pub number: String,
    /// Need score and points of the preferred criteria; none while the score is unknown.
    pub total: Option<i64>,
}

/// Who gets a place, and who waits, both in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ServicePlaces")]
pub struct Places {
    pub ranked: Vec<Ranked>,
    pub waitlist: Vec<Ranked>,
}

/// Puts the eligible applicants in order: need and preferred points together, then the day of receipt, then the number. Those
/// who are not eligible, or of whom something mandatory is unknown, are in neither list.
///
/// # Errors
/// Refused when a fact is of another kind than its criterion.
pub fn rank(
    criteria: &Criteria,
    applicants: &[Applicant],
    capacity: Option<usize>,
    on: Day,
) -> Result<Places, Refusals> {
    let mut eligible = Vec::new();
    for applicant in applicants {
        let judgement = criteria.judge(&applicant.facts, on)?;
        if judgement.whole == Whole::Eligible {
            eligible.push((applicant, applicant.score.map(|score| score + judgement.points)));
        }
    }
    eligible.sort_by_key(|(applicant, total)| {
        (total.is_none(), Reverse(*total), applicant.received, applicant.number.as_str())
    });
    let mut ranked: Vec<Ranked> =
        eligible.into_iter().map(|(applicant, total)| Ranked { number: applicant.number.clone(), total }).collect();
    let places = capacity.unwrap_or(ranked.len()).min(ranked.len());
    let waitlist = ranked.split_off(places);
    Ok(Places { ranked, waitlist })
}

//! «Who qualifies and did not ask»: a service's criteria over all files.

use super::{Criteria, Facts, Settings, Whole};
use crate::refusals::{CRITERIA_SERVICE_NOT_OPEN, Refusals};
use crate::requests::State;
use kernel::Day;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ServiceState")]
pub enum ServiceState {
    Draft,
    Approved,
    /// Takes requests.
    Announced,
    Closed,
}

/// The service as it is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    pub version: i64,
    pub state: ServiceState,
    /// The last day on which it takes requests; none is open-ended.
    pub closes_on: Option<Day>,
}

impl Service {
    /// Whether it takes requests on a day.
    pub fn is_open(&self, on: Day) -> bool {
        self.state == ServiceState::Announced && self.closes_on.is_none_or(|last| on <= last)
    }
}

/// A request of a file for the service, of any version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestOf {
    pub version: i64,
    pub state: State,
}

/// A file, as far as the list goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// The number of the file; equal needs are in the order of its text.
    pub number: String,
    pub active: bool,
    /// The need score; none is unknown and comes last.
    pub score: Option<i64>,
    pub facts: Facts,
    pub requests: Vec<RequestOf>,
    /// The version under which the family said that they do not want it.
    pub declined: Option<i64>,
}

/// Why a file is not on the list: the first that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LeftOutOfList")]
pub enum LeftOut {
    NotActive,
    /// A request of any version is open, or there was any of this version.
    Asked,
    /// Did not want this version.
    Declined,
    NotEligible,
    /// Too few of the mandatory criteria are met for a call to be worth it.
    TooLittleKnown,
}

/// A file on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ListedFile")]
pub struct Listed {
    pub number: String,
    pub score: Option<i64>,
    pub mandatory_met: usize,
    pub mandatory: usize,
    /// What is to be asked on the call.
    pub unknown: Vec<String>,
}

/// Who qualifies and did not ask.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ProactiveList")]
pub struct Proactive {
    /// The highest need first, an unknown one last, equal ones by the number of the file.
    pub selected: Vec<Listed>,
    /// The others with why not, in the order in which they were given.
    pub left_out: Vec<(String, LeftOut)>,
}

/// Goes through the files.
///
/// # Errors
/// Refused when the service takes no requests on that day, or when a fact of a file that is looked into is of another kind
/// than its criterion.
pub fn who_did_not_ask(
    criteria: &Criteria,
    service: Service,
    files: &[FileFacts],
    on: Day,
    settings: &Settings,
) -> Result<Proactive, Refusals> {
    if !service.is_open(on) {
        return Err(Refusals::only(CRITERIA_SERVICE_NOT_OPEN));
    }
    let mut list = Proactive::default();
    for file in files {
        match look(criteria, service, file, on, settings)? {
            Ok(listed) => list.selected.push(listed),
            Err(why) => list.left_out.push((file.number.clone(), why)),
        }
    }
    list.selected.sort_by(|one, other| {
        let key = |listed: &Listed| (listed.score.is_none(), Reverse(listed.score));
        key(one).cmp(&key(other)).then_with(|| one.number.cmp(&other.number))
    });
    Ok(list)
}

fn look(
    criteria: &Criteria,
    service: Service,
    file: &FileFacts,
    on: Day,
    settings: &Settings,
) -> Result<Result<Listed, LeftOut>, Refusals> {
    let asked = |request: &RequestOf| request.version == service.version || !request.state.is_end();
    if !file.active {
        return Ok(Err(LeftOut::NotActive));
    }
    if file.requests.iter().any(asked) {
        return Ok(Err(LeftOut::Asked));
    }
    if file.declined == Some(service.version) {
        return Ok(Err(LeftOut::Declined));
    }
    let judgement = criteria.judge(&file.facts, on)?;
    if judgement.whole == Whole::NotEligible {
        return Ok(Err(LeftOut::NotEligible));
    }
    if 100 * judgement.mandatory_met < usize::from(settings.proactive_min_percent) * judgement.mandatory {
        return Ok(Err(LeftOut::TooLittleKnown));
    }
    Ok(Ok(Listed {
        number: file.number.clone(),
        score: file.score,
        mandatory_met: judgement.mandatory_met,
        mandatory: judgement.mandatory,
        unknown: judgement.missing,
    }))
}

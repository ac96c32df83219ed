//! Results by group, without those of so few that they could be known.

use super::answers::{Hidden, Poll};
use crate::{Portion, Settings};
use kernel::{Failure, Result, require};
use serde::Serialize;

/// A group of those who answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    pub satisfied: u64,
    pub valid: u64,
}

/// A group that is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "SurveyGroup")]
pub struct ShownGroup {
    pub name: String,
    /// None where nobody answered: «no data».
    pub satisfied: Option<Portion>,
}

/// What is printed of some groups, each list in the order of the groups.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "SurveyGroups")]
pub struct Groups {
    /// A poll that has not ended shows nothing: no group, no total.
    pub hidden: Option<Hidden>,
    pub shown: Vec<ShownGroup>,
    /// Names of the groups that are not printed.
    pub suppressed: Vec<String>,
    /// The sum of the shown groups, so that nothing can be subtracted from it.
    pub total: Portion,
    /// All valid answers, those of suppressed groups included: for the response rate alone.
    #[ts(type = "number")]
    pub answers: u64,
}

/// Which groups can be printed. A group of fewer than `suppress_under` valid answers is not, and is not in the total.
/// Where the same answers stand elsewhere as a whole, the smallest other groups with answers (the first of equals) are
/// hidden with it, until two are hidden that hold `suppress_under` answers together.
///
/// `poll` is given where results wait for the end.
///
/// # Errors
/// Broken when more are satisfied than answered.
pub fn groups(groups: &[Group], whole_published: bool, poll: Option<Poll>, settings: &Settings) -> Result<Groups> {
    let possible = groups.iter().all(|group| group.satisfied <= group.valid);
    require(possible, Failure::broken("more satisfied than valid answers in a group"))?;
    let few = u64::from(settings.suppress_under);
    let mut hidden: Vec<bool> = groups.iter().map(|group| 0 < group.valid && group.valid < few).collect();
    if whole_published && hidden.contains(&true) {
        while !protects(groups, &hidden, few) {
            let others =
                groups.iter().zip(&hidden).enumerate().filter(|(_, (group, hidden))| !**hidden && group.valid > 0);
            let Some((place, _)) = others.min_by_key(|(_, (group, _))| group.valid) else { break };
            hidden[place] = true;
        }
    }
    let mut found = Groups { answers: groups.iter().map(|group| group.valid).sum(), ..Groups::default() };
    if poll.is_some_and(|poll| !poll.is_over()) {
        found.hidden = Some(Hidden::BeforeClose);
        return Ok(found);
    }
    let (mut satisfied, mut valid) = (0, 0);
    for (group, hidden) in groups.iter().zip(hidden) {
        if hidden {
            found.suppressed.push(group.name.clone());
            continue;
        }
        satisfied += group.satisfied;
        valid += group.valid;
        let portion = (group.valid > 0).then(|| Portion::new(group.satisfied, group.valid));
        found.shown.push(ShownGroup { name: group.name.clone(), satisfied: portion });
    }
    found.total = Portion::new(satisfied, valid);
    Ok(found)
}

/// Whether what is hidden can be told from the whole as a sum only, and as one of enough answers.
fn protects(groups: &[Group], hidden: &[bool], few: u64) -> bool {
    let held = || groups.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(group, _)| group.valid);
    held().count() >= 2 && held().sum::<u64>() >= few
}

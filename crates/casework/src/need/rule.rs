//! The versioned rule: what gives how many points, and which score is which class.

use super::{Class, EarningState, Tenure};
use crate::refusals::{NEED_INCOME_RANGE, NEED_POINTS, NEED_THRESHOLDS, Refusals};
use kernel::{Money, Refusal, Result};
use lending::Fraction;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One version of the rule. An association changes it by a decision; `default()` is the one Sharaka ships.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "NeedRule")]
pub struct Rule {
    pub income: Income,
    pub dependency: Dependency,
    pub special: Special,
    pub housing: Housing,
    pub earning: Earning,
    pub classes: Classes,
}

/// Points by net income per head: all at `full_at` and below, none at `zero_at` and above, in proportion between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "NeedIncomeRule")]
pub struct Income {
    pub points: u16,
    pub full_at: Money,
    pub zero_at: Money,
}

impl Default for Income {
    fn default() -> Self {
        Self { points: 40, full_at: Money::from(20_000), zero_at: Money::from(120_000) }
    }
}

/// Points by dependants, all at `full_at` and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "NeedDependencyRule")]
pub struct Dependency {
    pub points: u16,
    pub full_at: u16,
}

impl Default for Dependency {
    fn default() -> Self {
        Self { points: 20, full_at: 8 }
    }
}

/// Points by who lives in the family, `points` at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "NeedSpecialRule")]
pub struct Special {
    pub points: u16,
    pub widow: u16,
    /// For any number of orphans.
    pub orphans: u16,
    /// For each.
    pub disabled: u16,
    pub disabled_most: u16,
    /// For each.
    pub elderly: u16,
    pub elderly_most: u16,
}

impl Default for Special {
    fn default() -> Self {
        Self { points: 15, widow: 4, orphans: 4, disabled: 4, disabled_most: 8, elderly: 2, elderly_most: 4 }
    }
}

/// Points by the dwelling, `points` at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "NeedHousingRule")]
pub struct Housing {
    pub points: u16,
    pub own: u16,
    pub waqf: u16,
    pub rent: u16,
    pub hosted: u16,
    /// Persons a room above which the dwelling is packed.
    pub packed_over: u16,
    pub packed: u16,
    /// Persons a room above which it is crowded, if not packed.
    pub crowded_over: u16,
    pub crowded: u16,
    /// For each different thing.
    pub unsound: u16,
    pub unsound_most: u16,
}

impl Default for Housing {
    fn default() -> Self {
        Self {
            points: 15,
            own: 0,
            waqf: 1,
            rent: 2,
            hosted: 3,
            packed_over: 3,
            packed: 4,
            crowded_over: 2,
            crowded: 2,
            unsound: 2,
            unsound_most: 8,
        }
    }
}

/// Points by what the family lives by, `points` at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "NeedEarningRule")]
pub struct Earning {
    pub points: u16,
    pub running_project: u16,
    pub employed: u16,
    pub halted_project: u16,
    pub unemployed: u16,
    pub unable: u16,
}

impl Default for Earning {
    fn default() -> Self {
        Self { points: 10, running_project: 0, employed: 0, halted_project: 3, unemployed: 6, unable: 10 }
    }
}

/// The lowest score of each class; below C there is no need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, rename_all = "UPPERCASE")]
#[ts(rename = "NeedClasses")]
pub struct Classes {
    pub a: i64,
    pub b: i64,
    pub c: i64,
}

impl Default for Classes {
    fn default() -> Self {
        Self { a: 70, b: 50, c: 30 }
    }
}

impl Rule {
    /// Whether the rule can measure at all.
    ///
    /// # Errors
    /// All that is wrong: parts that are not 100 points together, thresholds that do not fall from A to C above zero, an
    /// income range without width.
    pub fn check(&self) -> Result<(), Refusals> {
        let mut refused = Refusals::default();
        self.problems(&mut refused);
        refused.or(())
    }

    pub(super) fn problems(&self, refused: &mut Refusals) {
        let points =
            [self.income.points, self.dependency.points, self.special.points, self.housing.points, self.earning.points];
        let sum: u32 = points.into_iter().map(u32::from).sum();
        refused.unless(sum == 100, Refusal::new(NEED_POINTS).with("sum", sum).at("points"));
        let Classes { a, b, c } = self.classes;
        refused.unless(a > b && b > c && c > 0, Refusal::new(NEED_THRESHOLDS).at("classes"));
        refused.unless(self.income.full_at < self.income.zero_at, Refusal::new(NEED_INCOME_RANGE).at("income"));
    }
}

/// So many points each, `most` at most; below none counts as none.
fn each(points: u16, count: i32, most: u16) -> i64 {
    (i64::from(points) * i64::from(count.max(0))).min(i64::from(most))
}

/// A part of some points, rounded once; `whole` is above zero.
fn part_of(points: u16, part: i128, whole: i128) -> i64 {
    let part = part.clamp(0, whole);
    i64::try_from(Fraction::new(i128::from(points) * part, whole).half_away()).unwrap_or(0)
}

impl Income {
    /// `net` is in halalas, for the whole family. The range has a width, which [`Rule::check`] sees to.
    pub(super) fn of(&self, net: i128, family_size: i32) -> i64 {
        let size = i128::from(family_size);
        let (full_at, zero_at) = (i128::from(self.full_at.halalas()), i128::from(self.zero_at.halalas()));
        part_of(self.points, zero_at * size - net, (zero_at - full_at) * size)
    }
}

impl Dependency {
    pub(super) fn of(&self, dependants: i32) -> i64 {
        // Where none is enough already, the first one is.
        part_of(self.points, i128::from(dependants), i128::from(self.full_at.max(1)))
    }
}

impl Special {
    pub(super) fn of(&self, widow: bool, orphans: i32, disabled: i32, elderly: i32) -> i64 {
        let widow = if widow { i64::from(self.widow) } else { 0 };
        let orphans = each(self.orphans, orphans.min(1), self.orphans);
        let disabled = each(self.disabled, disabled, self.disabled_most);
        let elderly = each(self.elderly, elderly, self.elderly_most);
        (widow + orphans + disabled + elderly).min(i64::from(self.points))
    }
}

impl Housing {
    pub(super) fn of_tenure(&self, tenure: Tenure) -> i64 {
        i64::from(match tenure {
            Tenure::Own => self.own,
            Tenure::Waqf => self.waqf,
            Tenure::Rent => self.rent,
            Tenure::Hosted => self.hosted,
        })
    }

    pub(super) fn of_crowding(&self, persons: i32, rooms: i32) -> i64 {
        let above = |limit: u16| i64::from(persons) > i64::from(limit) * i64::from(rooms);
        if above(self.packed_over) {
            self.packed.into()
        } else if above(self.crowded_over) {
            self.crowded.into()
        } else {
            0
        }
    }

    pub(super) fn of_unsound(&self, unsound: &[String]) -> i64 {
        let different = unsound.iter().collect::<BTreeSet<_>>().len();
        each(self.unsound, i32::try_from(different).unwrap_or(i32::MAX), self.unsound_most)
    }
}

impl Earning {
    pub(super) fn of(&self, earning: EarningState) -> i64 {
        let points = match earning {
            EarningState::RunningProject => self.running_project,
            EarningState::Employed => self.employed,
            EarningState::HaltedProject => self.halted_project,
            EarningState::Unemployed => self.unemployed,
            EarningState::Unable => self.unable,
        };
        points.min(self.points).into()
    }
}

impl Classes {
    /// The class of a score; a threshold belongs to the class above it.
    pub fn of(&self, score: i64) -> Class {
        let thresholds = [(self.a, Class::A), (self.b, Class::B), (self.c, Class::C)];
        let first = thresholds.into_iter().find(|(threshold, _)| *threshold <= score);
        first.map_or(Class::NoNeed, |(_, class)| class)
    }
}

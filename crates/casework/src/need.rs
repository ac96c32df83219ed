//! The need score of a family, 0 to 100, its class, what moved it, and the class a person gives by hand.
//!
//! The score is made of five parts by a versioned rule. A fact that is unknown leaves no score: it is named as missing, and
//! nothing is taken for granted. The class of the file changes only when another person has reviewed the assessment.

mod review;
mod rule;

pub use review::{Assessment, Override, Reviewed, review};
pub use rule::{Classes, Dependency, Earning, Housing, Income, Rule, Special};

use crate::exact::halalas;
use crate::refusals::{NEED_DEPENDANTS, NEED_FAMILY_SIZE, NEED_ROOMS, Refusals};
use kernel::{Money, Refusal, Result};
use lending::Fraction;
use serde::{Deserialize, Serialize};

/// What the social researcher found. None is unknown, and no zero.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "NeedFacts")]
pub struct Facts {
    /// 1 or more.
    pub family_size: Option<i32>,
    /// 0 to the size of the family.
    pub dependants: Option<i32>,
    /// The income of a month, all sources together; a family without any has a known income of zero.
    pub income: Option<Money>,
    /// What a month's income is bound to, together, without the instalment of an interest-free loan of ours.
    pub obligations: Option<Money>,
    pub widow: Option<bool>,
    pub orphan_n: Option<i32>,
    pub disabled_n: Option<i32>,
    pub elderly_n: Option<i32>,
    pub tenure: Option<Tenure>,
    /// 1 or more.
    pub rooms: Option<i32>,
    /// What is unsound in the dwelling (kitchen, roof …); each counts once.
    pub unsound: Option<Vec<String>>,
    pub earning: Option<EarningState>,
}

/// How a family holds its dwelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "NeedTenure")]
pub enum Tenure {
    Own,
    Waqf,
    Rent,
    /// With relatives.
    Hosted,
}

/// What the family earns its living by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "NeedEarning")]
pub enum EarningState {
    RunningProject,
    Employed,
    HaltedProject,
    Unemployed,
    /// Nobody in the family is able to earn.
    Unable,
}

/// The facts in the order in which missing ones are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "NeedFactName")]
pub enum FactName {
    FamilySize,
    Dependants,
    Income,
    Obligations,
    Widow,
    OrphanN,
    DisabledN,
    ElderlyN,
    Tenure,
    Rooms,
    Unsound,
    Earning,
}

/// The parts of the score, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "NeedPart")]
pub enum Part {
    Income,
    Dependency,
    Special,
    Housing,
    Earning,
}

/// The points of each part, whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "NeedParts")]
pub struct Parts {
    pub income: i64,
    pub dependency: i64,
    pub special: i64,
    pub housing: i64,
    pub earning: i64,
}

impl Parts {
    /// All parts in order.
    pub const fn all(&self) -> [(Part, i64); 5] {
        [
            (Part::Income, self.income),
            (Part::Dependency, self.dependency),
            (Part::Special, self.special),
            (Part::Housing, self.housing),
            (Part::Earning, self.earning),
        ]
    }

    /// Their sum: 0 to 100.
    pub fn score(&self) -> i64 {
        self.all().into_iter().map(|(_, points)| points).sum()
    }
}

/// How urgent a family's need is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "NeedClass")]
pub enum Class {
    A,
    B,
    C,
    #[serde(rename = "no_need")]
    NoNeed,
}

/// What the facts amount to by a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "NeedMeasure")]
pub struct Measure {
    /// Net income per head, rounded to the halala; may be below zero. Known as soon as its three facts are.
    pub per_capita: Option<Money>,
    /// None while a fact is missing.
    pub parts: Option<Parts>,
    /// 0 to 100; none is unknown.
    pub score: Option<i64>,
    /// None is unknown.
    pub class: Option<Class>,
    pub missing: Vec<FactName>,
}

/// Measures a family's need.
///
/// # Errors
/// All that is wrong with the rule ([`Rule::check`]) and with the facts: a family of nobody, more dependants than members or
/// fewer than none, a dwelling without a room.
pub fn measure(facts: &Facts, rule: &Rule) -> Result<Measure, Refusals> {
    let mut refused = Refusals::default();
    rule.problems(&mut refused);
    facts.problems(&mut refused);
    refused.or(())?;
    let per_capita = facts.per_capita()?;
    let parts = facts.known().map(|known| known.parts(rule));
    let score = parts.map(|parts| parts.score());
    Ok(Measure { per_capita, parts, score, class: score.map(|score| rule.classes.of(score)), missing: facts.missing() })
}

/// What moved the score since the last measurement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "NeedMoved")]
pub struct Moved {
    /// The parts that changed, the largest change first, equal ones in their order.
    pub parts: Vec<(Part, i64)>,
    /// What another rule of then explains: the recomputed score of then less the stored one.
    pub rule: i64,
    /// The score of now less the stored one: what parts and rule say together.
    pub total: i64,
}

/// Compares with the last measurement, **both measured by the present rule**, so that a change of the rule is told apart
/// from a change of the family. None while one of the scores is unknown.
///
/// # Errors
/// As [`measure`], for either of the two.
pub fn moved(now: &Facts, before: &Facts, stored_score: i64, rule: &Rule) -> Result<Option<Moved>, Refusals> {
    let (now, then) = (measure(now, rule)?, measure(before, rule)?);
    let (Some(now), Some(then)) = (now.parts, then.parts) else { return Ok(None) };
    let changes = now.all().into_iter().zip(then.all()).map(|((part, now), (_, then))| (part, now - then));
    let mut parts: Vec<_> = changes.filter(|(_, change)| *change != 0).collect();
    parts.sort_by_key(|(_, change)| std::cmp::Reverse(change.abs()));
    Ok(Some(Moved { parts, rule: then.score() - stored_score, total: now.score() - stored_score }))
}

impl Facts {
    fn problems(&self, refused: &mut Refusals) {
        let positive = |number: Option<i32>| number.is_none_or(|number| number >= 1);
        refused.unless(positive(self.family_size), Refusal::new(NEED_FAMILY_SIZE).at("family_size"));
        let fits = |dependants: i32| dependants >= 0 && self.family_size.is_none_or(|size| dependants <= size);
        refused.unless(self.dependants.is_none_or(fits), Refusal::new(NEED_DEPENDANTS).at("dependants"));
        refused.unless(positive(self.rooms), Refusal::new(NEED_ROOMS).at("rooms"));
    }

    /// The facts that are unknown, in order.
    pub fn missing(&self) -> Vec<FactName> {
        let known = [
            (FactName::FamilySize, self.family_size.is_some()),
            (FactName::Dependants, self.dependants.is_some()),
            (FactName::Income, self.income.is_some()),
            (FactName::Obligations, self.obligations.is_some()),
            (FactName::Widow, self.widow.is_some()),
            (FactName::OrphanN, self.orphan_n.is_some()),
            (FactName::DisabledN, self.disabled_n.is_some()),
            (FactName::ElderlyN, self.elderly_n.is_some()),
            (FactName::Tenure, self.tenure.is_some()),
            (FactName::Rooms, self.rooms.is_some()),
            (FactName::Unsound, self.unsound.is_some()),
            (FactName::Earning, self.earning.is_some()),
        ];
        known.into_iter().filter(|(_, known)| !known).map(|(name, _)| name).collect()
    }

    /// What a month leaves to the whole family, in halalas.
    fn net(&self) -> Option<i128> {
        Some(i128::from(self.income?.halalas()) - i128::from(self.obligations?.halalas()))
    }

    fn per_capita(&self) -> Result<Option<Money>> {
        let head = self.family_size.zip(self.net()).map(|(size, net)| Fraction::new(net, i128::from(size)));
        head.map(|head| halalas(head.half_away())).transpose()
    }

    fn known(&self) -> Option<Known<'_>> {
        Some(Known {
            family_size: self.family_size?,
            dependants: self.dependants?,
            net: self.net()?,
            widow: self.widow?,
            orphans: self.orphan_n?,
            disabled: self.disabled_n?,
            elderly: self.elderly_n?,
            tenure: self.tenure?,
            rooms: self.rooms?,
            unsound: self.unsound.as_deref()?,
            earning: self.earning?,
        })
    }
}

/// Facts of which none is unknown.
struct Known<'f> {
    family_size: i32,
    dependants: i32,
    net: i128,
    widow: bool,
    orphans: i32,
    disabled: i32,
    elderly: i32,
    tenure: Tenure,
    rooms: i32,
    unsound: &'f [String],
    earning: EarningState,
}

impl Known<'_> {
    fn parts(&self, rule: &Rule) -> Parts {
        let crowding = rule.housing.of_crowding(self.family_size, self.rooms);
        let housing = rule.housing.of_tenure(self.tenure) + crowding + rule.housing.of_unsound(self.unsound);
        Parts {
            income: rule.income.of(self.net, self.family_size),
            dependency: rule.dependency.of(self.dependants),
            special: rule.special.of(self.widow, self.orphans, self.disabled, self.elderly),
            housing: housing.min(i64::from(rule.housing.points)),
            earning: rule.earning.of(self.earning),
        }
    }
}

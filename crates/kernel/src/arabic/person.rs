//! Whether two records are one person: names, birth dates, mobiles, identity numbers and sex weighed together.

use super::clean::clean;
use super::likeness::{Likeness, name_likeness, one_edit_apart};
use crate::Day;
use crate::saudi::{Mobile, NationalId};
use serde::{Deserialize, Serialize};

/// What is known of a person when duplicates are looked for; texts as they were typed, empty when unknown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence<'a> {
    pub name: &'a str,
    pub born: Option<Day>,
    pub mobile: &'a str,
    pub identity: &'a str,
    pub sex: Option<Sex>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    Male,
    Female,
}

/// How likely two records are one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    None,
    /// 50–74 points.
    Possible,
    /// 75 points and more.
    Strong,
    /// The same identity number.
    Exact,
}

/// The outcome of comparing two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    pub name: Likeness,
    /// 0–100 points.
    pub points: u8,
    pub verdict: Verdict,
}

/// What is known of a person beside the name, read once: for whoever compares one with many.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Facts {
    pub born: Option<Day>,
    pub mobile: Option<Mobile>,
    /// The identity number as typed, without what nobody sees; empty when unknown.
    pub identity: String,
    /// The identity number where it is a valid one.
    pub number: Option<NationalId>,
    pub sex: Option<Sex>,
}

impl Facts {
    pub fn of(evidence: &Evidence<'_>) -> Self {
        Self {
            born: evidence.born,
            mobile: Mobile::parse(evidence.mobile).ok(),
            identity: clean(evidence.identity),
            number: NationalId::parse(evidence.identity).ok(),
            sex: evidence.sex,
        }
    }

    /// Whether the two could be one person if only their names were alike enough.
    pub fn could_be(&self, other: &Self) -> bool {
        matches!(weigh(Likeness::ONE, self, other).verdict, Verdict::Possible | Verdict::Strong)
    }
}

/// Compares two records; which of them is first does not matter.
pub fn compare_people(a: &Evidence<'_>, b: &Evidence<'_>) -> Comparison {
    weigh(name_likeness(a.name, b.name), &Facts::of(a), &Facts::of(b))
}

/// Weighs the likeness of two names together with everything else that is known.
pub fn weigh(name: Likeness, a: &Facts, b: &Facts) -> Comparison {
    if !a.identity.is_empty() && a.identity == b.identity {
        return Comparison { name, points: 100, verdict: Verdict::Exact };
    }
    let one = i64::try_from(Likeness::ONE.trillionths()).unwrap_or(i64::MAX);
    let others = birth_points(a, b) + mobile_points(a, b) + sex_points(a, b) + identity_points(a, b);
    let total = name_points(name) + others * one;
    // Half a point counts as a whole one; below zero is none.
    let points = u8::try_from((total + one / 2).div_euclid(one).clamp(0, 100)).unwrap_or_default();
    let verdict = match points {
        75.. => Verdict::Strong,
        50..75 => Verdict::Possible,
        _ => Verdict::None,
    };
    Comparison { name, points, verdict }
}

/// 0–60 points for a likeness of 0.75–1, in millionths of millionths of a point.
fn name_points(name: Likeness) -> i64 {
    let above = name.trillionths().saturating_sub(Likeness::ONE.trillionths() / 4 * 3);
    i64::try_from(above * 240).unwrap_or(i64::MAX)
}

fn birth_points(a: &Facts, b: &Facts) -> i64 {
    let (Some(a), Some(b)) = (a.born, b.born) else { return 0 };
    match a.year().abs_diff(b.year()) {
        0 if a == b => 25,
        0 if a.month() == b.day_of_month() && a.day_of_month() == b.month() => 18,
        0 => 8,
        1 => 0,
        _ => -25,
    }
}

fn mobile_points(a: &Facts, b: &Facts) -> i64 {
    match (&a.mobile, &b.mobile) {
        (Some(a), Some(b)) if a == b => 20,
        _ => 0,
    }
}

fn sex_points(a: &Facts, b: &Facts) -> i64 {
    match (a.sex, b.sex) {
        (Some(a), Some(b)) if a != b => -60,
        _ => 0,
    }
}

/// Two valid numbers that a slip of the finger does not explain belong to two people.
fn identity_points(a: &Facts, b: &Facts) -> i64 {
    match (&a.number, &b.number) {
        (Some(a), Some(b)) if a != b && !one_edit_apart(a.as_str(), b.as_str()) => -70,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "سارة علي المري";

    fn person(name: &str) -> Evidence<'_> {
        Evidence { name, ..Evidence::default() }
    }

    fn born(text: &str) -> Evidence<'_> {
        Evidence { born: Some(text.parse().unwrap()), ..person(NAME) }
    }

    #[test]
    fn birth_dates_speak_for_and_against() {
        let points = |a, b| compare_people(&born(a), &born(b)).points;
        assert_eq!(points("1990-05-01", "1990-05-01"), 85);
        assert_eq!(points("1990-05-01", "1990-01-05"), 78, "day and month exchanged");
        assert_eq!(points("1990-05-01", "1990-12-31"), 68, "the same year");
        assert_eq!(points("1990-05-01", "1991-05-01"), 60, "a year apart says nothing");
        assert_eq!(points("1990-05-01", "1992-05-01"), 35, "two years apart speak against");
    }

    #[test]
    fn identity_numbers_decide() {
        let with = |identity| Evidence { identity, ..person(NAME) };
        assert_eq!(compare_people(&with("A 12"), &with("A12")).verdict, Verdict::Exact, "any equal number is the same");
        assert_eq!(compare_people(&with("\u{200F}"), &with("")).verdict, Verdict::Possible, "a mark is no number");
        assert_eq!(compare_people(&with("1000000008"), &with("2000000006")).points, 0);
        assert_eq!(
            compare_people(&with("1000000008"), &with("1000000009")).points,
            60,
            "an invalid number says nothing"
        );
        let strangers = (
            Evidence { identity: "1000000008", ..person("a b") },
            Evidence { identity: "١٠٠٠٠٠٠٠٠٨", ..person("c d") },
        );
        assert_eq!(compare_people(&strangers.0, &strangers.1).points, 100);
    }

    #[test]
    fn points_stay_between_nothing_and_a_hundred() {
        let full = Evidence { mobile: "0501234567", ..born("1990-05-01") };
        assert_eq!(compare_people(&full, &full).points, 100, "105 points are a hundred");
        let other = Evidence { sex: Some(Sex::Male), ..person("خالد سعد") };
        let another = Evidence { sex: Some(Sex::Female), ..born("1990-05-01") };
        assert_eq!(compare_people(&other, &another).points, 0);
    }
}

//! Who may be somebody who stands above: found without looking at every pair.
//!
//! Whoever the kernel's comparison could call possible shares a trace of the first and of the last name, and one of a
//! name between where both have one. Rows that are alike in everything that is compared count as one: each of them is
//! beside the first, never beside each other. Of many namesakes only those are compared that could matter. So time and
//! memory grow with the rows, also where one name was filled down a hundred thousand times.

use crate::validated::{Level, Other};
use kernel::arabic::{Evidence, Facts, Likeness, Verdict, name_tokens, tokens_likeness, weigh};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Namesakes up to this many are compared one with each other.
const FEW: usize = 16;

/// Of more namesakes so many of each kind are looked at, beside those who share a mobile number or a day of birth.
const OF_A_KIND: usize = 3;

/// A row asks about so many others at most: those it is most like.
const ASKED: usize = 16;

/// Letters people exchange, each as the first of its kind. Coarser than the comparison, which has the last word.
const SOUNDS: [(&str, char); 4] = [("ضظذز", 'ض'), ("سصث", 'س'), ("تط", 'ت'), ("قغ", 'ق')];

/// What one side of a comparison knows.
pub struct Side<'a> {
    pub place: Other,
    pub name: &'a str,
    pub facts: Facts,
}

impl<'a> Side<'a> {
    pub fn new(place: Other, evidence: &Evidence<'a>) -> Self {
        Self { place, name: evidence.name, facts: Facts::of(evidence) }
    }
}

/// Two sides that may be one person, by their places in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspicion {
    pub first: usize,
    pub second: usize,
    pub level: Level,
    /// 0–100.
    pub points: u8,
    /// Alike in everything that is compared.
    pub same: bool,
}

/// Everybody above the row that is looked at.
pub struct Suspects<'a> {
    sides: &'a [Side<'a>],
    /// Whether somebody has called two sides different before.
    different: &'a dyn Fn(&Side<'_>, &Side<'_>) -> bool,
    names: Vec<Name>,
    by_tokens: HashMap<Vec<String>, usize>,
    ends: Vec<Ends>,
    by_ends: HashMap<[u64; 2], usize>,
    traces: HashMap<u64, Vec<usize>>,
    /// How many pairs were weighed so far.
    pub weighed: usize,
    /// Whether the last one asked about has so many namesakes that only some of them were looked at.
    pub not_all: bool,
}

/// One name, and who bears it.
struct Name {
    tokens: Vec<String>,
    middles: Vec<u64>,
    ends: usize,
    bearers: Bearers,
    /// The last side this name was a candidate for, so that it is one once.
    looked_at_for: usize,
}

/// The names of one first and one last part, by sound.
#[derive(Default)]
struct Ends {
    /// Themselves, and the ends that share a trace with them.
    near: Vec<usize>,
    all: Vec<usize>,
    /// Those of two parts.
    short: Vec<usize>,
    by_middle: HashMap<u64, Vec<usize>>,
}

/// The bearers of a name, none of them alike in everything.
#[derive(Default)]
struct Bearers {
    same: HashMap<Facts, usize>,
    /// The first of them; all while they are few.
    first: Vec<usize>,
    count: usize,
    /// By whether a valid identity number is known, and the sex.
    of_a_kind: HashMap<(bool, Option<kernel::arabic::Sex>), Vec<usize>>,
    by_mobile: HashMap<String, usize>,
    by_born: HashMap<i32, usize>,
    by_year: HashMap<i32, usize>,
    by_number: HashMap<String, usize>,
}

impl<'a> Suspects<'a> {
    pub fn new(sides: &'a [Side<'a>], different: &'a dyn Fn(&Side<'_>, &Side<'_>) -> bool) -> Self {
        Self {
            sides,
            different,
            names: Vec::new(),
            by_tokens: HashMap::new(),
            ends: Vec::new(),
            by_ends: HashMap::new(),
            traces: HashMap::new(),
            weighed: 0,
            not_all: false,
        }
    }

    /// Adds a side that is asked about nobody.
    pub fn known(&mut self, place: usize) {
        if let Some(name) = self.name_of(place) {
            self.join(name, place);
        }
    }

    /// Whom of those added before the next side may be, and adds it. In the order of their places.
    pub fn ask(&mut self, second: usize) -> Vec<Suspicion> {
        self.not_all = false;
        let Some(name) = self.name_of(second) else { return Vec::new() };
        let facts = &self.sides[second].facts;
        if let Some(first) = self.names[name].bearers.same.get(facts).copied()
            && let Some(found) = self.suspicion(first, second, Likeness::ONE)
        {
            return vec![Suspicion { same: true, ..found }];
        }
        let mut found = Vec::new();
        self.not_all |= self.names[name].bearers.count > FEW;
        for first in self.names[name].bearers.candidates(facts).into_owned() {
            found.extend(self.suspicion(first, second, Likeness::ONE));
        }
        // One of many namesakes is asked about, the one most alike.
        if self.names[name].bearers.count > FEW {
            strongest(&mut found, 1);
        }
        for other in self.near(name, second) {
            let mut likeness = None;
            let bearers = &self.names[other].bearers;
            let many = bearers.count > FEW;
            let could_be = |first: &usize| self.sides[*first].facts.could_be(facts);
            let candidates: Vec<usize> = bearers.candidates(facts).iter().copied().filter(could_be).collect();
            self.not_all |= many && !candidates.is_empty();
            for first in candidates {
                let (one, two) = (&self.names[other].tokens, &self.names[name].tokens);
                let likeness = *likeness.get_or_insert_with(|| tokens_likeness(one, two));
                found.extend(self.suspicion(first, second, likeness));
            }
        }
        strongest(&mut found, ASKED);
        self.join(name, second);
        found
    }

    fn suspicion(&mut self, first: usize, second: usize, likeness: Likeness) -> Option<Suspicion> {
        self.weighed += 1;
        let (one, two) = (&self.sides[first], &self.sides[second]);
        let comparison = weigh(likeness, &one.facts, &two.facts);
        let level = match comparison.verdict {
            Verdict::Strong => Level::Strong,
            Verdict::Possible => Level::Possible,
            // The same number was looked at before; two wrong ones that agree are mended first.
            Verdict::Exact | Verdict::None => return None,
        };
        let found = Suspicion { first, second, level, points: comparison.points, same: false };
        (!(self.different)(one, two)).then_some(found)
    }

    fn join(&mut self, name: usize, place: usize) {
        self.names[name].bearers.add(&self.sides[place].facts, place);
    }

    /// The place of a side's name; nothing for a name of fewer than two parts, which is like no other.
    fn name_of(&mut self, side: usize) -> Option<usize> {
        let tokens = name_tokens(self.sides[side].name);
        if let Some(known) = self.by_tokens.get(&tokens) {
            return Some(*known);
        }
        let [first, between @ .., last] = tokens.as_slice() else { return None };
        let mut middles: Vec<u64> = between.iter().flat_map(|token| forms(token)).collect();
        middles.sort_unstable();
        middles.dedup();
        let ends = self.ends_of(first, last);
        let name = self.names.len();
        let group = &mut self.ends[ends];
        group.all.push(name);
        if middles.is_empty() {
            group.short.push(name);
        }
        for middle in &middles {
            group.by_middle.entry(*middle).or_default().push(name);
        }
        let bearers = Bearers::default();
        self.names.push(Name { tokens: tokens.clone(), middles, ends, bearers, looked_at_for: usize::MAX });
        self.by_tokens.insert(tokens, name);
        Some(name)
    }

    fn ends_of(&mut self, first: &str, last: &str) -> usize {
        let (first, last) = (forms(first), forms(last));
        let key = [first[0], last[0]];
        if let Some(known) = self.by_ends.get(&key) {
            return *known;
        }
        let here = self.ends.len();
        let mut near = vec![here];
        for trace in traces(&first, &last) {
            let sharing = self.traces.entry(trace).or_default();
            near.extend(sharing.iter());
            sharing.push(here);
        }
        near.sort_unstable();
        near.dedup();
        for other in near.iter().filter(|other| **other != here) {
            self.ends[*other].near.push(here);
        }
        self.ends.push(Ends { near, ..Ends::default() });
        self.by_ends.insert(key, here);
        here
    }

    /// The other names that could be alike enough: with ends of a common trace, and something in common between them
    /// where both have something there.
    ///
    /// Without that, two of at least three parts are alike by six parts of eight at most: by three quarters, where the
    /// points begin.
    fn near(&mut self, name: usize, side: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let own = &self.names[name];
        let (middles, near) = (own.middles.clone(), self.ends[own.ends].near.clone());
        for ends in near.iter().map(|ends| &self.ends[*ends]) {
            let lists: Vec<&Vec<usize>> = if middles.is_empty() {
                vec![&ends.all]
            } else {
                middles.iter().filter_map(|middle| ends.by_middle.get(middle)).chain([&ends.short]).collect()
            };
            for other in lists.into_iter().flatten() {
                let looked_at_for = &mut self.names[*other].looked_at_for;
                if *other != name && *looked_at_for != side {
                    *looked_at_for = side;
                    found.push(*other);
                }
            }
        }
        found
    }
}

impl Bearers {
    fn add(&mut self, facts: &Facts, place: usize) {
        if self.same.contains_key(facts) {
            return;
        }
        self.same.insert(facts.clone(), place);
        self.count += 1;
        if self.first.len() < FEW {
            self.first.push(place);
        }
        let kind = self.of_a_kind.entry((facts.number.is_some(), facts.sex)).or_default();
        if kind.len() < OF_A_KIND {
            kind.push(place);
        }
        if let Some(mobile) = &facts.mobile {
            self.by_mobile.insert(mobile.to_string(), place);
        }
        if let Some(born) = facts.born {
            self.by_born.insert(born.number(), place);
            self.by_year.insert(born.year(), place);
        }
        if let Some(number) = &facts.number {
            self.by_number.insert(number.to_string(), place);
        }
    }

    /// Those who are compared with somebody of these facts, in the order of their places.
    fn candidates(&self, facts: &Facts) -> Cow<'_, [usize]> {
        if self.count <= FEW {
            return Cow::Borrowed(&self.first);
        }
        let mut found: Vec<usize> = self.of_a_kind.values().flatten().copied().collect();
        found.extend(facts.mobile.as_ref().and_then(|mobile| self.by_mobile.get(&mobile.to_string())));
        if let Some(born) = facts.born {
            found.extend(self.by_born.get(&born.number()));
            found.extend((born.year() - 1..=born.year() + 1).filter_map(|year| self.by_year.get(&year)));
        }
        // Two valid numbers are one slip apart only where two neighbours are exchanged: the check digit sees the others.
        if let Some(number) = &facts.number {
            found.extend(exchanged(&number.to_string()).filter_map(|other| self.by_number.get(&other)));
        }
        found.sort_unstable();
        found.dedup();
        Cow::Owned(found)
    }
}

fn exchanged(number: &str) -> impl Iterator<Item = String> {
    let digits: Vec<char> = number.chars().collect();
    (1..digits.len()).map(move |at| {
        let mut swapped = digits.clone();
        swapped.swap(at - 1, at);
        swapped.into_iter().collect()
    })
}

/// Keeps the most alike, in the order of their places.
fn strongest(found: &mut Vec<Suspicion>, most: usize) {
    if found.len() > most {
        found.sort_by_key(|one| (u8::MAX - one.points, one.first));
        found.truncate(most);
    }
    found.sort_by_key(|one| one.first);
}

/// The traces a first and a last part leave together: two pairs of parts that are one slip apart each have a form in
/// common that lacks one letter.
fn traces(first: &[u64], last: &[u64]) -> Vec<u64> {
    // The first part's forms are turned, so that a first and a last part of one spelling do not cancel out.
    let mut traces: Vec<u64> =
        first.iter().flat_map(|a| last.iter().map(move |b| a.rotate_left(23).wrapping_add(*b))).collect();
    traces.sort_unstable();
    traces.dedup();
    traces
}

/// The forms of a part of a name, as numbers: its bare sound, and that with each one letter left out.
fn forms(token: &str) -> Vec<u64> {
    let bare = token.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2).unwrap_or(token);
    let sound = |letter: char| SOUNDS.iter().find(|(group, _)| group.contains(letter)).map_or(letter, |(_, one)| *one);
    let letters: Vec<char> = bare.chars().map(sound).collect();
    let without = |left_out: usize| {
        let mut hasher = DefaultHasher::new();
        letters.iter().enumerate().filter(|(at, _)| *at != left_out).for_each(|(_, letter)| letter.hash(&mut hasher));
        hasher.finish()
    };
    let slips = if letters.len() >= 5 { 0..letters.len() } else { 0..0 };
    std::iter::once(without(usize::MAX)).chain(slips.map(without)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::arabic::{Sex, compare_people};
    use proptest::prelude::*;

    fn side<'a>(row: usize, evidence: &Evidence<'a>) -> Side<'a> {
        Side::new(Other::Row { sheet: "".into(), row }, evidence)
    }

    /// What is found, and how many pairs were weighed for it.
    fn found(sides: &[Side<'_>]) -> (Vec<Suspicion>, usize) {
        let mut suspects = Suspects::new(sides, &|_, _| false);
        let found = (0..sides.len()).flat_map(|place| suspects.ask(place)).collect();
        (found, suspects.weighed)
    }

    fn number(serial: usize) -> String {
        (0..10)
            .map(|check| format!("1{serial:08}{check}"))
            .find(|one| kernel::saudi::NationalId::parse(one).is_ok())
            .unwrap()
    }

    const MANY: usize = 5_000;

    #[test]
    fn one_name_filled_down_is_one_group() {
        let evidence = Evidence { name: "محمد أحمد علي الشريدة", ..Evidence::default() };
        let sides: Vec<Side<'_>> = (0..MANY).map(|row| side(row, &evidence)).collect();
        let (found, weighed) = found(&sides);
        assert_eq!(found.len(), MANY - 1, "each asks about the first");
        assert!(found.iter().all(|one| one.first == 0 && one.same && one.level == Level::Possible));
        assert_eq!(weighed, MANY - 1);
    }

    #[test]
    fn one_name_with_many_numbers_or_mobiles_or_births_grows_with_the_rows() {
        let numbers: Vec<String> = (0..MANY).map(|serial| number(serial * 7 + 1)).collect();
        let mobiles: Vec<String> = (0..MANY).map(|serial| format!("05{serial:08}")).collect();
        let births: Vec<_> =
            (0..MANY).map(|n| kernel::Day::from_number(i32::try_from(n).unwrap() * 3 - 9_000).ok()).collect();
        let base = Evidence { name: "محمد أحمد علي الشريدة", ..Evidence::default() };
        for (what, asked, sides) in [
            ("numbers", 0, (0..MANY).map(|n| side(n, &Evidence { identity: &numbers[n], ..base })).collect::<Vec<_>>()),
            ("mobiles", MANY - 1, (0..MANY).map(|n| side(n, &Evidence { mobile: &mobiles[n], ..base })).collect()),
            ("births", MANY - 1, (0..MANY).map(|n| side(n, &Evidence { born: births[n], ..base })).collect()),
        ] {
            let (found, weighed) = found(&sides);
            assert!(weighed <= MANY * 40, "{what}: {weighed} pairs weighed");
            let mut rows: Vec<usize> = found.iter().map(|one| one.second).collect();
            rows.dedup();
            assert!(found.len() <= MANY + FEW * FEW, "{what}: {} questions", found.len());
            assert_eq!(rows.len(), asked, "{what}: every one of them is asked about, or none");
        }
    }

    #[test]
    fn names_that_differ_between_their_ends_are_not_weighed() {
        let names: Vec<String> = (0..MANY)
            .map(|n| {
                let letter = |at: usize| "بجدرزسشصعفقكلمنهوي".chars().nth(n / 18usize.pow(at as u32) % 18).unwrap();
                format!("محمد {}{}{}{} الشريدة", letter(0), letter(1), letter(2), letter(3))
            })
            .collect();
        let sides: Vec<Side<'_>> =
            names.iter().enumerate().map(|(n, name)| side(n, &Evidence { name, ..Evidence::default() })).collect();
        let (_, weighed) = found(&sides);
        assert!(weighed <= MANY * 20, "{weighed} pairs weighed");
    }

    proptest! {
        #[test]
        fn whoever_the_whole_comparison_suspects_is_found(
            names in prop::collection::vec("(عبد )?[ابتدرسصضظقغ]{2,6}( [ابت]{2,5}){0,2} (ال)?[ابتدرسصضظقغ]{3,7}", 2..4),
            slips in prop::collection::vec((0usize..4, 0usize..20), 0..6),
            facts in prop::collection::vec((0i32..4, 0usize..3, 0usize..3, 0usize..3), 10),
        ) {
            // A slip makes pairs that are alike more often than chance would.
            let mut all = names.clone();
            for (of, cut) in slips {
                let name = &names[of % names.len()];
                all.push(name.chars().enumerate().filter(|(at, _)| *at != cut).map(|(_, letter)| letter).collect());
            }
            let numbers = ["", "1000000008", "1010101010"];
            let mobiles = ["", "0501234567", "0501234568"];
            let sexes = [None, Some(Sex::Male), Some(Sex::Female)];
            let evidence: Vec<Evidence<'_>> = all.iter().zip(facts).map(|(name, (born, number, mobile, sex))| Evidence {
                name,
                born: kernel::Day::from_number(born * 200).ok(),
                mobile: mobiles[mobile],
                identity: numbers[number],
                sex: sexes[sex],
            }).collect();
            let sides: Vec<Side<'_>> = evidence.iter().enumerate().map(|(row, one)| side(row, one)).collect();
            let (found, _) = found(&sides);
            for second in 0..sides.len() {
                // Whoever is the same as somebody above asks about that one only.
                if found.iter().any(|one| one.second == second && one.same) {
                    continue;
                }
                for first in 0..second {
                    let comparison = compare_people(&evidence[first], &evidence[second]);
                    let suspected = matches!(comparison.verdict, Verdict::Possible | Verdict::Strong);
                    // One of the same number is refused where it stands, and whoever is like it asks about the first.
                    let same = |one: usize| name_tokens(&all[one]) == name_tokens(&all[first]) && sides[one].facts == sides[first].facts;
                    let repeats = (0..first).any(same);
                    let told = found.iter().find(|one| (one.first, one.second) == (first, second));
                    prop_assert!(told.is_some() == suspected || repeats, "{} and {}", all[first], all[second]);
                    prop_assert!(told.is_none_or(|one| one.points == comparison.points));
                }
            }
        }
    }
}

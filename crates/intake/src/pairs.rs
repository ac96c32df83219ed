//! People who may be the same, in the file and against the people the office knows.
//!
//! Every pair the kernel's comparison could call possible has alike first and last names, so only rows that share a
//! trace of both are compared: ten thousand rows against ten thousand people stay within a second or two.

use crate::beneficiaries::Beneficiary;
use crate::known::{Known, KnownPerson};
use crate::table::Table;
use crate::validated::{Ask, Level, Other, Validated};
use kernel::arabic::{Evidence, Verdict, compare_people, fold_joined, name_likeness, name_tokens};
use kernel::saudi::NationalId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Names at least this alike belong to one person when the identity number is the same: where points begin.
const SAME_PERSON: u64 = 750_000_000_000;

/// Letters people exchange, each as the first of its kind. Coarser than the comparison, which has the last word.
const SOUNDS: [(&str, char); 4] = [("ضظذز", 'ض'), ("سصث", 'س'), ("تط", 'ت'), ("قغ", 'ق')];

/// What follows from a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairAnswer {
    /// A person says whether they are the same.
    Ask,
    /// The same identity number and name: the second row is refused.
    RefuseSecond,
    /// The same identity number beside another name: the second row is refused, and somebody must look whose it is.
    RefuseSecondAndAskWhoseIdItIs,
}

/// Two rows, or a row and a person of the office, that may be one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    pub first: Other,
    pub second: Other,
    pub level: Level,
    /// 0–100.
    pub points: u8,
    pub answer: PairAnswer,
    /// The second row is refused anyway.
    pub also_refused: bool,
}

/// Two rows that share a name or a mobile number and are different people all the same: said, never asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookAlike {
    pub rows: [usize; 2],
    /// `same_name` or `same_mobile`.
    pub why: String,
}

/// What one side of a comparison knows.
struct Side<'a> {
    place: Other,
    identity: String,
    /// Whether the identity number is a valid one.
    valid: bool,
    evidence: Evidence<'a>,
}

impl Side<'_> {
    /// Whether nothing the names or the other facts say could make the two one person: two valid identity numbers that
    /// differ in three places or more are no slip of a finger and weigh more than everything else together, and so do two
    /// sexes. Most pairs end here, without a look at their names.
    fn is_surely_another(&self, other: &Self) -> bool {
        let places = self.identity.bytes().zip(other.identity.bytes()).filter(|(one, two)| one != two).count();
        let numbers = self.valid && other.valid && places >= 3;
        let sexes = matches!((self.evidence.sex, other.evidence.sex), (Some(one), Some(two)) if one != two);
        numbers || sexes
    }
}

/// Finds the pairs, refuses second rows of the same identity number, and puts the questions to the rows.
pub(crate) fn find(table: &mut Table<Beneficiary>, known: &Known) -> (Vec<Pair>, Vec<LookAlike>) {
    let mut pairs = same_identities(table, known);
    let suspected = suspected(table, known);
    let places: HashMap<usize, usize> = table.rows.iter().enumerate().map(|(place, row)| (row.row, place)).collect();
    for pair in suspected {
        let Other::Row { row: number, .. } = &pair.second else { continue };
        let Some(row) = places.get(number).and_then(|place| table.rows.get_mut(*place)) else { continue };
        if !row.is_refused() {
            row.ask.push(Ask::SuspectedDuplicate { of: pair.first.clone(), level: pair.level });
        }
        pairs.push(Pair { also_refused: row.is_refused(), ..pair });
    }
    let alike = look_alikes(table, &pairs);
    (pairs, alike)
}

fn place(sheet: &str, row: usize) -> Other {
    Other::Row { sheet: sheet.to_owned(), row }
}

/// The file of a person of the office, as a refusal names it: `م-1001 نورة القحطاني`.
fn whose_file(person: &KnownPerson) -> String {
    format!("{} {}", person.file_no, person.name).trim().to_owned()
}

/// The same identity number twice: the second row is refused.
fn same_identities(table: &mut Table<Beneficiary>, known: &Known) -> Vec<Pair> {
    let mut first: HashMap<String, (Other, String)> = known
        .people
        .iter()
        .filter(|person| !person.identity.is_empty())
        .map(|person| (person.identity.clone(), (Other::Known { known: person.key.clone() }, person.name.clone())))
        .collect();
    let files: HashMap<String, String> =
        known.people.iter().map(|one| (one.identity.clone(), whose_file(one))).collect();
    let mut pairs = Vec::new();
    for row in &mut table.rows {
        let Some(values) = &row.values else { continue };
        let Some(identity) = values.id_number.as_ref().map(ToString::to_string) else { continue };
        let here = place(&table.name, row.row);
        let name = values.full_name.clone();
        if let Some((other, other_name)) = first.get(&identity) {
            let same = name_likeness(&name, other_name).trillionths() >= SAME_PERSON;
            let answer = if same { PairAnswer::RefuseSecond } else { PairAnswer::RefuseSecondAndAskWhoseIdItIs };
            let first = other.clone();
            pairs.push(Pair { first, second: here, level: Level::Exact, points: 100, answer, also_refused: true });
            row.refuse_with("id_number", "duplicate_id", files.get(&identity).map(String::as_str));
        } else {
            first.insert(identity, (here, name));
        }
    }
    pairs
}

/// The pairs the comparison calls possible or strong.
fn suspected(table: &Table<Beneficiary>, known: &Known) -> Vec<Pair> {
    let mut sides: Vec<Side<'_>> = Vec::new();
    for person in &known.people {
        let evidence = Evidence {
            name: &person.name,
            born: person.born,
            mobile: &person.mobile,
            identity: &person.identity,
            sex: person.sex,
        };
        let place = Other::Known { known: person.key.clone() };
        let valid = NationalId::parse(&person.identity).is_ok_and(|number| number.as_str() == person.identity);
        sides.push(Side { place, identity: person.identity.clone(), valid, evidence });
    }
    let from_file = sides.len();
    sides.extend(table.rows.iter().filter_map(|row| side(&table.name, row)));

    let mut traces: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (second, side) in sides.iter().enumerate() {
        let keys = traces_of(side.evidence.name);
        if second >= from_file {
            let mut candidates: Vec<usize> = keys.iter().filter_map(|key| traces.get(key)).flatten().copied().collect();
            candidates.sort_unstable();
            candidates.dedup();
            pairs.extend(candidates.into_iter().filter_map(|first| compared(&sides[first], side, known)));
        }
        for key in keys {
            traces.entry(key).or_default().push(second);
        }
    }
    pairs
}

fn side<'a>(sheet: &str, row: &'a Validated<Beneficiary>) -> Option<Side<'a>> {
    let values = row.values.as_ref()?;
    let raw = row.cells.get("id_number").map_or("", |cell| cell.raw.as_str());
    let evidence = Evidence {
        name: &values.full_name,
        born: values.birth_date,
        mobile: values.mobile.as_ref().map_or("", |mobile| mobile.as_str()),
        identity: raw,
        sex: values.sex,
    };
    let identity = values.id_number.as_ref().map(ToString::to_string).unwrap_or_default();
    Some(Side { place: place(sheet, row.row), valid: !identity.is_empty(), identity, evidence })
}

fn compared(first: &Side<'_>, second: &Side<'_>, known: &Known) -> Option<Pair> {
    if first.is_surely_another(second) {
        return None;
    }
    let comparison = compare_people(&first.evidence, &second.evidence);
    let level = match comparison.verdict {
        Verdict::Strong => Level::Strong,
        Verdict::Possible => Level::Possible,
        // The same number was looked at before; two wrong ones that agree are mended first.
        Verdict::Exact | Verdict::None => return None,
    };
    if let Other::Known { known: key } = &first.place {
        let called_different = known.different.iter().any(|(person, other)| {
            person == key && (*other == second.evidence.name || (!other.is_empty() && *other == second.identity))
        });
        if called_different {
            return None;
        }
    }
    Some(Pair {
        first: first.place.clone(),
        second: second.place.clone(),
        level,
        points: comparison.points,
        answer: PairAnswer::Ask,
        also_refused: false,
    })
}

/// The traces a name leaves: one for each way its first and its last part could have been slipped in. Two parts that
/// are one slip apart have a form in common that lacks one letter.
fn traces_of(name: &str) -> Vec<u64> {
    let tokens = name_tokens(name);
    let [first, .., last] = tokens.as_slice() else { return Vec::new() };
    let (first, last) = (forms(first), forms(last));
    // The first name's forms are turned, so that a first and a last name of one spelling do not cancel out.
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

/// Each row beside the nearest row above it of the same name or mobile number, where they are no pair.
fn look_alikes(table: &Table<Beneficiary>, pairs: &[Pair]) -> Vec<LookAlike> {
    let mut last: HashMap<(&'static str, String), usize> = HashMap::new();
    let mut found: BTreeMap<[usize; 2], &'static str> = BTreeMap::new();
    let number = |place: &Other| match place {
        Other::Row { row, .. } => Some(*row),
        Other::Known { .. } => None,
    };
    let paired: HashSet<[usize; 2]> =
        pairs.iter().filter_map(|pair| Some([number(&pair.first)?, number(&pair.second)?])).collect();
    for row in &table.rows {
        let Some(values) = &row.values else { continue };
        let mobile = values.mobile.as_ref().map(ToString::to_string);
        let traces = [("same_name", Some(fold_joined(&values.full_name))), ("same_mobile", mobile)];
        for (why, trace) in traces.into_iter().filter_map(|(why, trace)| Some((why, trace?))) {
            if let Some(above) = last.insert((why, trace), row.row) {
                let rows = [above, row.row];
                if !paired.contains(&rows) {
                    found.entry(rows).or_insert(why);
                }
            }
        }
    }
    found.into_iter().map(|(rows, why)| LookAlike { rows, why: why.to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn who_is_surely_another_person_would_not_be_suspected_by_the_whole_comparison_either() {
        let numbers = ["1000000008", "1010101010", "1098765439", "2000000006", "1000000009", ""];
        let sexes = [None, Some(kernel::arabic::Sex::Male), Some(kernel::arabic::Sex::Female)];
        let side = |identity: &'static str, sex| Side {
            place: place("", 1),
            identity: identity.to_owned(),
            valid: NationalId::parse(identity).is_ok(),
            evidence: Evidence {
                name: "نورة سعد فهد العتيبي",
                born: "1990-05-01".parse().ok(),
                mobile: "0501234567",
                identity,
                sex,
            },
        };
        let mut sure = 0;
        for (one, two) in numbers.iter().flat_map(|one| numbers.iter().map(move |two| (*one, *two))) {
            for (a, b) in sexes.iter().flat_map(|a| sexes.iter().map(move |b| (*a, *b))) {
                let (first, second) = (side(one, a), side(two, b));
                if first.is_surely_another(&second) {
                    sure += 1;
                    let verdict = compare_people(&first.evidence, &second.evidence).verdict;
                    assert!(matches!(verdict, Verdict::None | Verdict::Exact), "{one} {two} {a:?} {b:?}: {verdict:?}");
                }
            }
        }
        assert!(sure > 50);
    }

    proptest! {
        #[test]
        fn whatever_the_comparison_could_suspect_leaves_a_common_trace(
            a in "(عبد )?[ابتدرسصضظقغ]{2,6} [ابت]{2,4} (ال)?[ابتدرسصضظقغ]{3,7}",
            b in "(عبد )?[ابتدرسصضظقغ]{2,6} [ابت]{2,4} (ال)?[ابتدرسصضظقغ]{3,7}",
            cut in 0usize..20,
        ) {
            // A slip in the first name makes pairs that are alike more often than chance would.
            let slipped: String = a.chars().enumerate().filter(|(at, _)| *at != cut).map(|(_, letter)| letter).collect();
            for other in [&b, &slipped] {
                if name_likeness(&a, other).trillionths() > SAME_PERSON {
                    let (left, right) = (traces_of(&a), traces_of(other));
                    prop_assert!(left.iter().any(|trace| right.contains(trace)), "{a} and {other}");
                }
            }
        }
    }
}

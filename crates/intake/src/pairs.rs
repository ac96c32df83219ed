//! People who may be the same, in the file and against the people the office knows: what follows from a likeness.

use crate::beneficiaries::Beneficiary;
use crate::known::{Known, KnownPerson};
use crate::suspects::{Side, Suspects};
use crate::table::Table;
use crate::validated::{Ask, Level, Other, Validated};
use kernel::arabic::{Evidence, fold_joined, name_likeness};
use kernel::saudi::NationalId;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// Names at least this alike belong to one person when the identity number is the same: where points begin.
const SAME_PERSON: u64 = 750_000_000_000;

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
    pub sheets: [Arc<str>; 2],
    /// `same_name` or `same_mobile`.
    pub why: String,
}

/// Finds the pairs, refuses second rows of the same identity number, and puts the questions to the rows: of rows that are
/// alike in everything the first asks, and the others wait for its answer.
pub(crate) fn find(
    table: &mut Table<Beneficiary>,
    known: &Known,
    go_on: &dyn Fn() -> bool,
) -> (Vec<Pair>, Vec<LookAlike>) {
    let mut pairs = same_identities(table, known);
    let places: HashMap<(Arc<str>, usize), usize> =
        table.rows.iter().enumerate().map(|(place, row)| ((row.sheet.clone(), row.row), place)).collect();
    let mut asking: HashMap<Other, Other> = HashMap::new();
    let (suspected, not_all) = suspected(table, known, go_on);
    for place in not_all {
        if let Some(row) = places.get(&place).and_then(|place| table.rows.get_mut(*place)) {
            row.warn("namesakes_not_all");
        }
    }
    for (pair, same) in suspected {
        let Other::Row { sheet, row: number } = &pair.second else { continue };
        let here = (sheet.clone(), *number);
        let Some(row) = places.get(&here).and_then(|place| table.rows.get_mut(*place)) else { continue };
        if !row.is_refused() {
            let waits_for = if same { asking.get(&pair.first) } else { None };
            row.ask.push(match waits_for {
                Some(of) => Ask::AlikeUndecided { of: of.clone() },
                None => Ask::SuspectedDuplicate { of: pair.first.clone(), level: pair.level },
            });
            if same && waits_for.is_none() {
                asking.insert(pair.first.clone(), pair.second.clone());
            }
        }
        pairs.push(Pair { also_refused: row.is_refused(), ..pair });
    }
    let alike = look_alikes(table, &pairs);
    (pairs, alike)
}

fn place(sheet: &Arc<str>, row: usize) -> Other {
    Other::Row { sheet: sheet.clone(), row }
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
        let here = place(&row.sheet, row.row);
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

/// Where a row stands.
type At = (Arc<str>, usize);

/// The pairs the comparison calls possible or strong, each with whether the two are alike in everything; and the rows that
/// have too many namesakes to be compared with all of them.
fn suspected(table: &Table<Beneficiary>, known: &Known, go_on: &dyn Fn() -> bool) -> (Vec<(Pair, bool)>, Vec<At>) {
    let mut sides: Vec<Side<'_>> = Vec::with_capacity(known.people.len() + table.rows.len());
    sides.extend(known.people.iter().map(|person| {
        let evidence = Evidence {
            name: &person.name,
            born: person.born,
            mobile: &person.mobile,
            identity: &person.identity,
            sex: person.sex,
        };
        Side::new(Other::Known { known: person.key.clone() }, &evidence)
    }));
    let from_file = sides.len();
    sides.extend(table.rows.iter().filter_map(side));

    let called: HashSet<(&str, &str)> =
        known.different.iter().map(|(person, other)| (person.as_str(), other.as_str())).collect();
    let different = |first: &Side<'_>, second: &Side<'_>| {
        let Other::Known { known: key } = &first.place else { return false };
        let number = second.facts.number.as_ref().map(NationalId::as_str).unwrap_or_default();
        called.contains(&(key, second.name)) || (!number.is_empty() && called.contains(&(key, number)))
    };
    let mut suspects = Suspects::new(&sides, &different);
    let (mut pairs, mut not_all) = (Vec::new(), Vec::new());
    for place in 0..sides.len() {
        if !go_on() {
            break;
        }
        if place < from_file {
            suspects.known(place);
            continue;
        }
        let found = suspects.ask(place);
        if suspects.not_all
            && let Other::Row { sheet, row } = &sides[place].place
        {
            not_all.push((sheet.clone(), *row));
        }
        pairs.extend(found.into_iter().map(|found| {
            let pair = Pair {
                first: sides[found.first].place.clone(),
                second: sides[found.second].place.clone(),
                level: found.level,
                points: found.points,
                answer: PairAnswer::Ask,
                also_refused: false,
            };
            (pair, found.same)
        }));
    }
    (pairs, not_all)
}

fn side(row: &Validated<Beneficiary>) -> Option<Side<'_>> {
    let values = row.values.as_ref()?;
    // A number that could not be read is compared as it was meant.
    let typed =
        row.cells.get("id_number").map_or("", |cell| match (cell.value.is_empty(), crate::text::as_meant(&cell.raw)) {
            (false, _) => cell.value.as_str(),
            (true, Cow::Borrowed(meant)) => meant,
            (true, Cow::Owned(_)) => cell.raw.as_str(),
        });
    let evidence = Evidence {
        name: &values.full_name,
        born: values.birth_date,
        mobile: values.mobile.as_ref().map_or("", |mobile| mobile.as_str()),
        identity: typed,
        sex: values.sex,
    };
    Some(Side::new(place(&row.sheet, row.row), &evidence))
}

/// Each row beside the nearest row above it of the same name or mobile number, where they are no pair.
fn look_alikes(table: &Table<Beneficiary>, pairs: &[Pair]) -> Vec<LookAlike> {
    let mut last: HashMap<(&'static str, String), usize> = HashMap::new();
    let mut found: BTreeMap<[usize; 2], &'static str> = BTreeMap::new();
    let places: HashMap<(&str, usize), usize> =
        table.rows.iter().enumerate().map(|(place, row)| ((&*row.sheet, row.row), place)).collect();
    let number = |place: &Other| match place {
        Other::Row { sheet, row } => places.get(&(&**sheet, *row)).copied(),
        Other::Known { .. } => None,
    };
    let paired: HashSet<[usize; 2]> =
        pairs.iter().filter_map(|pair| Some([number(&pair.first)?, number(&pair.second)?])).collect();
    for (place, row) in table.rows.iter().enumerate() {
        let Some(values) = &row.values else { continue };
        let mobile = values.mobile.as_ref().map(ToString::to_string);
        let traces = [("same_name", Some(fold_joined(&values.full_name))), ("same_mobile", mobile)];
        for (why, trace) in traces.into_iter().filter_map(|(why, trace)| Some((why, trace?))) {
            if let Some(above) = last.insert((why, trace), place) {
                let rows = [above, place];
                if !paired.contains(&rows) {
                    found.entry(rows).or_insert(why);
                }
            }
        }
    }
    let row = |place: usize| &table.rows[place];
    let alike = |(places, why): ([usize; 2], &str)| LookAlike {
        rows: places.map(|place| row(place).row),
        sheets: places.map(|place| row(place).sheet.clone()),
        why: why.to_owned(),
    };
    found.into_iter().map(alike).collect()
}

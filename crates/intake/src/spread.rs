//! Values spread over several columns: a name in its parts, a day as day, month and year.

use crate::headers::{Header, fit, readings};
use crate::layout::{Found, Why};
use crate::recognise::HEARD;
use crate::vocabulary::{Field, Holds, contains_words, meaning, words};
use kernel::arabic::fold;
use std::collections::BTreeMap;

/// Values spread over columns: a name in its parts, a day as day, month and year. Under one head, or each with a header of
/// its own: «يوم الميلاد»، «شهر الميلاد»، «سنة الميلاد».
pub fn in_parts(
    headers: &BTreeMap<usize, Header>,
    fields: &[&'static Field],
) -> Vec<(Vec<usize>, &'static Field, f64)> {
    let mut found = Vec::new();
    for field in fields {
        let group = match field.holds {
            Holds::Name => "name_part",
            Holds::Day => "day_part",
            _ => continue,
        };
        // By head, and for those without one: the part each is, its column, and how well the rest names the field.
        let mut by_head: BTreeMap<Option<usize>, Vec<(&'static str, usize, f64)>> = BTreeMap::new();
        for (column, header) in headers {
            if !header.group.is_empty() {
                let said = fit(&readings(&header.group), field);
                if let Some((part, _)) = meaning(group, &header.own).filter(|_| said >= HEARD) {
                    by_head.entry(Some(header.group_at)).or_default().push((part, *column, said));
                }
            } else if let Some((part, said)) = part_of(&header.own, group, field) {
                by_head.entry(None).or_default().push((part, *column, said));
            }
        }
        for mut parts in by_head.into_values() {
            parts.sort_by_key(|(part, column, _)| (rank(part), *column));
            parts.dedup_by_key(|(part, ..)| *part);
            let has = |wanted: &str| parts.iter().any(|(part, ..)| *part == wanted);
            let enough = match group {
                "name_part" => parts.len() >= 2 && has("1"),
                _ => has("d") && has("m"),
            };
            if enough {
                let said = parts.iter().map(|(_, _, said)| *said).fold(1.0, f64::min);
                found.push((parts.iter().map(|(_, column, _)| *column).collect(), *field, said));
            }
        }
    }
    found
}

/// Day, month and year side by side whose headers say no more than that: they are the days no other header names, the first
/// three columns the first of them. Where it could be another day a person is asked.
pub fn bare_days(
    headers: &BTreeMap<usize, Header>,
    fields: &[&'static Field],
) -> Vec<(Vec<usize>, &'static Field, Found)> {
    let part = |column: usize| {
        let header = headers.get(&column).filter(|header| header.group.is_empty())?;
        Some((rank(meaning("day_part", &fold(&header.own))?.0), column))
    };
    let mut triples: Vec<Vec<usize>> = Vec::new();
    for first in headers.keys() {
        let mut three: Vec<(usize, usize)> = (*first..first + 3).filter_map(part).collect();
        three.sort_unstable();
        let whole = three.iter().map(|(rank, _)| *rank).eq(1..=3);
        if whole && !triples.iter().flatten().any(|column| column == first) {
            triples.push(three.into_iter().map(|(_, column)| column).collect());
        }
    }
    let said: Vec<Vec<String>> = headers.values().map(|header| readings(&header.text())).collect();
    let named = |field: &Field| said.iter().any(|said| fit(said, field) >= 0.8);
    let mut days: Vec<&'static Field> =
        fields.iter().copied().filter(|field| field.holds == Holds::Day && !named(field)).collect();
    // Of days that no table needs the birth day is the one most offices write.
    days.sort_by_key(|field| (!field.must, field.name != "birth_date"));
    let sure = if days.iter().filter(|field| field.must).count() == triples.len() { 80 } else { 50 };
    let found = Found { why: Why::Header, sure };
    triples.into_iter().zip(days).map(|(columns, field)| (columns, field, found)).collect()
}

/// Day before month before year; the parts of a name in their order.
fn rank(part: &str) -> usize {
    match part {
        "d" => 1,
        "m" => 2,
        "y" => 3,
        number => number.parse().unwrap_or(9),
    }
}

/// A header that names a part of a field on its own, and how well it names the field.
fn part_of(header: &str, group: &str, field: &Field) -> Option<(&'static str, f64)> {
    let folded = fold(header);
    if group == "name_part" {
        // «اسم الأب»: the name of a person is the field of this table that holds one and is asked for.
        let (part, _) = meaning(group, &folded).filter(|_| field.must)?;
        let says_name = folded.split(' ').any(|word| meaning("name_word", word).is_some());
        return (says_name || part != "1" || folded.contains(' ')).then_some((part, 0.8));
    }
    let (part, word) =
        words(group).filter(|(_, word)| contains_words(&folded, word)).max_by_key(|(_, word)| word.len())?;
    let rest = format!(" {folded} ").replace(&format!(" {word} "), " ");
    let said = fit(&readings(rest.trim()), field);
    (said >= HEARD).then_some((part, said))
}

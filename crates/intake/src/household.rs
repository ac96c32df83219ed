//! The members of a household in columns of their own: their names («ابن1»، «اسم الزوجة») and, beside them, what else the
//! sheet says of each («هوية ابن1»، «تاريخ ميلاد الزوجة»).

use crate::headers::{Header, fit, readings, without_article};
use crate::layout::{Found, Layout, Why};
use crate::profile::Profile;
use crate::vocabulary::{Field, Holds, fields, meaning};
use kernel::arabic::{fold, to_latin};
use sheets::Sheet;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A header that fits less than this does not say what a column tells of a member.
const HEARD: f64 = 0.6;
/// What is read of a member beside the name.
const TOLD: [&str; 2] = ["id_number", "birth_date"];

/// The columns with names of members, where there are any.
pub fn names<'a>(
    headers: &BTreeMap<usize, Header>,
    fields: &'a [&'static Field],
    profiles: &HashMap<usize, Profile>,
) -> impl Iterator<Item = (Vec<usize>, &'static Field, Found)> + use<'a> {
    let field = fields.iter().copied().find(|field| field.holds == Holds::FirstName);
    let columns: Vec<usize> = field.map_or_else(Vec::new, |field| {
        let named = headers.iter().filter(|(column, header)| is_name(header, field, profiles.get(column)));
        named.map(|(column, _)| *column).collect()
    });
    let found = Found { why: Why::Header, sure: 90 };
    field.filter(|_| !columns.is_empty()).map(|field| (columns, field, found)).into_iter()
}

fn is_name(header: &Header, field: &Field, profile: Option<&Profile>) -> bool {
    let (word, number) = apart(&header.text());
    // «الابن 1 / الاسم»: under the head of one member.
    let grouped = !header.group.is_empty()
        && field.words.contains(&apart(&header.group).0)
        && meaning("name_word", without_article(&fold(&header.own))).is_some();
    // One that is not numbered may as well hold how many there are, or whether there are any.
    let named = || !number.is_empty() || profile.is_some_and(Profile::is_names);
    (grouped || field.words.contains(&word)) && named()
}

/// What stands beside the names of members in a sheet, by the column of the name: the columns of the same member, by field.
pub fn beside_names(layout: &Layout, sheet: &Sheet) -> BTreeMap<usize, BTreeMap<String, usize>> {
    let Some(names) = layout.columns.get("member") else { return BTreeMap::new() };
    let headers = layout.headers(sheet);
    let whose: HashMap<(String, String), usize> =
        names.iter().filter_map(|name| Some((member_of(headers.get(name)?)?, *name))).collect();
    let taken: BTreeSet<usize> = layout.columns.values().flatten().copied().chain(layout.across()).collect();
    let mut found: BTreeMap<usize, BTreeMap<String, usize>> = BTreeMap::new();
    for (column, header) in headers.iter().filter(|(column, _)| !taken.contains(column)) {
        let Some(name) = member_of(header).and_then(|member| whose.get(&member)) else { continue };
        let said = readings(&rest(header));
        let profile = Profile::of(sheet, *column, layout.last_header());
        let tells = |field: &&Field| {
            TOLD.contains(&field.name) && fit(&said, field) >= HEARD && profile.speaks_for(field.holds) >= 0.0
        };
        if let Some(field) = fields(layout.kind).iter().find(tells) {
            found.entry(*name).or_default().entry(field.name.to_owned()).or_insert(*column);
        }
    }
    found
}

/// The member a header speaks of: the relation as it is written, and the number.
fn member_of(header: &Header) -> Option<(String, String)> {
    let (words, number) = apart(&header.text());
    let relation =
        words.split(' ').map(without_article).find(|word| meaning("relation", word).is_some() || is_member(word));
    Some((relation?.to_owned(), number))
}

/// A header without the words that say whose it is, and without the number.
fn rest(header: &Header) -> String {
    let (words, _) = apart(&header.text());
    let rest = words.split(' ').filter(|word| {
        let word = without_article(word);
        meaning("relation", word).is_none() && !is_member(word)
    });
    rest.collect::<Vec<_>>().join(" ")
}

fn is_member(word: &str) -> bool {
    meaning("member_word", word).is_some()
}

/// The words of a header, folded, and its number.
fn apart(header: &str) -> (String, String) {
    let latin = to_latin(header);
    let (number, word): (String, String) = latin.chars().partition(char::is_ascii_digit);
    (fold(&word), number)
}

//! The list of files: search, filters, counts, pages. One narrow table answers all of it.

use super::inputs::{FileCount, FileCounts, FileLine, FilePage, FindFiles, FoundFiles, ListFiles, SortBy};
use super::model::FileStatus;
use super::rules::EXPIRY_WARNING;
use database::{Row, Value, values};
use kernel::Result;
use kernel::arabic::fold;
use kernel::id::PartyId;
use office::context::Read;
use std::collections::BTreeMap;

const BY_NUMBER: &str = "ORDER BY number, party LIMIT $18";
const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;
/// Words of a question that are looked for; whoever types more has found it or will not.
const WORDS: usize = 6;

pub(super) const LINES: &str = include_str!("sql/list.sql");
/// The files that fit: continues a statement that says what of them is wanted.
const FITTING: &str = include_str!("sql/fitting.sql");
const ORDERED: &[(SortBy, bool, &str)] = &[
    (SortBy::Name, false, "ORDER BY name_fold, party"),
    (SortBy::Name, true, "ORDER BY name_fold DESC, party DESC"),
    (SortBy::FileNo, false, "ORDER BY number, party"),
    (SortBy::FileNo, true, "ORDER BY number DESC, party DESC"),
    (SortBy::NextReview, false, "ORDER BY next_review_on IS NULL, next_review_on, party"),
    (SortBy::NextReview, true, "ORDER BY next_review_on DESC, party DESC"),
    (SortBy::IdentityExpiry, false, "ORDER BY identity_expires_on IS NULL, identity_expires_on, party"),
    (SortBy::IdentityExpiry, true, "ORDER BY identity_expires_on DESC, party DESC"),
];

pub fn list(cx: &Read<'_>, input: ListFiles) -> Result<FilePage> {
    let narrowed = narrowing(cx, &input)?;
    let order =
        ORDERED.iter().find(|(by, down, _)| (*by, *down) == (input.sort, input.down)).map_or("", |found| found.2);
    let mut page: Vec<Value> = narrowed.clone();
    page.extend(values![input.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE), input.offset.max(0)]);
    let lines = cx.rows(&format!("{LINES} {FITTING} {order} LIMIT $18 OFFSET $19"), page, line)?;
    let total = cx.one(&format!("SELECT count(*) AS total {FITTING}"), narrowed, |row| row.get("total"))?;
    let (active_files, active_people) =
        cx.one(include_str!("sql/active.sql"), values![], |row| Ok((row.get("files")?, row.get("people")?)))?;
    let counts = input.counts.then(|| counts(cx, &input)).transpose()?;
    Ok(FilePage { lines, total, active_files, active_people, counts })
}

/// For the search over everything: the best few by name, file, identity or mobile number.
pub fn find(cx: &Read<'_>, input: FindFiles) -> Result<FoundFiles> {
    if fold(&input.text).is_empty() {
        return Ok(FoundFiles { files: Vec::new() });
    }
    let wanted = ListFiles {
        text: input.text,
        limit: input.limit.map(|limit| limit.clamp(1, 50)).or(Some(8)),
        ..ListFiles::default()
    };
    let mut narrowed = narrowing(cx, &wanted)?;
    narrowed.extend(values![wanted.limit, 0]);
    let files =
        cx.rows(&format!("{LINES} {FITTING} ORDER BY name_fold, party LIMIT $18 OFFSET $19"), narrowed, line)?;
    Ok(FoundFiles { files })
}

/// The files that fit a question, by their number; at most `most`.
pub fn parties_fitting(cx: &Read<'_>, input: &ListFiles, most: i64) -> Result<Vec<PartyId>> {
    let mut narrowed = narrowing(cx, input)?;
    narrowed.extend(values![most]);
    cx.rows(&format!("SELECT party {FITTING} {BY_NUMBER}"), narrowed, |row| row.get("party"))
}

/// The values of the filters, in the order of `fitting.sql`.
fn narrowing(cx: &Read<'_>, input: &ListFiles) -> Result<Vec<Value>> {
    let status = |wanted: FileStatus| input.status.is_empty() || input.status.contains(&wanted);
    let words: Vec<String> = words_of(&input.text);
    let mut narrowed: Vec<Value> =
        FileStatus::ALL.iter().map(|one| Value::from(status(*one).then(|| one.name()))).collect();
    let word = |place: usize| words.get(place).map(|word| format!("%{word}%"));
    narrowed.extend(values![
        input.class.clone(),
        input.researcher.clone(),
        input.city.clone(),
        input.social_security,
        input.expiring.then(|| cx.today().plus_days(EXPIRY_WARNING)).transpose()?,
        input.review_due.then(|| cx.today()),
    ]);
    narrowed.extend((0..WORDS).map(|place| Value::from(word(place))));
    Ok(narrowed)
}

/// The words of a question as the shelf has them. A number typed with spaces or with the country's code is one word.
fn words_of(text: &str) -> Vec<String> {
    let folded = fold(text);
    let digits: String = folded.chars().filter(|letter| *letter != ' ').collect();
    if digits.len() >= 7 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let national = digits.strip_prefix("00966").or(digits.strip_prefix("966")).filter(|rest| rest.starts_with('5'));
        return vec![national.map_or(digits.clone(), |rest| format!("0{rest}"))];
    }
    folded.split(' ').filter(|word| !word.is_empty()).take(WORDS).map(str::to_owned).collect()
}

pub(super) fn line(row: &Row<'_>) -> Result<FileLine> {
    Ok(FileLine {
        party: row.get("party")?,
        file_no: row.get("file_no")?,
        name: row.get("name")?,
        status: row.get("status")?,
        class: row.get("class")?,
        researcher_name: row.get("researcher_name")?,
        city: row.get("city")?,
        district: row.get("district")?,
        identity_masked: row.get("identity_masked")?,
        identity_expires_on: row.get("identity_expires_on")?,
        mobile: row.get("mobile")?,
        family_size: row.get("family_size")?,
        monthly_income: row.get("monthly_income")?,
        social_security: row.get("social_security")?,
        next_review_on: row.get("next_review_on")?,
        opened_on: row.get("opened_on")?,
    })
}

/// One kind of file among those that fit the words.
struct Group {
    status: String,
    class: String,
    researcher: String,
    city: String,
    secured: bool,
    expiring: bool,
    due: bool,
    count: i64,
}

/// Counts behind each chip: the files that fit the words and every other chip that is set.
fn counts(cx: &Read<'_>, input: &ListFiles) -> Result<FileCounts> {
    let words = words_of(&input.text);
    let mut narrowed = values![cx.today().plus_days(EXPIRY_WARNING)?, cx.today()].to_vec();
    narrowed.extend((0..WORDS).map(|place| Value::from(words.get(place).map(|word| format!("%{word}%")))));
    let groups = cx.rows(include_str!("sql/list_groups.sql"), narrowed, |row| {
        Ok(Group {
            status: row.get("status")?,
            class: row.get("class")?,
            researcher: row.get("researcher_name")?,
            city: row.get("city")?,
            secured: row.get("secured")?,
            expiring: row.get("expiring")?,
            due: row.get("due")?,
            count: row.get("files")?,
        })
    })?;
    let mut counted: [BTreeMap<&str, i64>; 4] = Default::default();
    let mut counts = FileCounts::default();
    for group in &groups {
        let fits = [
            input.status.is_empty() || input.status.iter().any(|one| one.name() == group.status),
            input.class.as_ref().is_none_or(|class| *class == group.class),
            input.researcher.as_ref().is_none_or(|researcher| *researcher == group.researcher),
            input.city.as_ref().is_none_or(|city| *city == group.city),
            input.social_security.is_none_or(|secured| secured == group.secured),
            !input.expiring || group.expiring,
            !input.review_due || group.due,
        ];
        let all_but = |own: usize| fits.iter().enumerate().all(|(place, fit)| *fit || place == own);
        let texts = [&group.status, &group.class, &group.researcher, &group.city];
        for (place, text) in texts.into_iter().enumerate().filter(|(place, _)| all_but(*place)) {
            *counted[place].entry(text).or_default() += group.count;
        }
        for (place, holds, sum) in [
            (4, group.secured, &mut counts.social_security),
            (5, group.expiring, &mut counts.expiring),
            (6, group.due, &mut counts.review_due),
        ] {
            if holds && all_but(place) {
                *sum += group.count;
            }
        }
    }
    let listed = |counted: &BTreeMap<&str, i64>| -> Vec<FileCount> {
        let named = counted.iter().filter(|(value, _)| !value.is_empty());
        named.map(|(value, count)| FileCount { value: (*value).to_owned(), count: *count }).collect()
    };
    let [status, class, researcher, city] = &counted;
    Ok(FileCounts {
        status: listed(status),
        class: listed(class),
        researcher: listed(researcher),
        city: listed(city),
        ..counts
    })
}

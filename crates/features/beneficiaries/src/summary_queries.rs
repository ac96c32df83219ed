//! The list of files: search, filters, counts, pages. One narrow table answers all of it.

use super::inputs::{FileCount, FileCounts, FileLine, FilePage, FindFiles, FoundFiles, ListFiles};
use super::model::FileStatus;
use super::rules::EXPIRY_WARNING;
use database::{Row, Value, values};
use kernel::Result;
use kernel::arabic::{Reading, fold, readings_with_numbers};
use kernel::id::PartyId;
use office::context::Read;
use office::order::order_by;
use office::page::as_meant;
use std::collections::BTreeMap;

const BY_NUMBER: &str = "ORDER BY number, party LIMIT $18";
const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;
/// Words of a question that are looked for; whoever types more has found it or will not.
const WORDS: usize = 6;

pub(super) const LINES: &str = include_str!("sql/list.sql");
/// The files that fit: continues a statement that says what of them is wanted.
const FITTING: &str = include_str!("sql/fitting.sql");
/// What each column of the list is ordered by; `?` where it may be empty.
const ORDERED: &[(&str, &str)] = &[
    ("name", "name_fold"),
    ("file_no", "number"),
    ("district", "district"),
    ("class", "class"),
    ("researcher", "researcher_name"),
    ("review", "next_review_on?"),
    ("expires", "identity_expires_on?"),
    ("city", "city"),
    ("family", "family_size?"),
    ("income", "monthly_income?"),
    ("opened", "opened_on"),
    ("status", "status"),
];
const BY_NAME: &str = "name_fold, party";
/// The exact number, the exact name, a name that begins so, and then the rest by name.
const BEST_FIRST: &str = "ORDER BY CASE WHEN number = $18 THEN 0 WHEN name_fold = $19 THEN 1 WHEN name_fold LIKE $20 THEN 2 \
     ELSE 3 END, name_fold, party LIMIT $21 OFFSET $22";

pub fn list(cx: &Read<'_>, input: ListFiles) -> Result<FilePage> {
    as_meant(cx, &input.text, |page: &FilePage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListFiles, reading: Option<&Reading>) -> Result<FilePage> {
    let narrowed = narrowing(cx, input, reading)?;
    let lines = lines(cx, &narrowed, input, reading, input.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE))?;
    let total = cx.one(&format!("SELECT count(*) AS total {FITTING}"), narrowed, |row| row.get("total"))?;
    let (active_files, active_people) =
        cx.one(include_str!("sql/active.sql"), values![], |row| Ok((row.get("files")?, row.get("people")?)))?;
    let counts = input.counts.then(|| counts(cx, input, reading)).transpose()?;
    Ok(FilePage { lines, total, active_files, active_people, counts })
}

/// For the search over everything: the best few by name, file, identity or mobile number; the exact number and name
/// first.
pub fn find(cx: &Read<'_>, input: FindFiles) -> Result<FoundFiles> {
    let wanted = ListFiles {
        text: input.text,
        limit: input.limit.map(|limit| limit.clamp(1, 50)).or(Some(8)),
        ..ListFiles::default()
    };
    let found = |reading: Option<&Reading>| {
        let Some(reading) = reading else { return Ok(Vec::new()) };
        let narrowed = narrowing(cx, &wanted, Some(reading))?;
        lines(cx, &narrowed, &wanted, Some(reading), wanted.limit.unwrap_or(PAGE))
    };
    Ok(FoundFiles { files: as_meant(cx, &wanted.text, Vec::is_empty, found)? })
}

/// A page of the files that fit: in the order that is asked for, or the best match first.
fn lines(
    cx: &Read<'_>,
    narrowed: &[Value],
    input: &ListFiles,
    reading: Option<&Reading>,
    limit: i64,
) -> Result<Vec<FileLine>> {
    let mut values = narrowed.to_vec();
    let best = reading.filter(|reading| input.order.is_none() && !reading.text.is_empty());
    let order = match best {
        Some(reading) => {
            let name = reading.text.as_str();
            values.extend(values![number_of(name), name, format!("{name}%")]);
            BEST_FIRST.to_owned()
        }
        None => format!("{} LIMIT $18 OFFSET $19", order_by(input.order.as_ref(), ORDERED, BY_NAME, "party")),
    };
    values.extend(values![limit, input.offset.max(0)]);
    cx.rows(&format!("{LINES} {FITTING} {order}"), values, line)
}

/// The number of a file somebody typed, alone or after its letter.
fn number_of(folded: &str) -> Option<i64> {
    let digits = folded.strip_prefix("b ").unwrap_or(folded);
    digits.parse().ok().filter(|_| digits.len() <= 6)
}

/// The files that fit a question, by their number; at most `most`.
pub fn parties_fitting(cx: &Read<'_>, input: &ListFiles, most: i64) -> Result<Vec<PartyId>> {
    let mut narrowed = narrowing(cx, input, readings_with_numbers(&input.text).first())?;
    narrowed.extend(values![most]);
    cx.rows(&format!("SELECT party {FITTING} {BY_NUMBER}"), narrowed, |row| row.get("party"))
}

/// The values of the filters, in the order of `fitting.sql`.
fn narrowing(cx: &Read<'_>, input: &ListFiles, reading: Option<&Reading>) -> Result<Vec<Value>> {
    let status = |wanted: FileStatus| input.status.is_empty() || input.status.contains(&wanted);
    let mut narrowed: Vec<Value> =
        FileStatus::ALL.iter().map(|one| Value::from(status(*one).then(|| one.name()))).collect();
    narrowed.extend(values![
        input.class.clone(),
        input.researcher.clone(),
        input.city.clone(),
        input.social_security,
        input.expiring.then(|| cx.today().plus_days(EXPIRY_WARNING)).transpose()?,
        input.review_due.then(|| cx.today()),
    ]);
    narrowed.extend(patterns(reading));
    Ok(narrowed)
}

/// What the summary must hold of a question, one value for each place.
fn patterns(reading: Option<&Reading>) -> Vec<Value> {
    let words = match reading {
        Some(reading) if reading.is_whole() => vec![reading.text.clone()],
        Some(reading) => words_of(&reading.text),
        None => Vec::new(),
    };
    let pattern = |place: usize| words.get(place).zip(reading).map(|(word, reading)| reading.pattern(word));
    (0..WORDS).map(|place| Value::from(pattern(place))).collect()
}

/// The words of a question as the summary has them. A number typed with spaces or with the country's code is one word.
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
fn counts(cx: &Read<'_>, input: &ListFiles, reading: Option<&Reading>) -> Result<FileCounts> {
    let mut narrowed = values![cx.today().plus_days(EXPIRY_WARNING)?, cx.today()].to_vec();
    narrowed.extend(patterns(reading));
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

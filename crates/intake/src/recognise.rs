//! Finding the tables of a workbook: for each sheet what kind of table it is, where its header stands and which column
//! is which, by what the headers say together with what the cells hold.

use crate::across::Across;
use crate::apart::lead;
use crate::headers::{Header, fit, headers, readings, without_article};
use crate::layout::{Found, Layout, Why};
use crate::profile::Profile;
use crate::spread::{bare_days, in_parts};
use crate::vocabulary::{Field, Holds, contains_words, fields, is_a_word, left_out, meaning, mentions, words};
use crate::{Subject, TableKind, given, household};
use kernel::arabic::fold;
use sheets::{Cell, Sheet, Workbook};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Headers stand near the top; further down they are not looked for.
pub(crate) const HEADER_WITHIN: usize = 60;
/// Of so many rows that look most like a header the cells below are looked at.
const CANDIDATES: usize = 4;
/// A header that fits less than this says nothing.
pub(crate) const HEARD: f64 = 0.4;
/// A header that says what is not imported fits at least so well.
const LEFT_OUT: f64 = 0.75;
/// What the cells add to what the header says.
const WEIGHT: f64 = 0.3;

/// A table found on a sheet, and how well it fits.
pub(crate) struct Candidate {
    score: f64,
    pub(crate) layout: Layout,
}

/// Finds the tables of a subject in a workbook: each sheet is the kind of table its columns make it, whatever its name;
/// several sheets of one kind are one table. Sheets that are hidden are left for a person to take.
pub fn find(book: &Workbook, subject: Subject) -> Vec<Layout> {
    let mut best: Vec<(usize, Candidate)> = Vec::new();
    let mut beside: Vec<(usize, Candidate)> = Vec::new();
    for (place, sheet) in book.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden) {
        let kinds = subject.tables().iter().filter_map(|kind| {
            let mut candidate = candidate(sheet, *kind)?;
            let named = meaning("table", &sheet.name).is_some_and(|(name, _)| name == kind.name());
            candidate.score += if named { 2.0 } else { 0.0 };
            Some(candidate)
        });
        let mut kinds: Vec<Candidate> = kinds.collect();
        kinds.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut kinds = kinds.into_iter();
        let Some(first) = kinds.next() else { continue };
        // A register of loans may hold what was paid out or paid back across: then it is two tables.
        let header = first.layout.header_row;
        let second = |other: &Candidate| other.layout.is_across() && other.layout.header_row == header;
        beside.extend(kinds.filter(second).filter(|_| !first.layout.is_across()).map(|candidate| (place, candidate)));
        best.push((place, first));
    }
    best.extend(beside);
    let mut found: Vec<Layout> = Vec::new();
    for kind in subject.tables() {
        let mut of_kind: Vec<(usize, Candidate)> = Vec::new();
        let mut rest = Vec::new();
        for one in best {
            if one.1.layout.kind == *kind { of_kind.push(one) } else { rest.push(one) }
        }
        best = rest;
        // Given values may stand in for a column, so what lacks one counts only now.
        for (place, candidate) in &mut of_kind {
            candidate.layout.given = given::find(&book.sheets[*place], &candidate.layout);
        }
        let whole = of_kind.iter().any(|(_, candidate)| candidate.layout.missing().is_empty());
        if whole {
            of_kind.retain(|(_, candidate)| candidate.layout.missing().is_empty());
        } else {
            // None can be read as it stands: the likeliest is shown, with what it lacks.
            of_kind.sort_by(|a, b| b.1.score.total_cmp(&a.1.score));
            of_kind.truncate(1);
        }
        of_kind.sort_by_key(|(place, _)| *place);
        found.extend(of_kind.into_iter().map(|(_, candidate)| candidate.layout));
    }
    given::compare(book, &mut found);
    found
}

/// The header of a kind of table in one sheet, where one stands there.
pub fn in_sheet(sheet: &Sheet, kind: TableKind) -> Option<Layout> {
    let mut layout = candidate(sheet, kind)?.layout;
    layout.given = given::find(sheet, &layout);
    Some(layout)
}

/// A table whose header stands in a row a person chose (from 1): its columns by what the headers say.
pub fn at_row(sheet: &Sheet, kind: TableKind, header_row: usize) -> Layout {
    let last = header_row.saturating_sub(1);
    let one = laid_out(sheet, kind, last, 1);
    // A title above the header is no head over columns, unless it spans some of them.
    let grouped = last > 0 && sheet.spanning.iter().any(|(row, column)| *row == last - 1 && *column > 0);
    let two = grouped.then(|| laid_out(sheet, kind, last, 2)).filter(|two| two.score > one.score + 0.5);
    let mut layout = two.unwrap_or(one).layout;
    layout.given = given::find(sheet, &layout);
    layout
}

pub(crate) fn candidate(sheet: &Sheet, kind: TableKind) -> Option<Candidate> {
    // Words as they are listed first: what is only alike is looked for in the few rows that could be a header.
    let top = lead(sheet);
    let rows = sheet.rows.len().min(top + HEADER_WITHIN);
    let mut heard: Vec<(usize, usize, usize)> = Vec::new();
    for last in top..rows {
        for header_rows in 1..=2.min(last + 1 - top) {
            if !is_header(sheet, last, header_rows) {
                continue;
            }
            let found = headers(sheet, last, header_rows);
            let grouped = found.values().any(|header| !header.group.is_empty());
            if found.len() < 2 || header_rows == 2 && !grouped {
                continue;
            }
            let said = found.values().filter(|header| is_listed(header, kind)).count();
            heard.push((said, last, header_rows));
        }
    }
    // Of two rows that say the same the upper one, and one row before two.
    heard.sort_by_key(|(said, last, rows)| (usize::MAX - said, *last, *rows));
    // Beside a row that says much, those that say little are data.
    let most = heard.first().map_or(0, |(said, ..)| *said);
    heard.retain(|(said, ..)| said * 4 >= most);
    let best = heard.into_iter().take(CANDIDATES).map(|(_, last, rows)| laid_out(sheet, kind, last, rows));
    let best = best.fold(None, |best: Option<Candidate>, next| match best {
        Some(best) if best.score + 0.01 >= next.score => Some(best),
        _ => Some(next),
    })?;
    is_table(&best.layout).then_some(best)
}

/// Two columns, and at least half of those it cannot do without: fewer words may stand together in any title.
fn is_table(layout: &Layout) -> bool {
    let musts: Vec<&Field> = fields(layout.kind).iter().filter(|field| field.must).collect();
    let missing = layout.missing();
    let there = musts.iter().filter(|field| !missing.contains(&field.name)).count();
    let across = if layout.is_across() { 2 } else { 0 };
    let said = layout.columns.len() + across;
    let balance = !fields(layout.kind).iter().any(|field| field.balance)
        || layout.is_across()
        || ["debit", "credit", "amount"].iter().any(|side| layout.columns.contains_key(*side));
    let most = (there + across) * 2 >= musts.len() || missing.is_empty();
    // A number and a day are in every register: of a visit something is told that only a visit tells.
    let visit = layout.kind != TableKind::Visits
        || ["by", "findings", "signal", "action", "next_date", "production", "sales", "stock", "customers"]
            .iter()
            .any(|field| layout.columns.contains_key(*field));
    said >= 2 && most && balance && visit && tells_a_case(layout) && there > 0
}

/// A person and a day, or a text and a day, stand in many a table: of a request and of a study more is told.
fn tells_a_case(layout: &Layout) -> bool {
    let told = |fields: &[&str]| fields.iter().filter(|field| layout.columns.contains_key(**field)).count();
    match layout.kind {
        TableKind::Requests => told(&crate::requests::TELLING) > 0,
        TableKind::Assessments => told(&crate::assessments::TELLING) > 1,
        _ => true,
    }
}

/// Each row of a header is words: rows of numbers and days are data.
pub(crate) fn is_header(sheet: &Sheet, last: usize, header_rows: usize) -> bool {
    (last + 1 - header_rows..=last).all(|row| {
        let (mut words, mut numbers) = (0, 0);
        for cell in sheet.rows.get(row).into_iter().flatten().filter(|cell| !cell.is_blank()) {
            match cell {
                Cell::Text(text) if text.trim() == "#" => words += 1,
                Cell::Text(text) if is_words(text) => words += 1,
                // A year over the months of it says as little as a blank.
                cell if header_rows == 2 && row < last && is_year(cell) => {}
                // A month may head a column as a day.
                Cell::Day(day) if day.day_of_month() == 1 => words += 1,
                _ => numbers += 1,
            }
        }
        words >= 2 && words > numbers
    })
}

fn is_year(cell: &Cell) -> bool {
    let year = kernel::arabic::to_latin(cell.text().trim()).parse::<u32>();
    year.is_ok_and(|year| matches!(year, 1400..=1500 | 1990..=2100))
}

/// Letters, and hardly a number: «القسط 1» heads a column, «ق-1446-035» and «31/12/2024» stand in one.
fn is_words(text: &str) -> bool {
    let digits = text.chars().filter(|letter| letter.is_numeric()).count();
    let month = matches!(text.len(), 6..=7) && digits >= 5 && text.contains(['/', '-']);
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    // «رصيد مدين في 1/1/2025»: many letters carry a date.
    month || letters > 0 && (digits <= 4 || digits <= 8 && letters >= 6 && letters >= digits && text.contains(' '))
}

/// Whether a header, or a part of it, stands in the list as it is.
fn is_listed(header: &Header, kind: TableKind) -> bool {
    let said = readings(&header.text()).into_iter().chain(readings(&header.group));
    let mut said = said.chain(readings(&header.own));
    said.any(|reading| is_a_word(kind, &reading) || meaning("month", &reading).is_some())
}

/// The columns of a header whose place is known.
fn laid_out(sheet: &Sheet, kind: TableKind, last: usize, header_rows: usize) -> Candidate {
    let found = headers(sheet, last, header_rows);
    let profiles: HashMap<usize, Profile> =
        found.keys().map(|column| (*column, Profile::of(sheet, *column, last))).collect();
    let across = Across::of(kind, &found, &profiles);
    let mut columns = BTreeMap::new();
    let mut why = BTreeMap::new();
    let first = assign(kind, &found, &profiles, &across, &|_| true);
    // «المحافظة» alone is the town: a field told apart from another takes part only where the other has a column.
    let alone = |field: &Field| field.beside.is_some_and(|other| !first.iter().any(|one| one.field == other));
    let assigned = match fields(kind).iter().any(alone) {
        true => assign(kind, &found, &profiles, &across, &|field| !alone(field)),
        false => first,
    };
    let mut score = 0.0;
    for one in assigned {
        let must = fields(kind).iter().any(|field| field.name == one.field && (field.must || field.balance));
        score += one.score * if must { 2.0 } else { 1.0 };
        why.insert(one.field.to_owned(), one.found);
        columns.insert(one.field.to_owned(), one.columns);
    }
    // With both sides in columns of their own the balance is their difference.
    if columns.contains_key("debit") && columns.contains_key("credit") {
        columns.remove("amount");
        why.remove("amount");
    }
    // Where each row is one of the family and tells its relation, «اسم الفرد» is the name of the row.
    if !columns.contains_key("full_name")
        && columns.contains_key("relation")
        && let Some(names) = columns.remove("member")
    {
        why.remove("member");
        why.insert("full_name".to_owned(), Found { why: Why::Alike, sure: 80 });
        columns.insert("full_name".to_owned(), names);
    }
    score += if across.is_empty() { 0.0 } else { 4.0 };
    let mut layout = Layout {
        kind,
        sheet: sheet.name.clone(),
        header_row: last + 1,
        header_rows,
        columns,
        given: BTreeMap::new(),
        months: across.months,
        funds: across.funds,
        tranches: across.tranches,
        members: BTreeMap::new(),
        found: why,
    };
    layout.tell_members(sheet);
    let lacking = layout.missing().len() as f64;
    Candidate { score: score - lacking, layout }
}

/// A field with its columns.
struct Assigned {
    field: &'static str,
    columns: Vec<usize>,
    score: f64,
    found: Found,
}

/// Columns that may be a field: how well they fit, and why.
type Pair = (f64, Vec<usize>, &'static Field, Found);

/// Which column is which: the best fitting pair first, no column and no field twice.
fn assign(
    kind: TableKind,
    headers: &BTreeMap<usize, Header>,
    profiles: &HashMap<usize, Profile>,
    across: &Across,
    takes_part: &dyn Fn(&Field) -> bool,
) -> Vec<Assigned> {
    let headers: BTreeMap<usize, Header> = headers
        .iter()
        .filter(|(column, _)| !across.columns.contains(column))
        .map(|(at, header)| (*at, header.clone()))
        .collect();
    let fields: Vec<&'static Field> =
        fields(kind).iter().filter(|field| takes_part(field) && across.leaves(field)).collect();
    let mut pairs: Vec<Pair> = Vec::new();
    for (columns, field, header) in in_parts(&headers, &fields) {
        // Parts under one head say more than any of them alone.
        pairs.push((header + 0.5, columns, field, Found { why: Why::Header, sure: percent(header) }));
    }
    pairs.extend(bare_days(&headers, &fields).into_iter().map(|(columns, field, found)| (1.1, columns, field, found)));
    let nothing = Profile::default();
    for (column, header) in &headers {
        let said = readings(&header.text());
        let profile = profiles.get(column).unwrap_or(&nothing);
        let mut meant = Vec::new();
        for field in fields.iter().filter(|field| field.holds != Holds::FirstName) {
            // «جوال الوكيل» is a mobile number, but another's.
            let others = is_of_another(header, field)
                || is_one_side(header, field)
                || field.holds == Holds::Money && profile.is_days();
            let heard = if others { 0.0 } else { fit(&said, field) };
            let cells = profile.speaks_for(field.holds);
            let clearly = profile.is_clearly(field.holds) && !others;
            if heard >= HEARD || clearly {
                meant.push((*field, heard, cells, clearly));
            }
        }
        for field in left_out(kind) {
            let heard = fit(&said, field);
            if heard >= LEFT_OUT {
                let found = Found { why: Why::Header, sure: 100 };
                pairs.push((heard + WEIGHT * profile.speaks_for(field.holds).max(0.0), vec![*column], field, found));
            }
        }
        // A letter that stands for several words, of which the cells deny none, is asked about.
        let ambiguous =
            is_short(&said) && meant.iter().filter(|(_, heard, cells, _)| *heard > 0.8 && *cells >= 0.0).count() > 1;
        for (field, heard, cells, clearly) in meant {
            let found = found(heard, cells, clearly, ambiguous, &said, field);
            pairs.push((heard + WEIGHT * cells, vec![*column], field, found));
        }
    }
    pairs.extend(
        household::names(&headers, &fields, profiles).map(|(columns, field, found)| (1.2, columns, field, found)),
    );
    keep_sides_together(&mut pairs, &headers);
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let (mut assigned, mut used): (Vec<Assigned>, BTreeSet<usize>) = (Vec::new(), BTreeSet::new());
    for (score, columns, field, found) in pairs {
        let free = columns.iter().all(|column| !used.contains(column));
        if free && field.name.is_empty() {
            used.extend(&columns);
        } else if free && score > 0.0 && !assigned.iter().any(|one| one.field == field.name) {
            used.extend(&columns);
            assigned.push(Assigned { field: field.name, columns, score, found });
        }
    }
    assigned
}

/// Debit and credit stand under one head: of several heads with both sides the one that names an opening best, the first of
/// those alike. One side of the opening and the other of a movement make no balance.
fn keep_sides_together(pairs: &mut Vec<Pair>, headers: &BTreeMap<usize, Header>) {
    let side = |pair: &Pair| {
        let head = headers.get(pair.1.first()?).filter(|header| !header.group.is_empty())?.group_at;
        ["debit", "credit"].contains(&pair.2.name).then_some((head, pair.2.name))
    };
    let mut heads: BTreeMap<usize, BTreeMap<&str, u8>> = BTreeMap::new();
    for pair in pairs.iter() {
        if let Some((head, name)) = side(pair) {
            let sure = heads.entry(head).or_default().entry(name).or_default();
            *sure = (*sure).max(pair.3.sure);
        }
    }
    let whole = heads.iter().filter(|(_, sides)| sides.len() == 2);
    let best = whole.max_by_key(|(head, sides)| {
        let heard = headers.values().find(|header| header.group_at == **head && !header.group.is_empty());
        let opening = heard.is_some_and(|header| mentions("opening_head", &fold(&header.group)));
        (opening, sides.values().map(|sure| u32::from(*sure)).sum::<u32>(), std::cmp::Reverse(**head))
    });
    if let Some(best) = best.map(|(head, _)| *head) {
        pairs.retain(|pair| side(pair).is_none_or(|(head, _)| head == best));
    }
}

/// Whether a header speaks of another person than the field: of a guarantor, a guardian, a wife.
fn is_of_another(header: &Header, field: &Field) -> bool {
    // «ابن1» is a son as well.
    let folded =
        fold(&header.text().chars().map(|letter| if letter.is_numeric() { ' ' } else { letter }).collect::<String>());
    let is_other = |token: &str| words("another").any(|(_, word)| word == token);
    let own = |token: &str| field.words.iter().any(|word| word.split(' ').any(|one| without_article(one) == token));
    folded.split(' ').map(without_article).any(|token| is_other(token) && !own(token))
}

/// Whether a header names one side, and the field is the balance of both.
fn is_one_side(header: &Header, field: &Field) -> bool {
    if !field.balance || field.name != "amount" {
        return false;
    }
    let folded = fold(&header.text());
    let says = |side: &str| {
        words("side")
            .any(|(meaning, word)| meaning == side && word.chars().count() > 2 && contains_words(&folded, word))
    };
    says("debit") != says("credit")
}

/// Whether a header is a letter or two.
fn is_short(said: &[String]) -> bool {
    said.first().is_some_and(|whole| whole.chars().count() <= 2)
}

fn found(heard: f64, cells: f64, clearly: bool, ambiguous: bool, said: &[String], field: &Field) -> Found {
    let exact = said.first().is_some_and(|whole| field.words.iter().any(|word| word == whole));
    let why = match (exact, heard < HEARD) {
        (_, true) => Why::Cells,
        (true, _) => Why::Header,
        (false, _) => Why::Alike,
    };
    let sure = match why {
        Why::Cells => 0.6,
        _ if clearly => heard.max(0.9),
        _ if ambiguous && !exact => 0.5,
        // Numbers where words were to be: codes of another program, which only the office can tell.
        _ if matches!(field.name, "city" | "district" | "marital_status") && cells < -0.3 => 0.5,
        // A header of one letter is believed where the cells agree.
        _ if is_short(said) && !exact => heard * 0.5 + 0.4 * cells,
        _ => heard + 0.2 * cells.min(0.5),
    };
    Found { why, sure: percent(sure) }
}

fn percent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).into()) };
        let rows = rows.iter().map(|cells| cells.iter().map(cell).collect()).collect();
        Sheet::visible("ورقة 1", rows)
    }

    fn columns(layout: &Layout) -> Vec<(&str, Vec<usize>)> {
        layout.columns.iter().map(|(field, at)| (field.as_str(), at.clone())).collect()
    }

    #[test]
    fn a_region_and_a_governorate_stand_beside_the_town_and_for_it_where_there_is_none() {
        let found = |header: &[&str]| {
            let found = in_sheet(&sheet(&[header]), TableKind::Beneficiaries).expect("a register");
            found.columns.into_iter().filter(|(_, at)| at[0] > 1).map(|(field, at)| (field, at[0])).collect::<Vec<_>>()
        };
        let named =
            |pairs: &[(&str, usize)]| pairs.iter().map(|(name, at)| ((*name).to_owned(), *at)).collect::<Vec<_>>();
        assert_eq!(
            found(&["الاسم", "رقم الهوية", "المنطقة", "المحافظة", "المدينة"]),
            named(&[("city", 4), ("governorate", 3), ("region", 2)]),
        );
        assert_eq!(found(&["الاسم", "رقم الهوية", "المحافظة"]), named(&[("city", 2)]), "alone it is the town");
    }

    #[test]
    fn another_offices_headers_are_understood() {
        let sheet = sheet(&[
            &["جمعية البر"],
            &[],
            &["ت", "إسم المستفيد", "رقم السجل المدني", "رقم الجوال (بدون مسافات)", "الحي/القرية", "ملاحظات الباحث"],
            &["1", "نورة", "1000000008", "0501234567", "الريان", ""],
        ]);
        let layout = in_sheet(&sheet, TableKind::Beneficiaries).expect("a register");
        assert_eq!(layout.header_row, 3);
        let expected =
            [("district", 4), ("full_name", 1), ("id_number", 2), ("mobile", 3), ("notes", 5), ("serial", 0)];
        assert_eq!(columns(&layout), expected.map(|(field, at)| (field, vec![at])));
        assert!(layout.missing().is_empty());
        assert!(in_sheet(&sheet, TableKind::Openings).is_none(), "it is no other kind of table");
    }

    #[test]
    fn a_remembered_map_finds_its_columns_where_they_moved() {
        let before = sheet(&[&["الاسم", "رمز خاص"], &["نورة", "1000000008"]]);
        let mut layout = at_row(&before, TableKind::Beneficiaries, 1);
        layout.columns = BTreeMap::from([("full_name".to_owned(), vec![0]), ("id_number".to_owned(), vec![1])]);
        let after = sheet(&[&["عنوان"], &["م", "رمز  خاص", "الإسم"], &["1", "1000000008", "نورة"]]);
        let found = layout.remember(&before).find(&after).expect("it fits");
        assert_eq!(
            (found.header_row, &found.columns["id_number"], &found.columns["full_name"]),
            (2, &vec![1], &vec![2])
        );
        assert!(layout.remember(&before).find(&sheet(&[&["شيء آخر"]])).is_none());
    }

    #[test]
    fn names_and_days_are_put_together_from_their_columns() {
        let sheet = sheet(&[
            &["الاسم الأول", "اسم الأب", "اسم العائلة", "رقم الهوية", "سنة الميلاد", "شهر الميلاد", "يوم الميلاد"],
            &["نورة", "سعد", "العتيبي", "1000000008", "1400", "2", "3"],
        ]);
        let layout = in_sheet(&sheet, TableKind::Beneficiaries).expect("a register");
        assert_eq!(
            columns(&layout),
            [("birth_date", vec![6, 5, 4]), ("full_name", vec![0, 1, 2]), ("id_number", vec![3])]
        );
    }
}

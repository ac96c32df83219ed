//! Values that stand in no column: in the name of the sheet, or in a line above the header.

use crate::TableKind;
use crate::headers::{fit, readings};
use crate::layout::{Given, Layout};
use crate::vocabulary::{Holds, contains_words, fields, meaning, mentions, words};
use kernel::arabic::{fold, tidy_line, to_latin};
use sheets::{Sheet, Workbook};
use std::collections::BTreeMap;

/// A header that names a value above the table fits at least so well.
const NAMES_IT: f64 = 0.75;

/// What a sheet tells of all its rows.
pub fn find(sheet: &Sheet, layout: &Layout) -> BTreeMap<String, Given> {
    let mut found = from_lines(sheet, layout);
    for (field, given) in from_name(sheet, layout) {
        found.entry(field).or_insert(given);
    }
    found
}

/// «المحافظة: فرسان»: a line above the header that names its field.
fn from_lines(sheet: &Sheet, layout: &Layout) -> BTreeMap<String, Given> {
    let mut found = BTreeMap::new();
    let above = layout.header_row.saturating_sub(layout.header_rows);
    for cell in sheet.rows.iter().take(above).flatten().filter(|cell| !cell.is_blank()) {
        let text = cell.text();
        for said in text.split(['\n', '،', '؛', ';']) {
            let Some((name, value)) = said.split_once([':', '=']) else { continue };
            let (readings, value) = (readings(name), tidy_line(value));
            let field = fields(layout.kind)
                .iter()
                .filter(|field| matches!(field.holds, Holds::Word | Holds::Name | Holds::Text))
                .filter(|field| {
                    !layout.columns.contains_key(field.name) && field.name != "notes" && !field.must
                        || field.name == "fund"
                })
                .map(|field| (fit(&readings, field), field.name))
                .filter(|(fits, _)| *fits >= NAMES_IT)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let Some((_, field)) = field.filter(|_| !value.is_empty()) else { continue };
            // «المحافظة» alone is the town.
            let beside = fields(layout.kind).iter().find(|known| known.name == field).and_then(|known| known.beside);
            let field = beside.filter(|town| !layout.columns.contains_key(*town)).unwrap_or(field);
            let given = Given { value, said: tidy_line(said), in_sheet_name: false, by_hand: false };
            found.entry(field.to_owned()).or_insert(given);
        }
    }
    found
}

/// The name of a sheet; of a csv, whose sheet is named like the file, without its ending.
fn title(name: &str) -> String {
    let lower = name.to_lowercase();
    let end = [".csv", ".txt", ".tsv"].iter().find(|end| lower.ends_with(**end)).map_or(0, |end| end.len());
    tidy_line(&name[..name.len() - end])
}

/// What the name of the sheet may stand for in a table of this kind.
fn from_name(sheet: &Sheet, layout: &Layout) -> BTreeMap<String, Given> {
    let mut found = BTreeMap::new();
    let lacks = |field: &str| !layout.columns.contains_key(field);
    let mut year = |field: &str, year: Option<Year>| {
        if let Some(Year { year, said, in_sheet_name }) = year {
            found.insert(field.to_owned(), Given { value: year, said, in_sheet_name, by_hand: false });
        }
    };
    match layout.kind {
        TableKind::Loans => year("disbursed_on", year_for(sheet, layout, "disbursed_on")),
        TableKind::Repayments => {
            let across = !layout.months.is_empty() && layout.months.values().any(|month| month.year.is_none());
            year("date", if across { year_of(sheet, layout) } else { year_for(sheet, layout, "date") });
        }
        TableKind::Tranches => year("date", year_for(sheet, layout, "date")),
        TableKind::Visits => {
            for field in ["date", "next_date"] {
                year(field, year_for(sheet, layout, field));
            }
        }
        TableKind::Commitments => {
            for field in ["due", "met_on", "made_on"] {
                year(field, year_for(sheet, layout, field));
            }
        }
        TableKind::Guarantees => year("until", year_for(sheet, layout, "until")),
        TableKind::Requests => {
            for field in ["received", "decided_on", "executed_on", "closed_on"] {
                year(field, year_for(sheet, layout, field));
            }
        }
        TableKind::Assessments => {
            for field in ["assessed_on", "reviewed_on"] {
                year(field, year_for(sheet, layout, field));
            }
        }
        _ => {}
    }
    let mut give = |field: &str, value: String| {
        let given = Given { value, said: sheet.name.clone(), in_sheet_name: true, by_hand: false };
        found.insert(field.to_owned(), given);
    };
    match layout.kind {
        TableKind::Beneficiaries if lacks("city") => {
            let name = title(&sheet.name);
            // «مدينة صبيا» is named by its town.
            let town = name.split_once(' ').filter(|(head, _)| meaning("town_word", head).is_some());
            let town = town.map_or(name.as_str(), |(_, town)| town);
            if meaning("governorate", town).is_some() || meaning("governorate", &name).is_some() {
                give("city", town.to_owned());
            }
        }
        TableKind::Tranches if lacks("no") && layout.tranches.is_empty() => {
            if let Some(number) = ordinal(&title(&sheet.name)) {
                give("no", number);
            }
        }
        // «التزامات الجمعية»: whose promises they are.
        TableKind::Commitments if lacks("side") => {
            let folded = fold(&title(&sheet.name));
            let sides = words("promise_side").filter(|(_, word)| contains_words(&folded, word));
            let sides: std::collections::BTreeSet<&str> = sides.map(|(side, _)| side).collect();
            if let [side] = sides.into_iter().collect::<Vec<_>>()[..] {
                give("side", side.to_owned());
            }
        }
        TableKind::Openings if lacks("fund") && layout.funds.is_empty() && !is_plain(&title(&sheet.name)) => {
            give("fund", title(&sheet.name))
        }
        _ => {}
    }
    found
}

/// Sheets of one shape that differ in their names alone: what they differ in is offered as a value.
pub fn compare(book: &Workbook, layouts: &mut [Layout]) {
    let named = |layout: &Layout| !is_plain(&layout.sheet) && year_in(&layout.sheet).is_none();
    let is_register = |layout: &Layout| layout.kind == TableKind::Beneficiaries;
    if layouts.iter().filter(|layout| is_register(layout)).count() < 2 {
        return;
    }
    let register: Vec<&Layout> = layouts.iter().filter(|layout| is_register(layout) && named(layout)).collect();
    let names: Vec<String> = register.iter().map(|layout| title(&layout.sheet)).collect();
    // Names of people, where none of them is a town: a sheet for each researcher.
    let is_town = |name: &String| meaning("governorate", name).is_some();
    let people = names.iter().filter(|name| is_person(name)).count();
    let field = match people * 2 > names.len() && !names.iter().any(is_town) {
        true => "researcher",
        false => "city",
    };
    for layout in layouts.iter_mut().filter(|layout| is_register(layout) && named(layout)) {
        let here = book.sheets.iter().any(|sheet| sheet.name == layout.sheet);
        if here && !layout.columns.contains_key(field) && !layout.given.contains_key(field) {
            let value = without_title(&title(&layout.sheet)).to_owned();
            let given = Given { value, said: layout.sheet.clone(), in_sheet_name: true, by_hand: false };
            layout.given.insert(field.to_owned(), given);
        }
    }
}

/// «أ. محمد الحربي»، «الباحثة منى»، «نورة السبيعي»: a title before it, or several words of which the last is a family's.
fn is_person(name: &str) -> bool {
    let folded = fold(name);
    let parts: Vec<&str> = folded.split(' ').collect();
    let family = parts.last().is_some_and(|last| last.starts_with("ال") && last.ends_with('ي'));
    without_title(name) != name || (2..=4).contains(&parts.len()) && family && !mentions("place_word", &folded)
}

/// A name without the title before it.
pub fn without_title(name: &str) -> &str {
    let is_title = |word: &str| words("person_title").any(|(_, title)| title == fold(word));
    match name.split_once([' ', '.', '/']) {
        Some((first, rest)) if is_title(first) => without_title(rest.trim_start_matches([' ', '.', '/', ':', '-'])),
        _ => name,
    }
}

/// A name a program gives, or one that only says what kind of table it is.
fn is_plain(name: &str) -> bool {
    let letters: String = to_latin(name).chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let folded = fold(&letters);
    folded.is_empty()
        || words("sheet_name").any(|(_, word)| word == folded)
        || words("table").any(|(_, word)| contains_words(&folded, word))
}

/// A year that the days of a sheet lack, and where it was read.
struct Year {
    year: String,
    said: String,
    in_sheet_name: bool,
}

/// The year of a sheet whose days of this field lack theirs.
fn year_for(sheet: &Sheet, layout: &Layout, field: &str) -> Option<Year> {
    let of_tranches = layout.tranches.values().filter_map(|one| one.columns.get(field)).map(|column| vec![*column]);
    let columns: Vec<Vec<usize>> = layout.columns.get(field).cloned().into_iter().chain(of_tranches).collect();
    let lacking = |row: usize, columns: &[usize]| {
        let text = crate::part::joined(sheet, row, columns);
        matches!(crate::money::partial(&text), Some(crate::money::Partial::DayMonth { .. }))
    };
    let rows = layout.header_row..sheet.rows.len().min(layout.header_row + 60);
    let any = columns.iter().any(|columns| rows.clone().any(|row| lacking(row, columns)));
    any.then(|| year_of(sheet, layout)).flatten()
}

/// The year the name of the sheet says, else a line above the header.
fn year_of(sheet: &Sheet, layout: &Layout) -> Option<Year> {
    let above = layout.header_row.saturating_sub(layout.header_rows);
    let lines = sheet.rows.iter().take(above).flatten().filter(|cell| matches!(cell, sheets::Cell::Text(_)));
    let lines = lines.map(|cell| (tidy_line(&cell.text()), false));
    let found = |(said, in_sheet_name): (String, bool)| Some(Year { year: year_in(&said)?, said, in_sheet_name });
    std::iter::once((sheet.name.clone(), true)).chain(lines).find_map(found)
}

/// A year of four digits in a text.
fn year_in(text: &str) -> Option<String> {
    let latin = to_latin(text);
    let runs = latin.split(|letter: char| !letter.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter(|run| run.parse().is_ok_and(|year: u32| matches!(year, 1400..=1500 | 1990..=2100)))
        .map(str::to_owned)
        .next()
}

/// «الدفعة الثانية», «دفعة 2»: the number a name carries.
fn ordinal(name: &str) -> Option<String> {
    let folded = fold(name);
    let named = words("ordinal").filter(|(_, word)| contains_words(&folded, word)).max_by_key(|(_, word)| word.len());
    let digits: Vec<&str> = folded.split(' ').filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    match (named, &digits[..]) {
        (Some((number, _)), _) => Some(number.to_owned()),
        (None, [number]) if number.len() <= 2 => Some((*number).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_carry_years_and_numbers() {
        assert_eq!(year_in("تمويل ٢٠٢٤").as_deref(), Some("2024"));
        assert_eq!(year_in("سداد 2026 (1)").as_deref(), Some("2026"));
        assert_eq!(year_in("ملف 12345"), None);
        assert_eq!(ordinal("الدفعة الثانية").as_deref(), Some("2"));
        assert_eq!(ordinal("دفعة ٣").as_deref(), Some("3"));
        assert_eq!(ordinal("دفعات الصرف"), None);
        assert!(is_plain("Sheet1") && is_plain("ورقة ١") && is_plain("المستفيدون") && !is_plain("صبيا"));
    }
}

//! Where a table stands in a workbook: its sheet, its header row and which column is which.

use crate::vocabulary::{Field, contains_words, fields, fold_header, meaning};
use crate::{Subject, TableKind};
use kernel::arabic::fold;
use serde::{Deserialize, Serialize};
use sheets::{Cell, Sheet, Workbook};
use std::collections::{BTreeMap, BTreeSet};

/// Headers stand near the top; further down they are not looked for.
const HEADER_WITHIN: usize = 60;

/// Where one table stands. Found by [`find`], corrected by a person, kept with the import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    pub kind: TableKind,
    pub sheet: String,
    /// The number of the header's row in the sheet, from 1.
    pub header_row: usize,
    /// Field to column, counted from 0.
    pub columns: BTreeMap<String, usize>,
}

/// A layout remembered under a name for the next file of the same office: by what the headers say, because columns move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMap {
    pub kind: TableKind,
    /// Field to header, as it was typed.
    pub headers: BTreeMap<String, String>,
}

impl Layout {
    /// The fields without which this table cannot be read and for which no column was found.
    pub fn missing(&self) -> Vec<&'static str> {
        fields(self.kind)
            .iter()
            .filter(|field| field.must && !self.columns.contains_key(field.name))
            .map(|field| field.name)
            .collect()
    }

    /// The columns that hold something below the header and belong to no field, by the letters of the column.
    pub fn unmapped(&self, sheet: &Sheet) -> Vec<String> {
        let used: BTreeSet<usize> = self.columns.values().copied().collect();
        let header = sheet.rows.get(self.header_row.saturating_sub(1)).map_or(&[][..], Vec::as_slice);
        let named = header.iter().enumerate().filter(|(_, cell)| !cell.is_blank()).map(|(column, _)| column);
        named.filter(|column| !used.contains(column)).map(letters).collect()
    }

    /// What the header of a field says.
    pub fn header<'a>(&self, sheet: &'a Sheet, field: &str) -> std::borrow::Cow<'a, str> {
        self.columns.get(field).map_or(std::borrow::Cow::Borrowed(""), |column| {
            sheet.cell(self.header_row.saturating_sub(1), *column).text()
        })
    }

    /// This layout as a map to be remembered.
    pub fn remember(&self, sheet: &Sheet) -> ColumnMap {
        let headers = self.columns.keys().map(|field| (field.clone(), self.header(sheet, field).into_owned()));
        ColumnMap { kind: self.kind, headers: headers.collect() }
    }
}

impl ColumnMap {
    /// Finds the remembered headers in a sheet; `None` when fewer than half of them stand in one row.
    pub fn find(&self, sheet: &Sheet) -> Option<Layout> {
        let rows = sheet.rows.iter().take(HEADER_WITHIN).enumerate();
        let (row, columns) = rows
            .map(|(row, cells)| {
                let place = |header: &String| {
                    let folded = fold_header(header);
                    cells.iter().position(|cell| !cell.is_blank() && fold_header(&cell.text()) == folded)
                };
                let found = self.headers.iter().filter_map(|(field, header)| Some((field.clone(), place(header)?)));
                (row, found.collect::<BTreeMap<_, _>>())
            })
            .max_by_key(|(row, columns)| (columns.len(), usize::MAX - row))?;
        let enough = columns.len() * 2 >= self.headers.len() && !columns.is_empty();
        enough.then(|| Layout { kind: self.kind, sheet: sheet.name.clone(), header_row: row + 1, columns })
    }
}

/// The letters a spreadsheet calls a column by: 0 is A, 26 is AA.
pub fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return letters.into_iter().rev().collect(),
        }
    }
}

/// Finds the tables of a subject in a workbook: for each kind the sheet and the row whose words fit it best, no sheet
/// twice. A kind for which nothing fits is left out.
pub fn find(book: &Workbook, subject: Subject) -> Vec<Layout> {
    let mut candidates: Vec<(usize, usize, Layout)> = Vec::new();
    for (place, sheet) in book.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden) {
        for kind in subject.tables() {
            if let Some(layout) = in_sheet(sheet, *kind) {
                let named = meaning("table", &sheet.name).is_some_and(|(name, _)| name == kind.name());
                let musts = fields(*kind).iter().filter(|field| field.must).count() - layout.missing().len();
                candidates.push(((layout.columns.len() + musts) * 2 + usize::from(named) * 5, place, layout));
            }
        }
    }
    candidates.sort_by_key(|(score, place, _)| (usize::MAX - score, *place));
    let mut found: Vec<Layout> = Vec::new();
    for (_, _, layout) in candidates {
        if !found.iter().any(|other| other.kind == layout.kind || other.sheet == layout.sheet) {
            found.push(layout);
        }
    }
    found.sort_by_key(|layout| layout.kind);
    found
}

/// The header row of a kind of table in one sheet, where one stands there.
pub fn in_sheet(sheet: &Sheet, kind: TableKind) -> Option<Layout> {
    let rows = sheet.rows.iter().take(HEADER_WITHIN).enumerate();
    let best = rows.map(|(row, cells)| (row, columns_of(cells, fields(kind)))).max_by_key(|(row, columns)| {
        let musts = fields(kind).iter().filter(|field| field.must && columns.contains_key(field.name)).count();
        (musts, columns.len(), usize::MAX - row)
    });
    let (row, columns) = best?;
    let musts: Vec<_> = fields(kind).iter().filter(|field| field.must).collect();
    let found = musts.iter().filter(|field| columns.contains_key(field.name)).count();
    // Two headers, and at least half of those that count: fewer words may stand together in any title.
    let enough = found * 2 >= musts.len() && columns.len() >= 2;
    enough.then(|| Layout { kind, sheet: sheet.name.clone(), header_row: row + 1, columns })
}

/// A table whose header stands in a row a person chose (from 1): its columns by what the headers say.
pub fn at_row(sheet: &Sheet, kind: TableKind, header_row: usize) -> Layout {
    let cells = header_row.checked_sub(1).and_then(|row| sheet.rows.get(row)).map_or(&[][..], Vec::as_slice);
    Layout { kind, sheet: sheet.name.clone(), header_row, columns: columns_of(cells, fields(kind)) }
}

/// Which column is which: the best fitting pair first, no column and no field twice. A field that is told apart from
/// another takes part only where the other has a column of its own: «المحافظة» alone is the town.
fn columns_of(cells: &[Cell], fields: &[Field]) -> BTreeMap<String, usize> {
    let found = fitting(cells, fields, &|_| true);
    let alone = |field: &Field| field.beside.is_some_and(|other| !found.contains_key(other));
    if fields.iter().any(alone) { fitting(cells, fields, &|field| !alone(field)) } else { found }
}

fn fitting(cells: &[Cell], fields: &[Field], takes_part: &dyn Fn(&Field) -> bool) -> BTreeMap<String, usize> {
    let mut pairs = Vec::new();
    for (column, cell) in cells.iter().enumerate() {
        let Cell::Text(text) = cell else { continue };
        let readings = readings(text);
        for (place, field) in fields.iter().enumerate().filter(|(_, field)| takes_part(field)) {
            if let Some(fit) = fit(&readings, field) {
                pairs.push((usize::MAX - fit, column, place));
            }
        }
    }
    pairs.sort_unstable();
    let mut found = BTreeMap::new();
    let mut used = BTreeSet::new();
    for (_, column, place) in pairs {
        let name = fields[place].name;
        if !used.contains(&column) && !found.contains_key(name) {
            used.insert(column);
            found.insert(name.to_owned(), column);
        }
    }
    found
}

/// The ways to read a header, folded, best first: whole, without what stands in brackets, and each side of a stroke.
fn readings(text: &str) -> Vec<String> {
    let without_brackets = text.split(['(', '[']).next().unwrap_or_default();
    let mut readings = vec![fold_header(text), fold(without_brackets)];
    readings.extend(text.split(['/', '\\', '|', '\n']).map(fold));
    readings.retain(|reading| !reading.is_empty());
    readings
}

/// How well a header fits a field; larger is better. Equal words fit best, then a header that contains the words of
/// the field, the longer the better.
fn fit(readings: &[String], field: &Field) -> Option<usize> {
    let equal = readings.iter().enumerate().find_map(|(reading, text)| {
        let word = field.words.iter().position(|word| word == text)?;
        Some(10_000 - reading * 100 - word)
    });
    let contained = || {
        let whole = readings.first()?;
        let longest = field.words.iter().filter(|word| word.chars().count() > 2 && contains_words(whole, word));
        longest.map(|word| word.chars().count()).max()
    };
    equal.or_else(contained)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).into()) };
        let rows = rows.iter().map(|cells| cells.iter().map(cell).collect()).collect();
        Sheet::visible("ورقة 1", rows)
    }

    #[test]
    fn a_region_and_a_governorate_stand_beside_the_town_and_for_it_where_there_is_none() {
        let columns = |header: &[&str]| {
            let found = in_sheet(&sheet(&[header]), TableKind::Beneficiaries).expect("a register");
            found.columns.into_iter().filter(|(_, column)| *column > 1).collect::<Vec<_>>()
        };
        let named =
            |pairs: &[(&str, usize)]| pairs.iter().map(|(name, at)| ((*name).to_owned(), *at)).collect::<Vec<_>>();
        assert_eq!(
            columns(&["الاسم", "رقم الهوية", "المنطقة", "المحافظة", "المدينة"]),
            named(&[("city", 4), ("governorate", 3), ("region", 2)]),
        );
        assert_eq!(columns(&["الاسم", "رقم الهوية", "المحافظة"]), named(&[("city", 2)]), "alone it is the town");
    }

    #[test]
    fn another_offices_headers_are_understood() {
        let sheet = sheet(&[
            &["جمعية البر"],
            &[],
            &["ت", "إسم المستفيد", "رقم السجل المدني", "رقم الجوال (بدون مسافات)", "الحي/القرية", "ملاحظات الباحث"],
            &["1", "نورة", "1000000008", "0501234567", "الريان", ""],
        ]);
        let layout = in_sheet(&sheet, TableKind::Beneficiaries).unwrap();
        assert_eq!(layout.header_row, 3);
        let columns: Vec<(&str, usize)> = layout.columns.iter().map(|(field, at)| (field.as_str(), *at)).collect();
        let expected =
            [("district", 4), ("full_name", 1), ("id_number", 2), ("mobile", 3), ("notes", 5), ("serial", 0)];
        assert_eq!(columns, expected);
        assert!(layout.missing().is_empty());
        assert!(in_sheet(&sheet, TableKind::Openings).is_none(), "it is no other kind of table");
    }

    #[test]
    fn a_remembered_map_finds_its_columns_where_they_moved() {
        let before = sheet(&[&["الاسم", "رمز خاص"], &["نورة", "1000000008"]]);
        let columns = BTreeMap::from([("full_name".to_owned(), 0), ("id_number".to_owned(), 1)]);
        let layout = Layout { kind: TableKind::Beneficiaries, sheet: before.name.clone(), header_row: 1, columns };
        let after = sheet(&[&["عنوان"], &["م", "رمز  خاص", "الإسم"], &["1", "1000000008", "نورة"]]);
        let found = layout.remember(&before).find(&after).unwrap();
        assert_eq!((found.header_row, found.columns["id_number"], found.columns["full_name"]), (2, 1, 2));
        assert!(layout.remember(&before).find(&sheet(&[&["شيء آخر"]])).is_none());
    }

    #[test]
    fn columns_are_called_by_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}

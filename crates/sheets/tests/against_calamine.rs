//! A second reader over the same files: every cell the two read otherwise is named here, with what a sheet shows.

#![allow(clippy::unwrap_used, reason = "a test may stop where a file is not as it should be")]

use calamine::{Data, Reader, SheetVisible, open_workbook_auto_from_rs};
use sheets::{Cell, Limits};
use std::collections::BTreeSet;
use std::io::Cursor;

/// File, row and column from 0, what is shown there, and what the other reader says.
const OTHERWISE: &[(&str, u32, u32, &str, &str)] = &[
    // Its format is 00000.
    ("leading_zeros_register.xlsx", 5, 1, "00042", "42"),
    ("leading_zeros_register.xlsx", 6, 1, "00007", "7"),
    // Before 1900 no spreadsheet counts alike; the day number is kept as it is, and refused as a day.
    ("hijri_typed_as_date.xlsx", 5, 5, "-180715", "1899-12-31"),
    // The words of shapes drawn over the cells.
    ("comment_and_shape.ods", 6, 2, "راكان دخيل هلال الرويتعي", "ختم الجمعية\nراكان دخيل هلال الرويتعي"),
    ("comment_and_shape.ods", 7, 8, "عنيزة", "توقيع الباحث\nعنيزة"),
];

/// What the other reader says, as we would show it.
fn said(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        other => other.to_string(),
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Day(day) => day.to_string(),
        other => other.text().trim().to_owned(),
    }
}

#[test]
fn another_reader_finds_the_same_but_for_what_it_cannot_tell() {
    let folders = ["cases", "../intake/cases/qassim"].map(|folder| format!("{}/{folder}", env!("CARGO_MANIFEST_DIR")));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let (mut alike, mut otherwise) = (0, BTreeSet::new());
    for path in files.filter(|path| path.extension().is_some_and(|end| end == "xlsx" || end == "ods")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let ours = sheets::read(&bytes, &name, &Limits::default()).unwrap();
        let mut theirs = open_workbook_auto_from_rs(Cursor::new(bytes)).unwrap();
        let listed = theirs.sheets_metadata().to_vec();
        assert_eq!(listed.len(), ours.sheets.len(), "{name}");
        for (sheet, other) in ours.sheets.iter().zip(listed) {
            let hidden = other.visible != SheetVisible::Visible;
            assert_eq!((sheet.name.as_str(), sheet.hidden), (other.name.as_str(), hidden), "{name}");
            let range = theirs.worksheet_range(&other.name).unwrap();
            for (row, cells) in sheet.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    if sheet.merged_into.contains(&(row, column)) {
                        continue;
                    }
                    let place = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
                    let (ours, theirs) = (shown(cell), range.get_value(place).map(said).unwrap_or_default());
                    if ours == theirs.trim() {
                        alike += usize::from(!ours.is_empty());
                    } else {
                        otherwise.insert((name.clone(), place.0, place.1, ours, theirs));
                    }
                }
            }
        }
    }
    let expected = OTHERWISE.iter().map(|(name, row, column, ours, theirs)| {
        ((*name).to_owned(), *row, *column, (*ours).to_owned(), (*theirs).to_owned())
    });
    assert_eq!(otherwise, expected.collect());
    assert!(alike > 10_000, "{alike} cells are a comparison of nothing");
}

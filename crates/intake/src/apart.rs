//! Several tables on a sheet, one below the other or side by side: each becomes a sheet of its own, whose rows and columns
//! keep their places.

use crate::headers::{headers, readings};
use crate::recognise::{HEADER_WITHIN, candidate, is_header};
use crate::vocabulary::{fold_header, is_a_word};
use crate::{Subject, TableKind};
use sheets::{Cell, Sheet, Workbook};
use std::collections::HashSet;

/// A header of a second table says at least so much that the program knows; two such words may stand in any row.
const LISTED: usize = 3;

/// A workbook in which no sheet holds a second table below the first or beside it: what follows the first header of another
/// table, with the title above it, or stands behind a blank column, is on a sheet of its own, «القروض (2)». A sheet is
/// divided only where both halves are tables.
pub fn apart(book: Workbook) -> Workbook {
    let mut names: HashSet<String> = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::with_capacity(book.sheets.len());
    for sheet in book.sheets {
        let name = sheet.name.clone();
        let mut rest = Some(sheet);
        let mut number = 1;
        while let Some(sheet) = rest.take() {
            let Some((first, mut second)) = side_by_side(&sheet).or_else(|| divided(&sheet)) else {
                sheets.push(sheet);
                continue;
            };
            second.name = loop {
                number += 1;
                let new = format!("{name} ({number})");
                if names.insert(new.clone()) {
                    break new;
                }
            };
            sheets.push(first);
            rest = Some(second);
        }
    }
    Workbook { sheets }
}

/// The first table of a sheet, and what stands below it, where that is a table too.
fn divided(sheet: &Sheet) -> Option<(Sheet, Sheet)> {
    let first = (0..sheet.rows.len().min(HEADER_WITHIN + lead(sheet))).find(|row| heads_a_table(sheet, *row))?;
    let above = folded(sheet, first);
    let start = (first + 2..sheet.rows.len())
        .filter(|row| filled(sheet, row - 1) < 2 && heads_a_table(sheet, *row))
        .find(|row| !repeats(&above, &folded(sheet, *row)))
        .map(|row| begins(sheet, row))?;
    let data = (first + 1..start).any(|row| filled(sheet, row) > 1);
    let (upper, lower) = (upto(sheet, start), from(sheet, start));
    (data && is_a_table(&upper) && is_a_table(&lower)).then_some((upper, lower))
}

/// The table before a blank column, and what stands behind it, where that is a table too. A blank column may also stand within
/// one table: so each side must have every column that its kind of table needs.
fn side_by_side(sheet: &Sheet) -> Option<(Sheet, Sheet)> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_blank = |column: usize| (0..sheet.rows.len()).all(|row| sheet.cell(row, column).is_blank());
    // What the tables are shows in their first rows.
    let top = upto(sheet, sheet.rows.len().min(lead(sheet) + 2 * HEADER_WITHIN));
    let parts = |column: usize| (move |at: usize| at < column, move |at: usize| at > column);
    let between = (1..width.saturating_sub(1)).filter(|column| is_blank(*column)).find(|column| {
        let (before, behind) = parts(*column);
        is_whole(&only(&top, before)) && is_whole(&only(&top, behind))
    })?;
    let (before, behind) = parts(between);
    Some((only(sheet, before), only(sheet, behind)))
}

/// How many rows at the top hold nothing.
pub fn lead(sheet: &Sheet) -> usize {
    (0..sheet.rows.len()).take_while(|row| filled(sheet, *row) == 0).count()
}

fn filled(sheet: &Sheet, row: usize) -> usize {
    sheet.rows[row].iter().filter(|cell| !cell.is_blank()).count()
}

/// Most of what stands in the row are words that head a column of one kind of table.
fn heads_a_table(sheet: &Sheet, row: usize) -> bool {
    let filled = filled(sheet, row);
    if filled < LISTED || !is_header(sheet, row, 1) {
        return false;
    }
    let said: Vec<Vec<String>> = headers(sheet, row, 1).values().map(|header| readings(&header.text())).collect();
    let listed = |kind: TableKind| said.iter().filter(|said| said.iter().any(|one| is_a_word(kind, one))).count();
    TableKind::ALL.into_iter().map(listed).max().is_some_and(|listed| listed >= LISTED && listed * 3 >= filled * 2)
}

fn folded(sheet: &Sheet, row: usize) -> Vec<String> {
    sheet.rows[row].iter().map(|cell| if cell.is_blank() { String::new() } else { fold_header(&cell.text()) }).collect()
}

/// Whether a header is one of before once more, as it stands at the top of each page.
fn repeats(above: &[String], row: &[String]) -> bool {
    let said = row.iter().filter(|text| !text.is_empty()).count();
    let same = row.iter().zip(above).filter(|(one, other)| !one.is_empty() && one == other).count();
    same * 2 > said
}

/// The first row of a table whose header is known: its title and the heads over several columns belong to it.
fn begins(sheet: &Sheet, header: usize) -> usize {
    let title = |row: &usize| {
        let texts = sheet.rows[*row].iter().filter(|cell| !cell.is_blank()).all(|cell| matches!(cell, Cell::Text(_)));
        filled(sheet, *row) == 1 && texts
    };
    (0..header).rev().take_while(title).last().unwrap_or(header)
}

fn is_a_table(sheet: &Sheet) -> bool {
    let kinds = Subject::ALL.iter().flat_map(|subject| subject.tables());
    // Registers of following up and of requests say little of their own: below another table all of it must be there.
    let alone = [Subject::FollowUp, Subject::CaseRegisters];
    let whole = |kind: &TableKind| !alone.iter().any(|subject| subject.tables().contains(kind));
    kinds
        .into_iter()
        .any(|kind| candidate(sheet, *kind).is_some_and(|found| whole(kind) || found.layout.missing().is_empty()))
}

/// Whether a sheet is a table that lacks nothing.
fn is_whole(sheet: &Sheet) -> bool {
    let kinds = Subject::ALL.iter().flat_map(|subject| subject.tables());
    kinds.into_iter().any(|kind| candidate(sheet, *kind).is_some_and(|found| found.layout.missing().is_empty()))
}

/// The sheet with some of its columns alone; the others are blank.
fn only(sheet: &Sheet, keeps: impl Fn(usize) -> bool) -> Sheet {
    let cell = |(at, cell): (usize, &Cell)| if keeps(at) { cell.clone() } else { Cell::Empty };
    let kept = |(_, column): &&(usize, usize)| keeps(*column);
    Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        epoch: sheet.epoch,
        rows: sheet.rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect(),
        merged_into: sheet.merged_into.iter().filter(kept).copied().collect(),
        spanning: sheet.spanning.iter().filter(kept).copied().collect(),
    }
}

fn upto(sheet: &Sheet, end: usize) -> Sheet {
    let within = |(row, _): &&(usize, usize)| *row < end;
    Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        epoch: sheet.epoch,
        rows: sheet.rows[..end].to_vec(),
        merged_into: sheet.merged_into.iter().filter(within).copied().collect(),
        spanning: sheet.spanning.iter().filter(within).copied().collect(),
    }
}

fn from(sheet: &Sheet, start: usize) -> Sheet {
    let within = |(row, _): &&(usize, usize)| *row >= start;
    let mut rows = vec![Vec::new(); start];
    rows.extend(sheet.rows[start..].iter().cloned());
    Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        epoch: sheet.epoch,
        rows,
        merged_into: sheet.merged_into.iter().filter(within).copied().collect(),
        spanning: sheet.spanning.iter().filter(within).copied().collect(),
    }
}

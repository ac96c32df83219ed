//! Which rows below the header are data. Blank rows, totals, titles, signatures and repeated headers are neither
//! imported nor errors.

use crate::layout::Layout;
use crate::part::Part;
use crate::validated::SkippedRow;
use crate::vocabulary::{fields, fold_header, mentions, words};
use crate::{money, text};
use kernel::arabic::fold;
use sheets::{Cell, Sheet};
use std::collections::BTreeMap;

/// A row of data: its number counted from 0, and the column whose sum makes it where months stand across.
pub type DataRow = (usize, Option<usize>);

/// The rows that hold data and those that do not.
pub fn sorted(part: &Part<'_>) -> (Vec<DataRow>, Vec<SkippedRow>) {
    let (sheet, layout) = (part.sheet, part.layout);
    let (mut data, mut skipped) = (Vec::new(), Vec::new());
    let headers = header_lines(sheet, layout);
    let across: Vec<usize> = layout.across().collect();
    for row in layout.header_row..sheet.rows.len() {
        let mut skip = |reason: &str| {
            skipped.push(SkippedRow { sheet: part.name.clone(), row: row + 1, reason: reason.to_owned() });
        };
        if let Some(reason) = no_data(sheet, layout, &headers, row) {
            skip(reason);
        } else if across.is_empty() {
            data.push((row, None));
        } else {
            let before = data.len();
            data.extend(
                across.iter().filter(|column| has_money(sheet.cell(row, **column))).map(|column| (row, Some(*column))),
            );
            if data.len() == before {
                skip("no_money");
            }
        }
    }
    (data, skipped)
}

/// A cell under a month, a fund or a tranche that is no dash and no zero: a sum, or a word that must be read as one.
fn has_money(cell: &Cell) -> bool {
    !cell.is_blank()
        && !text::says_nothing(&cell.text())
        && money::amount(cell).map_or(true, |amount| !amount.is_zero())
}

/// The lines of the header, folded, by column.
fn header_lines(sheet: &Sheet, layout: &Layout) -> Vec<BTreeMap<usize, String>> {
    let first = layout.header_row.saturating_sub(layout.header_rows);
    let lines = sheet.rows.iter().take(layout.header_row).skip(first);
    lines
        .map(|cells| {
            let said = cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
            said.map(|(column, cell)| (column, fold_header(&cell.text()))).collect()
        })
        .collect()
}

fn no_data(sheet: &Sheet, layout: &Layout, headers: &[BTreeMap<usize, String>], row: usize) -> Option<&'static str> {
    let serial = layout.columns.get("serial").and_then(|columns| columns.first());
    let filled: Vec<(usize, &Cell)> = sheet.rows[row].iter().enumerate().filter(|(_, cell)| !cell.is_blank()).collect();
    // Rows that were numbered in advance and never filled are blank.
    if filled.iter().all(|(column, cell)| Some(column) == serial && is_number(cell)) {
        return Some("blank");
    }
    if headers.iter().any(|header| repeats_header(header, &filled)) {
        return Some("header");
    }
    if is_total(&filled) {
        return Some("totals");
    }
    // Of a row of data at least half of what the table cannot do without is there; a line below the table has little.
    let musts: Vec<usize> = must_columns(layout);
    let there = musts.iter().filter(|column| filled.iter().any(|(at, _)| at == *column)).count();
    // One that fills half of the table is data, whatever it lacks.
    let few = filled.len() <= (layout.used().len() / 2).max(4);
    let little = few && there * 2 <= musts.len();
    if little && filled.iter().any(|(_, cell)| is_signature(cell)) {
        return Some("signature");
    }
    let title = filled.len() == 1
        && filled.iter().all(|(column, cell)| {
            let spans = sheet.spanning.contains(&(row, *column));
            !is_number(cell) && (spans || !musts.contains(column) || is_note(cell))
        });
    title.then_some("title")
}

/// A sentence that stands alone in its row says something about the table.
fn is_note(cell: &Cell) -> bool {
    let text = cell.text();
    text.split_whitespace().count() > 6 || text.trim_start().starts_with(['*', '※', '•']) || text.contains(':')
}

fn must_columns(layout: &Layout) -> Vec<usize> {
    let musts = fields(layout.kind).iter().filter(|field| field.must);
    musts.filter_map(|field| layout.columns.get(field.name)).flatten().copied().collect()
}

fn repeats_header(header: &BTreeMap<usize, String>, filled: &[(usize, &Cell)]) -> bool {
    let is_same = |(column, cell): &(usize, &Cell)| {
        let (Cell::Text(text), Some(above)) = (cell, header.get(column)) else { return false };
        // Folding takes little away; a text of quite another length is not looked at.
        !above.is_empty() && text.len().abs_diff(above.len()) <= 24 && fold_header(text) == *above
    };
    // Most cells must say the same: where half of them do not, the others are not looked at.
    let mut others = 0;
    for one in filled {
        others += usize::from(!is_same(one));
        if others * 2 >= filled.len() {
            return false;
        }
    }
    true
}

/// One cell says so, and whatever else stands there is a number.
fn is_total(filled: &[(usize, &Cell)]) -> bool {
    let says_so = |cell: &Cell| {
        let Cell::Text(text) = cell else { return false };
        let folded = fold(text);
        // The word alone or at the head of a few: «المجموع الكلي للقروض».
        folded.split(' ').count() <= 5 && words("total").any(|(_, word)| begins_with(&folded, word))
    };
    let mut words = filled.iter().filter(|(_, cell)| !is_number(cell));
    // A label, perhaps repeated; a row of many words is no total.
    let (Some((_, first)), second, None) = (words.next(), words.next(), words.next()) else { return false };
    says_so(first) && second.is_none_or(|(_, cell)| says_so(cell))
}

fn begins_with(folded: &str, word: &str) -> bool {
    folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn is_signature(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    text.contains("....") || text.contains("____") || mentions("signature", &fold(text))
}

/// A number, an error where a number was to be (`#REF!`), a formula without a value, or a text of digits.
fn is_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) | Cell::Error(_) => true,
        Cell::Text(text) => text.starts_with('=') || !text.chars().any(char::is_alphabetic),
        _ => false,
    }
}

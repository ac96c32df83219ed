//! The lines of a sheet as they stand, to find the header row by eye.

use super::model::{LookAtSheet, SheetLine, SheetLines, WhichImport};
use super::rules::NO_SUCH_SHEET;
use super::{preview, session};
use intake::letters;
use kernel::Result;
use office::{Office, SystemCall};

/// Lines of one answer.
const MOST: usize = 200;

pub fn sheet(office: &Office, call: &mut SystemCall, input: LookAtSheet) -> Result<SheetLines> {
    let (_, import) = session::in_hand(office, call, WhichImport { id: input.id })?;
    let sheet = import.book.sheets.iter().find(|sheet| sheet.name == input.sheet).ok_or(NO_SUCH_SHEET)?;
    // A table below another has its own sheet, which begins where it begins.
    let first = input.offset.max(intake::lead(sheet));
    let lines = sheet.rows.iter().enumerate().skip(first).take(input.limit.min(MOST));
    let lines: Vec<SheetLine> = lines
        .map(|(at, cells)| SheetLine {
            row: at + 1,
            cells: cells.iter().map(|cell| preview::beginning(&cell.text()).0).collect(),
        })
        .collect();
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
    Ok(SheetLines {
        name: sheet.name.clone(),
        total: sheet.rows.len(),
        letters: (0..width).map(letters).collect(),
        lines,
    })
}

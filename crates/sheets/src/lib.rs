//! Spreadsheets in and out.
//!
//! [`read`] turns the bytes of a file an office hands over (xlsx, ods, csv) into grids of cells; [`write_xlsx`] and
//! [`write_csv`] turn a table into a file. What the cells *mean* is none of this crate's business: that is `intake`.
//!
//! A file from outside is hostile until read. Every reader counts what it unpacks and what it keeps against
//! [`Limits`], allocates nothing a file merely claims, resolves no entity of the file's own making, and ends in one of
//! the [`refusals`] or in a [`Workbook`]: never in a panic, and never later than a moment.

mod archive;
mod delimited;
mod encoding;
mod format;
mod grid;
mod number;
mod ods;
pub mod refusals;
mod write;
mod xlsx;
mod xml;

pub use number::Epoch;
pub use write::{Column, ColumnKind, Table, Value, write_csv, write_xlsx, write_xlsx_book};

use kernel::{Day, Result, require};
use std::borrow::Cow;
use std::collections::HashSet;

/// The extensions a file dialog may offer.
pub const EXTENSIONS: &[&str] = &["xlsx", "ods", "csv"];

/// What one cell holds. Numbers stay decimal text, so that no float comes near money; a number whose format shows zeros
/// before it, or a code around it, is the text that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(Box<str>),
    /// The shortest decimal text of the number at the fifteen digits a spreadsheet works with: `1388.89`, `-300`.
    Number(Box<str>),
    /// A day: a number the file shows as a date. A time of day is dropped.
    Day(Day),
    Bool(bool),
    /// A cell in which a formula failed: `#REF!`.
    Error(Box<str>),
}

impl Cell {
    /// The text as shown; empty for an empty cell. A day is shown as `2026/10/31`.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Number(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Day(day) => Cow::Owned(day.to_string().replace('-', "/")),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }

    /// Whether nothing is to be seen in the cell: it is empty, or holds white space and invisible marks only.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(|letter| letter.is_whitespace() || is_invisible(letter)),
            _ => false,
        }
    }
}

/// Direction marks, joiners and the like, which other programs leave behind in cells.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A range of cells merged into one. Rows and columns are counted from 0; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merged {
    pub first_row: usize,
    pub last_row: usize,
    pub first_column: usize,
    pub last_column: usize,
}

/// One sheet. `rows[0]` is row 1 of the sheet; rows are as long as their last cell that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    pub epoch: Epoch,
    /// Merged ranges are applied: a value merged over several rows stands in each of them that holds something else
    /// too, in the first column of its range.
    pub rows: Vec<Vec<Cell>>,
    /// The cells that got their value so, as row and column.
    pub merged_into: HashSet<(usize, usize)>,
    /// The cells that are merged with others at their left or right, as row and column of the first.
    pub spanning: HashSet<(usize, usize)>,
}

impl Sheet {
    /// A sheet of these rows that is to be seen and counts its days from 1900, without merged cells.
    pub fn visible(name: impl Into<String>, rows: Vec<Vec<Cell>>) -> Self {
        Self {
            name: name.into(),
            hidden: false,
            epoch: Epoch::default(),
            rows,
            merged_into: HashSet::new(),
            spanning: HashSet::new(),
        }
    }

    /// The cell at a row and column counted from 0; empty outside of what is used.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Cell::Empty)
    }
}

/// What a file holds. A csv is one sheet, named after the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    pub sheets: Vec<Sheet>,
}

/// How much of a file from outside is read at most; more is refused, never cut off.
#[derive(Debug, Clone)]
pub struct Limits {
    pub file_bytes: usize,
    pub sheets: usize,
    /// The number of the last row that holds something.
    pub rows: usize,
    pub columns: usize,
    /// Cells of the whole file, empty ones between full ones included.
    pub cells: usize,
    /// Bytes of one cell's text in UTF-8.
    pub cell_bytes: usize,
    /// Bytes of all texts kept, so that one long text pointed at from everywhere stays within bounds.
    pub text_bytes: usize,
    /// Bytes of all parts of an archive after unpacking.
    pub unpacked_bytes: u64,
    /// How many times larger than packed a part may be, once it is larger than a mebibyte.
    pub unpack_ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 20 << 20,
            sheets: 100,
            rows: 120_000,
            columns: 1_000,
            cells: 4_000_000,
            cell_bytes: 256 << 10,
            text_bytes: 192 << 20,
            unpacked_bytes: 256 << 20,
            unpack_ratio: 100,
        }
    }
}

/// Reads a file by its content; its name only names the sheet of a csv and betrays a macro file.
///
/// # Errors
/// Any of [`refusals`]: what is refused is refused whole, in words that say what to do instead.
pub fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Workbook> {
    require(!bytes.is_empty(), refusals::EMPTY)?;
    require(bytes.len() <= limits.file_bytes, refusals::TOO_LARGE)?;
    let name = file_name.to_lowercase();
    require(![".xlsm", ".xltm", ".xlam", ".otm"].iter().any(|end| name.ends_with(end)), refusals::MACROS)?;

    let workbook = if bytes.starts_with(b"PK") {
        let mut archive = archive::Archive::open(bytes, limits)?;
        if archive.is_open_document() { ods::read(&mut archive, limits)? } else { xlsx::read(&mut archive, limits)? }
    } else {
        delimited::read(bytes, file_name, limits)?
    };
    require(workbook.sheets.iter().any(|sheet| !sheet.rows.is_empty()), refusals::EMPTY)?;
    Ok(workbook)
}

#[cfg(test)]
mod tests;

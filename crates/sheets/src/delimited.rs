//! Text tables (csv): the encoding, the delimiter and the records are found from the bytes.

use crate::grid::{Budget, Grid};
use crate::refusals::{EMPTY, KIND_UNKNOWN, OLD_OR_LOCKED, QUOTE_OPEN, TOO_MANY_COLUMNS};
use crate::{Cell, Limits, Workbook};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};
use kernel::{Result, require};
use std::borrow::Cow;

/// How many lines are looked at to find the delimiter.
const SAMPLE: usize = 120;

/// More fields than this are no record: the file is of another kind.
const FIELDS: usize = 20_000;

const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

pub fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Workbook> {
    // The container of the old binary kind, which also wraps files locked with a password.
    require(!bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]), OLD_OR_LOCKED)?;
    let text = decoded(bytes)?;
    require(!looks_like_another_kind(&text), KIND_UNKNOWN)?;
    require(!text.trim().is_empty(), EMPTY)?;

    let (text, named) = named_delimiter(&text);
    let delimiter = named.unwrap_or_else(|| delimiter_of(text));
    let mut budget = Budget::new(limits);
    let mut grid = Grid::default();
    // The line that names the delimiter is row 1 for whoever looks at the file, so the rows below keep their numbers.
    let first = usize::from(named.is_some());
    for (row, record) in Records::new(text, delimiter).enumerate() {
        for (column, field) in record?.into_iter().enumerate() {
            let cell = if field.is_empty() { Cell::Empty } else { Cell::Text(unprotected(field).into()) };
            grid.put(row + first, column, cell, &mut budget)?;
        }
    }
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
    Ok(Workbook { sheets: vec![grid.finish(name, false, &mut budget)?] })
}

/// A byte order mark decides; without one UTF-16 betrays itself by its zeros, text that is not UTF-8 is Windows-1256.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    let head = &bytes[..bytes.len().min(4_096)];
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, 0) if std::str::from_utf8(bytes).is_ok() => UTF_8,
        (0, 0) => WINDOWS_1256,
        (0, _) => UTF_16LE,
        (_, 0) => UTF_16BE,
        _ => return Err(KIND_UNKNOWN.into()),
    };
    let text = encoding.decode_without_bom_handling(bytes).0;
    // A zero is in no text; it comes from a picture or a program.
    require(!text.contains('\0'), KIND_UNKNOWN)?;
    Ok(text)
}

/// Pages and papers that carry the ending of a table.
fn looks_like_another_kind(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(9).collect::<String>().to_lowercase();
    ["%pdf", "<!doctype", "<html", "<table", "<?xml", "{\\rtf", "\u{89}png"].iter().any(|kind| start.starts_with(kind))
}

/// A first line `sep=;`, as Excel writes and obeys it.
fn named_delimiter(text: &str) -> (&str, Option<char>) {
    let line = text.split(['\r', '\n']).next().unwrap_or_default();
    let delimiter = line.strip_prefix("sep=").and_then(|rest| {
        let mut letters = rest.chars();
        letters.next().filter(|_| letters.next().is_none())
    });
    match delimiter {
        Some(delimiter) => {
            let rest = &text[line.len()..];
            (rest.strip_prefix("\r\n").or_else(|| rest.get(1..)).unwrap_or_default(), Some(delimiter))
        }
        None => (text, None),
    }
}

/// The delimiter that cuts most of the first records into the same number of fields, more than one. What stands
/// between quotation marks is not looked at.
fn delimiter_of(text: &str) -> char {
    let mut records: Vec<[usize; DELIMITERS.len()]> = vec![[0; DELIMITERS.len()]];
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\r' | '\n' if records.len() == SAMPLE => break,
            '\r' | '\n' => records.push([0; DELIMITERS.len()]),
            _ => {
                if let (Some(place), Some(counts)) =
                    (DELIMITERS.iter().position(|one| *one == letter), records.last_mut())
                {
                    counts[place] += 1;
                }
            }
        }
    }
    let mut best = ((0, 0), DELIMITERS[0]);
    for (place, delimiter) in DELIMITERS.into_iter().enumerate() {
        let mut counts: Vec<usize> = records.iter().map(|counts| counts[place]).filter(|count| *count > 0).collect();
        counts.sort_unstable();
        let usual = counts.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).max().unwrap_or_default();
        if usual > best.0 {
            best = (usual, delimiter);
        }
    }
    best.1
}

/// Takes off the apostrophe our own csv puts before a text a spreadsheet would run as a formula.
fn unprotected(field: String) -> String {
    match field.strip_prefix('\'') {
        Some(rest) if crate::write::would_be_run(rest) => rest.to_owned(),
        _ => field,
    }
}

/// The records of a text (RFC 4180; any line end). A blank line is a record of one empty field, so that the number of
/// a record is the number of its row in a spreadsheet.
struct Records<'a> {
    rest: &'a str,
    delimiter: char,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: char) -> Self {
        Self { rest: text, delimiter }
    }

    /// Takes one field and says what ended it: the delimiter (`true`) or the line.
    fn field(&mut self) -> Result<(String, bool)> {
        let mut field = String::new();
        if let Some(quoted) = self.rest.strip_prefix('"') {
            self.rest = quoted;
            loop {
                let close = self.rest.find('"').ok_or(QUOTE_OPEN)?;
                field.push_str(&self.rest[..close]);
                self.rest = &self.rest[close + 1..];
                match self.rest.strip_prefix('"') {
                    Some(rest) => {
                        field.push('"');
                        self.rest = rest;
                    }
                    None => break,
                }
            }
        }
        let end = self.rest.find([self.delimiter, '\r', '\n']).unwrap_or(self.rest.len());
        field.push_str(&self.rest[..end]);
        self.rest = &self.rest[end..];
        let Some(ending) = self.rest.chars().next() else {
            return Ok((field, false));
        };
        let length = if self.rest.starts_with("\r\n") { 2 } else { ending.len_utf8() };
        self.rest = &self.rest[length..];
        Ok((field, ending == self.delimiter))
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Vec<String>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Vec::new();
        loop {
            match self.field() {
                Ok(_) if record.len() >= FIELDS => {
                    self.rest = "";
                    return Some(Err(TOO_MANY_COLUMNS.into()));
                }
                Ok((field, more)) => {
                    record.push(field);
                    if !more {
                        return Some(Ok(record));
                    }
                }
                Err(failure) => {
                    self.rest = "";
                    return Some(Err(failure));
                }
            }
        }
    }
}

//! Text tables (csv): the encoding, the delimiter and the records are found from the bytes.

use crate::encoding;
use crate::grid::{Budget, Grid};
use crate::refusals::{EMPTY, KIND_UNKNOWN, OLD_OR_LOCKED, QUOTE_OPEN, TOO_MANY_COLUMNS};
use crate::{Cell, Limits, Workbook};
use csv::StringRecord;
use kernel::{Failure, Result, require};
use std::io::Read;

/// How many lines are looked at to find the delimiter.
const SAMPLE: usize = 120;

/// More fields than this are no record: the file is of another kind.
const FIELDS: usize = 20_000;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// What is read behind the text, to learn whether a quotation mark was left open: a line of its own.
const END: &[u8] = b"\nend";
const END_MARK: &str = "end";

pub fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Workbook> {
    // The container of the old binary kind, which also wraps files locked with a password.
    require(!bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]), OLD_OR_LOCKED)?;
    let text = encoding::decoded(bytes)?;
    require(!looks_like_another_kind(&text), KIND_UNKNOWN)?;
    require(!text.trim().is_empty(), EMPTY)?;

    let (text, named) = named_delimiter(&text);
    let delimiter = named.unwrap_or_else(|| delimiter_of(text));
    let mut budget = Budget::new(limits);
    let mut grid = Grid::default();
    // The line that names the delimiter is row 1 for whoever looks at the file, so the rows below keep their numbers.
    let first = usize::from(named.is_some());
    records(text, delimiter, |row, record| {
        require(record.len() <= FIELDS, TOO_MANY_COLUMNS)?;
        for (column, field) in record.iter().enumerate() {
            let cell = if field.is_empty() { Cell::Empty } else { Cell::Text(unprotected(field).into()) };
            grid.put(row + first, column, cell, &mut budget)?;
        }
        Ok(())
    })?;
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    Ok(Workbook { sheets: vec![grid.finish(name, &mut budget)?] })
}

/// Pages and papers that carry the ending of a table.
fn looks_like_another_kind(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(9).collect::<String>().to_lowercase();
    ["%pdf", "<!doctype", "<html", "<table", "<?xml", "{\\rtf", "\u{89}png"].iter().any(|kind| start.starts_with(kind))
}

/// A first line `sep=;`, as Excel writes and obeys it. A delimiter of several bytes, a quotation mark or a line end is
/// none.
fn named_delimiter(text: &str) -> (&str, Option<u8>) {
    let line = text.split(['\r', '\n']).next().unwrap_or_default();
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) if *delimiter != b'"' => {
            let rest = &text[line.len()..];
            (rest.strip_prefix("\r\n").or_else(|| rest.get(1..)).unwrap_or_default(), Some(*delimiter))
        }
        _ => (text, None),
    }
}

/// The delimiter that cuts most of the first records into the same number of fields, more than one. What stands
/// between quotation marks is not looked at; a mark opens only where a field can begin, whichever the delimiter is.
fn delimiter_of(text: &str) -> u8 {
    let mut records: Vec<[usize; DELIMITERS.len()]> = vec![[0; DELIMITERS.len()]];
    let (mut quoted, mut before) = (false, b'\n');
    for letter in text.bytes() {
        match letter {
            b'"' => quoted = !quoted && (matches!(before, b'\r' | b'\n' | b'"') || DELIMITERS.contains(&before)),
            _ if quoted => {}
            b'\r' | b'\n' if records.len() == SAMPLE => break,
            b'\r' | b'\n' => records.push([0; DELIMITERS.len()]),
            _ => {
                if let (Some(place), Some(counts)) =
                    (DELIMITERS.iter().position(|one| *one == letter), records.last_mut())
                {
                    counts[place] += 1;
                }
            }
        }
        before = letter;
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
fn unprotected(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if crate::write::would_be_run(rest) => rest,
        _ => field,
    }
}

/// RFC 4180 with any line end; a quotation mark within an unquoted field is a letter, and what follows a closing one
/// belongs to the field.
fn reader<R: Read>(text: R, delimiter: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text)
}

/// Hands over each record with the number of its row in a spreadsheet.
///
/// Two things the csv crate does not tell are found out here. It passes over blank lines, which are rows for whoever
/// looks at the file; they are counted between one record and the next. And it ends a text that is still within
/// quotation marks as if they had been closed; so a mark of our own is read behind the text, which comes back as a
/// record of its own only where no quotation mark has swallowed it.
fn records(text: &str, delimiter: u8, mut take: impl FnMut(usize, &StringRecord) -> Result<()>) -> Result<()> {
    let mut reader = reader(text.as_bytes().chain(END), delimiter);
    let (mut row, mut record) = (0, StringRecord::new());
    loop {
        let from = place(&reader);
        if !reader.read_record(&mut record).map_err(Failure::broken)? {
            return Err(QUOTE_OPEN.into());
        }
        if place(&reader) > text.len() + 1 {
            return require(record.iter().eq([END_MARK]), QUOTE_OPEN);
        }
        row += blank_lines(text, from);
        take(row, &record)?;
        row += 1;
    }
}

/// How many bytes of the text have been read.
fn place<R: Read>(reader: &csv::Reader<R>) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)
}

/// The blank lines from here to the next record.
fn blank_lines(text: &str, from: usize) -> usize {
    let (before, mut rest) = text.as_bytes().split_at(from.min(text.len()));
    // A record ends with its carriage return; the line feed of the pair is still to come.
    if let ([.., b'\r'], [b'\n', after @ ..]) = (before, rest) {
        rest = after;
    }
    let mut count = 0;
    while let [b'\r', b'\n', after @ ..] | [b'\r' | b'\n', after @ ..] = rest {
        (count, rest) = (count + 1, after);
    }
    count
}

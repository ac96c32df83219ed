//! Where a table stands in a workbook: its sheets, its headers, which column is which, and what no column says.

use crate::TableKind;
use crate::headers::{Header, headers};
use crate::vocabulary::{fields, fold_header};
use serde::{Deserialize, Serialize};
use sheets::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// Where a table stands on one sheet. Several layouts of one kind are one table: a sheet for each year, town, fund.
/// Found by [`find`](crate::find), corrected by a person, kept with the import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    pub kind: TableKind,
    pub sheet: String,
    /// The number of the last row of the header in the sheet, from 1.
    pub header_row: usize,
    /// How many rows the header has: 1 or 2.
    #[serde(default = "one")]
    pub header_rows: usize,
    /// Field to its columns, counted from 0: one, or the parts of a value in their order.
    pub columns: BTreeMap<String, Vec<usize>>,
    /// Values that stand in no column, by field.
    #[serde(default)]
    pub given: BTreeMap<String, Given>,
    /// Months across: the column of each. Then every filled cell is a row of its own.
    #[serde(default)]
    pub months: BTreeMap<usize, Month>,
    /// Funds across: the column of each. Then every filled cell is a row of its own.
    #[serde(default)]
    pub funds: BTreeMap<usize, FundAcross>,
    /// Tranches across: by the column of its sum each, with the other columns of it. Then every sum is a row of its own.
    #[serde(default)]
    pub tranches: BTreeMap<usize, TrancheAcross>,
    /// What the sheet says of members of the household beside their names: by the column of the name, its columns by field.
    #[serde(default)]
    pub members: BTreeMap<usize, BTreeMap<String, usize>>,
    /// How each field was found.
    #[serde(default)]
    pub found: BTreeMap<String, Found>,
}

const fn one() -> usize {
    1
}

/// A value that stands in no column, or the year that the days of one lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub value: String,
    /// Where it was read: the name of the sheet, or the line above the header.
    pub said: String,
    /// In the name of the sheet; otherwise in a line above the header.
    pub in_sheet_name: bool,
    /// A person said so; nobody is asked.
    #[serde(default)]
    pub by_hand: bool,
}

impl Given {
    /// A value a person gave.
    pub fn by_hand(value: &str) -> Self {
        let value = kernel::arabic::tidy_line(value);
        Self { said: value.clone(), value, in_sheet_name: false, by_hand: true }
    }
}

/// A month that heads a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Month {
    pub hijri: bool,
    /// 1–12.
    pub month: u32,
    /// Where the header says it; otherwise it is [`Given`].
    pub year: Option<i32>,
}

/// A fund that heads a column of balances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundAcross {
    /// As the header names it.
    pub name: String,
    /// `debit` or `credit`, where the header says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
}

/// A tranche in columns of a loan's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrancheAcross {
    /// Its number, as the header says it.
    pub no: String,
    /// The columns that belong to it alone, by field.
    pub columns: BTreeMap<String, usize>,
}

/// Why a column is taken for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportWhy")]
pub enum Why {
    /// Its header says so.
    Header,
    /// Its header is like a known one, shortened or misspelled.
    Alike,
    /// Its cells say so.
    Cells,
    /// A person said so.
    ByHand,
    /// A person said so for a file of this shape.
    Remembered,
}

/// How a field was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportFound")]
pub struct Found {
    pub why: Why,
    /// 0–100; below [`SURE`] a person is asked.
    pub sure: u8,
}

/// From here on a match is taken without asking.
pub const SURE: u8 = 55;

impl Found {
    pub const fn is_sure(self) -> bool {
        self.sure >= SURE
    }
}

/// A layout remembered under a name for the next file of the same office: by what the headers say, because columns move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMap {
    pub kind: TableKind,
    /// Field to its headers, as they were typed.
    pub headers: BTreeMap<String, Headers>,
}

/// One header, as maps of before have it, or those of the parts of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Headers {
    One(String),
    Parts(Vec<String>),
}

impl Headers {
    fn parts(&self) -> &[String] {
        match self {
            Self::One(header) => std::slice::from_ref(header),
            Self::Parts(headers) => headers,
        }
    }
}

impl Layout {
    /// The row directly above the data, counted from 0.
    pub fn last_header(&self) -> usize {
        self.header_row.saturating_sub(1)
    }

    /// The headers by column.
    pub fn headers(&self, sheet: &Sheet) -> BTreeMap<usize, Header> {
        if self.header_row == 0 { BTreeMap::new() } else { headers(sheet, self.last_header(), self.header_rows) }
    }

    /// The columns of which each filled cell makes a row of its own: months, funds or tranches across.
    pub fn across(&self) -> impl Iterator<Item = usize> + '_ {
        self.months.keys().chain(self.funds.keys()).chain(self.tranches.keys()).copied()
    }

    /// Whether each filled cell of some columns makes a row of its own.
    pub fn is_across(&self) -> bool {
        self.across().next().is_some()
    }

    /// Every column of which something is taken.
    pub fn used(&self) -> BTreeSet<usize> {
        let of_tranches = self.tranches.values().flat_map(|one| one.columns.values());
        let of_members = self.members.values().flat_map(BTreeMap::values);
        self.columns.values().flatten().chain(of_tranches).chain(of_members).copied().chain(self.across()).collect()
    }

    /// Whether what stands across tells a field.
    pub fn stands_across(&self, field: &str) -> bool {
        match field {
            "amount" => self.is_across(),
            "fund" => !self.funds.is_empty(),
            "date" if !self.months.is_empty() => true,
            _ => {
                !self.tranches.is_empty()
                    && self.tranches.values().all(|one| field == "no" || one.columns.contains_key(field))
            }
        }
    }

    /// The fields without which this table cannot be read and for which nothing was found.
    pub fn missing(&self) -> Vec<&'static str> {
        let known = |name: &str| self.columns.contains_key(name) || self.given.contains_key(name);
        // The code of an account may be told from its name.
        let named = |name: &str| name == "account" && known("account_name");
        let mut missing: Vec<&'static str> = fields(self.kind)
            .iter()
            .filter(|field| field.must && !known(field.name) && !self.stands_across(field.name) && !named(field.name))
            .map(|field| field.name)
            .collect();
        let balance = fields(self.kind).iter().any(|field| field.balance);
        if balance && !known("amount") && !self.stands_across("amount") {
            missing.extend(["debit", "credit"].into_iter().filter(|side| !known(side)));
        }
        missing
    }

    /// The columns that hold something and belong to no field.
    pub fn unmapped(&self, sheet: &Sheet) -> Vec<usize> {
        let used = self.used();
        let headers = self.headers(sheet);
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
        let below = |column: usize| {
            sheet.rows.iter().skip(self.header_row).any(|row| row.get(column).is_some_and(|cell| !cell.is_blank()))
        };
        let titled = |column: &usize| headers.get(column).is_some_and(|header| !header.is_empty());
        (0..width).filter(|column| !used.contains(column) && (titled(column) || below(*column))).collect()
    }

    /// What the headers of a field say, each column for itself.
    pub fn headers_of(&self, sheet: &Sheet, field: &str) -> Vec<String> {
        let headers = self.headers(sheet);
        let columns = self.columns.get(field).into_iter().flatten();
        columns.map(|column| headers.get(column).map(Header::text).unwrap_or_default()).collect()
    }

    /// This layout as a map to be remembered.
    pub fn remember(&self, sheet: &Sheet) -> ColumnMap {
        let headers = self.columns.keys().map(|field| {
            let mut said = self.headers_of(sheet, field);
            let headers = if said.len() == 1 { Headers::One(said.remove(0)) } else { Headers::Parts(said) };
            (field.clone(), headers)
        });
        ColumnMap { kind: self.kind, headers: headers.collect() }
    }

    /// Finds what the sheet says of members of the household beside their names.
    pub fn tell_members(&mut self, sheet: &Sheet) {
        self.members = crate::household::beside_names(self, sheet);
    }

    /// Where a field is doubtful: found, but not surely.
    pub fn doubtful(&self) -> impl Iterator<Item = &str> {
        let doubtful = self.found.iter().filter(|(field, found)| !found.is_sure() && self.columns.contains_key(*field));
        doubtful.map(|(field, _)| field.as_str())
    }

    /// Takes a column for a field, or for none, because a person says so.
    pub fn settle(&mut self, field: &str, becomes: Option<&str>) {
        self.found.remove(field);
        let Some(columns) = self.columns.remove(field) else { return };
        if let Some(becomes) = becomes {
            self.columns.insert(becomes.to_owned(), columns);
            self.found.insert(becomes.to_owned(), Found { why: Why::ByHand, sure: 100 });
        }
    }
}

impl ColumnMap {
    /// Finds the remembered headers in a sheet; `None` when fewer than half of them stand in one row.
    pub fn find(&self, sheet: &Sheet) -> Option<Layout> {
        let top = crate::lead(sheet);
        let candidates =
            (top..sheet.rows.len().min(top + crate::recognise::HEADER_WITHIN)).flat_map(|row| [(row, 1), (row, 2)]);
        let found = candidates.filter(|(row, rows)| row + 1 >= *rows).map(|(row, rows)| {
            let headers: Vec<(usize, String)> = headers(sheet, row, rows)
                .into_iter()
                .map(|(column, header)| (column, fold_header(&header.text())))
                .collect();
            let place = |header: &String| {
                let folded = fold_header(header);
                headers.iter().find(|(_, said)| !said.is_empty() && *said == folded).map(|(column, _)| *column)
            };
            let all = |said: &Headers| said.parts().iter().map(place).collect::<Option<Vec<usize>>>();
            let columns = self.headers.iter().filter_map(|(field, said)| Some((field.clone(), all(said)?)));
            (row, rows, columns.collect::<BTreeMap<_, _>>())
        });
        let (row, header_rows, columns) =
            found.max_by_key(|(row, rows, columns)| (columns.len(), usize::MAX - row, usize::MAX - rows))?;
        let enough = columns.len() * 2 >= self.headers.len() && !columns.is_empty();
        let remembered = Found { why: Why::Remembered, sure: 100 };
        enough.then(|| {
            let mut layout = Layout {
                kind: self.kind,
                sheet: sheet.name.clone(),
                header_row: row + 1,
                header_rows,
                found: columns.keys().map(|field| (field.clone(), remembered)).collect(),
                columns,
                given: BTreeMap::new(),
                months: BTreeMap::new(),
                funds: BTreeMap::new(),
                tranches: BTreeMap::new(),
                members: BTreeMap::new(),
            };
            crate::across::find(sheet, &mut layout);
            layout.tell_members(sheet);
            layout.given = crate::given::find(sheet, &layout);
            layout
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}

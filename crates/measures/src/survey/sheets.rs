//! Paper sheets, some of which are entered twice by different people, so that slips of entry are known.

use crate::decimal::Tenths;
use crate::refusals::{CODE_ENTERED, NOT_CHOSEN};
use crate::{Refused, Settings};
use kernel::Refusal;
use serde::Serialize;
use std::collections::BTreeSet;

/// What stands in a cell that was left blank.
const BLANK: char = '-';

/// A sheet as it was entered: one character for each question, `-` for one left blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub code: String,
    pub first: String,
    /// The second entry, as far as it was made.
    pub second: Option<String>,
}

/// A question that was entered differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct EntryDifference {
    pub code: String,
    /// From 1.
    pub question: u32,
    #[ts(type = "string")]
    pub first: char,
    #[ts(type = "string")]
    pub second: char,
}

/// How well two entries agree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DoubleEntry {
    /// Codes of the sheets that are to be entered twice.
    pub chosen: Vec<String>,
    /// How many of them were.
    #[ts(type = "number")]
    pub checked: u64,
    /// How many of these agree in every question.
    #[ts(type = "number")]
    pub identical: u64,
    /// Equal answers in per cent of those compared; none when none were.
    pub agreement: Option<Tenths>,
    pub differences: Vec<EntryDifference>,
    /// Cells left blank at the first entry.
    #[ts(type = "number")]
    pub blank: u64,
    /// All cells of the first entry.
    #[ts(type = "number")]
    pub cells: u64,
}

/// Compares the two entries of the sheets that are entered twice: the first one, and every `double_entry_every`-th from
/// it, in the order of entry. The text question, counted from 1, is not compared. A cell that one entry lacks is blank.
///
/// # Errors
/// Refused when a code stands twice, and when a sheet was entered twice that was not to be.
pub fn double_entry(sheets: &[Sheet], text_question: Option<u32>, settings: &Settings) -> Result<DoubleEntry, Refused> {
    let every = usize::from(settings.double_entry_every);
    let is_chosen = |place: usize| every > 0 && place.is_multiple_of(every);
    let mut refusals = Vec::new();
    let mut codes = BTreeSet::new();
    for (place, sheet) in sheets.iter().enumerate() {
        if !codes.insert(&sheet.code) {
            refusals.push(Refusal::new(CODE_ENTERED).with("code", &sheet.code).at("code"));
        }
        if sheet.second.is_some() && !is_chosen(place) {
            refusals.push(Refusal::new(NOT_CHOSEN).with("code", &sheet.code).at("second"));
        }
    }
    Refused::unless_none(refusals)?;
    let mut found = DoubleEntry::default();
    let mut compared = 0;
    for (place, sheet) in sheets.iter().enumerate() {
        found.cells += sheet.first.chars().count() as u64;
        found.blank += sheet.first.chars().filter(|cell| *cell == BLANK).count() as u64;
        if is_chosen(place) {
            found.chosen.push(sheet.code.clone());
        }
        let Some(second) = &sheet.second else { continue };
        let answers = pairs(&sheet.first, second).filter(|(question, ..)| Some(*question) != text_question);
        let before = found.differences.len();
        for (question, first, second) in answers {
            compared += 1;
            if first != second {
                found.differences.push(EntryDifference { code: sheet.code.clone(), question, first, second });
            }
        }
        found.checked += 1;
        found.identical += u64::from(found.differences.len() == before);
    }
    found.agreement = Tenths::of(100 * (compared - found.differences.len() as i128), compared);
    Ok(found)
}

/// Both entries, question by question, as far as the longer one goes.
fn pairs<'s>(first: &'s str, second: &'s str) -> impl Iterator<Item = (u32, char, char)> + 's {
    let length = first.chars().count().max(second.chars().count());
    let cells = |entry: &'s str| entry.chars().chain(std::iter::repeat(BLANK)).take(length);
    (1..).zip(cells(first).zip(cells(second))).map(|(question, (first, second))| (question, first, second))
}

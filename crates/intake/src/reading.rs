//! Reading one row: each cell once, with a note of what it becomes or why it cannot be read.

use crate::layout::Layout;
use crate::style::{Style, Usual, style};
use crate::validated::{CellState, CellView, Changed, Reason, Validated, Verdict};
use crate::vocabulary::meaning;
use crate::{money, text};
use kernel::arabic::{clean, tidy_line, tidy_text, to_latin};
use kernel::saudi::{Iban, IbanReason, IdentityReason, Mobile, MobileReason, NationalId, ShortAddress};
use kernel::{Day, Money};
use sheets::{Cell, Sheet};
use std::collections::BTreeMap;

/// The longest text a cell of the usual program holds; a longer one came from elsewhere and is worth a look.
const LONG_TEXT: usize = 32_767;

/// A value, how it is shown in the preview, and how it was mended where it was.
struct Read<V> {
    value: V,
    shown: String,
    how: Option<&'static str>,
}

pub struct Reading<'a> {
    sheet: &'a Sheet,
    layout: &'a Layout,
    /// Counted from 0.
    row: usize,
    corrections: Option<&'a BTreeMap<String, String>>,
    usual: &'a Usual,
    pub today: Day,
    out: Validated<()>,
}

impl<'a> Reading<'a> {
    pub fn new(
        sheet: &'a Sheet,
        layout: &'a Layout,
        row: usize,
        corrections: Option<&'a BTreeMap<String, String>>,
        usual: &'a Usual,
        today: Day,
    ) -> Self {
        let out = Validated {
            row: row + 1,
            verdict: Verdict::Clean,
            values: None,
            changed: Vec::new(),
            reasons: Vec::new(),
            ask: Vec::new(),
            warnings: Vec::new(),
            cells: BTreeMap::new(),
        };
        Self { sheet, layout, row, corrections, usual, today, out }
    }

    pub fn finish<T>(self, values: Option<T>) -> Validated<T> {
        let Validated { row, verdict, changed, reasons, ask, warnings, cells, .. } = self.out;
        Validated { row, verdict, values, changed, reasons, ask, warnings, cells }
    }

    pub fn warn(&mut self, warning: &str) {
        self.out.warn(warning);
    }

    pub fn refuse(&mut self, field: &str, reason: &str) {
        self.out.refuse(field, reason);
    }

    /// Refuses the row when a needed field has no value and nothing was said about it yet.
    pub fn need<V>(&mut self, field: &str, value: &Option<V>, missing: &str) {
        if value.is_none() && !self.out.reasons.iter().any(|reason| reason.field == field) {
            self.out.refuse(field, missing);
        }
    }

    /// One line of text, as a typed one is kept.
    pub fn text(&mut self, field: &str) -> Option<String> {
        self.tidied(field, tidy_line)
    }

    /// Text of several lines, as a typed one is kept.
    pub fn paragraphs(&mut self, field: &str) -> Option<String> {
        self.tidied(field, tidy_text)
    }

    fn tidied(&mut self, field: &str, tidy: fn(&str) -> String) -> Option<String> {
        let value = self.take(field, |cell| {
            let raw = cell.text();
            let kept = tidy(&raw);
            let how = how_tidied(&raw, &kept);
            Ok(Some(Read { shown: kept.clone(), value: kept, how }))
        })?;
        if text::begins_like_a_formula(&value) {
            self.warn("text_begins_with_formula_char");
        }
        if value.chars().count() > LONG_TEXT {
            self.warn("long_text");
        }
        Some(value)
    }

    /// A name out of a list: a spelling of it becomes the listed one, and what the list does not know stays.
    pub fn listed(&mut self, field: &str, group: &str) -> Option<String> {
        self.take(field, |cell| {
            let raw = cell.text();
            let typed = tidy_line(&raw);
            let (kept, how) = match meaning(group, &typed) {
                Some((name, ordinary)) => {
                    (name, (name != typed).then(|| how_of_word(&raw, &typed, ordinary)).flatten())
                }
                None => (typed.as_str(), how_tidied(&raw, &typed)),
            };
            Ok(Some(Read { shown: kept.to_owned(), value: kept.to_owned(), how }))
        })
    }

    pub fn name(&mut self, field: &str) -> Option<String> {
        self.take(field, |cell| {
            let raw = cell.text();
            let name = text::name(&raw);
            if name.is_empty() || text::says_nothing(&name) {
                return Ok(None);
            }
            let how = how(&raw, &name);
            Ok(Some(Read { shown: name.clone(), value: name, how }))
        })
    }

    /// A number of a file, a loan, a receipt: a code, though it may stand there as a number.
    pub fn code(&mut self, field: &str) -> Option<String> {
        self.take(field, |cell| {
            let raw = cell.text();
            let code = text::code(&raw);
            if text::lost_digits(cell) {
                return Err("digits_lost");
            }
            if text::says_nothing(&code) {
                return Ok(None);
            }
            let how = how(&raw, &code);
            Ok(Some(Read { shown: code.clone(), value: code, how }))
        })
    }

    /// The number that names somebody in another table, as it is compared: without spaces, digits 0–9.
    pub fn reference(&mut self, field: &str) -> Option<String> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            if text::lost_digits(cell) {
                return Err("digits_lost");
            }
            let value = clean(&raw);
            let how = how(&raw, &value).or(other_style(field, cell, usual.as_ref(), "form"));
            Ok(Some(Read { shown: value.clone(), value, how }))
        })
    }

    /// Says that a field becomes something else because of what another table holds.
    pub fn correct(&mut self, field: &str, to: &str, how: &str) {
        self.out.correct(field, to, how);
    }

    pub fn refuse_with(&mut self, field: &str, reason: &str, detail: &str) {
        self.out.refuse_with(field, reason, Some(detail));
    }

    pub fn ask(&mut self, ask: crate::validated::Ask) {
        self.out.ask.push(ask);
    }

    /// The number of the row in the sheet.
    pub const fn number(&self) -> usize {
        self.out.row
    }

    pub fn identity(&mut self, field: &str) -> Option<NationalId> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = NationalId::parse(&raw).map_err(|reason| match reason {
                IdentityReason::Letter => "id_not_digits",
                IdentityReason::Length => "id_length",
                IdentityReason::FirstDigit => "id_first_digit",
                IdentityReason::CheckDigit => "id_check_digit",
            })?;
            let how = how(&raw, value.as_str()).or(other_style(field, cell, usual.as_ref(), "form"));
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
    }

    pub fn mobile(&mut self, field: &str) -> Option<Mobile> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = Mobile::parse(&raw).map_err(|reason| match reason {
                MobileReason::Landline => "mobile_landline",
                MobileReason::Invalid => why_no_mobile(&raw),
            })?;
            let digits = if to_latin(&raw) == *raw { "form" } else { "digits" };
            let how = other_style(field, cell, usual.as_ref(), digits);
            Ok(Some(Read { shown: value.shown(), value, how }))
        })
    }

    pub fn iban(&mut self, field: &str) -> Option<Iban> {
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = Iban::parse(&raw).map_err(|reason| match reason {
                IbanReason::Country => "iban_country",
                IbanReason::Length => "iban_length",
                IbanReason::Character => "iban_character",
                IbanReason::Check => "iban_check_digits",
            })?;
            let how = how(&raw, value.as_str());
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
    }

    pub fn short_address(&mut self, field: &str) -> Option<ShortAddress> {
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = ShortAddress::parse(&raw).map_err(|_| "short_address_invalid")?;
            let how = how(&raw, value.as_str());
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
    }

    pub fn day(&mut self, field: &str) -> Option<Day> {
        let usual = self.usual.get(field).cloned();
        let epoch = self.sheet.epoch;
        let read = self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = money::day(cell, epoch)?;
            let how = other_style(field, cell, usual.as_ref(), if to_latin(&raw) == *raw { "form" } else { "digits" });
            Ok(Some(Read { shown: value.day.to_string(), value, how }))
        })?;
        if read.order_assumed {
            self.warn("day_month_assumed");
        }
        Some(read.day)
    }

    /// An amount with its sign; `prefix` begins its reasons: `amount_text`, `income_text`.
    pub fn amount(&mut self, field: &str, prefix: &'static str) -> Option<Money> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = money::amount(cell).map_err(|why| amount_reason(prefix, why))?;
            let digits = if to_latin(&raw) == *raw { "words" } else { "digits" };
            let how = other_style(field, cell, usual.as_ref(), digits);
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
    }

    pub fn whole(&mut self, field: &str, unit: &str, reason: &'static str) -> Option<i64> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = money::whole(cell, unit).ok_or(reason)?;
            let digits = if to_latin(&raw) == *raw { "words" } else { "digits" };
            let how = other_style(field, cell, usual.as_ref(), digits);
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
    }

    /// Yes, no, or nothing said.
    pub fn yes_no(&mut self, field: &str) -> Option<bool> {
        self.take(field, |cell| {
            let raw = cell.text();
            let read = match cell {
                Cell::Bool(value) => (*value, Some("words")),
                _ => match raw.trim().trim_end_matches('\u{fe0f}') {
                    "✓" | "✔" | "√" | "☑" | "1" | "١" => (true, Some("words")),
                    "✗" | "✘" | "×" | "☒" | "0" | "٠" => (false, Some("words")),
                    typed => {
                        let (word, ordinary) = meaning("yes_no", typed).ok_or("yes_no_unreadable")?;
                        (word == "yes", how_of_word(&raw, typed, ordinary))
                    }
                },
            };
            let shown = if read.0 { "yes" } else { "no" };
            Ok(Some(Read { value: read.0, shown: shown.to_owned(), how: read.1 }))
        })
    }

    /// A word of a group, as its meaning.
    pub fn word(&mut self, field: &str, group: &str, reason: &'static str) -> Option<&'static str> {
        self.take(field, |cell| {
            let raw = cell.text();
            let (word, ordinary) = meaning(group, &raw).ok_or(reason)?;
            Ok(Some(Read { value: word, shown: word.to_owned(), how: how_of_word(&raw, raw.trim(), ordinary) }))
        })
    }

    /// The text of a field as it stands, corrected by hand or not.
    pub fn raw(&self, field: &str) -> String {
        self.cell(field).map(|cell| cell.text().into_owned()).unwrap_or_default()
    }

    /// The cell of a field; `None` when the table has no such column and none was typed.
    fn cell(&self, field: &str) -> Option<Cell> {
        if let Some(typed) = self.corrections.and_then(|corrections| corrections.get(field)) {
            return Some(if typed.is_empty() { Cell::Empty } else { Cell::Text(typed.as_str().into()) });
        }
        let column = self.layout.columns.get(field)?;
        Some(self.sheet.cell(self.row, *column).clone())
    }

    fn take<V>(&mut self, field: &str, read: impl FnOnce(&Cell) -> Result<Option<Read<V>>, &'static str>) -> Option<V> {
        let cell = self.cell(field)?;
        let by_hand = self.corrections.is_some_and(|corrections| corrections.contains_key(field));
        let raw = cell.text().into_owned();
        let (value, shown, how, state) = match &cell {
            Cell::Error(_) => Err("cell_error"),
            // A letter that could not be read is no letter of anybody's name.
            Cell::Text(text) if text.contains(char::REPLACEMENT_CHARACTER) => Err("letters_broken"),
            cell if cell.is_blank() => Ok(None),
            cell => read(cell),
        }
        .map_or_else(
            |reason| {
                let reason =
                    Reason { field: field.to_owned(), reason: reason.to_owned(), raw: raw.clone(), detail: None };
                self.out.reasons.push(reason);
                (None, String::new(), None, CellState::Refused)
            },
            |read| match read {
                Some(Read { value, shown, how }) => (Some(value), shown, how, CellState::Ready),
                None => (None, String::new(), (!cell.is_blank()).then_some("nothing"), CellState::Ready),
            },
        );
        let merged = self
            .layout
            .columns
            .get(field)
            .is_some_and(|column| value.is_some() && self.sheet.merged_into.contains(&(self.row, *column)));
        let how = match (by_hand, merged) {
            (true, _) => Some("by_hand"),
            (false, true) => Some("merged_cell"),
            (false, false) => how,
        };
        let from = if by_hand { self.in_file(field) } else { raw.clone() };
        let state = match how {
            Some(how) if state == CellState::Ready => {
                let changed = Changed { field: field.to_owned(), from, to: shown.clone(), how: how.to_owned() };
                self.out.changed.push(changed);
                CellState::Mended
            }
            _ => state,
        };
        self.out.cells.insert(field.to_owned(), CellView { raw, value: shown, state });
        value
    }

    fn in_file(&self, field: &str) -> String {
        let column = self.layout.columns.get(field);
        column.map(|column| self.sheet.cell(self.row, *column).text().into_owned()).unwrap_or_default()
    }
}

/// How a text became another; nothing when it did not.
fn how(raw: &str, value: &str) -> Option<&'static str> {
    if raw == value {
        None
    } else if raw.split_whitespace().eq(value.split_whitespace()) || clean(raw) == *value && to_latin(raw) == raw {
        Some("spaces")
    } else if to_latin(raw) != raw {
        Some("digits")
    } else {
        Some("marks")
    }
}

/// How a text became the tidied one; nothing when it did not.
fn how_tidied(raw: &str, kept: &str) -> Option<&'static str> {
    if raw == kept {
        None
    } else if text::trimmed(raw).split_whitespace().eq(kept.split_whitespace()) {
        Some("spaces")
    } else {
        Some("marks")
    }
}

fn how_of_word(raw: &str, typed: &str, ordinary: bool) -> Option<&'static str> {
    if !ordinary {
        Some("words")
    } else if raw == typed {
        None
    } else {
        Some("spaces")
    }
}

/// A cell written in another way than its column usually is.
fn other_style(field: &str, cell: &Cell, usual: Option<&Style>, how: &'static str) -> Option<&'static str> {
    (Some(&style(field, cell)) != usual).then_some(how)
}

fn amount_reason(prefix: &'static str, why: &str) -> &'static str {
    match (prefix, why) {
        ("income", "decimals") => "income_decimals",
        ("income", "too_large") => "income_too_large",
        ("income", _) => "income_text",
        (_, "decimals") => "amount_decimals",
        (_, "too_large") => "amount_too_large",
        _ => "amount_text",
    }
}

/// What is wrong with a number that is no mobile number.
fn why_no_mobile(raw: &str) -> &'static str {
    let mut digits = clean(raw);
    digits.retain(|letter| !matches!(letter, '-' | '(' | ')' | '.' | '+' | '\u{2010}'..='\u{2015}' | '\u{2212}'));
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return "mobile_not_digits";
    }
    let number = digits.trim_start_matches('0');
    let number = number.strip_prefix("966").unwrap_or(number).trim_start_matches('0');
    if number.len() == 9 { "mobile_not_assigned" } else { "mobile_length" }
}

//! Reading one row: each cell once, with a note of what it becomes or why it cannot be read.

use crate::answers::{Decision, Decisions};
use crate::layout::{Given, letters};
use crate::money::{Partial, in_century, partial};
use crate::part::Part;
use crate::style::{Style, Usual, style};
use crate::validated::{Ask, CellState, CellView, Changed, Place, Reason, Validated, Verdict};
use crate::vocabulary::{meaning, meanings};
use crate::{money, text};
use kernel::arabic::{clean, tidy_line, tidy_text, to_latin};
use kernel::saudi::{Iban, IbanReason, IdentityReason, Mobile, MobileReason, NationalId, ShortAddress};
use kernel::{Day, Money};
use sheets::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// The longest text a cell of the usual program holds; a longer one came from elsewhere and is worth a look.
const LONG_TEXT: usize = 32_767;

/// A value, how it is shown in the preview, and how it was mended where it was.
struct Read<V> {
    value: V,
    shown: String,
    how: Option<&'static str>,
}

/// Where a row is read: its sheet, its number, and the column whose sum makes it where months stand across.
#[derive(Clone, Copy)]
pub struct At<'a> {
    pub part: &'a Part<'a>,
    /// Counted from 0.
    pub row: usize,
    pub across: Option<usize>,
}

impl At<'_> {
    pub fn place(&self) -> Place {
        Place { sheet: self.part.name.clone(), row: self.row + 1, column: self.across.map(letters) }
    }
}

/// What a person decided about the table a row belongs to.
#[derive(Clone, Copy)]
pub struct Decided<'a> {
    pub answers: &'a Decisions<'a>,
    pub corrections: Option<&'a BTreeMap<String, String>>,
}

pub struct Reading<'a> {
    at: At<'a>,
    decided: Decided<'a>,
    usual: &'a Usual,
    pub today: Day,
    out: Validated<()>,
    /// Fields that wait for an answer: they are not missing.
    waiting: BTreeSet<String>,
}

impl<'a> Reading<'a> {
    pub fn new(at: At<'a>, decided: Decided<'a>, usual: &'a Usual, today: Day) -> Self {
        let Place { sheet, row, column } = at.place();
        let out = Validated {
            sheet,
            row,
            column,
            verdict: Verdict::Clean,
            values: None,
            changed: Vec::new(),
            reasons: Vec::new(),
            ask: Vec::new(),
            warnings: Vec::new(),
            cells: BTreeMap::new(),
        };
        let mut reading = Self { at, decided, usual, today, out, waiting: BTreeSet::new() };
        reading.ask_about_columns();
        reading
    }

    /// A column that is only perhaps what it is taken for is asked about before any of its values is believed.
    fn ask_about_columns(&mut self) {
        self.out.ask.extend(self.at.part.doubts.iter().cloned());
    }

    pub fn finish<T>(self, values: Option<T>) -> Validated<T> {
        let Validated { sheet, row, column, verdict, changed, reasons, ask, warnings, cells, .. } = self.out;
        Validated { sheet, row, column, verdict, values, changed, reasons, ask, warnings, cells }
    }

    pub fn warn(&mut self, warning: &str) {
        self.out.warn(warning);
    }

    pub fn refuse(&mut self, field: &str, reason: &str) {
        self.out.refuse(field, reason);
    }

    /// Refuses the row when a needed field has no value and nothing was said about it yet.
    pub fn need<V>(&mut self, field: &str, value: &Option<V>, missing: &str) {
        if value.is_none()
            && !self.waiting.contains(field)
            && !self.out.reasons.iter().any(|reason| reason.field == field)
        {
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
            let code = text::code(&text::as_meant(&raw));
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
            let value = clean(&text::as_meant(&raw));
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

    pub fn ask(&mut self, ask: Ask) {
        self.out.ask.push(ask);
    }

    /// Asks about a field, which is not missing as long as it waits.
    fn wait_for(&mut self, field: &str, ask: Ask) {
        self.waiting.insert(field.to_owned());
        if !self.out.ask.contains(&ask) {
            self.out.ask.push(ask);
        }
    }

    /// The answer to a question of this row.
    pub fn answer(&self, ask: &Ask) -> Option<&'a Decision> {
        self.decided.answers.on(&self.at.place(), ask)
    }

    /// The name or number a person gave in answer to a question of this row.
    pub fn named(&self, ask: &Ask) -> Option<&'a str> {
        match self.answer(ask) {
            Some(Decision::Use(name)) => Some(name),
            _ => None,
        }
    }

    /// The month whose sum makes the row.
    pub fn month(&self) -> Option<crate::layout::Month> {
        self.at.part.month(self.at.across?)
    }

    pub fn identity(&mut self, field: &str) -> Option<NationalId> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            let Some(value) = identity(&raw)? else { return Ok(None) };
            let how = how(&raw, value.as_str()).or(other_style(field, cell, usual.as_ref(), "form"));
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
    }

    /// The identity number of a member whose name stands in a column of the field; a wrong one refuses the row.
    pub fn identity_beside(&mut self, field: &str, name: usize) -> Option<NationalId> {
        self.beside(field, name, "id_number", |cell, _| identity(&cell.text()))
    }

    /// The birth day of a member whose name stands in a column of the field; a wrong one refuses the row.
    pub fn birth_beside(&mut self, field: &str, name: usize) -> Option<Day> {
        let today = self.today;
        self.beside(field, name, "birth_date", |cell, epoch| {
            if text::says_nothing(&cell.text()) {
                return Ok(None);
            }
            let day = money::day(cell, epoch)?.day;
            if day > today { Err("birth_in_future") } else { Ok(Some(day)) }
        })
    }

    fn beside<V>(
        &mut self,
        field: &str,
        name: usize,
        told: &str,
        read: impl FnOnce(&Cell, sheets::Epoch) -> Result<Option<V>, &'static str>,
    ) -> Option<V> {
        let part = self.at.part;
        let column = part.layout.members.get(&name)?.get(told)?;
        let cell = part.sheet.cell(self.at.row, *column);
        if cell.is_blank() {
            return None;
        }
        read(cell, part.sheet.epoch).unwrap_or_else(|reason| {
            self.out.refuse_with(field, reason, Some(&cell.text()));
            None
        })
    }

    pub fn mobile(&mut self, field: &str) -> Option<Mobile> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = Mobile::parse(&text::as_meant(&raw)).map_err(|reason| match reason {
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
            let value = Iban::parse(&text::as_meant(&raw)).map_err(|reason| match reason {
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
        let epoch = self.at.part.sheet.epoch;
        let typed = self.cell(field)?;
        let whole = self.completed(field, &typed);
        if self.waiting.contains(field) {
            self.show(field, &typed);
            return None;
        }
        let read = self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = money::day(whole.as_ref().unwrap_or(cell), epoch)?;
            let how = other_style(field, cell, usual.as_ref(), if to_latin(&raw) == *raw { "form" } else { "digits" });
            Ok(Some(Read { shown: value.day.to_string(), value, how }))
        })?;
        if read.order_assumed {
            self.warn("day_month_assumed");
        }
        Some(read.day)
    }

    /// A day without its year or its century, completed by what the sheet or a person says; nothing where it is whole, or
    /// none.
    fn completed(&mut self, field: &str, typed: &Cell) -> Option<Cell> {
        let Cell::Text(text) = typed else { return None };
        if money::day(typed, self.at.part.sheet.epoch).is_ok() {
            return None;
        }
        let short = partial(text)?;
        let year = match &short {
            Partial::DayMonth { .. } => self.given(field)?,
            Partial::ShortYear { year, .. } => {
                let ask = Ask::ShortYear { field: field.to_owned() };
                match self.named(&ask).and_then(|first| to_latin(first).trim().parse::<i32>().ok()) {
                    Some(first) if (1300..=2100).contains(&first) => in_century(*year, first).to_string(),
                    _ => {
                        self.wait_for(field, ask);
                        return None;
                    }
                }
            }
        };
        Some(Cell::Text(short.with_year(&year).into()))
    }

    /// The value of a field that stands in no column, and the year its days lack: what the sheet says, once a person has
    /// said so, or another that they gave.
    fn given(&mut self, field: &str) -> Option<String> {
        let Given { value, said, by_hand, .. } = self.at.part.layout.given.get(field)?;
        // A fund is asked about by its name; what a person gave is not asked about.
        if field == "fund" || *by_hand {
            return Some(value.clone());
        }
        let ask = Ask::SheetValue { field: field.to_owned(), value: value.clone(), said: said.clone() };
        if let Some(other) = self.named(&ask) {
            return (!other.trim().is_empty()).then(|| other.to_owned());
        }
        // Any other answer takes the question off the row when it is settled.
        if !self.out.ask.contains(&ask) {
            self.out.ask.push(ask);
        }
        Some(value.clone())
    }

    /// Shows a cell that waits for an answer as it stands.
    fn show(&mut self, field: &str, cell: &Cell) {
        let view = CellView { raw: cell.text().into_owned(), value: String::new(), state: CellState::Ready };
        self.out.cells.insert(field.to_owned(), view);
    }

    /// The year of a month that heads a column: its own, or what the sheet says.
    pub fn month_year(&mut self, month: crate::layout::Month) -> Option<i32> {
        match month.year {
            Some(year) => Some(year),
            None => self.given("date").and_then(|year| to_latin(&year).trim().parse().ok()),
        }
    }

    /// Puts a day that follows from the head of a column into the preview.
    pub fn tell_day(&mut self, field: &str, head: &str, day: Option<Day>) {
        self.tell(field, head, &day.map(|day| day.to_string()).unwrap_or_default());
    }

    /// Puts into the preview what follows from another cell.
    pub fn tell(&mut self, field: &str, from: &str, value: &str) {
        let view = CellView { raw: from.to_owned(), value: value.to_owned(), state: CellState::Ready };
        self.out.cells.insert(field.to_owned(), view);
    }

    /// Whether the sheet has a column for a field, or a person typed one.
    pub fn has(&self, field: &str) -> bool {
        let across = self.at.across.is_some_and(|column| self.at.part.cell(self.at.row, field, Some(column)).is_some());
        across || self.at.part.layout.columns.contains_key(field) || self.is_corrected(field)
    }

    /// A day typed by hand in place of one that follows from elsewhere.
    pub fn is_corrected(&self, field: &str) -> bool {
        self.decided.corrections.is_some_and(|corrections| corrections.contains_key(field))
    }

    /// What heads the column whose sum makes the row.
    pub fn column_head(&self) -> String {
        self.at
            .across
            .and_then(|column| self.at.part.headers.get(&column))
            .map(|header| tidy_line(&header.text()))
            .unwrap_or_default()
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
        let sign = |cell: &Cell| match cell {
            Cell::Bool(value) => Some(*value),
            _ => match cell.text().trim().trim_end_matches('\u{fe0f}') {
                "✓" | "✔" | "√" | "☑" | "1" | "١" => Some(true),
                "✗" | "✘" | "×" | "☒" | "0" | "٠" => Some(false),
                _ => None,
            },
        };
        if let Some(said) = self.cell(field).as_ref().and_then(sign) {
            let shown = if said { "yes" } else { "no" };
            return self.take(field, |_| Ok(Some(Read { value: said, shown: shown.to_owned(), how: Some("words") })));
        }
        self.word(field, "yes_no").map(|word| word == "yes")
    }

    /// A word of a group, as its meaning; one that nobody knows is asked about, once for its column.
    pub fn word(&mut self, field: &str, group: &str) -> Option<&'static str> {
        let cell = self.cell(field)?;
        let raw = cell.text().into_owned();
        // What cannot be read at all is no word.
        let readable = matches!(cell, Cell::Text(_) | Cell::Number(_) | Cell::Day(_))
            && !raw.contains(char::REPLACEMENT_CHARACTER);
        if !cell.is_blank() && readable && !text::says_nothing(&raw) && meaning(group, &raw).is_none() {
            let ask = Ask::UnknownWord { field: field.to_owned(), value: tidy_line(&raw) };
            let given = self.named(&ask).map(str::trim);
            let answered = given.and_then(|given| meanings(group).into_iter().find(|meaning| *meaning == given));
            return match (given, answered) {
                (_, Some(word)) => {
                    self.take(field, |_| Ok(Some(Read { value: word, shown: word.to_owned(), how: Some("answered") })))
                }
                // The word says nothing, says the person.
                (Some(""), None) => self.take(field, |_| Ok(None)),
                (_, None) => {
                    self.wait_for(field, ask);
                    self.show(field, &cell);
                    None
                }
            };
        }
        self.take(field, |cell| {
            let raw = cell.text();
            let Some((word, ordinary)) = meaning(group, &raw) else { return Ok(None) };
            Ok(Some(Read { value: word, shown: word.to_owned(), how: how_of_word(&raw, raw.trim(), ordinary) }))
        })
    }

    /// What stands in each column of a field, in their order; blank ones left out.
    pub fn several(&self, field: &str) -> Vec<(usize, String)> {
        let columns = self.at.part.layout.columns.get(field).into_iter().flatten();
        let cells = columns.map(|column| (*column, self.at.part.sheet.cell(self.at.row, *column)));
        cells.filter(|(_, cell)| !cell.is_blank()).map(|(column, cell)| (column, tidy_line(&cell.text()))).collect()
    }

    /// What heads a column.
    pub fn header(&self, column: usize) -> String {
        self.at.part.headers.get(&column).map(crate::headers::Header::text).unwrap_or_default()
    }

    /// Notes what a field with several columns becomes.
    pub fn tell_several(&mut self, field: &str, said: &[String]) {
        if !said.is_empty() {
            let text = said.join("، ");
            let view = CellView { raw: text.clone(), value: text, state: CellState::Ready };
            self.out.cells.insert(field.to_owned(), view);
        }
    }

    /// The text of a field as it stands, corrected by hand or not.
    pub fn raw(&mut self, field: &str) -> String {
        self.cell(field).map(|cell| cell.text().into_owned()).unwrap_or_default()
    }

    /// The cell of a field; `None` when the table has no such column and none was typed.
    fn cell(&mut self, field: &str) -> Option<Cell> {
        if let Some(typed) = self.decided.corrections.and_then(|corrections| corrections.get(field)) {
            return Some(if typed.is_empty() { Cell::Empty } else { Cell::Text(typed.as_str().into()) });
        }
        match self.at.part.cell(self.at.row, field, self.at.across) {
            Some(cell) => Some(cell.into_owned()),
            None => self.given(field).map(|value| Cell::Text(value.into())),
        }
    }

    fn take<V>(&mut self, field: &str, read: impl FnOnce(&Cell) -> Result<Option<Read<V>>, &'static str>) -> Option<V> {
        let cell = self.cell(field)?;
        let by_hand = self.is_corrected(field);
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
        let merged = value.is_some() && self.at.part.is_merged_into(self.at.row, field);
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
        let cell = self.at.part.cell(self.at.row, field, self.at.across);
        cell.map(|cell| cell.text().into_owned()).unwrap_or_default()
    }
}

/// The identity number a text says, where it says one.
fn identity(raw: &str) -> Result<Option<NationalId>, &'static str> {
    if text::says_nothing(raw) {
        return Ok(None);
    }
    NationalId::parse(&text::as_meant(raw)).map(Some).map_err(|reason| match reason {
        IdentityReason::Letter => "id_not_digits",
        IdentityReason::Length => "id_length",
        IdentityReason::FirstDigit => "id_first_digit",
        IdentityReason::CheckDigit => "id_check_digit",
    })
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

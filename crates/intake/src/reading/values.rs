//! The cells of a row as values: texts, names, numbers of people and files, sums.

use super::{Read, Reading};
use crate::style::{Style, style};
use crate::vocabulary::{meaning, mentions};
use crate::{money, text};
use kernel::arabic::{clean, fold, tidy_line, tidy_text, to_latin};
use kernel::saudi::{Iban, IbanReason, IdentityReason, Mobile, MobileReason, NationalId, ShortAddress};
use kernel::{Day, Money};
use sheets::Cell;

/// The longest text a cell of the usual program holds; a longer one came from elsewhere and is worth a look.
const LONG_TEXT: usize = 32_767;
/// The longest text of what was seen, done or promised, in characters.
const LONGEST_SAID: usize = 2_000;
/// The longest name of somebody who has no file, in characters.
const LONGEST_NAME: usize = 200;

impl Reading<'_> {
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

    /// Text of several lines in which no identity number is left to read: one that stands there is covered.
    pub fn covered(&mut self, field: &str) -> Option<String> {
        let value = self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let tidied = tidy_text(&raw);
            if tidied.chars().count() > LONGEST_SAID {
                return Err("text_too_long");
            }
            let kept = text::covered(&tidied);
            let how = if kept == tidied { how_tidied(&raw, &kept) } else { Some("covered") };
            Ok(Some(Read { shown: kept.clone(), value: kept, how }))
        })?;
        if text::begins_like_a_formula(&value) {
            self.warn("text_begins_with_formula_char");
        }
        Some(value)
    }

    /// A name in which no identity number is left to read.
    pub fn covered_name(&mut self, field: &str) -> Option<String> {
        self.take(field, |cell| {
            let raw = cell.text();
            let name = text::name(&raw);
            if name.is_empty() || text::says_nothing(&name) {
                return Ok(None);
            }
            if name.chars().count() > LONGEST_NAME {
                return Err("text_too_long");
            }
            let kept = text::covered(&name);
            let how = if kept == name { how(&raw, &name) } else { Some("covered") };
            Ok(Some(Read { shown: kept.clone(), value: kept, how }))
        })
    }

    /// Months, written as such or in years: «18 شهرًا», «3 سنوات».
    pub fn months(&mut self, field: &str, reason: &'static str) -> Option<i64> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let years = || money::whole(cell, "year").and_then(|years| years.checked_mul(12));
            let value = money::whole(cell, "instalment").or_else(years).ok_or(reason)?;
            if !(0..=1200).contains(&value) {
                return Err(reason);
            }
            let digits = if to_latin(&raw) == *raw { "words" } else { "digits" };
            let how = other_style(field, cell, usual.as_ref(), digits);
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
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
            let meant = text::as_meant(&raw);
            let value =
                Mobile::parse(&meant).or_else(|why| first_mobile(&meant).ok_or(why)).map_err(
                    |reason| match reason {
                        MobileReason::Landline => "mobile_landline",
                        MobileReason::Invalid => why_no_mobile(&raw),
                    },
                )?;
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

    /// An amount with its sign; `prefix` begins its reasons: `amount_text`, `income_text`.
    pub fn amount(&mut self, field: &str, prefix: &'static str) -> Option<Money> {
        let usual = self.usual.get(field).cloned();
        let unit = self.money_unit(field)?;
        self.take(field, |cell| {
            let raw = cell.text();
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let monthly = if prefix == "income" { money::without_month(cell) } else { None };
            let cell = monthly.as_ref().unwrap_or(cell);
            let value = money::in_unit(cell, unit).map_err(|why| amount_reason(prefix, why))?;
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

    /// A sum of a month. One of a year, by its words or by the head of its column, is a twelfth of it; «لا يوجد» is zero,
    /// and a dash says nothing.
    pub fn monthly(&mut self, field: &str) -> Option<Money> {
        let usual = self.usual.get(field).cloned();
        let unit = self.money_unit(field)?;
        let of_a_year = self.is_headed_by("per_year", field) && !self.is_corrected(field);
        self.take(field, |cell| {
            let raw = cell.text();
            if meaning("none_said", &raw).is_some() {
                return Ok(Some(Read { value: Money::ZERO, shown: Money::ZERO.to_string(), how: Some("words") }));
            }
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let (bare, yearly) = match (money::without_month(cell), money::without_year(cell)) {
                (Some(bare), _) => (Some(bare), false),
                (None, Some(bare)) => (Some(bare), true),
                (None, None) => (None, of_a_year),
            };
            let typed = bare.as_ref().unwrap_or(cell);
            let sum = money::in_unit(typed, unit).map_err(|why| amount_reason("income", why))?;
            let digits = if to_latin(&raw) == *raw { "words" } else { "digits" };
            let (value, how) = match yearly {
                true => (twelfth(sum).ok_or("income_too_large")?, Some("per_year")),
                false => (sum, other_style(field, cell, usual.as_ref(), digits)),
            };
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
    }

    /// A small number of people or rooms. «لا يوجد» is none of them, and a dash says nothing.
    pub fn counted(&mut self, field: &str, unit: &str, reason: &'static str) -> Option<i64> {
        let usual = self.usual.get(field).cloned();
        self.take(field, |cell| {
            let raw = cell.text();
            if meaning("none_said", &raw).is_some() {
                return Ok(Some(Read { value: 0, shown: "0".to_owned(), how: Some("words") }));
            }
            if text::says_nothing(&raw) {
                return Ok(None);
            }
            let value = money::whole(cell, unit).filter(|value| (0..=99).contains(value)).ok_or(reason)?;
            let digits = if to_latin(&raw) == *raw { "words" } else { "digits" };
            let how = other_style(field, cell, usual.as_ref(), digits);
            Ok(Some(Read { shown: value.to_string(), value, how }))
        })
    }

    /// Whether what heads the column of a field says a word of a group.
    fn is_headed_by(&self, group: &str, field: &str) -> bool {
        let columns = self.at.part.layout.columns.get(field).into_iter().flatten();
        columns.into_iter().any(|column| mentions(group, &fold(&self.header(*column))))
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
}

/// The identity number a text says, where it says one.
fn identity(raw: &str) -> Result<Option<NationalId>, &'static str> {
    if text::says_nothing(raw) {
        return Ok(None);
    }
    let meant = text::as_meant(raw);
    // «1011-223344»: what parts the digits is none of them.
    let joined: String = clean(&meant).split(['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}', '.', '/']).collect();
    let whole = joined.len() == 10 && joined.bytes().all(|byte| byte.is_ascii_digit());
    NationalId::parse(if whole { &joined } else { &meant }).map(Some).map_err(|reason| match reason {
        IdentityReason::Letter => "id_not_digits",
        IdentityReason::Length => "id_length",
        IdentityReason::FirstDigit => "id_first_digit",
        IdentityReason::CheckDigit => "id_check_digit",
    })
}

/// A month of a sum of a year, to the halala.
fn twelfth(sum: Money) -> Option<Money> {
    Money::from_halalas((sum.halalas() + 6).div_euclid(12)).ok()
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

pub(super) fn how_of_word(raw: &str, typed: &str, ordinary: bool) -> Option<&'static str> {
    if !ordinary {
        Some("words")
    } else if raw == typed {
        None
    } else {
        Some("spaces")
    }
}

/// A cell written in another way than its column usually is.
pub(super) fn other_style(field: &str, cell: &Cell, usual: Option<&Style>, how: &'static str) -> Option<&'static str> {
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

/// The first of several mobile numbers in one cell, where each of them is one: «0501234567 / 0551234567».
fn first_mobile(text: &str) -> Option<Mobile> {
    let parts = |by: &[char]| -> Option<Vec<Mobile>> {
        let parts = text.split(by).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| Mobile::parse(part).ok()).collect()
    };
    let several = [&['/', '\\', '\u{60c}', ',', '\u{61b}', ';', '\n', '|', '\u{648}'][..], &['-', '\u{2013}'], &[' ']];
    several.into_iter().filter_map(parts).find(|found| found.len() > 1)?.into_iter().next()
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

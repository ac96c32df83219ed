//! What the cells of a column hold, whatever its header says.

use crate::vocabulary::{Holds, meaning};
use crate::{money, text};
use kernel::arabic::to_latin;
use kernel::saudi::{Iban, Mobile, NationalId};
use sheets::{Cell, Sheet};
use std::collections::HashSet;

/// So many cells of a column are looked at.
const LOOKED_AT: usize = 200;
/// Below this nothing is concluded from the cells.
const ENOUGH: usize = 2;

/// How many cells of a column are of each kind.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    filled: usize,
    identity: usize,
    /// Ten digits or nearly, whatever the check digit.
    long_number: usize,
    mobile: usize,
    iban: usize,
    day: usize,
    /// Written as a day: no bare number that could be one.
    written_day: usize,
    number: usize,
    /// Whole and below a hundred.
    small: usize,
    /// Several words of letters.
    several_words: usize,
    /// One word of letters.
    one_word: usize,
    letters: usize,
    digits: usize,
    yes_no: usize,
    sex: usize,
    relation: usize,
    side: usize,
    file_state: usize,
    housing: usize,
    account: usize,
    distinct: usize,
}

impl Profile {
    /// Of a column below a row (counted from 0).
    pub fn of(sheet: &Sheet, column: usize, below: usize) -> Self {
        let mut profile = Self::default();
        let mut seen = HashSet::new();
        for row in below + 1..sheet.rows.len() {
            let cell = sheet.cell(row, column);
            if cell.is_blank() {
                continue;
            }
            profile.look(cell, sheet.epoch);
            seen.insert(cell.text().into_owned());
            if profile.filled == LOOKED_AT {
                break;
            }
        }
        profile.distinct = seen.len();
        profile
    }

    fn look(&mut self, cell: &Cell, epoch: sheets::Epoch) {
        self.filled += 1;
        let raw = cell.text();
        let raw = text::as_meant(&raw);
        if text::says_nothing(&raw) && !matches!(cell, Cell::Number(_)) {
            self.filled -= 1;
            return;
        }
        let latin = to_latin(raw.trim());
        let is = |yes: bool| usize::from(yes);
        let digits = latin.chars().filter(char::is_ascii_digit).count();
        let has_letters = latin.chars().any(char::is_alphabetic);
        self.identity += is(NationalId::parse(&raw).is_ok());
        self.long_number += is((9..=12).contains(&digits) && !has_letters);
        self.mobile += is(Mobile::parse(&raw).is_ok());
        self.iban += is(Iban::parse(&raw).is_ok() || (digits >= 18 && latin.to_uppercase().starts_with("SA")));
        let number = matches!(cell, Cell::Number(_)) || money::amount(cell).is_ok();
        self.number += is(number);
        let bare_day = number && money::day(cell, epoch).is_ok_and(|read| (1990..=2100).contains(&read.day.year()));
        let written_day = !number && looks_like_a_day(cell, &latin, epoch);
        self.written_day += is(written_day);
        self.day += is(written_day || bare_day);
        self.small += is(number && digits <= 2 && digits > 0);
        self.account +=
            is(!has_letters && (3..=8).contains(&digits) && latin.starts_with(|c: char| ('1'..='5').contains(&c)));
        let words = latin.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
        self.several_words += is(words >= 2 && digits == 0);
        self.one_word += is(words == 1 && digits == 0);
        self.letters += is(has_letters);
        self.digits += is(digits > 0);
        let typed = raw.trim().trim_end_matches('\u{fe0f}');
        let sign = matches!(typed, "✓" | "✔" | "√" | "☑" | "✗" | "✘" | "×" | "☒" | "0" | "1" | "٠" | "١");
        self.yes_no += is(sign || matches!(cell, Cell::Bool(_)) || meaning("yes_no", typed).is_some());
        self.sex += is(meaning("sex", typed).is_some());
        self.relation += is(meaning("relation", typed).is_some() || meaning("head", typed).is_some());
        self.side += is(meaning("side", typed).is_some());
        self.file_state += is(meaning("file_state", typed).is_some());
        self.housing += is(meaning("housing", typed).is_some());
    }

    /// How far the cells speak for a kind of content: 1 for it, −1 against it, 0 for nothing said.
    pub fn speaks_for(&self, holds: Holds) -> f64 {
        if self.filled < ENOUGH {
            return 0.0;
        }
        let share = |count: usize| count as f64 / self.filled as f64;
        let few = self.distinct <= 3 || self.distinct * 3 <= self.filled;
        // From −1 where nearly none is of the kind to 1 where nearly all are.
        let swing = |share: f64| ((share - 0.35) / 0.35).clamp(-1.0, 1.0);
        match holds {
            Holds::Identity => {
                swing(share(self.identity.max(self.long_number * 2 / 3))).min(swing(1.0 - share(self.mobile)))
            }
            Holds::Mobile => swing(share(self.mobile)),
            Holds::Iban => swing(share(self.iban)),
            Holds::Day => swing(share(self.day)),
            Holds::Money => swing(share(self.number)).min(swing(1.0 - share(self.identity.max(self.mobile)))),
            Holds::Count => swing(share(self.small)),
            Holds::Name => swing(share(self.several_words)) * 0.6,
            Holds::FirstName => swing(share(self.one_word)) * 0.6,
            Holds::YesNo => swing(share(self.yes_no)),
            Holds::Sex => swing(share(self.sex)),
            Holds::Relation => swing(share(self.relation)),
            Holds::Side => swing(share(self.side)),
            Holds::FileState => swing(share(self.file_state)),
            Holds::Housing => swing(share(self.housing)),
            Holds::Account => swing(share(self.account)),
            Holds::Code => swing(share(self.digits)).min(swing(1.0 - share(self.day.max(self.iban)))) * 0.5,
            Holds::Word if few => swing(share(self.letters)) * 0.4,
            Holds::Word => swing(share(self.letters)).min(0.0) * 0.6,
            Holds::Text => swing(share(self.letters)) * 0.4,
        }
    }

    /// Whether the cells are names: letters, no numbers, and not the same few words.
    pub fn is_names(&self) -> bool {
        self.filled > 0 && self.digits == 0 && self.letters == self.filled && self.yes_no * 2 < self.filled
    }

    /// Whether most cells are written as days, which nobody takes for sums.
    pub fn is_days(&self) -> bool {
        self.filled > 0 && self.written_day * 2 > self.filled
    }

    /// Whether most cells are sums.
    pub fn is_money(&self) -> bool {
        self.filled > 0 && self.number * 2 > self.filled && self.identity.max(self.mobile) * 2 < self.filled
    }

    /// Whether the cells alone say what the column holds: numbers nobody mistakes.
    pub fn is_clearly(&self, holds: Holds) -> bool {
        let most = |count: usize| self.filled >= 3 && count * 10 >= self.filled * 7;
        match holds {
            Holds::Identity => most(self.identity),
            Holds::Mobile => most(self.mobile),
            Holds::Iban => most(self.iban),
            _ => false,
        }
    }
}

/// A date, or the beginnings of one: a day and a month, a year of two digits.
fn looks_like_a_day(cell: &Cell, latin: &str, epoch: sheets::Epoch) -> bool {
    if money::day(cell, epoch).is_ok() || money::partial(latin).is_some() {
        return true;
    }
    // An impossible day is still meant as one.
    let parts: Vec<&str> = latin.split(['/', '-', '.']).collect();
    parts.len() == 3
        && parts.iter().all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()))
}

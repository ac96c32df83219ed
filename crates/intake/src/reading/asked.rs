//! What a row alone does not tell: it waits for a person's answer, or takes one that was given.

use super::values::{how_of_word, other_style};
use super::{Read, Reading};
use crate::answers::Decision;
use crate::layout::Given;
use crate::money::{Partial, Unit, in_century, partial};
use crate::validated::Ask;
use crate::vocabulary::{contains_words, meaning, meanings, words};
use crate::{money, text};
use kernel::Day;
use kernel::arabic::{fold, tidy_line, to_latin};
use sheets::Cell;

impl<'a> Reading<'a> {
    /// Asks about a field, which is not missing as long as it waits.
    pub(super) fn wait_for(&mut self, field: &str, ask: Ask) {
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
        if self.at.part.month_first.contains(field) && !self.is_corrected(field) {
            return money::with_day_first(text).map(|text| Cell::Text(text.into()));
        }
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
    pub(super) fn given(&mut self, field: &str) -> Option<String> {
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

    /// The unit the sums of a field stand in: riyals, or what a person said where the file names another; nothing while that
    /// waits. What is typed by hand is riyals.
    pub(super) fn money_unit(&mut self, field: &str) -> Option<Unit> {
        let named = self.at.part.money_unit(field, self.at.across);
        let (Some(value), false) = (named, self.is_corrected(field)) else { return Some(Unit::Riyals) };
        let Some(cell) = self.cell(field).filter(|cell| !cell.is_blank()) else { return Some(Unit::Riyals) };
        let ask = Ask::MoneyUnit { value };
        let unit = self.named(&ask).and_then(Unit::named);
        if unit.is_none() {
            self.show(field, &cell);
            self.wait_for(field, ask);
        }
        unit
    }

    /// The year of a month that heads a column: its own, or what the sheet says.
    pub fn month_year(&mut self, month: crate::layout::Month) -> Option<i32> {
        match month.year {
            Some(year) => Some(year),
            None => self.given("date").and_then(|year| to_latin(&year).trim().parse().ok()),
        }
    }

    /// Asks about a text that speaks against its row: whether it says nothing, or the row stays out.
    pub fn ask_whether_it_stands(&mut self, field: &str, group: &str) {
        let raw = self.raw(field);
        let against = |folded: &str| words(group).any(|(_, word)| contains_words(folded, word));
        if text::says_nothing(&raw) || !against(&fold(&raw)) {
            return;
        }
        let ask = Ask::UnknownWord { field: field.to_owned(), value: tidy_line(&raw) };
        if self.named(&ask).is_none_or(|meaning| !meaning.trim().is_empty()) {
            self.wait_for(field, ask);
        }
    }

    /// Several words of a group in one cell, as their meanings; each that nobody knows is asked about. `None` where nothing
    /// is said, or a question is open.
    pub fn several_words(&mut self, field: &str, group: &str) -> Option<Vec<&'static str>> {
        let cell = self.cell(field)?;
        let raw = cell.text().into_owned();
        if cell.is_blank() || meaning(group, &raw).is_none() && text::says_nothing(&raw) {
            return self.take(field, |_| Ok(None));
        }
        let parts = raw.split([',', '،', '؛', ';', '/', '+', '\n']).flat_map(|part| part.split(" و"));
        let mut found = Vec::new();
        for part in parts.map(tidy_line).filter(|part| !part.is_empty()) {
            let known = meaning(group, &part).map(|(word, _)| word);
            let ask = Ask::UnknownWord { field: field.to_owned(), value: part };
            match (known, self.named(&ask).map(str::trim)) {
                (Some(word), _) => found.push(word),
                (None, Some("")) => {}
                (None, given) => match meanings(group).into_iter().find(|meaning| given == Some(*meaning)) {
                    Some(word) => found.push(word),
                    None => self.wait_for(field, ask),
                },
            }
        }
        if self.waiting.contains(field) {
            self.show(field, &cell);
            return None;
        }
        self.take(field, |_| Ok(Some(Read { value: found, shown: tidy_line(&raw), how: None })))
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
}

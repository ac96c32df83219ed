//! Values of a list as cells of a sheet.

use super::list::{Column, Written, at, named};
use crate::context::Read;
use crate::words::{Language, word};
use kernel::{Day, Failure, Moment, Money, Result};
use serde_json::Value;
use sheets::Value as Cell;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Writes the rows of one list; remembers the names it has looked up.
pub struct Writer<'c> {
    cx: &'c Read<'c>,
    language: Language,
    names: RefCell<HashMap<(&'static str, String), String>>,
}

impl<'c> Writer<'c> {
    pub fn new(cx: &'c Read<'c>, language: Language) -> Self {
        Self { cx, language, names: RefCell::default() }
    }

    /// # Errors
    /// Broken: the field holds something else than the list declares.
    pub fn cell(&self, row: &Value, column: &Column) -> Result<Cell> {
        let value = at(row, column.field);
        let other = || Failure::broken(format!("the column {} of a list holds {value}", column.key));
        if let Written::Made(_, make) = &column.written {
            return Ok(make(row, self.language));
        }
        if value.is_null() {
            return Ok(Cell::Empty);
        }
        let whole = || value.as_i64().ok_or_else(other);
        Ok(match &column.written {
            Written::Text => Cell::Text(text(value)),
            Written::Whole => Cell::Whole(whole()?),
            Written::Money => Cell::Money(Money::from_halalas(whole()?)?),
            Written::Day => Cell::Day(text(value).parse::<Day>().map_err(|_| other())?),
            Written::Moment => Cell::Text(moment(whole()?)),
            Written::Word(prefix) => Cell::Text(named(prefix, value, self.language)),
            Written::Either(yes, no) => {
                Cell::Text(word(if value == &Value::Bool(true) { yes } else { no }, self.language))
            }
            Written::Named(name) => Cell::Text(self.name(column, &text(value), *name)?),
            Written::Made(_, make) => make(row, self.language),
        })
    }

    fn name(&self, column: &Column, id: &str, find: fn(&Read<'_>, &str) -> Result<String>) -> Result<String> {
        let known = (column.key, id.to_owned());
        if let Some(name) = self.names.borrow().get(&known) {
            return Ok(name.clone());
        }
        let name = find(self.cx, id)?;
        self.names.borrow_mut().insert(known, name.clone());
        Ok(name)
    }
}

/// A value as text: what names a row, and what was typed.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// `2026-11-21 01:05`
fn moment(micros: i64) -> String {
    let moment = Moment::from_micros(micros);
    let minutes = moment.riyadh_micros_of_day() / 60_000_000;
    format!("{} {:02}:{:02}", Day::in_riyadh(moment), minutes / 60, minutes % 60)
}

/// Cells of one column, as a list is put in order; empty ones last whichever end is first.
pub fn compare(one: &Cell, other: &Cell, down: bool) -> Ordering {
    let of = |one: &Cell, other: &Cell| match (one, other) {
        (Cell::Text(one), Cell::Text(other)) => kernel::arabic::compare(one, other),
        (Cell::Whole(one), Cell::Whole(other)) => one.cmp(other),
        (Cell::Money(one), Cell::Money(other)) => one.cmp(other),
        (Cell::Day(one), Cell::Day(other)) => one.cmp(other),
        _ => Ordering::Equal,
    };
    let is_empty = |cell: &Cell| matches!(cell, Cell::Empty) || matches!(cell, Cell::Text(text) if text.is_empty());
    match (is_empty(one), is_empty(other)) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) if down => of(other, one),
        (false, false) => of(one, other),
    }
}

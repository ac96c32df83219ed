//! The ordinary style of a column: a cell written in another way than most of its column was mended, even where it
//! says the same.

use crate::part::Part;
use kernel::arabic::{Calendar, clean, typed_date};
use sheets::Cell;
use std::collections::HashMap;

/// The fields whose cells are written in more ways than one for the same value.
const STYLED: [&str; 53] = [
    "id_number",
    "id_expiry",
    "birth_date",
    "mobile",
    "family_size",
    "monthly_income",
    "borrower",
    "amount",
    "disbursed_on",
    "instalments",
    "first_due",
    "no",
    "date",
    "debit",
    "credit",
    "serial",
    "account",
    "guarantor_id",
    "guarantor_mobile",
    "income",
    "residence_months",
    "until",
    "person",
    "production",
    "sales",
    "stock",
    "customers",
    "next_date",
    "due",
    "met_on",
    "made_on",
    "received",
    "decided_on",
    "executed_on",
    "closed_on",
    "assessed_on",
    "reviewed_on",
    "dependants",
    "orphans",
    "disabled",
    "elderly",
    "rooms",
    "income_security",
    "income_citizen",
    "income_salary",
    "income_pension",
    "income_project",
    "income_piecework",
    "income_other",
    "income_total",
    "rent",
    "debts",
    "obligations",
];

/// By field, the style most of its cells have.
pub type Usual = HashMap<String, Style>;

/// How a cell is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    Blank,
    /// A number of the spreadsheet.
    Number,
    /// A day of the spreadsheet.
    Day,
    /// Plain digits, points and commas.
    Digits,
    /// A typed date: the calendar, and its shape, `n/n/y`.
    Date(Calendar2, String),
    /// A typed mobile number, by what stands before the number.
    Mobile(String),
    /// Anything else, by its shape: runs of digits of one script, of letters, and what stands between them.
    Shape(String),
}

/// A calendar that can be ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Calendar2 {
    Hijri,
    Gregorian,
}

/// The usual style of each column of a sheet, over its data rows. Ties go to the spreadsheet's own kinds.
pub fn usual(part: &Part<'_>, data: &[(usize, Option<usize>)]) -> Usual {
    let mut usual = Usual::new();
    let across = part.layout.is_across().then_some("amount");
    let fields = part.layout.columns.keys().map(String::as_str).chain(across);
    for field in fields.filter(|field| STYLED.contains(field)) {
        let mut counts: HashMap<Style, usize> = HashMap::new();
        for (row, column) in data {
            let Some(cell) = part.cell(*row, field, *column) else { continue };
            *counts.entry(style(field, &cell)).or_default() += 1;
        }
        counts.remove(&Style::Blank);
        let most = counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        if let Some((style, _)) = most {
            usual.insert(field.to_owned(), style);
        }
    }
    usual
}

pub fn style(field: &str, cell: &Cell) -> Style {
    match cell {
        _ if cell.is_blank() => Style::Blank,
        Cell::Number(_) => Style::Number,
        Cell::Day(_) => Style::Day,
        Cell::Text(text) if is_plain(text) && !is_mobile(field) => Style::Digits,
        Cell::Text(text) if is_mobile(field) => mobile(text),
        Cell::Text(text) => date(text),
        other => Style::Shape(shape(&other.text())),
    }
}

fn is_mobile(field: &str) -> bool {
    matches!(field, "mobile" | "guarantor_mobile")
}

/// «4,800 ريال» as `9,9 x`: two texts of one shape are written in one way.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for letter in text.chars().take(64) {
        let kind = match letter {
            _ if letter.is_ascii_digit() => '9',
            _ if letter.is_numeric() => '٩',
            _ if letter.is_alphabetic() => 'x',
            other => other,
        };
        if !(matches!(kind, '9' | '٩' | 'x') && shape.ends_with(kind)) {
            shape.push(kind);
        }
    }
    shape
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-')) && typed_date(text).is_err()
}

fn date(text: &str) -> Style {
    let Ok(date) = typed_date(text) else { return Style::Shape(shape(text)) };
    let calendar = match date.calendar {
        Calendar::Hijri => Calendar2::Hijri,
        Calendar::Gregorian => Calendar2::Gregorian,
    };
    let mut shape = String::new();
    for run in text.split_inclusive(|letter: char| !letter.is_ascii_digit()) {
        let digits = run.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        shape.push_str(match digits.len() {
            0 => "",
            4 => "y",
            _ => "n",
        });
        shape.push_str(&run[digits.len()..]);
    }
    Style::Date(calendar, shape)
}

fn mobile(text: &str) -> Style {
    let cleaned = clean(text);
    let Some(number) = cleaned.len().checked_sub(9).and_then(|start| cleaned.get(start..)) else {
        return Style::Shape(shape(text));
    };
    let prefix = cleaned.strip_suffix(number).unwrap_or_default();
    // Spaces and the other script's digits are another way of writing, too.
    if cleaned == text { Style::Mobile(prefix.to_owned()) } else { Style::Shape(shape(text)) }
}

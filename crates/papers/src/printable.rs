//! Makes data fit for paper: only characters the fonts can draw, no hidden direction marks, no fractions.
//!
//! A direction mark in a name would turn the text around it; a character without a glyph would print as an empty box and
//! make the PDF unfit for archiving (PDF/A forbids it). The first is dropped, the second becomes [`STAND_IN`] and is
//! reported, so that the caller can say which characters a paper could not show.

use kernel::{Failure, Result};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Stands where a character has no glyph in the embedded fonts.
pub(crate) const STAND_IN: char = '◌';

pub(crate) struct Cleaning<'a> {
    pub can_draw: &'a dyn Fn(char) -> bool,
    pub unknown: BTreeSet<char>,
}

impl Cleaning<'_> {
    /// The same value with every text cleaned.
    ///
    /// # Errors
    /// Broken, when a number is not whole: amounts come in as halalas, shares as basis points or as text.
    pub fn value(&mut self, value: &Value) -> Result<Value> {
        Ok(match value {
            Value::String(text) => Value::String(self.text(text)),
            Value::Number(number) if number.is_f64() => {
                return Err(Failure::broken(format!(
                    "a paper was given the fraction {number}; papers take whole numbers and text"
                )));
            }
            Value::Array(items) => Value::Array(items.iter().map(|item| self.value(item)).collect::<Result<_>>()?),
            Value::Object(fields) => Value::Object(
                fields
                    .iter()
                    .map(|(name, field)| Ok((name.clone(), self.value(field)?)))
                    .collect::<Result<Map<_, _>>>()?,
            ),
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        })
    }

    pub fn text(&mut self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        // Composed form first: the fonts have «é» as one character but not the bare accent.
        for character in text.nfc() {
            match character {
                '\n' => clean.push('\n'),
                _ if is_hidden(character) => {}
                _ if character.is_whitespace() && (character.is_control() || !(self.can_draw)(character)) => {
                    clean.push(' ')
                }
                _ if is_joiner(character) || (self.can_draw)(character) => clean.push(character),
                _ => {
                    self.unknown.insert(character);
                    clean.push(STAND_IN);
                }
            }
        }
        clean
    }
}

/// Control characters, direction marks, and marks without a shape of their own (byte order mark, variation selectors, tags).
fn is_hidden(character: char) -> bool {
    (character.is_control() && !character.is_whitespace())
        || matches!(character,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Joiner and non-joiner shape Arabic letters and have no glyph themselves.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn clean(text: &str) -> (String, String) {
        let mut cleaning = Cleaning {
            can_draw: &|c| c.is_ascii() || ('\u{600}'..='\u{6ff}').contains(&c) || c == 'é',
            unknown: BTreeSet::new(),
        };
        let text = cleaning.text(text);
        (text, cleaning.unknown.iter().collect())
    }

    #[test]
    fn direction_marks_and_controls_leave_no_trace() {
        assert_eq!(clean("نو\u{202e}رة\u{2069}\u{0}\u{7}").0, "نورة");
        assert_eq!(
            clean("a\r\nb\tc\u{a0}d").0,
            "a \nb c d",
            "line ends stay, other unknown blanks become plain blanks"
        );
        assert_eq!(clean("می\u{200c}خواهم").0, "می\u{200c}خواهم", "a non-joiner shapes the word and must stay");
    }

    #[test]
    fn what_no_font_draws_is_shown_as_missing_and_reported() {
        assert_eq!(clean("王 نورة 😀"), ("◌ نورة ◌".to_owned(), "王😀".to_owned()));
        assert_eq!(clean("e\u{301}"), ("é".to_owned(), String::new()), "an accent typed apart is composed, not lost");
    }

    #[test]
    fn a_fraction_is_not_accepted() {
        let mut cleaning = Cleaning { can_draw: &|_| true, unknown: BTreeSet::new() };
        assert!(
            matches!(cleaning.value(&json!({"amount": 12.5})), Err(Failure::Broken { .. })),
            "no float comes near money"
        );
        assert!(cleaning.value(&json!({"amount": 1250, "none": null, "yes": true})).is_ok());
    }
}

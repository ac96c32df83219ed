//! Digits of either script, and amounts written with them.

use crate::Money;
use serde::{Deserialize, Serialize};

/// Which digits a person reads; a preference. Identity numbers, phones and codes are always in Latin digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// 0–9.
    #[default]
    Latin,
    /// ٠–٩.
    Arabic,
}

/// An Arabic-Indic or Persian digit as 0–9; every other character as it is.
pub(crate) fn western(character: char) -> char {
    let zero = match character {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return character,
    };
    char::from_digit(u32::from(character) - zero, 10).unwrap_or(character)
}

/// Arabic-Indic and Persian digits as 0–9.
pub fn to_latin(text: &str) -> String {
    text.chars().map(western).collect()
}

/// 0–9 and Persian digits as ٠–٩.
pub fn to_arabic(text: &str) -> String {
    text.chars()
        .map(|character| match western(character).to_digit(10) {
            Some(value) => char::from_u32(0x0660 + value).unwrap_or(character),
            None => character,
        })
        .collect()
}

impl Digits {
    /// The text with its digits in this script. Separators stay: see [`Digits::amount`].
    pub fn write(self, text: &str) -> String {
        match self {
            Self::Latin => to_latin(text),
            Self::Arabic => to_arabic(text),
        }
    }

    /// An amount with two decimals: `1,234.50` or `١٬٢٣٤٫٥٠`, without invisible marks.
    pub fn amount(self, amount: Money) -> String {
        self.number(&amount.to_string())
    }

    /// A whole number in groups of three: `1,234` or `١٬٢٣٤`.
    pub fn count(self, count: u64) -> String {
        self.number(&grouped(count))
    }

    fn number(self, latin: &str) -> String {
        match self {
            Self::Latin => latin.to_owned(),
            Self::Arabic => to_arabic(latin).replace(',', "\u{066C}").replace('.', "\u{066B}"),
        }
    }
}

/// A whole number with comma groups: `1,234,567`.
pub(crate) fn grouped(number: u64) -> String {
    let plain = number.to_string();
    let mut grouped = String::with_capacity(plain.len() + plain.len() / 3);
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_change_their_script_and_nothing_else() {
        assert_eq!(to_latin("هـ ١٤٤٨/۰۶ ７"), "هـ 1448/06 ７");
        assert_eq!(to_arabic("1448/۰6م"), "١٤٤٨/٠٦م");
        assert_eq!(Digits::Latin.write("٥٠"), "50");
    }

    #[test]
    fn amounts_and_counts_are_grouped_in_threes() {
        let amount = Money::from(123_456_789);
        assert_eq!(Digits::Latin.amount(amount), "1,234,567.89");
        assert_eq!(Digits::Arabic.amount(amount), "١٬٢٣٤٬٥٦٧٫٨٩");
        assert_eq!(Digits::Arabic.amount(amount.negated()), "-١٬٢٣٤٬٥٦٧٫٨٩");
        assert_eq!((Digits::Latin.count(1_000), Digits::Arabic.count(999)), ("1,000".into(), "٩٩٩".into()));
        assert_eq!(grouped(u64::MAX), "18,446,744,073,709,551,615");
    }
}

//! Saudi mobile numbers, by the ranges of the libphonenumber metadata for SA.

use crate::arabic::{clean, is_dash};
use crate::reason::reasons;
use serde::{Deserialize, Serialize};

/// A mobile number, stored as `+966` and nine digits (E.164).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Mobile(String);

reasons! {
    /// Why a text is no mobile number.
    MobileReason {
        /// A landline, unified (920) or toll-free (800) number, which gets no messages.
        Landline = "landline" => MOBILE_LANDLINE,
        Invalid = "invalid" => MOBILE_INVALID,
    }
}

/// What may stand before the number, with or without a 0 after it.
const COUNTRY_CODES: [&str; 4] = ["+966", "00966", "966", ""];

impl Mobile {
    /// Reads a typed number, with or without the country code and the leading zero, in groups or not.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, MobileReason> {
        let mut digits = clean(text);
        digits.retain(|character| !is_dash(character) && !matches!(character, '(' | ')' | '.'));
        // More than one reading may fit the prefix (0 and 00966, say); at most one of them is a number.
        let readings: Vec<&str> = COUNTRY_CODES
            .iter()
            .filter_map(|code| digits.strip_prefix(code))
            .flat_map(|rest| [Some(rest), rest.strip_prefix('0')])
            .flatten()
            .filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
            .collect();
        if let Some(number) = readings.iter().find(|number| is_mobile(number.as_bytes())) {
            return Ok(Self(format!("+966{number}")));
        }
        let landline = readings.iter().any(|number| is_landline(number));
        Err(if landline { MobileReason::Landline } else { MobileReason::Invalid })
    }

    /// As people here write it, `050 123 4567`; always Latin digits, to be set in a left-to-right isolate.
    pub fn shown(&self) -> String {
        let number = self.0.trim_start_matches("+966");
        let (area, rest) = number.split_at(2);
        let (middle, last) = rest.split_at(3);
        format!("0{area} {middle} {last}")
    }
}

/// `5(?:[013-689]\d|7[0-8])\d{6}|579[0-8]\d{5}`: 052 is not assigned, nor is 0579 9.
fn is_mobile(number: &[u8]) -> bool {
    number.len() == 9
        && match number {
            [b'5', b'7', b'9', next, ..] => *next != b'9',
            [b'5', second, ..] => *second != b'2',
            _ => false,
        }
}

/// `1\d{8}|920\d{6}|800\d{7}`
fn is_landline(number: &str) -> bool {
    match number.len() {
        9 => number.starts_with('1') || number.starts_with("920"),
        10 => number.starts_with("800"),
        _ => false,
    }
}

checked_text!(Mobile, MobileReason);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ranges_are_those_that_are_assigned() {
        for number in ["050", "051", "053", "054", "055", "056", "0570", "0578", "058", "059", "05790", "05798"] {
            assert!(Mobile::parse(&format!("{number:0<10}")).is_ok(), "{number} is assigned");
        }
        for number in ["052", "05799", "04", "06"] {
            assert_eq!(
                Mobile::parse(&format!("{number:0<10}")),
                Err(MobileReason::Invalid),
                "{number} is not assigned"
            );
        }
    }

    #[test]
    fn prefixes_and_punctuation_are_understood_and_nothing_else() {
        for text in ["+966(0)50.123-4567", "009660501234567", "9660501234567", "۵۰ ۱۲۳ ۴۵۶۷", "٠٥٠–١٢٣–٤٥٦٧"]
        {
            assert_eq!(Mobile::parse(text).map(String::from), Ok("+966501234567".into()), "{text}");
        }
        for text in
            ["", "+", "+0501234567", "00501234567", "++966501234567", "0096650123456", "050123456a", "+96600501234567"]
        {
            assert_eq!(Mobile::parse(text), Err(MobileReason::Invalid), "{text}");
        }
        for text in ["0112345678", "966112345678", "0920001234", "8001234567", "00966 800 1234567"] {
            assert_eq!(Mobile::parse(text), Err(MobileReason::Landline), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_stored_or_shown_can_be_typed(number in "5[0134568][0-9]{7}") {
            let mobile = Mobile::parse(&number).unwrap();
            prop_assert_eq!(Mobile::parse(&mobile.shown()), Ok(mobile.clone()));
            prop_assert_eq!(Mobile::parse(mobile.as_str()), Ok(mobile));
        }
    }
}

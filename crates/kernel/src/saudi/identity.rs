//! The national identity number of a citizen and the residence (iqama) number of a resident.

use crate::arabic::clean;
use crate::reason::reasons;
use serde::{Deserialize, Serialize};

/// Ten digits beginning with 1 (citizen) or 2 (resident) that pass the Luhn check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct NationalId(String);

reasons! {
    /// Why a text is no identity number; looked for in this order.
    IdentityReason {
        /// Something other than digits.
        Letter = "letter" => IDENTITY_LETTER,
        Length = "length" => IDENTITY_LENGTH,
        FirstDigit = "first_digit" => IDENTITY_FIRST_DIGIT,
        CheckDigit = "check_digit" => IDENTITY_CHECK_DIGIT,
    }
}

impl NationalId {
    /// Reads a typed number: spaces, marks and other scripts' digits are understood, hyphens are not.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, IdentityReason> {
        let digits = clean(text);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(IdentityReason::Letter);
        }
        if digits.len() != 10 {
            return Err(IdentityReason::Length);
        }
        if !digits.starts_with(['1', '2']) {
            return Err(IdentityReason::FirstDigit);
        }
        if !passes_luhn(&digits) {
            return Err(IdentityReason::CheckDigit);
        }
        Ok(Self(digits))
    }

    /// A citizen's number begins with 1, a resident's with 2.
    pub fn is_citizen(&self) -> bool {
        self.0.starts_with('1')
    }

    /// The number as people who need not know it see it: `105*****74`.
    pub fn masked(&self) -> String {
        masked(&self.0)
    }
}

checked_text!(NationalId, IdentityReason);

/// Any identity number with all but its first three and last two characters hidden; one shorter than eight characters
/// is hidden whole.
pub fn masked(number: &str) -> String {
    let count = number.chars().count();
    let shown = |place: usize| count >= 8 && (place < 3 || place + 2 >= count);
    number.chars().enumerate().map(|(place, character)| if shown(place) { character } else { '*' }).collect()
}

/// Luhn's check over digits, ISO/IEC 7812-1 annex B: of an even number of digits the 1st, 3rd, 5th … are doubled.
pub(super) fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte.wrapping_sub(b'0'));
            match if place % 2 == 1 { digit * 2 } else { digit } {
                above @ 10.. => above - 9,
                digit => digit,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_reasons_come_in_their_order() {
        assert_eq!(NationalId::parse("٣"), Err(IdentityReason::Length));
        assert_eq!(NationalId::parse("3x"), Err(IdentityReason::Letter));
        assert_eq!(
            NationalId::parse("１００００００００８"),
            Err(IdentityReason::Letter),
            "full-width digits are none"
        );
        assert_eq!(NationalId::parse("3000000000"), Err(IdentityReason::FirstDigit));
        assert_eq!(NationalId::parse("1000000000"), Err(IdentityReason::CheckDigit));
        assert!(NationalId::parse("2000000006").is_ok_and(|id| !id.is_citizen()));
    }

    #[test]
    fn a_masked_number_shows_five_digits() {
        assert_eq!(NationalId::parse("1050000074").map(|id| id.masked()), Err(IdentityReason::CheckDigit));
        assert_eq!(masked("1051234574"), "105*****74");
        assert_eq!(masked("A123456"), "*******");
    }

    #[test]
    fn json_holds_the_normalised_text_and_is_checked() {
        let id: NationalId = serde_json::from_str("\"١٠٠٠ ٠٠٠٠٠٨\"").unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"1000000008\"");
        assert!(serde_json::from_str::<NationalId>("\"1000000000\"").is_err());
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_noticed(number in 100_000_000u32..300_000_000, place in 1usize..10, digit in 0u8..10) {
            let valid = (0..10).map(|check| format!("{number}{check}")).find(|digits| passes_luhn(digits)).unwrap();
            let mut changed = valid.clone().into_bytes();
            changed[place] = b'0' + digit;
            let changed = String::from_utf8(changed).unwrap();
            prop_assert_eq!(NationalId::parse(&changed).is_ok(), changed == valid);
        }
    }
}

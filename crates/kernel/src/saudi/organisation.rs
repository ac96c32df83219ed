//! The unified national number of an organisation.

use super::identity::passes_luhn;
use crate::arabic::clean;
use crate::reason::reasons;
use serde::{Deserialize, Serialize};

/// Ten digits beginning with 7.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct OrganisationNumber(String);

reasons! {
    /// Why a text is no organisation number; looked for in this order.
    OrganisationReason {
        /// Something other than digits.
        Letter = "letter" => ORGANISATION_LETTER,
        Length = "length" => ORGANISATION_LENGTH,
        FirstDigit = "first_digit" => ORGANISATION_FIRST_DIGIT,
    }
}

impl OrganisationNumber {
    /// Reads a typed number: spaces, marks and other scripts' digits are understood, hyphens are not.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, OrganisationReason> {
        let digits = clean(text);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(OrganisationReason::Letter);
        }
        if digits.len() != 10 {
            return Err(OrganisationReason::Length);
        }
        if !digits.starts_with('7') {
            return Err(OrganisationReason::FirstDigit);
        }
        Ok(Self(digits))
    }

    /// Whether the number fails the Luhn check. Known numbers pass it, but no rule says all do: worth a look, never a
    /// refusal.
    pub fn looks_mistyped(&self) -> bool {
        !passes_luhn(&self.0)
    }
}

checked_text!(OrganisationNumber, OrganisationReason);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_check_is_a_doubt_and_no_refusal() {
        assert!(OrganisationNumber::parse("7900000018").is_ok_and(|number| number.looks_mistyped()));
        assert!(OrganisationNumber::parse("٧٩٠٠ ٠٠٠٠١٤").is_ok_and(|number| !number.looks_mistyped()));
        assert_eq!(OrganisationNumber::parse("1000000008"), Err(OrganisationReason::FirstDigit));
        assert_eq!(OrganisationNumber::parse("7"), Err(OrganisationReason::Length));
        assert_eq!(OrganisationNumber::parse("7-"), Err(OrganisationReason::Letter));
    }
}

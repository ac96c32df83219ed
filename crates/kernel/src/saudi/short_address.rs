//! The short form of the national address (العنوان المختصر).

use crate::arabic::{clean, clean_code};
use crate::reason::reasons;
use serde::{Deserialize, Serialize};

/// Four letters A–Z and the four digits of the building number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct ShortAddress(String);

reasons! {
    /// Why a text is no short address.
    ShortAddressReason {
        Invalid = "invalid" => SHORT_ADDRESS_INVALID,
    }
}

impl ShortAddress {
    /// Reads a typed address: spaces, dashes, marks, small letters and other scripts' digits are understood.
    ///
    /// # Errors
    /// It is not four letters and four digits.
    pub fn parse(text: &str) -> Result<Self, ShortAddressReason> {
        let code = clean_code(text);
        let bytes = code.as_bytes();
        let valid = bytes.len() == 8
            && bytes[..4].iter().all(u8::is_ascii_uppercase)
            && bytes[4..].iter().all(u8::is_ascii_digit);
        if valid { Ok(Self(code)) } else { Err(ShortAddressReason::Invalid) }
    }

    /// The four digits, which are the number of the building.
    pub fn building_number(&self) -> &str {
        &self.0[4..]
    }

    /// Whether a building number that was typed beside it is another one: worth a look, never a refusal. None typed
    /// contradicts nothing.
    pub fn contradicts(&self, building_number: &str) -> bool {
        let typed = clean(building_number);
        !typed.is_empty() && typed != self.building_number()
    }
}

checked_text!(ShortAddress, ShortAddressReason);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_building_number_is_compared_as_text() {
        let address = ShortAddress::parse("jeda-٠٠٠٧").unwrap();
        assert_eq!((address.as_str(), address.building_number()), ("JEDA0007", "0007"));
        assert!(address.contradicts("7"), "7 is not 0007");
        assert!(!address.contradicts("٠٠٠٧") && !address.contradicts("\u{200F} "));
        assert_eq!(ShortAddress::parse("ÀBCD1234"), Err(ShortAddressReason::Invalid));
        assert_eq!(
            ShortAddress::parse("عب1234"),
            Err(ShortAddressReason::Invalid),
            "eight bytes are not eight characters"
        );
    }
}

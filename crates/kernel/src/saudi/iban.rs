//! International bank account numbers of Saudi banks (ISO 13616, check digits by ISO 7064 mod 97-10).

use crate::arabic::clean_code;
use crate::reason::reasons;
use serde::{Deserialize, Serialize};

/// `SA`, two check digits, two digits of the bank, eighteen characters of the account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Iban(String);

reasons! {
    /// Why a text is no Saudi IBAN; looked for in this order.
    IbanReason {
        /// It does not begin with SA.
        Country = "country" => IBAN_COUNTRY,
        Length = "length" => IBAN_LENGTH,
        Character = "character" => IBAN_CHARACTER,
        /// The check digits do not fit: something is mistyped.
        Check = "check" => IBAN_CHECK,
    }
}

/// Bank codes and names, after the mergers. A hint only: no official list of codes is public, and an unknown code is
/// no fault of the number.
const BANKS: [(&str, &str); 14] = [
    ("05", "مصرف الإنماء"),
    ("10", "البنك الأهلي السعودي"),
    ("15", "بنك البلاد"),
    ("20", "بنك الرياض"),
    ("30", "البنك العربي الوطني"),
    ("40", "البنك الأهلي السعودي"),
    ("45", "البنك السعودي الأول"),
    ("50", "البنك السعودي الأول"),
    ("55", "البنك السعودي الفرنسي"),
    ("60", "بنك الجزيرة"),
    ("65", "البنك السعودي للاستثمار"),
    ("80", "مصرف الراجحي"),
    ("90", "بنك الخليج الدولي"),
    ("95", "بنك الإمارات دبي الوطني"),
];

impl Iban {
    /// Reads a typed number: spaces, dashes, marks, small letters and other scripts' digits are understood.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, IbanReason> {
        let code = clean_code(text);
        if !code.starts_with("SA") {
            return Err(IbanReason::Country);
        }
        if code.chars().count() != 24 {
            return Err(IbanReason::Length);
        }
        let mut account = code.bytes().skip(2);
        let digits = account.by_ref().take(4).all(|byte| byte.is_ascii_digit());
        if !digits || !account.all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
            return Err(IbanReason::Character);
        }
        if remainder(&code) != 1 {
            return Err(IbanReason::Check);
        }
        Ok(Self(code))
    }

    /// The two digits of the bank.
    pub fn bank_code(&self) -> &str {
        &self.0[4..6]
    }

    /// The Arabic name of the bank, where its code is known; a hint beside the number.
    pub fn bank_name(&self) -> Option<&'static str> {
        BANKS.iter().find(|(code, _)| *code == self.bank_code()).map(|(_, name)| *name)
    }

    /// In groups of four, as cards and statements print it; to be set in a left-to-right isolate.
    pub fn shown(&self) -> String {
        let characters: Vec<char> = self.0.chars().collect();
        characters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }
}

/// The number mod 97, the first four characters moved to the end, letters as 10–35.
fn remainder(code: &str) -> u32 {
    let (head, account) = code.split_at(4);
    account.chars().chain(head.chars()).filter_map(|character| character.to_digit(36)).fold(0, |rest, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    })
}

checked_text!(Iban, IbanReason);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_reasons_come_in_their_order() {
        assert_eq!(Iban::parse("S"), Err(IbanReason::Country));
        assert_eq!(Iban::parse("SA٠٣!"), Err(IbanReason::Length));
        assert_eq!(Iban::parse("SAO380000000608010167519"), Err(IbanReason::Character));
        assert_eq!(Iban::parse("SA038A000000608010167519"), Err(IbanReason::Character), "a bank code is two digits");
        assert_eq!(Iban::parse("SA0380000000608010167ع19"), Err(IbanReason::Character), "24 characters, not bytes");
        assert_eq!(Iban::parse("SA0380000000608010167518"), Err(IbanReason::Check));
    }

    #[test]
    fn the_bank_is_a_hint() {
        let iban = Iban::parse("sa03-8000 0000 6080 1016 7519").unwrap();
        assert_eq!((iban.bank_code(), iban.bank_name()), ("80", Some("مصرف الراجحي")));
        assert_eq!(iban.shown(), "SA03 8000 0000 6080 1016 7519");
        let unknown = Iban::parse("SA9178000000000123456789").unwrap();
        assert_eq!((unknown.bank_code(), unknown.bank_name()), ("78", None));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_noticed(account in "[0-9]{20}", place in 4usize..24, digit in 0u8..10) {
            let valid = (2..=98).map(|check| format!("SA{check:02}{account}")).find(|code| remainder(code) == 1).unwrap();
            let mut changed = valid.clone().into_bytes();
            changed[place] = b'0' + digit;
            let changed = String::from_utf8(changed).unwrap();
            prop_assert_eq!(Iban::parse(&changed).is_ok(), changed == valid);
        }
    }
}

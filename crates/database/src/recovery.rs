//! The recovery code: 160 random bits that a person can print, keep in a safe and type back.

use crate::failures::NOT_A_CODE;
use kernel::{Refusal, Result};
use zeroize::Zeroizing;

/// Crockford's alphabet: no I, L, O or U, which are read or typed for something else.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS: usize = 32;
const GROUP: usize = 4;

/// Eight groups of four letters and digits; wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    pub(crate) fn random() -> Result<Self> {
        let bytes = Zeroizing::new(crate::key::random::<20>()?);
        let mut letters = Zeroizing::new(String::with_capacity(LETTERS));
        for place in 0..LETTERS {
            let bit = place * 5;
            let pair = u16::from(bytes[bit / 8]) << 8 | u16::from(bytes.get(bit / 8 + 1).copied().unwrap_or(0));
            let letter = pair >> (11 - bit % 8) & 31;
            letters.push(char::from(ALPHABET[usize::from(letter)]));
        }
        Ok(Self(letters))
    }

    /// Reads what a person typed: either case, Arabic digits, spaces and dashes anywhere, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`NOT_A_CODE`], with the number of letters `found` and `wanted`.
    pub fn typed(text: &str) -> Result<Self> {
        let mut letters = Zeroizing::new(String::with_capacity(LETTERS));
        let mut strange = false;
        for typed in text.chars().filter(|typed| !is_filler(*typed)) {
            match meant(typed) {
                // A text far too long is not kept, only counted as wrong.
                Some(letter) if letters.len() < LETTERS * 2 => letters.push(letter),
                Some(_) => {}
                None => strange = true,
            }
        }
        let refusal = Refusal::new(NOT_A_CODE).with("found", letters.len()).with("wanted", LETTERS).at("code");
        kernel::require(!strange && letters.len() == LETTERS, refusal)?;
        Ok(Self(letters))
    }

    /// The eight groups, in order.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        (0..LETTERS / GROUP).map(|group| &self.0[group * GROUP..(group + 1) * GROUP])
    }

    /// Is this what group `number`, counted from 1, says? Typed as tolerantly as the whole code.
    pub fn group_is(&self, number: usize, typed: &str) -> bool {
        let meant: Option<Zeroizing<String>> =
            typed.chars().filter(|typed| !is_filler(*typed)).map(meant).collect::<Option<String>>().map(Zeroizing::new);
        let group = number.checked_sub(1).and_then(|index| self.groups().nth(index));
        matches!((meant, group), (Some(meant), Some(group)) if *meant == group)
    }

    /// As it is printed: `XXXX-XXXX-…`.
    pub fn printed(&self) -> Zeroizing<String> {
        let mut printed = Zeroizing::new(String::with_capacity(LETTERS + LETTERS / GROUP));
        for (index, group) in self.groups().enumerate() {
            if index > 0 {
                printed.push('-');
            }
            printed.push_str(group);
        }
        printed
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// A code never appears in a log.
impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode")
    }
}

/// What lies between the letters: spaces, dashes, and the invisible marks of direction that come with copied text.
fn is_filler(typed: char) -> bool {
    typed.is_whitespace()
        || matches!(typed, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | 'ـ')
        || matches!(typed, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The letter of the alphabet a typed one stands for.
fn meant(typed: char) -> Option<char> {
    let upper = match typed {
        '٠'..='٩' => digit(typed, '٠'),
        '۰'..='۹' => digit(typed, '۰'),
        'o' | 'O' => '0',
        'i' | 'I' | 'l' | 'L' => '1',
        other => other.to_ascii_uppercase(),
    };
    (upper.is_ascii() && ALPHABET.contains(&(upper as u8))).then_some(upper)
}

fn digit(typed: char, zero: char) -> char {
    char::from_digit(u32::from(typed) - u32::from(zero), 10).unwrap_or(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_as_printed_and_as_people_type() {
        for _ in 0..200 {
            let code = RecoveryCode::random().unwrap();
            assert_eq!(code.groups().count(), 8);
            let printed = code.printed();
            assert_eq!(RecoveryCode::typed(&printed).unwrap(), code);
            let sloppy: String = printed
                .to_lowercase()
                .replace('0', "o")
                .replace('1', "l")
                .replace('-', " ")
                .chars()
                .map(|c| c.to_digit(10).and_then(|n| char::from_u32(0x660 + n)).unwrap_or(c))
                .collect();
            assert_eq!(RecoveryCode::typed(&format!("\u{200f} {sloppy}\n")).unwrap(), code);
            assert!(code.group_is(6, &printed[25..29].to_lowercase()), "the sixth group confirms the printing");
            assert!(!code.group_is(6, "") && !code.group_is(0, &printed[..4]) && !code.group_is(9, ""));
        }
    }

    #[test]
    fn what_cannot_be_a_code_says_how_many_letters_it_has() {
        let refused = RecoveryCode::typed("ABCD-EFGH").unwrap_err();
        let kernel::Failure::Refused(refusal) = refused else { panic!("a person can mend this") };
        assert_eq!((refusal.args["found"].as_str(), refusal.args["wanted"].as_str()), ("8", "32"));
        assert!(RecoveryCode::typed(&"U".repeat(32)).is_err(), "U is not in the alphabet");
        assert!(RecoveryCode::typed(&"A".repeat(33)).is_err());
        assert!(RecoveryCode::typed(&"م".repeat(32)).is_err());
    }

    #[test]
    fn every_letter_comes_up() {
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..100 {
            seen.extend(RecoveryCode::random().unwrap().0.chars());
        }
        assert_eq!(seen.len(), 32, "all 160 bits are random only when every letter comes up");
    }
}

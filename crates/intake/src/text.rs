//! Small readings of typed text that several tables share.

use kernel::arabic::{clean, fold, to_latin};
use sheets::Cell;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The letters most names are made of; what they are need not be looked up.
const fn is_ordinary(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | '\u{660}'..='\u{669}')
}

/// Invisible marks: directions, joiners, soft hyphens.
fn is_invisible(letter: char) -> bool {
    !is_ordinary(letter) && letter.general_category() == GeneralCategory::Format
}

/// Whether a number lost digits before the file was written: «1.45E+11», or more digits than the fifteen a spreadsheet
/// works with, the rest of them zeros.
pub fn lost_digits(cell: &Cell) -> bool {
    match cell {
        Cell::Number(decimal) => decimal.bytes().filter(u8::is_ascii_digit).count() > 15,
        Cell::Text(text) if text.len() <= 40 => {
            let text = clean(text).to_uppercase();
            let Some((digits, power)) = text.split_once("E+") else { return false };
            let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            let (whole, fraction) = digits.split_once(['.', ',', '\u{66b}']).unwrap_or((digits, "0"));
            is_number(whole) && is_number(fraction) && is_number(power)
        }
        _ => false,
    }
}

/// A number as it was meant: without the apostrophe that keeps a spreadsheet from counting with it, and without the
/// fraction of a program that did («1150459210.0»). Nothing else is dropped.
pub fn as_meant(text: &str) -> std::borrow::Cow<'_, str> {
    let plain = trimmed(text);
    let plain = plain.strip_prefix(['\'', '\u{2018}', '\u{2019}', '`', '\u{2032}']).unwrap_or(plain);
    let latin = to_latin(plain);
    match latin.strip_suffix(".0").or_else(|| latin.strip_suffix(".00")) {
        Some(whole) if whole.len() >= 5 && whole.bytes().all(|byte| byte.is_ascii_digit()) => {
            std::borrow::Cow::Owned(whole.to_owned())
        }
        _ if plain.len() < trimmed(text).len() => std::borrow::Cow::Borrowed(plain),
        _ => std::borrow::Cow::Borrowed(text),
    }
}

/// Without outer white space and invisible marks at the ends.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter))
}

/// A person's name as it is kept: without outer or double spaces, tatweel, vowel marks, invisible marks and ligatures.
pub fn name(text: &str) -> String {
    let plain: String = text
        .nfkc()
        .filter(|letter| *letter != '\u{640}' && !is_invisible(*letter))
        .filter(|letter| is_ordinary(*letter) || letter.general_category() != GeneralCategory::NonspacingMark)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A code as it is kept: digits 0–9, one space at most between its parts, nothing invisible.
pub fn code(text: &str) -> String {
    let visible: String = to_latin(text).chars().filter(|letter| !is_invisible(*letter)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// By what codes are compared: without spaces and case, every dash and stroke the same.
pub fn code_key(text: &str) -> String {
    let mut key = String::new();
    for letter in clean(text).to_lowercase().chars() {
        match letter {
            '/' | '\\' | '_' | '.' | '\u{640}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '-' => {
                if !key.ends_with('-') {
                    key.push('-');
                }
            }
            other => key.push(other),
        }
    }
    // Spelling does not make two codes.
    key.split('-').map(fold).collect::<Vec<_>>().join("-")
}

/// A code with the same separator between all its parts, without spaces around it.
pub fn separated(code: &str, separator: char) -> String {
    let mut parts: Vec<String> = vec![String::new()];
    for letter in code.chars() {
        match letter {
            '/' | '\\' | '_' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => parts.push(String::new()),
            other => parts.last_mut().into_iter().for_each(|part| part.push(other)),
        }
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(&separator.to_string())
}

/// What stands for nothing: dashes, and words such as «لا يوجد».
pub fn says_nothing(text: &str) -> bool {
    // Most cells hold a value; looking a word up is for the few that could be one.
    if text.len() > 40 || text.chars().any(|letter| letter.is_numeric()) {
        return false;
    }
    let dashes = |letter: char| matches!(letter, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{640}');
    clean(text).chars().all(dashes) || crate::vocabulary::meaning("nothing", text).is_some()
}

/// A text in which nobody's identity number can be read: ten digits that begin as one are covered, whatever their check
/// digit, and also where a dash or a space parts them.
pub fn covered(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |letter: &char| to_latin(&letter.to_string()).bytes().all(|byte| byte.is_ascii_digit());
    let parts = |at: usize| {
        matches!(letters[at], '-' | ' ' | '\u{2010}'..='\u{2013}')
            && at > 0
            && is_digit(&letters[at - 1])
            && letters.get(at + 1).is_some_and(is_digit)
    };
    let mut covered = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        if !is_digit(&letters[at]) {
            covered.push(letters[at]);
            at += 1;
            continue;
        }
        let run =
            |joined: bool| (at..letters.len()).take_while(|at| is_digit(&letters[*at]) || joined && parts(*at)).count();
        let number = |length: usize| -> String {
            letters[at..at + length]
                .iter()
                .filter(|letter| is_digit(letter))
                .flat_map(|one| to_latin(&one.to_string()).chars().collect::<Vec<_>>())
                .collect()
        };
        let is_identity = |number: &str| number.len() == 10 && number.starts_with(['1', '2']);
        let (plain, joined) = (run(false), run(true));
        let length = if is_identity(&number(plain)) || !is_identity(&number(joined)) { plain } else { joined };
        let digits = number(length);
        if is_identity(&digits) {
            covered.push_str(&kernel::saudi::masked(&digits));
        } else {
            covered.extend(&letters[at..at + length]);
        }
        at += length;
    }
    covered
}

/// Whether a spreadsheet would take the text for a formula, were it not protected.
pub fn begins_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_is_not_the_name() {
        assert_eq!(name(" \u{200f}مُحَمَّد  عبدﷲ  محـــمد\u{200e} "), "محمد عبدالله محمد");
        assert_eq!(name("أحمد آل ثامر"), "أحمد آل ثامر", "letters stay as they are written");
    }

    #[test]
    fn identity_numbers_in_a_text_are_covered() {
        for (said, kept) in [
            ("كفله أخوه 1098765439 حضوريًا", "كفله أخوه 109*****39 حضوريًا"),
            ("هويته ١٠٩٨٧٦٥٤٣٩", "هويته 109*****39"),
            ("رقم 1098-765439.", "رقم 109*****39."),
            ("اتصل على 0501234567 يوم 1447/05/21", "اتصل على 0501234567 يوم 1447/05/21"),
            ("SA0380000000608010167519 و2024", "SA0380000000608010167519 و2024"),
        ] {
            assert_eq!(covered(said), kept);
        }
    }

    #[test]
    fn a_number_that_lost_digits_is_no_code() {
        for lost in ["1.45E+11", "1,45e+11", " ١٫٤٥E+١١ ", "1E+05"] {
            assert!(lost_digits(&Cell::Text(lost.into())), "{lost}");
        }
        for kept in ["145000000000", "E+11", "1.45E", "م-1E+5", "1E5", "7.5"] {
            assert!(!lost_digits(&Cell::Text(kept.into())), "{kept}");
        }
        assert!(lost_digits(&Cell::Number("1234567890123460".into())));
        assert!(!lost_digits(&Cell::Number("123456789012345".into())));
    }

    #[test]
    fn codes_are_compared_without_their_spelling() {
        for typed in ["ق-1446-035", " ق - ١٤٤٦ – ٠٣٥ ", "ق/1446/035", "ق_1446_035"] {
            assert_eq!(code_key(typed), "ق-1446-035", "{typed}");
        }
        assert_ne!(code_key("ق-1446-035"), code_key("ق-1446-35"), "zeros are part of a code");
        assert!(says_nothing("—") && says_nothing("لايوجد") && says_nothing("") && !says_nothing("لا أحد"));
    }
}

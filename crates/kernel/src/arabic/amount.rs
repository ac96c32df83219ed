//! Reading an amount of money that a person typed. Nothing is ever guessed: 12,34 is refused.

use super::clean::tidy;
use super::words::LARGEST;
use crate::Money;
use crate::reason::reasons;

reasons! {
    /// Why a typed amount is refused; looked for in this order.
    AmountReason {
        Empty = "empty" => AMOUNT_EMPTY,
        /// A minus first or last: amounts are never negative, a correction is a reversing entry.
        Negative = "negative" => AMOUNT_NEGATIVE,
        Character = "character" => AMOUNT_CHARACTER,
        /// Two points, or no digits on one side of the point.
        Format = "format" => AMOUNT_FORMAT,
        /// More than two decimals.
        Decimals = "decimals" => AMOUNT_DECIMALS,
        /// Groups that are not of three digits, or of two kinds.
        Grouping = "grouping" => AMOUNT_GROUPING,
        /// Above 999,999,999,999.99.
        TooLarge = "too_large" => AMOUNT_TOO_LARGE,
    }
}

/// Reads a typed amount of riyals, 0 to 999,999,999,999.99, in either script's digits and separators. A comma groups
/// thousands and is never a decimal point.
///
/// # Errors
/// What is wrong with it.
pub fn typed_amount(text: &str) -> Result<Money, AmountReason> {
    let text = tidy(&text.replace('\u{066B}', ".").replace(['\u{066C}', '\u{060C}'], ","));
    if text.is_empty() {
        return Err(AmountReason::Empty);
    }
    if text.starts_with('-') || text.ends_with('-') {
        return Err(AmountReason::Negative);
    }
    if !text.chars().all(|character| matches!(character, '0'..='9' | ' ' | ',' | '.')) {
        return Err(AmountReason::Character);
    }
    let (whole, decimals) = match text.split_once('.') {
        Some((_, decimals)) if decimals.is_empty() || !all_digits(decimals) => return Err(AmountReason::Format),
        Some(parts) => parts,
        None => (text.as_str(), ""),
    };
    if whole.is_empty() || whole.ends_with([' ', ',']) {
        return Err(AmountReason::Format);
    }
    if decimals.len() > 2 {
        return Err(AmountReason::Decimals);
    }
    if !(all_digits(whole) || grouped_by(whole, ',') || grouped_by(whole, ' ')) {
        return Err(AmountReason::Grouping);
    }
    let digits = format!("{}{decimals:0<2}", whole.replace([' ', ','], ""));
    // Digits only, so the one thing that can fail is their number.
    let halalas = digits.parse::<i64>().ok().filter(|halalas| *halalas <= LARGEST).ok_or(AmountReason::TooLarge)?;
    Money::from_halalas(halalas).map_err(|_| AmountReason::TooLarge)
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// One to three digits without a leading zero, then groups of three.
fn grouped_by(whole: &str, separator: char) -> bool {
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    let leads = (1..=3).contains(&first.len()) && all_digits(first) && !first.starts_with('0');
    leads && groups.all(|group| group.len() == 3 && all_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use proptest::prelude::*;

    #[test]
    fn each_refusal_is_found_in_its_order() {
        for (text, reason) in [
            ("\u{200F} \u{2066}", AmountReason::Empty),
            ("–", AmountReason::Negative),
            ("-x", AmountReason::Negative),
            ("1.2.3x", AmountReason::Character),
            ("5-5", AmountReason::Character),
            ("１", AmountReason::Character),
            (".", AmountReason::Format),
            ("1.", AmountReason::Format),
            ("1 .5", AmountReason::Format),
            ("1. 5", AmountReason::Format),
            ("1,", AmountReason::Format),
            ("1.2.345", AmountReason::Format),
            ("1.5,0", AmountReason::Format),
            ("12,34.567", AmountReason::Decimals),
            (",123", AmountReason::Grouping),
            ("1,234 567", AmountReason::Grouping),
            ("1  234", AmountReason::Grouping),
            ("1234,567", AmountReason::Grouping),
            ("0,123", AmountReason::Grouping),
            ("1,,234", AmountReason::Grouping),
            ("1,000,000,000,000", AmountReason::TooLarge),
            ("99999999999999999999999999", AmountReason::TooLarge),
        ] {
            assert_eq!(typed_amount(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn long_but_small_numbers_are_read() {
        assert_eq!(typed_amount("00000000000000000000000000000000007"), Ok(Money::from(700)));
        assert_eq!(typed_amount("١\u{2009}٢٣٤٫٥"), Ok(Money::from(123_450)));
        assert_eq!(typed_amount("999 999 999 999.99").map(Money::halalas), Ok(LARGEST));
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed(halalas in 0..=LARGEST) {
            let amount = Money::from_halalas(halalas).unwrap();
            prop_assert_eq!(typed_amount(&Digits::Latin.amount(amount)), Ok(amount));
            prop_assert_eq!(typed_amount(&Digits::Arabic.amount(amount)), Ok(amount));
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = typed_amount(&text);
        }
    }
}

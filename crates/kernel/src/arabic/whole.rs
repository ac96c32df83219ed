//! Numbers that are found only whole: identity numbers, which screens show covered. Whoever could look for parts of one
//! would uncover it digit by digit.

use super::fold::fold_joined;

/// Stands before and behind a number. Together with the marks of its letters and digits it is of a plane that no script
/// uses and folding takes away, so that nothing anybody types is a part of such a form.
const EDGE: char = '\u{F0000}';
/// Shorter ones are covered whole on screens ([`masked`](crate::saudi::masked)), and anything else may be as long.
const LONG: usize = 8;

/// The form in which a number stands among what is searched.
pub fn found_whole(number: &str) -> String {
    let folded = fold_joined(number);
    if folded.is_empty() {
        return folded;
    }
    let marks = folded.chars().filter_map(|letter| char::from_u32(u32::from(EDGE) + u32::from(letter)));
    std::iter::once(EDGE).chain(marks).chain(std::iter::once(EDGE)).collect()
}

/// Adds numbers that are found only whole to what is searched ([`searched`](super::searched)).
pub fn with_whole<'t>(searched: String, numbers: impl IntoIterator<Item = &'t str>) -> String {
    let mut parts = vec![searched];
    for form in numbers.into_iter().map(found_whole) {
        if !form.is_empty() && !parts.contains(&form) {
            parts.push(form);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("|")
}

/// A question that may be such a number, in its search form: letters and digits of the Latin script, mostly digits, and no
/// mobile number.
pub(super) fn asked_whole(text: &str) -> Option<String> {
    let folded = fold_joined(text);
    let digits = folded.bytes().filter(u8::is_ascii_digit).count();
    let plain = folded.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let mobile = ["05", "009665", "9665"].iter().any(|start| folded.starts_with(start));
    (plain && digits >= 4 && digits * 2 > folded.len() && !mobile).then_some(folded)
}

/// Whether a number is long enough that it is hardly anything else.
pub(super) fn is_long(number: &str) -> bool {
    number.len() >= LONG
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::{fold, readings, searched};
    use proptest::prelude::*;

    #[test]
    fn a_number_stands_for_itself_however_it_is_written() {
        let form = found_whole("1012345672");
        assert_eq!(form.chars().count(), 12);
        assert_eq!(found_whole("١٠١٢٣٤٥٦٧٢"), form);
        assert_eq!(found_whole("A 123-456"), found_whole("a123456"));
        assert_eq!(found_whole(" - "), "");
    }

    #[test]
    fn what_is_searched_holds_each_once() {
        let text = with_whole(searched(["نورة", "B-0012"]), ["1012345672", "", "1012345672"]);
        assert_eq!(text.split('|').count(), 3);
        assert_eq!(with_whole(String::new(), [""]), "");
    }

    #[test]
    fn names_mobiles_and_numbers_of_loans_are_no_such_question() {
        for text in ["نورة", "0512345678", "+966512345678", "00966 51 234 5678", "L-1448-0007 نورة", "123", "", "ab12"]
        {
            assert_eq!(asked_whole(text), None, "{text}");
        }
        for text in ["1012345672", "١٠١٢ ٣٤٥ ٦٧٢", "A1234567", "7001234567", "1123"] {
            assert!(asked_whole(text).is_some(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_is_a_part_of_a_covered_number(number in "[12][0-9]{9}", from in 0_usize..10, length in 1_usize..10) {
            let stored = with_whole(searched(["نورة الدوسري"]), [number.as_str()]);
            let part: String = number.chars().skip(from).take(length).collect();
            for reading in readings(&part) {
                prop_assert!(!stored.contains(reading.text.as_str()), "{part}");
            }
            prop_assert!(!stored.contains(&found_whole(&part)) || part == number);
            prop_assert_eq!(fold(&found_whole(&number)), "", "nobody can type it");
        }
    }
}

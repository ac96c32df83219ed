//! The six plural categories of Arabic (CLDR), by which a counted noun picks its words.

use super::digits::Digits;
use icu_locale_core::locale;
use icu_plurals::{PluralCategory, PluralRules};

thread_local! {
    // The rules of this crate cannot be shared between threads, and making them costs next to nothing.
    #[expect(clippy::expect_used, reason = "the data is compiled in, and a test calls it")]
    static RULES: PluralRules =
        PluralRules::try_new_cardinal(locale!("ar").into()).expect("the plural rules of Arabic are compiled in");
}

/// The key under which a counted noun keeps its words for this number: `zero`, `one`, `two`, `few` (the last two digits
/// are 3–10), `many` (11–99) or `other`.
pub fn category(number: u64) -> &'static str {
    match RULES.with(|rules| rules.category_for(number)) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The words of a counted noun with `%{n}` filled: the number in groups of three, in the given digits.
pub fn fill(words: &str, number: u64, digits: Digits) -> String {
    words.replace("%{n}", &digits.count(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_category_follows_the_last_two_digits(number in any::<u64>()) {
            let expected = match (number, number % 100) {
                (0, _) => "zero",
                (1, _) => "one",
                (2, _) => "two",
                (_, 3..=10) => "few",
                (_, 11..=99) => "many",
                _ => "other",
            };
            prop_assert_eq!(category(number), expected);
        }
    }

    #[test]
    fn small_numbers_are_all_right_and_words_are_filled() {
        assert_eq!([0, 1, 2, 3, 11, 100, 102].map(category), ["zero", "one", "two", "few", "many", "other", "other"]);
        assert_eq!(fill("%{n} قسطًا", 1_011, Digits::Latin), "1,011 قسطًا");
        assert_eq!(fill("%{n} قسطًا", 1_011, Digits::Arabic), "١٬٠١١ قسطًا");
    }
}

//! The order in which Arabic names are listed.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use std::cmp::Ordering;
use std::sync::LazyLock;

#[expect(clippy::expect_used, reason = "the data is compiled in, and a test calls it")]
static ORDER: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    Collator::try_new(locale!("ar").into(), CollatorOptions::default()).expect("the order of Arabic is compiled in")
});

/// Compares two texts as an Arabic reader lists them: letters first, vowels and hamza only between equals. Equal texts
/// only are equal, so that a list has one order.
pub fn compare(a: &str, b: &str) -> Ordering {
    ORDER.compare(a, b).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_stand_where_a_reader_looks_for_them() {
        let mut names =
            ["يوسف", "احمد علي", "بدر", "أحمد صالح", "إبراهيم", "ابراهيم", "Ahmad", "مُحَمَّد", "محمد", "12", "٢"];
        names.sort_by(|a, b| compare(a, b));
        let expected =
            ["12", "٢", "إبراهيم", "ابراهيم", "أحمد صالح", "احمد علي", "بدر", "محمد", "مُحَمَّد", "يوسف", "Ahmad"];
        assert_eq!(names, expected, "spellings of one name stand together, Arabic before Latin");
    }

    proptest! {
        #[test]
        fn only_equal_texts_are_equal(a in "[أاإآء-ي\u{064B}-\u{0652} ]{0,6}", b in "[أاإآء-ي\u{064B}-\u{0652} ]{0,6}") {
            prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
            prop_assert_eq!(compare(&a, &b) == Ordering::Equal, a == b);
        }
    }
}

//! The search form of text, in which أحمد and احمد, فاطمة and فاطمه, ١٢ and 12 are the same.

use super::digits::western;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// The search form of a text: letters and numbers only, one space between words. May be empty. Folding a folded text
/// changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = fold_once(text);
    // Where a joiner stood between parts of one character (Hangul), taking it out lets NFKC compose them: fold again.
    loop {
        let again = fold_once(&folded);
        if again == folded {
            return folded;
        }
        folded = again;
    }
}

/// The search form without spaces, so that عبدالله finds عبد الله.
pub fn fold_joined(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(|character| character != ' ');
    folded
}

/// The search form of several texts as one: each without spaces, none twice. What somebody types is looked for word by
/// word, and a word that stands in a text stands in the text without its spaces, too.
pub fn searched<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut parts: Vec<String> = Vec::new();
    for text in texts {
        let part = fold_joined(text);
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join("|")
}

fn fold_once(text: &str) -> String {
    let lowered: String =
        text.nfkc().filter(|character| !is_mark(*character)).filter_map(letter).collect::<String>().to_lowercase();
    let mut folded = String::with_capacity(lowered.len());
    for word in lowered.split(|character| !is_letter_or_number(character)).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Marks leave no space behind: vowels, joiners, tatweel, signs of Quranic spelling.
/// The letters and digits most texts are made of, which need not be looked up.
const fn is_ordinary(character: char) -> bool {
    matches!(character, '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}')
}

fn is_mark(character: char) -> bool {
    if is_ordinary(character) {
        return false;
    }
    matches!(character, '\u{0640}' | '\u{06D6}'..='\u{06ED}')
        || matches!(character.general_category(), GeneralCategory::NonspacingMark | GeneralCategory::Format)
}

/// The letter as which one is searched; the lone hamza is not searched at all.
fn letter(character: char) -> Option<char> {
    Some(match character {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' => 'ك',
        'ء' => return None,
        other => western(other),
    })
}

fn is_letter_or_number(character: char) -> bool {
    is_ordinary(character)
        || matches!(character.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_letters_compared_are_the_code_points_of_the_rule() {
        let before = "\u{0623}\u{0625}\u{0622}\u{0671}|\u{0649}\u{06CC}\u{0626}|\u{0624}|\u{0629}|\u{06A9}|\u{0621}";
        assert_eq!(
            fold(before),
            "\u{0627}\u{0627}\u{0627}\u{0627} \u{064A}\u{064A}\u{064A} \u{0648} \u{0647} \u{0643}"
        );
        assert_eq!(fold("گ چ پ ۀ"), "گ چ پ ۀ", "no other letter changes");
    }

    #[test]
    fn marks_leave_no_space_and_the_rest_does() {
        assert_eq!(fold("مُحَـمَّد\u{200D}\u{06DE}\u{06E5}"), "محمد");
        assert_eq!(fold("a\u{20DD}b"), "a b", "an enclosing mark is not a mark of the rule");
        assert_eq!(fold("½"), "1 2", "NFKC comes first and leaves a fraction slash");
        assert_eq!(fold("\u{FDFA}"), "صلي الله عليه وسلم");
        assert_eq!(fold(" ء ـ ً "), "");
        assert_eq!(fold("ΑΣ İ"), "ας i");
    }

    #[test]
    fn the_joined_form_has_no_spaces() {
        assert_eq!(fold_joined("عبد الله"), fold_joined("عبدالله"));
        let looked_through = searched(["L-1448-0007", "عبد الله أحمد", "عبدالله احمد", "", "1012345672"]);
        assert_eq!(looked_through, "l14480007|عبداللهاحمد|1012345672");
    }

    #[test]
    fn parts_left_by_a_joiner_are_composed() {
        let parts = "\u{1100}\u{200D}\u{1161}";
        assert_eq!(fold(parts), "가");
        assert_eq!(fold(&fold(parts)), fold(parts));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn folding_arabic_twice_is_folding_once(text in "[\u{0600}-\u{06FF}\u{0750}-\u{077F}\u{FB50}-\u{FDFF}\u{FE70}-\u{FEFC} \u{200D}a-zA-Z]{0,20}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }
    }
}

//! A text as the rules read it: code points, and words with their search forms.

use crate::findings::Span;
use kernel::arabic::fold;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// The search form of a word, or of one part where it has several.
pub(crate) struct Token {
    pub(crate) folded: String,
    /// Where the whole word stands.
    pub(crate) span: Span,
}

pub(crate) struct Text {
    pub(crate) letters: Vec<char>,
    /// The same, Arabic and Persian digits as 0–9: one for one, so that places stay.
    pub(crate) latin_digits: Vec<char>,
    /// In their order; a word that folds to nothing (a tatweel alone) has none.
    pub(crate) tokens: Vec<Token>,
}

impl Text {
    pub(crate) fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let latin_digits = kernel::arabic::to_latin(text).chars().collect();
        let mut tokens = Vec::new();
        for span in words(&letters) {
            let folded = fold(&letters[span.start..span.end].iter().collect::<String>());
            let parts = folded.split(' ').filter(|part| !part.is_empty());
            tokens.extend(parts.map(|part| Token { folded: part.to_owned(), span }));
        }
        Self { letters, latin_digits, tokens }
    }

    pub(crate) fn part(&self, span: Span) -> String {
        self.letters[span.start..span.end].iter().collect()
    }
}

/// Runs of letters, numbers, marks on them and invisible characters that begin with a letter or number; invisible ones at
/// the end are no part.
fn words(letters: &[char]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        if !begins_a_word(letters[place]) {
            place += 1;
            continue;
        }
        let start = place;
        while place < letters.len() && goes_on(letters[place]) {
            place += 1;
        }
        let invisible = letters[start..place].iter().rev().take_while(|letter| is_format(**letter)).count();
        found.push(Span::new(start, place - invisible));
    }
    found
}

fn begins_a_word(letter: char) -> bool {
    is_letter(letter)
        || (!letter.is_ascii() && letter.general_category_group() == GeneralCategoryGroup::Number)
        || letter.is_ascii_digit()
}

fn goes_on(letter: char) -> bool {
    begins_a_word(letter)
        || (!letter.is_ascii()
            && matches!(letter.general_category(), GeneralCategory::NonspacingMark | GeneralCategory::Format))
}

fn is_format(letter: char) -> bool {
    letter.general_category() == GeneralCategory::Format
}

/// A letter of any script.
pub(crate) fn is_letter(letter: char) -> bool {
    // What most texts are made of need not be looked up.
    match letter {
        '\0'..='\u{7F}' => letter.is_ascii_alphabetic(),
        '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => true,
        _ => letter.general_category_group() == GeneralCategoryGroup::Letter,
    }
}

/// A–Z, a–z and the Latin letters up to U+024F.
pub(crate) fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || (matches!(letter, '\u{00C0}'..='\u{024F}') && is_letter(letter))
}

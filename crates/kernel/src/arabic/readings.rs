//! How else a question may be meant: typed with the other keyboard layout, or spelled nearly so.
//!
//! The interface knows the same rules (`ui/src/parts/readings.ts`); the cases of `crates/vectors` hold both to them.

use super::fold::fold;
use super::whole::{asked_whole, found_whole, is_long};

/// The Arabic (101) layout over the American one, key by key. One key types two letters: it counts as both.
const KEYS: [(char, &str); 34] = [
    ('`', "ذ"),
    ('q', "ض"),
    ('w', "ص"),
    ('e', "ث"),
    ('r', "ق"),
    ('t', "ف"),
    ('y', "غ"),
    ('u', "ع"),
    ('i', "ه"),
    ('o', "خ"),
    ('p', "ح"),
    ('[', "ج"),
    (']', "د"),
    ('a', "ش"),
    ('s', "س"),
    ('d', "ي"),
    ('f', "ب"),
    ('g', "ل"),
    ('h', "ا"),
    ('j', "ت"),
    ('k', "ن"),
    ('l', "م"),
    (';', "ك"),
    ('\'', "ط"),
    ('z', "ئ"),
    ('x', "ء"),
    ('c', "ؤ"),
    ('v', "ر"),
    ('b', "لا"),
    ('n', "ى"),
    ('m', "ة"),
    (',', "و"),
    ('.', "ز"),
    ('/', "ظ"),
];
/// Keys that type another letter with shift; every other letter key types what it types without.
const SHIFTED: [(char, &str); 7] = [('H', "أ"), ('Y', "إ"), ('N', "آ"), ('G', "لأ"), ('T', "لإ"), ('B', "لآ"), ('J', "ـ")];

/// Letters people exchange, in the search form; the first of each stands for all of it.
const EXCHANGED: [&str; 5] = ["ضظ", "سصث", "تط", "ذزظ", "قغ"];
/// How words end that are heard alike: نورة, نورا, نورى.
const ENDS: &str = "اهي";
/// A word of fewer letters keeps its end: رضا and رضي are two names.
const LONG: usize = 4;
/// So many letters of a word must be sure before the others are left open.
const SURE: usize = 3;

/// One way to read a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The question in its search form; never empty.
    pub text: String,
    /// Whether letters that are exchanged for each other are left open.
    near: bool,
    /// Whether it is a number that is found only whole; its text is what stands for that among what is searched.
    whole: bool,
}

impl Reading {
    /// A question that may be an identity number, read as that.
    pub fn of_number(text: &str) -> Option<Self> {
        asked_whole(text).map(|number| Self { text: found_whole(&number), near: false, whole: true })
    }

    /// Whether it reads the question as a number that is found only whole.
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// What a folded text must be LIKE to hold a word of this reading.
    pub fn pattern(&self, word: &str) -> String {
        if self.near { format!("%{}%", open_letters(word)) } else { format!("%{word}%") }
    }
}

/// The ways to read a question, the likeliest first: as typed, as the same keys type it with the other layout, and with
/// the letters left open that people exchange. Empty for a question without a letter or digit.
///
/// Whoever searches asks with the first, and with the next only where that one finds nothing.
pub fn readings(text: &str) -> Vec<Reading> {
    let mut found: Vec<Reading> = Vec::new();
    let typed = fold(text);
    let others = other_layout(text);
    for text in std::iter::once(typed.clone()).chain(others.iter().map(|other| fold(other))) {
        if !text.is_empty() && !found.iter().any(|known| known.text == text) {
            found.push(Reading { text, near: false, whole: false });
        }
    }
    if typed.split(' ').any(|word| open_letters(word) != word) {
        found.push(Reading { text: typed, near: true, whole: false });
    }
    found
}

/// The ways to read a question to what holds identity numbers: as such a number, too. A long one is hardly anything else, so
/// that comes first; a short one last.
pub fn readings_with_numbers(text: &str) -> Vec<Reading> {
    let mut found = readings(text);
    if let Some(number) = Reading::of_number(text) {
        let place = if asked_whole(text).is_some_and(|number| is_long(&number)) { 0 } else { found.len() };
        found.insert(place, number);
    }
    found
}

/// What the same keys would have typed with the other layout; nothing where both scripts stand in the text, or neither.
/// «لا» may have been one key or two, so that there can be two readings.
pub fn other_layout(text: &str) -> Vec<String> {
    let arabic = text.chars().any(|letter| ('\u{0621}'..='\u{064A}').contains(&letter));
    let latin = text.chars().any(|letter| letter.is_ascii_alphabetic());
    match (arabic, latin) {
        (false, true) => vec![text.chars().map(typed_in_arabic).collect()],
        (true, false) => {
            let keys = |whole: &str| whole.chars().map(typed_in_latin).collect::<String>();
            let (as_one, apart) = (keys(&text.replace("لا", "b")), keys(text));
            if as_one == apart { vec![apart] } else { vec![as_one, apart] }
        }
        _ => Vec::new(),
    }
}

fn typed_in_arabic(key: char) -> String {
    let typed = |wanted: char| KEYS.iter().chain(&SHIFTED).find(|(key, _)| *key == wanted).map(|(_, typed)| *typed);
    typed(key).or_else(|| typed(key.to_ascii_lowercase())).map_or_else(|| key.to_string(), str::to_owned)
}

fn typed_in_latin(letter: char) -> char {
    let mut text = [0; 4];
    let letter_alone: &str = letter.encode_utf8(&mut text);
    let key = KEYS.iter().chain(&SHIFTED).find(|(_, typed)| *typed == letter_alone);
    key.map_or(letter, |(key, _)| key.to_ascii_lowercase())
}

/// The search form of a text with one letter in place of all that are exchanged for it: near spellings become one.
pub fn heard(text: &str) -> String {
    let words = fold(text);
    let word = |word: &str| {
        let mut letters: Vec<char> = word.chars().map(|letter| exchanged(letter).unwrap_or(letter)).collect();
        if letters.len() >= LONG && letters.last().is_some_and(|last| ENDS.contains(*last)) {
            letters.pop();
            letters.push('ه');
        }
        letters.into_iter().collect::<String>()
    };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The letter that stands for all a letter is exchanged with.
fn exchanged(letter: char) -> Option<char> {
    EXCHANGED.iter().find(|group| group.contains(letter)).and_then(|group| group.chars().next())
}

/// A word in which `_` stands for each letter that is exchanged for others; unchanged where too little would be sure.
fn open_letters(word: &str) -> String {
    let count = word.chars().count();
    let open = |(place, letter): (usize, char)| {
        let end = place + 1 == count && count >= LONG && ENDS.contains(letter);
        if end || exchanged(letter).is_some() { '_' } else { letter }
    };
    let opened: String = word.chars().enumerate().map(open).collect();
    let sure = opened.chars().filter(|letter| *letter != '_').count();
    if sure < SURE { word.to_owned() } else { opened }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(question: &str) -> Vec<String> {
        readings(question).into_iter().map(|reading| reading.text).collect()
    }

    #[test]
    fn a_question_is_read_as_typed_first() {
        assert_eq!(texts("kvm"), ["kvm", "نره"], "نرة in its search form");
        assert_eq!(texts("L-1448-0073")[0], "l 1448 0073");
        assert_eq!(texts("٠٥١٢"), ["0512"], "digits are on the same keys");
        assert_eq!(texts(" - "), Vec::<String>::new());
    }

    #[test]
    fn letters_people_exchange_are_left_open_last() {
        let patterns = |question: &str| -> Vec<String> {
            let reading = readings(question).pop().unwrap();
            reading.text.split(' ').map(|word| reading.pattern(word)).collect()
        };
        assert_eq!(patterns("نورا"), ["%نور_%"], "finds نورة");
        assert_eq!(patterns("ضافر الدوسري"), ["%_افر%", "%الدو_ر_%"]);
        assert_eq!(readings("طارق").len(), 2, "two sure letters of four are too few; only the other layout is left");
        assert_eq!(readings("1012345672").len(), 1);
    }

    #[test]
    fn an_identity_number_is_read_whole_a_long_one_first() {
        let whole =
            |question: &str| -> Vec<bool> { readings_with_numbers(question).iter().map(Reading::is_whole).collect() };
        assert_eq!(whole("1012345672"), [true, false]);
        assert_eq!(whole("1123"), [false, true]);
        assert_eq!(whole("0512345678"), [false]);
        assert_eq!(whole(" - "), Vec::<bool>::new());
    }

    #[test]
    fn a_lam_alif_may_have_been_one_key_or_two() {
        assert_eq!(other_layout("لاشؤنعح"), ["backup", "ghackup"]);
        assert_eq!(other_layout("نورة ali"), Vec::<String>::new(), "whoever types both scripts knows the layout");
    }

    proptest! {
        #[test]
        fn what_is_typed_in_latin_keys_comes_back(text in "[a-z;,./'\\[\\] ]{1,12}") {
            prop_assume!(text.chars().any(|letter| letter.is_ascii_alphabetic()));
            let arabic = other_layout(&text).remove(0);
            prop_assert!(other_layout(&arabic).contains(&text) || text.contains("gh"), "{text} {arabic}");
        }

        #[test]
        fn every_reading_says_something(text in any::<String>()) {
            prop_assert!(readings(&text).iter().all(|reading| !reading.text.is_empty()));
        }

        #[test]
        fn hearing_twice_is_hearing_once(text in "[\u{0621}-\u{064A} ]{0,20}") {
            let once = heard(&text);
            prop_assert_eq!(heard(&once), once);
        }
    }
}

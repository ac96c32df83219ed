//! What is taken out of typed text before it is read: invisible marks, white space, the other scripts' digits.

use super::digits::western;

const TATWEEL: char = '\u{640}';

/// Invisible marks that people paste along without seeing them: directions, joiners, soft hyphens.
pub(crate) fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

pub(crate) fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// Without ignorable characters and white space, Arabic-Indic and Persian digits as 0–9: the form in which typed
/// identity data is checked.
pub fn clean(text: &str) -> String {
    text.chars().filter(|character| !is_ignorable(*character) && !character.is_whitespace()).map(western).collect()
}

/// [`clean`], without dashes and with a–z as A–Z: for codes that people write in groups.
pub(crate) fn clean_code(text: &str) -> String {
    clean(text)
        .chars()
        .filter(|character| !is_dash(*character))
        .map(|character| character.to_ascii_uppercase())
        .collect()
}

/// One line as a person meant it: no ignorable characters, every run of white space (line breaks too) one space, none at
/// the ends, no letters stretched. Digits and letters stay as they were typed.
pub fn tidy_line(text: &str) -> String {
    unstretched(&visible(text)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of several lines as a person meant it: as [`tidy_line`], but its lines and the spaces within them stay, and
/// every line end is a line feed.
pub fn tidy_text(text: &str) -> String {
    unstretched(&visible(&text.replace("\r\n", "\n").replace('\r', "\n"))).trim().to_owned()
}

fn visible(text: &str) -> String {
    text.chars().filter(|character| !is_ignorable(*character)).collect()
}

/// Without the tatweel between two letters, which stretches a word and is no part of it. Elsewhere it is somebody's dash,
/// or keeps the shape of a letter («1446هـ»).
fn unstretched(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut held = 0;
    for character in text.chars() {
        if character == TATWEEL {
            held += 1;
            continue;
        }
        let within = character.is_alphabetic() && plain.chars().next_back().is_some_and(char::is_alphabetic);
        let kept = if within { 0 } else { held };
        plain.extend(std::iter::repeat_n(TATWEEL, kept));
        plain.push(character);
        held = 0;
    }
    plain.extend(std::iter::repeat_n(TATWEEL, held));
    plain
}

/// Without ignorable characters and outer spaces, digits as 0–9, every white space a space and every dash a hyphen:
/// the form in which typed amounts and dates are read.
pub(crate) fn tidy(text: &str) -> String {
    let tidied: String = text
        .chars()
        .filter(|character| !is_ignorable(*character))
        .map(|character| match character {
            character if character.is_whitespace() => ' ',
            character if is_dash(character) => '-',
            character => western(character),
        })
        .collect();
    tidied.trim_matches(' ').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_spaces_go_and_digits_become_latin() {
        assert_eq!(clean("\u{200F}١٢ ۳\u{00A0}4\u{202F}\u{FEFF}٥\u{00AD}"), "12345");
        assert_eq!(clean("１"), "１", "full-width digits stay and are refused later");
        assert_eq!(clean_code("sa-03–80"), "SA0380");
        assert_eq!(clean_code("ß"), "ß", "only a–z change their case");
        assert_eq!(tidy("\u{2067} ١\u{2009}−\t٢ \u{200E}"), "1 - 2");
    }

    #[test]
    fn a_line_keeps_its_words_and_loses_what_nobody_sees() {
        assert_eq!(tidy_line("\u{200F} جمعية\u{00A0}\u{200E} البر\n\t٢ "), "جمعية البر ٢");
        assert_eq!(tidy_line("\u{2066}\u{2069} \n"), "");
        assert_eq!(tidy_line("الرس\u{202e}abc"), "الرسabc");
    }

    #[test]
    fn a_stretched_word_is_the_word_and_a_dash_stays() {
        for (typed, tidied) in [
            ("عيـون الجــواء", "عيون الجواء"),
            ("مـَـكة", "مَكة"),
            ("عي\u{640}\u{200f}\u{640}ون", "عيون"),
            ("1446هـ", "1446هـ"),
            ("م ـ 15", "م ـ 15"),
            ("ق ـ١", "ق ـ١"),
            ("ـــ", "ـــ"),
        ] {
            assert_eq!(tidy_line(typed), tidied, "{typed}");
            assert_eq!(tidy_line(tidied), tidied, "{tidied}");
        }
    }

    #[test]
    fn a_text_of_lines_keeps_them_and_loses_what_turns_it_around() {
        assert_eq!(tidy_text(" أول\r\n\rثـالث  \u{202e}مقلوب \n"), "أول\n\nثالث  مقلوب");
    }
}

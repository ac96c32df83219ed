//! What the format of a number makes of it: a plain number, a day, or a code with its zeros and letters.

use kernel::arabic::to_latin;

/// How a number of a style is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Shown {
    #[default]
    Plain,
    Day,
    /// With zeros before it (`00042`) or behind letters of its own (`م-42`): what a person sees is the code, and the
    /// number alone is another one.
    Code(Vec<Piece>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Letter(char),
    /// `0`, a digit or a zero; the others (`#`) stand only where there is a digit.
    Digit {
        always: bool,
    },
}

impl Shown {
    /// `id` is the number of a built-in format, `code` the format's own text where it has one.
    pub fn of(id: u32, code: Option<&str>) -> Self {
        let Some(code) = code else {
            return if matches!(id, 14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57..=58) {
                Self::Day
            } else {
                Self::Plain
            };
        };
        if shows_a_day(code) {
            return Self::Day;
        }
        pieces(code).filter(|pieces| is_a_code(pieces)).map_or(Self::Plain, Self::Code)
    }

    /// The code a whole number is shown as; `None` where the format shows no code, or the number is no whole one.
    pub fn code(&self, number: &str) -> Option<String> {
        let Self::Code(pieces) = self else { return None };
        let mut digits = Some(number.bytes().rev()).filter(|_| is_whole(number))?.peekable();
        let first = pieces.iter().position(|piece| matches!(piece, Piece::Digit { .. }));
        let mut shown = Vec::new();
        for (place, piece) in pieces.iter().enumerate().rev() {
            match piece {
                Piece::Letter(letter) => shown.push(*letter),
                Piece::Digit { always } => match digits.next() {
                    Some(digit) => shown.push(char::from(digit)),
                    None if *always => shown.push('0'),
                    None => {}
                },
            }
            // What is longer than its format is shown whole.
            if Some(place) == first {
                shown.extend(digits.by_ref().map(char::from));
            }
        }
        Some(shown.into_iter().rev().collect())
    }
}

fn is_whole(number: &str) -> bool {
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text a program shows for a whole number is a code: the same digits, with zeros or letters before them.
pub fn is_code_of(shown: &str, number: &str) -> bool {
    let shown = to_latin(shown);
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let same = is_whole(number) && digits.trim_start_matches('0') == number.trim_start_matches('0');
    let grouped = shown.contains(['.', ',', '\u{66b}', '\u{66c}', '%']);
    let before = shown.split(|letter: char| letter.is_ascii_digit()).next().unwrap_or_default();
    same && !grouped && (digits.len() > number.len() || names(before))
}

/// Letters that belong to a code and are no unit: a stroke ties them to the number, `م-42`, `ق/7`.
fn names(before: &str) -> bool {
    before.ends_with(['-', '/']) && before.chars().any(char::is_alphabetic)
}

fn is_a_code(pieces: &[Piece]) -> bool {
    let zeros = pieces.iter().filter(|piece| **piece == Piece::Digit { always: true }).count();
    let before = pieces.iter().map_while(|piece| match piece {
        Piece::Letter(letter) => Some(*letter),
        Piece::Digit { .. } => None,
    });
    let before: String = before.collect();
    zeros >= 2 || (zeros == 1 && names(&before))
}

/// The pieces of a format's first section; `None` where it holds anything that makes a number of it: a fraction,
/// thousands, a condition.
fn pieces(code: &str) -> Option<Vec<Piece>> {
    let mut found = Vec::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => found.extend(letters.by_ref().take_while(|end| *end != '"').map(Piece::Letter)),
            '\\' => found.extend(letters.next().map(Piece::Letter)),
            '_' | '*' => drop(letters.next()),
            '[' => {
                let inside: String = letters.by_ref().take_while(|end| *end != ']').collect();
                if inside.starts_with(['<', '>', '=']) {
                    return None;
                }
                let symbol = inside.strip_prefix('$').and_then(|rest| rest.split('-').next()).unwrap_or_default();
                found.extend(symbol.chars().map(Piece::Letter));
            }
            ';' => break,
            '0' | '#' => found.push(Piece::Digit { always: letter == '0' }),
            '-' | '/' | ' ' | '(' | ')' | ':' | '+' => found.push(Piece::Letter(letter)),
            letter if letter.is_alphabetic() && !letter.is_ascii() => found.push(Piece::Letter(letter)),
            _ => return None,
        }
    }
    Some(found)
}

/// Whether a number of this format is shown as a date.
fn shows_a_day(code: &str) -> bool {
    let mut shown = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            // Words between quotation marks, letters behind a stroke, and colours or languages in brackets.
            '"' => drop(letters.by_ref().find(|end| *end == '"')),
            '[' => drop(letters.by_ref().find(|end| *end == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            ';' => break,
            other => shown.extend(other.to_lowercase()),
        }
    }
    shown != "general" && (shown.contains(['y', 'd']) || shown.contains("mmm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_numbers_by_their_format() {
        for code in ["yyyy/mm/dd", "[$-1170000]B2yyyy/mm/dd", "d-mmm", "mmmm", "yyyy-mm-dd h:mm:ss", "DD/MM/YYYY;@"] {
            assert_eq!(Shown::of(164, Some(code)), Shown::Day, "{code}");
        }
        for code in ["General", "0.00", "#,##0.00\" day\"", "[Red]0", "h:mm:ss", "\\d0", "0;[Red]\\-0;d"] {
            assert_eq!(Shown::of(164, Some(code)), Shown::Plain, "{code}");
        }
        assert_eq!(Shown::of(14, None), Shown::Day);
        assert!([0, 1, 2, 20].into_iter().all(|id| Shown::of(id, None) == Shown::Plain));
    }

    #[test]
    fn a_format_with_zeros_or_letters_shows_a_code() {
        for (code, number, shown) in [
            ("00000", "42", "00042"),
            ("00000", "123456", "123456"),
            ("00000", "0", "00000"),
            ("00000;[Red]-00000", "7", "00007"),
            ("0000000000", "501234567", "0501234567"),
            ("000\\-000-0000", "501234567", "050-123-4567"),
            ("\"م-\"0000", "42", "م-0042"),
            ("\"م-\"0", "42", "م-42"),
            ("ق/#000", "12345", "ق/12345"),
            ("[$-2000401]000", "5", "005"),
        ] {
            assert_eq!(Shown::of(164, Some(code)).code(number).as_deref(), Some(shown), "{code} {number}");
        }
        for code in
            ["0", "#", "General", "0.00", "#,##0", "00,000", "00%", "0\" ريال\"", "[<=9999999]000-0000", "000E+00", "@"]
        {
            assert_eq!(Shown::of(164, Some(code)), Shown::Plain, "{code}");
        }
        for number in ["-42", "4.5", "", "1e20"] {
            assert_eq!(Shown::of(164, Some("00000")).code(number), None, "{number}");
        }
    }

    #[test]
    fn what_a_program_shows_for_a_number_may_be_a_code() {
        for (shown, number) in
            [("00042", "42"), ("٠٠٠٤٢", "42"), ("م-42", "42"), ("050-123-4567", "501234567"), ("000", "0")]
        {
            assert!(is_code_of(shown, number), "{shown}");
        }
        for (shown, number) in [
            ("42", "42"),
            ("42.00", "42"),
            ("1,000", "1000"),
            ("42 ريال", "42"),
            ("-0042", "-42"),
            ("٤٢٪", "42"),
            ("050", "51"),
        ] {
            assert!(!is_code_of(shown, number), "{shown}");
        }
    }
}

//! An amount in Arabic words, as cheques and receipts carry it between «فقط» and «لا غير».
//!
//! Nominative throughout, مئة in one word, tanwin on the letter before its alif. Riyal is masculine, halala feminine.

use crate::Money;
use crate::reason::reasons;

/// 999,999,999,999.99 riyals: the largest amount with words, and the largest that may be typed.
pub(crate) const LARGEST: i64 = 99_999_999_999_999;

reasons! {
    /// Why an amount has no words.
    WordsReason {
        Negative = "negative" => AMOUNT_NEGATIVE,
        /// Above 999,999,999,999.99.
        TooLarge = "too_large" => AMOUNT_TOO_LARGE,
    }
}

/// A currency noun in the forms that counting asks for. `few` are the numbers 3–10 in the gender opposite to the noun,
/// `joined` the units 1–9 before tens, `teens` the numbers 11–19.
struct Noun {
    one: &'static str,
    two: &'static str,
    plural: &'static str,
    accusative: &'static str,
    genitive: &'static str,
    few: [&'static str; 8],
    joined: [&'static str; 9],
    teens: [&'static str; 9],
}

const MASCULINE_FEW: [&str; 8] = ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"];
const MASCULINE_JOINED: [&str; 9] = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"];
const MASCULINE_TEENS: [&str; 9] =
    ["أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر"];

const RIYAL: Noun = Noun {
    one: "ريال واحد",
    two: "ريالان",
    plural: "ريالات",
    accusative: "ريالًا",
    genitive: "ريال",
    few: MASCULINE_FEW,
    joined: MASCULINE_JOINED,
    teens: MASCULINE_TEENS,
};

const HALALA: Noun = Noun {
    one: "هللة واحدة",
    two: "هللتان",
    plural: "هللات",
    accusative: "هللة",
    genitive: "هللة",
    few: ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"],
    joined: ["إحدى", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمانٍ", "تسع"],
    teens: [
        "إحدى عشرة",
        "اثنتا عشرة",
        "ثلاث عشرة",
        "أربع عشرة",
        "خمس عشرة",
        "ست عشرة",
        "سبع عشرة",
        "ثماني عشرة",
        "تسع عشرة",
    ],
};

const TENS: [&str; 8] = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];
const HUNDREDS: [&str; 9] = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"];
/// مئتان before the noun it counts.
const TWO_HUNDRED_BOUND: &str = "مئتا";

/// A scale word, itself a counted masculine noun. The bound dual has lost its ن.
struct Scale {
    one: &'static str,
    two: &'static str,
    two_bound: &'static str,
    plural: &'static str,
    accusative: &'static str,
}

/// Milliards, millions, thousands: the groups of three digits from the left.
const SCALES: [Scale; 3] = [
    Scale {
        one: "مليار", two: "ملياران", two_bound: "مليارا", plural: "مليارات", accusative: "مليارًا"
    },
    Scale {
        one: "مليون", two: "مليونان", two_bound: "مليونا", plural: "ملايين", accusative: "مليونًا"
    },
    Scale { one: "ألف", two: "ألفان", two_bound: "ألفا", plural: "آلاف", accusative: "ألفًا" },
];

/// Whether the noun that is counted follows at once: then a dual loses its ن and tanwin is dropped.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Free,
    Bound,
}

/// The words of an amount from 0.00 to 999,999,999,999.99, without «فقط» and «لا غير».
///
/// # Errors
/// A negative amount, or one that is too large.
pub fn amount_in_words(amount: Money) -> Result<String, WordsReason> {
    if amount.is_negative() {
        return Err(WordsReason::Negative);
    }
    if amount.halalas() > LARGEST {
        return Err(WordsReason::TooLarge);
    }
    let (riyals, halalas) = amount.riyals_and_halalas();
    let mut parts = counted(riyals, &RIYAL);
    parts.extend(counted(u64::from(halalas), &HALALA));
    Ok(if parts.is_empty() { format!("صفر {}", RIYAL.genitive) } else { join(&parts) })
}

/// The parts of a number with its currency noun, to be joined by و; none for zero.
fn counted(number: u64, noun: &Noun) -> Vec<String> {
    let below_hundred = digits_below(number, 100);
    if below_hundred == 0 {
        let mut parts = whole_hundreds(number, Form::Bound);
        if let Some(last) = parts.last_mut() {
            *last = format!("{last} {}", noun.genitive);
        }
        return parts;
    }
    let mut parts = whole_hundreds(number, Form::Free);
    parts.push(match below_hundred {
        1 => noun.one.to_owned(),
        2 => noun.two.to_owned(),
        3..=10 => format!("{} {}", noun.few[below_hundred - 3], noun.plural),
        _ => format!("{} {}", tens(below_hundred, &noun.joined, &noun.teens), noun.accusative),
    });
    parts
}

/// Everything above the last two digits. `last` is the form of the last word: bound when the currency noun follows.
fn whole_hundreds(number: u64, last: Form) -> Vec<String> {
    let groups = [1_000_000_000, 1_000_000, 1_000].map(|unit| digits_below(number / unit, 1_000));
    let hundreds = digits_below(number / 100, 10);
    let mut parts = Vec::new();
    for (index, (count, scale)) in groups.into_iter().zip(&SCALES).enumerate() {
        let is_last = hundreds == 0 && groups[index + 1..].iter().all(|later| *later == 0);
        parts.extend(scaled(count, scale, if is_last { last } else { Form::Free }));
    }
    if hundreds > 0 {
        parts.push(hundred(hundreds, last).to_owned());
    }
    parts
}

/// The parts of 1–999 thousands, millions or milliards; none for zero.
fn scaled(count: usize, scale: &Scale, form: Form) -> Vec<String> {
    let (hundreds, below_hundred) = (count / 100, count % 100);
    let dual = if form == Form::Bound { scale.two_bound } else { scale.two };
    let mut parts = Vec::new();
    if hundreds > 0 {
        parts.push(match below_hundred {
            // The scale word follows the hundreds at once: مئتا ألف, and مئتا ألف وألف.
            0..=2 => format!("{} {}", hundred(hundreds, Form::Bound), scale.one),
            _ => hundred(hundreds, Form::Free).to_owned(),
        });
    }
    match below_hundred {
        0 => {}
        1 => parts.push(scale.one.to_owned()),
        2 => parts.push(dual.to_owned()),
        3..=10 => parts.push(format!("{} {}", MASCULINE_FEW[below_hundred - 3], scale.plural)),
        _ => {
            let noun = if form == Form::Bound { scale.one } else { scale.accusative };
            parts.push(format!("{} {noun}", tens(below_hundred, &MASCULINE_JOINED, &MASCULINE_TEENS)));
        }
    }
    parts
}

fn hundred(hundreds: usize, form: Form) -> &'static str {
    if hundreds == 2 && form == Form::Bound { TWO_HUNDRED_BOUND } else { HUNDREDS[hundreds - 1] }
}

/// 11–99.
fn tens(number: usize, joined: &[&str; 9], teens: &[&str; 9]) -> String {
    match (number / 10, number % 10) {
        (1, unit) => teens[unit - 1].to_owned(),
        (ten, 0) => TENS[ten - 2].to_owned(),
        (ten, unit) => format!("{} و{}", joined[unit - 1], TENS[ten - 2]),
    }
}

/// و is written onto the next word.
fn join(parts: &[String]) -> String {
    parts.join(" و")
}

fn digits_below(number: u64, limit: u64) -> usize {
    usize::try_from(number % limit).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(amount: &str) -> String {
        amount_in_words(amount.parse().unwrap()).unwrap()
    }

    #[test]
    fn the_noun_follows_the_last_two_digits() {
        assert_eq!(words("0.00"), "صفر ريال");
        assert_eq!(words("1.00"), "ريال واحد");
        assert_eq!(words("2.02"), "ريالان وهللتان");
        assert_eq!(words("10.08"), "عشرة ريالات وثماني هللات");
        assert_eq!(words("12.21"), "اثنا عشر ريالًا وإحدى وعشرون هللة");
        assert_eq!(words("22.22"), "اثنان وعشرون ريالًا واثنتان وعشرون هللة");
        assert_eq!(words("1102.38"), "ألف ومئة وريالان وثمانٍ وثلاثون هللة");
    }

    #[test]
    fn the_word_before_the_noun_is_bound_and_no_other() {
        assert_eq!(words("200.00"), "مئتا ريال");
        assert_eq!(words("202.00"), "مئتان وريالان");
        assert_eq!(words("2002000000.00"), "ملياران ومليونا ريال");
        assert_eq!(words("2000000200.00"), "ملياران ومئتا ريال");
        assert_eq!(words("201000.00"), "مئتا ألف وألف ريال");
        assert_eq!(words("202000.00"), "مئتا ألف وألفا ريال");
        assert_eq!(words("202300.00"), "مئتا ألف وألفان وثلاثمئة ريال");
        assert_eq!(words("211000.00"), "مئتان وأحد عشر ألف ريال");
        assert_eq!(words("211001.00"), "مئتان وأحد عشر ألفًا وريال واحد");
        assert_eq!(words("200200000200.00"), "مئتا مليار ومئتا مليون ومئتا ريال");
        assert_eq!(words("12000000000.00"), "اثنا عشر مليار ريال");
    }

    #[test]
    fn the_largest_amount_has_words_and_one_halala_more_has_none() {
        let nines = "تسعمئة وتسعة وتسعون";
        assert_eq!(
            words("999999999999.99"),
            format!("{nines} مليارًا و{nines} مليونًا و{nines} ألفًا و{nines} ريالًا وتسع وتسعون هللة")
        );
        assert_eq!(amount_in_words("1000000000000".parse().unwrap()), Err(WordsReason::TooLarge));
        assert_eq!(amount_in_words(Money::from(-1)), Err(WordsReason::Negative));
    }

    #[test]
    fn different_amounts_have_different_words() {
        let mut seen = std::collections::BTreeMap::new();
        for riyals in (0..3_000).chain((3_000..2_000_000).step_by(997)).chain((100_000..130_000).step_by(100)) {
            let amount = Money::from(riyals * 100);
            let other = seen.insert(amount_in_words(amount).unwrap(), riyals);
            assert!(other.is_none_or(|other| other == riyals), "{riyals} and {other:?} read the same");
        }
    }
}

//! How alike two Arabic names are, in whole numbers, so that every machine finds the same.

use super::fold::fold;
use std::fmt;

/// The likeness of equal tokens, in hundredths.
const EQUAL: u64 = 100;
/// Equal but for the article.
const EQUAL_BARE: u64 = 97;
/// Letters that are heard or typed for each other.
const SAME_SOUND: u64 = 92;
/// One slip of the finger in a long token.
const ONE_EDIT: u64 = 88;

/// Letters people exchange.
const SOUNDS: [&[char]; 5] = [&['ض', 'ظ'], &['س', 'ص', 'ث'], &['ت', 'ط'], &['ذ', 'ز', 'ظ'], &['ق', 'غ']];

/// «ال» in UTF-8.
const ARTICLE: [u8; 4] = [0xd8, 0xa7, 0xd9, 0x84];

/// Words between names that say nothing about who it is.
const DROPPED: [&str; 3] = ["بن", "ابن", "بنت"];
/// Second halves, written with or without a space after the first.
const SECOND_HALVES: [&str; 2] = ["الله", "الدين"];
/// First halves, written with or without a space before the second.
const FIRST_HALVES: [&str; 8] = ["عبد", "عبدرب", "ابو", "ابا", "ابي", "ام", "ال", "ذو"];

/// A share of one, 0–1, kept in millionths of millionths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness(u64);

impl Likeness {
    pub const ONE: Self = Self(1_000_000_000_000);
    /// What is left of it when two given names differ: brothers, father and son.
    const OTHER_FIRST_NAME: Self = Self::hundredths(60);
    /// What is left of it when two family names differ.
    const OTHER_FAMILY: Self = Self::hundredths(74);

    const fn hundredths(hundredths: u64) -> Self {
        Self(Self::ONE.0 / 100 * hundredths)
    }

    /// The share in millionths of millionths, 0–1,000,000,000,000.
    pub const fn trillionths(self) -> u64 {
        self.0
    }
}

/// Four decimals, rounded half up: `0.9591`.
impl fmt::Display for Likeness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ten_thousandths = (self.0 + 50_000_000) / 100_000_000;
        f.pad(&format!("{}.{:04}", ten_thousandths / 10_000, ten_thousandths % 10_000))
    }
}

/// How alike two names are; the order of the two does not matter. Zero when either has fewer than two parts.
pub fn name_likeness(a: &str, b: &str) -> Likeness {
    tokens_likeness(&name_tokens(a), &name_tokens(b))
}

/// [`name_likeness`] of two names taken apart beforehand by [`name_tokens`], for whoever compares one with many.
pub fn tokens_likeness(a: &[String], b: &[String]) -> Likeness {
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let ([first, .., last], [other_first, .., other_last]) = (shorter, longer) else {
        return Likeness::default();
    };
    let mut best = best_pairing(shorter, longer);
    if shorter.len() == longer.len() {
        best = best.max(best_pairing(longer, shorter));
    }
    let total: u64 = (0..shorter.len()).map(|place| weight(place, shorter.len())).sum();
    let mut likeness = Likeness(best * (Likeness::ONE.0 / EQUAL) / total);
    for _ in shorter.len()..longer.len() {
        likeness = Likeness(likeness.0 * 97 / 100);
    }
    if token_likeness(first, other_first) == 0 {
        likeness = likeness.min(Likeness::OTHER_FIRST_NAME);
    }
    if token_likeness(last, other_last) == 0 {
        likeness = likeness.min(Likeness::OTHER_FAMILY);
    }
    likeness
}

/// Whether one text comes from the other by one slip: a letter added, dropped or replaced, or two neighbours swapped.
pub(crate) fn one_edit_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let head = shorter.iter().zip(&longer).take_while(|(x, y)| x == y).count();
    let (left, right) = (&shorter[head..], &longer[head..]);
    match longer.len() - shorter.len() {
        0 => match (left, right) {
            ([x1, x2, x @ ..], [y1, y2, y @ ..]) if x1 == y2 && x2 == y1 && x == y => true,
            ([_, x @ ..], [_, y @ ..]) => x == y,
            _ => false,
        },
        1 => left == &right[1..],
        _ => false,
    }
}

/// The parts of a name that are compared, folded, compounds in one: عبد الله is one part, بن is none.
pub fn name_tokens(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut tokens: Vec<String> = Vec::new();
    for word in folded.split(' ').filter(|word| !word.is_empty() && !DROPPED.contains(word)) {
        match tokens.last_mut() {
            Some(before) if SECOND_HALVES.contains(&word) => before.push_str(word),
            _ => tokens.push(word.to_owned()),
        }
    }
    for place in (0..tokens.len()).rev() {
        while FIRST_HALVES.contains(&tokens[place].as_str()) && place + 1 < tokens.len() {
            let next = tokens.remove(place + 1);
            tokens[place].push_str(&next);
        }
    }
    tokens.into_iter().map(|token| token.replace("االله", "الله")).collect()
}

/// The first and the last name weigh more than those between.
fn weight(place: usize, count: usize) -> u64 {
    if place == 0 || place + 1 == count { 3 } else { 2 }
}

/// The largest sum of weight × likeness over pairs that keep the order of both names; the weights are those of `weighed`.
fn best_pairing(weighed: &[String], other: &[String]) -> u64 {
    // best[j] is the best sum of the tokens so far with the first j tokens of the other name.
    let mut best = vec![0; other.len() + 1];
    for (place, token) in weighed.iter().enumerate() {
        // Of the token before, with one token of the other name less.
        let mut before = 0;
        for (j, candidate) in other.iter().enumerate() {
            let paired = before + weight(place, weighed.len()) * token_likeness(token, candidate);
            before = best[j + 1];
            best[j + 1] = paired.max(best[j + 1]).max(best[j]);
        }
    }
    best.last().copied().unwrap_or_default()
}

/// The likeness of two tokens in hundredths.
fn token_likeness(a: &str, b: &str) -> u64 {
    if a == b {
        return EQUAL;
    }
    let (a, b) = (bare(a), bare(b));
    if a == b {
        EQUAL_BARE
    } else if sound_alike(a, b) {
        SAME_SOUND
    } else if could_be_one_edit(a, b) && a.chars().count() >= 5 && b.chars().count() >= 5 && one_edit_apart(a, b) {
        ONE_EDIT
    } else {
        0
    }
}

/// What every two long tokens one slip apart have in common, without counting their letters: a slip leaves the first letter or
/// the last, and adds or drops one at most.
fn could_be_one_edit(a: &str, b: &str) -> bool {
    a.len().abs_diff(b.len()) <= 4
        && (a.chars().next() == b.chars().next() || a.chars().next_back() == b.chars().next_back())
}

/// A token without its article, if at least two letters remain.
fn bare(token: &str) -> &str {
    // Looked at as four bytes: names are compared by the hundred million.
    let article = token.as_bytes().first_chunk::<4>().is_some_and(|head| head == &ARTICLE);
    let rest = if article { token.strip_prefix("ال") } else { None };
    rest.filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(token)
}

fn sound_alike(a: &str, b: &str) -> bool {
    let same = |x: char, y: char| x == y || SOUNDS.iter().any(|group| group.contains(&x) && group.contains(&y));
    // Letters heard for each other are as long as each other.
    a.len() == b.len() && a.chars().zip(b.chars()).all(|(x, y)| same(x, y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn compounds_are_one_token_however_they_are_written() {
        assert_eq!(name_tokens("عبد رب النبي بن أبي بكر آل سعود"), ["عبدربالنبي", "ابيبكر", "السعود"]);
        assert_eq!(name_tokens("نور الدين عبد الله"), ["نورالدين", "عبدالله"]);
        assert_eq!(name_tokens("عطا الله أم ذو"), ["عطالله", "امذو"], "a doubled alif is one");
        assert_eq!(name_tokens("الله عبد"), ["الله", "عبد"], "nothing to glue to");
        assert_eq!(name_tokens("أبو عبد الله محمد"), ["ابوعبدالله", "محمد"]);
        assert_eq!(name_tokens("بن ابن بنت"), Vec::<String>::new());
    }

    #[test]
    fn tokens_are_alike_by_article_sound_or_one_slip() {
        assert_eq!(token_likeness("قحطاني", "القحطاني"), 97);
        assert_eq!(token_likeness("الا", "ا"), 0, "one letter is too little to go on");
        assert_eq!(token_likeness("ظافر", "ضافر"), 92);
        assert_eq!(token_likeness("ضرب", "زرب"), 0, "ض and ز are in no group together");
        assert_eq!(token_likeness("ابراهيم", "ابرهيم"), 88);
        assert_eq!(token_likeness("حسن", "حسين"), 0, "short names differ by one letter and are others");
        assert_eq!(token_likeness("الحارثي", "حارثي"), 97);
    }

    #[test]
    fn one_edit_is_one_slip_of_the_finger() {
        for (a, b) in [("abc", "abxc"), ("abc", "ab"), ("abc", "axc"), ("abc", "acb"), ("", "a"), ("a", "b")] {
            assert!(one_edit_apart(a, b) && one_edit_apart(b, a), "{a} {b}");
        }
        for (a, b) in [("abc", "abc"), ("", ""), ("abcd", "badc"), ("abc", "cba"), ("ab", "abcd"), ("abc", "xay")] {
            assert!(!one_edit_apart(a, b) && !one_edit_apart(b, a), "{a} {b}");
        }
    }

    #[test]
    fn names_without_two_parts_and_very_long_names_have_a_likeness_too() {
        assert_eq!(name_likeness("محمد", "محمد"), Likeness::default());
        let long = "محمد ".repeat(300);
        assert_eq!(name_likeness(&long, &long), Likeness::ONE);
        assert!(name_likeness(&long, "محمد محمد") < Likeness::hundredths(1));
    }

    proptest! {
        #[test]
        fn the_order_of_two_names_does_not_matter(
            a in "([حسنعليضظالبدمر]{1,5} |عبد |بن |الله |ابو ){0,6}", b in "([حسنعليضظالبدمر]{1,5} |عبد |بن |الله |ابو ){0,6}",
        ) {
            prop_assert_eq!(name_likeness(&a, &b), name_likeness(&b, &a));
            prop_assert!(name_likeness(&a, &b) <= Likeness::ONE);
            let own = if name_tokens(&a).len() < 2 { Likeness::default() } else { Likeness::ONE };
            prop_assert_eq!(name_likeness(&a, &a), own);
        }

        #[test]
        fn one_edit_is_the_distance_one(a in "[abc]{0,5}", b in "[abc]{0,5}") {
            prop_assert_eq!(one_edit_apart(&a, &b), distance(&a, &b) == 1);
        }
    }

    /// The restricted Damerau–Levenshtein distance, by its table.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut least = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        table[a.len()][b.len()]
    }
}

//! Personal data in a text (rule 8): numbers, addresses and names by which somebody can be reached or known.

use crate::findings::{Kind, Span};
use crate::phone::phones;
use crate::text::{Text, Token};
use crate::words::WordList;
use kernel::saudi::NationalId;

/// Digits behind `SA`.
const IBAN_DIGITS: usize = 22;
const ID_DIGITS: usize = 10;
const HANDLE_LETTERS: std::ops::RangeInclusive<usize> = 2..=30;

/// Characters behind a link that are no part of it.
const CLOSING: [char; 17] =
    ['.', ',', ';', ':', '!', '?', ')', ']', '}', '»', '”', '"', '\'', '\u{060C}', '\u{061B}', '\u{061F}', '…'];

/// The words around the name of somebody to turn to.
pub(crate) struct ContactWords {
    pub(crate) contact: WordList,
    /// The word between, which may be missing.
    pub(crate) with: Vec<String>,
    /// The first half of the name.
    pub(crate) kunya: Vec<String>,
}

/// Every piece of personal data, link and contact name, by place. Where two overlap, the kind that stands first in
/// [`Kind`] is kept.
pub(crate) fn personal(text: &Text, suffixes: &[Vec<char>], words: &ContactWords) -> Vec<(Kind, Span)> {
    let mut pieces = Pieces::of(&text.latin_digits, suffixes);
    pieces.keep(Kind::ContactName, contact_names(&text.tokens, words));
    pieces.by_place()
}

/// The pieces for which a text is not published as it stands, in a text whose digits are 0–9.
pub(crate) fn blocking(letters: &[char], suffixes: &[Vec<char>]) -> Vec<Span> {
    let pieces = Pieces::of(letters, suffixes).by_place();
    pieces.into_iter().filter(|(kind, _)| kind.blocks()).map(|(_, span)| span).collect()
}

/// Pieces that do not overlap.
struct Pieces {
    kept: Vec<(Kind, Span)>,
    taken: Vec<bool>,
}

impl Pieces {
    /// All that is known by its signs alone.
    fn of(letters: &[char], suffixes: &[Vec<char>]) -> Self {
        let mut pieces = Self { kept: Vec::new(), taken: vec![false; letters.len()] };
        pieces.keep(Kind::Iban, ibans(letters));
        pieces.keep(Kind::Email, emails(letters));
        pieces.keep(Kind::Url, urls(letters, suffixes));
        pieces.keep(Kind::Handle, handles(letters));
        pieces.keep(Kind::Id, ids(letters));
        pieces.keep(Kind::Phone, phones(letters));
        pieces
    }

    /// Keeps what overlaps nothing of an earlier kind; spans of one kind do not overlap each other.
    fn keep(&mut self, kind: Kind, spans: Vec<Span>) {
        let free = |span: &Span| !self.taken[span.start..span.end].contains(&true);
        let free: Vec<Span> = spans.into_iter().filter(free).collect();
        for span in free {
            self.taken[span.start..span.end].fill(true);
            self.kept.push((kind, span));
        }
    }

    fn by_place(mut self) -> Vec<(Kind, Span)> {
        self.kept.sort_by_key(|(_, span)| *span);
        self.kept
    }
}

/// What may stand between the digits of a number: up to two of them.
pub(crate) fn is_gap(letter: char) -> bool {
    matches!(letter,
        ' ' | '\u{00A0}' | '(' | ')' | '.' | '-' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
}

/// Whether the character before a place is of a kind.
fn behind(letters: &[char], place: usize, is: impl Fn(char) -> bool) -> bool {
    place.checked_sub(1).is_some_and(|before| is(letters[before]))
}

fn at(letters: &[char], place: usize, is: impl Fn(char) -> bool) -> bool {
    letters.get(place).is_some_and(|letter| is(*letter))
}

/// The first place from here on where a run of such characters has ended.
fn run(letters: &[char], from: usize, is: impl Fn(char) -> bool) -> usize {
    from + letters[from..].iter().take_while(|letter| is(**letter)).count()
}

/// Matches from the left; each search goes on behind the match before. A match is the span that is told, and where the
/// search goes on.
fn from_the_left(letters: &[char], matched: impl Fn(usize) -> Option<(Span, usize)>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        match matched(place) {
            Some((span, next)) => {
                found.push(span);
                place = next.max(place + 1);
            }
            None => place += 1,
        }
    }
    found
}

/// Without looking at the check digits: a slip does not make an account somebody else's business.
fn ibans(letters: &[char]) -> Vec<Span> {
    let alphanumeric = |letter: char| letter.is_ascii_alphanumeric();
    from_the_left(letters, |start| {
        let country =
            at(letters, start, |s| matches!(s, 'S' | 's')) && at(letters, start + 1, |a| matches!(a, 'A' | 'a'));
        if !country || behind(letters, start, alphanumeric) {
            return None;
        }
        let mut end = start + 2;
        for _ in 0..IBAN_DIGITS {
            end += letters[end..].iter().take(2).take_while(|letter| is_gap(**letter)).count();
            if !at(letters, end, |digit| digit.is_ascii_digit()) {
                return None;
            }
            end += 1;
        }
        (!at(letters, end, alphanumeric)).then_some((Span::new(start, end), end))
    })
}

fn emails(letters: &[char]) -> Vec<Span> {
    let local = |letter: char| letter.is_ascii_alphanumeric() || "._%+-".contains(letter);
    let mut found = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        let sign = run(letters, place, local);
        let is_one = sign > place && at(letters, sign, |letter| letter == '@');
        match is_one.then(|| domain_end(letters, sign + 1)).flatten() {
            Some(end) => {
                found.push(Span::new(place, end));
                place = end;
            }
            None => place = sign.max(place + 1),
        }
    }
    found
}

fn is_label(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-'
}

/// The farthest end of a name of a host that closes with two letters or more behind a point.
fn domain_end(letters: &[char], from: usize) -> Option<usize> {
    let mut farthest = None;
    let mut label_end = run(letters, from, is_label);
    if label_end == from {
        return None;
    }
    while at(letters, label_end, |letter| letter == '.') {
        let label = label_end + 1;
        let top = run(letters, label, |letter| letter.is_ascii_alphabetic());
        if top >= label + 2 {
            farthest = Some(top);
        }
        label_end = run(letters, label, is_label);
        if label_end == label {
            break;
        }
    }
    farthest
}

fn urls(letters: &[char], suffixes: &[Vec<char>]) -> Vec<Span> {
    let joined = |letter: char| letter.is_ascii_alphanumeric() || "@._-".contains(letter);
    from_the_left(letters, |start| {
        if behind(letters, start, joined) {
            return None;
        }
        let named = named_url(letters, start);
        let bare = bare_url(letters, start, suffixes);
        let end = named.map(|(_, end)| end).max(bare)?;
        let cut = letters[start..end].iter().rev().take_while(|letter| CLOSING.contains(letter)).count();
        // What is nothing but its beginning leads nowhere.
        let leads = named.is_none_or(|(least, _)| end - cut > least) || bare.is_some();
        leads.then_some((Span::new(start, end - cut), end))
    })
}

/// `https://` or `www.` and all up to the next white space: where the beginning ends, and the whole.
fn named_url(letters: &[char], start: usize) -> Option<(usize, usize)> {
    let begins = |beginning: &str| {
        let mut wanted = beginning.chars().zip(start..);
        wanted.all(|(wanted, place)| at(letters, place, |letter| letter.eq_ignore_ascii_case(&wanted)))
    };
    let beginning = ["https://", "http://", "www."].into_iter().find(|beginning| begins(beginning))?;
    let least = start + beginning.len();
    let end = run(letters, least, |letter| !letter.is_whitespace());
    (end > least).then_some((least, end))
}

/// The name of a host with a known end, and its path: the farthest end.
fn bare_url(letters: &[char], start: usize, suffixes: &[Vec<char>]) -> Option<usize> {
    let mut farthest = None;
    let mut label = start;
    loop {
        let point = run(letters, label, is_label);
        if point == label || !at(letters, point, |letter| letter == '.') {
            return farthest;
        }
        label = point + 1;
        for suffix in suffixes {
            let end = label + suffix.len();
            let same = letters.get(label..end).is_some_and(|part| {
                part.iter().zip(suffix).all(|(letter, wanted)| letter.eq_ignore_ascii_case(wanted))
            });
            if same && !at(letters, end, is_label) {
                let path = at(letters, end, |letter| letter == '/');
                let end = if path { run(letters, end, |letter| !letter.is_whitespace()) } else { end };
                farthest = farthest.max(Some(end));
            }
        }
    }
}

fn handles(letters: &[char]) -> Vec<Span> {
    let joined = |letter: char| letter.is_ascii_alphanumeric() || "._%+@-".contains(letter);
    from_the_left(letters, |start| {
        if letters[start] != '@' || behind(letters, start, joined) {
            return None;
        }
        let name = run(letters, start + 1, |letter| letter.is_ascii_alphanumeric() || letter == '_') - start - 1;
        let end = start + 1 + name.min(*HANDLE_LETTERS.end());
        HANDLE_LETTERS.contains(&(end - start - 1)).then_some((Span::new(start, end), end))
    })
}

fn ids(letters: &[char]) -> Vec<Span> {
    let digit = |letter: char| letter.is_ascii_digit();
    from_the_left(letters, |start| {
        if !digit(letters[start]) || behind(letters, start, digit) {
            return None;
        }
        let end = run(letters, start, digit);
        let number: String = letters[start..end].iter().collect();
        let is_one = end - start == ID_DIGITS && NationalId::parse(&number).is_ok();
        is_one.then_some((Span::new(start, end), end))
    })
}

/// «للتواصل مع أم ياسر»: the two words of the name.
fn contact_names(tokens: &[Token], words: &ContactWords) -> Vec<Span> {
    let is = |place: usize, list: &[String]| tokens.get(place).is_some_and(|token| list.contains(&token.folded));
    let mut found: Vec<Span> = Vec::new();
    for place in 0..tokens.len() {
        for length in words.contact.lengths_at(tokens, place) {
            let next = place + length;
            let name = if is(next, &words.with) { next + 1 } else { next };
            if let Some(last) = tokens.get(name + 1).filter(|_| is(name, &words.kunya)) {
                found.push(Span::new(tokens[name].span.start, last.span.end));
            }
        }
    }
    found.dedup();
    found
}

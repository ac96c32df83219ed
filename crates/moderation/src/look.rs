//! The nine rules, one after the other.

use crate::findings::{Findings, Flag, Kind, Span};
use crate::likeness::{Topic, Trigrams};
use crate::personal::{ContactWords, blocking, personal};
use crate::publish::without;
use crate::settings::{Settings, shipped};
use crate::text::{Text, is_latin, is_letter};
use crate::words::WordList;
use kernel::Day;
use kernel::arabic::{fold, to_latin};

/// The brackets of a verse: it begins with U+FD3F, which stands on the right, and ends with U+FD3E.
const VERSE: (char, char) = ('\u{FD3F}', '\u{FD3E}');

/// Marks of quotation, each with the one that ends it.
const QUOTES: [(char, char); 3] = [('"', '"'), ('“', '”'), ('«', '»')];

/// How often a masked text is masked again: somebody may hang piece on piece, or set a mask that is one itself.
const MOST_PASSES: usize = 32;

/// A contribution before it is published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contribution<'t> {
    pub text: &'t str,
    /// The day it came in.
    pub on: Option<Day>,
    /// Any key of the participant; none when they are not known.
    pub author: Option<&'t str>,
}

/// Another contribution, as the daily limit looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub author: Option<String>,
    pub on: Day,
}

/// The nine rules with the settings of an association, made ready once for many texts.
pub struct Rules {
    pub(crate) settings: Settings,
    words_3: WordList,
    words_4: WordList,
    religious: WordList,
    sources: WordList,
    contact: ContactWords,
    suffixes: Vec<Vec<char>>,
}

impl Default for Rules {
    fn default() -> Self {
        Self::new(Settings::default())
    }
}

impl Rules {
    pub fn new(settings: Settings) -> Self {
        let folded = |list: &str| shipped(list).iter().map(|word| fold(word)).collect();
        Self {
            words_3: WordList::new(&settings.words_3),
            words_4: WordList::new(&settings.words_4),
            religious: WordList::new(&settings.religious_words),
            sources: WordList::new(&settings.source_words),
            contact: ContactWords {
                contact: WordList::new(&settings.contact_words),
                with: folded("with"),
                kunya: folded("kunya"),
            },
            suffixes: settings.url_suffixes.iter().map(|suffix| suffix.chars().collect()).collect(),
            settings,
        }
    }

    /// All that a person should look at before the text is published: `topic` holds the other contributions to the same
    /// topic, `earlier` those of before, of whomever. The same text gives the same findings; nothing is decided.
    pub fn look(&self, contribution: Contribution<'_>, topic: &Topic, earlier: &[Earlier]) -> Findings {
        let text = Text::new(contribution.text);
        let personal = personal(&text, &self.suffixes, &self.contact);
        let mut flags = Flags { text: &text, flags: Vec::new() };
        let mut found = Findings::default();
        self.form(contribution.text, &text, &mut flags, &mut found);
        flags.all_of(Kind::OffensiveWord, self.words_3.places(&text.tokens));
        flags.all_of(Kind::RudeWord, self.words_4.places(&text.tokens));
        found.nearest = if topic.is_empty() { None } else { topic.nearest(&Trigrams::of(contribution.text)) };
        if found.nearest.as_ref().is_some_and(|nearest| nearest.likeness.reaches(self.settings.repeat_percent)) {
            flags.whole(Kind::Repeat);
        }
        flags.all_of(Kind::Religious, self.religious_texts(&text));
        flags.all_of(Kind::Quote, self.quotes_without_source(&text, &personal));
        for (kind, span) in &personal {
            flags.all_of(*kind, [*span]);
        }
        found.today = today(contribution, earlier);
        if found.today.is_some_and(|today| today > u64::from(self.settings.daily_limit)) {
            flags.whole(Kind::DailyLimit);
        }
        found.flags = flags.flags;
        found.masked = self.masked(&text, &personal);
        found
    }

    /// The mask in place of every piece. What only was no piece because it stood right behind one is taken out as well:
    /// a masked text is not blocked.
    fn masked(&self, text: &Text, personal: &[(Kind, Span)]) -> String {
        let mask = &self.settings.mask;
        let mut masked = without(&text.letters, personal.iter().map(|(_, span)| *span), mask);
        let passes = if personal.is_empty() { 0 } else { MOST_PASSES };
        for _ in 0..passes {
            let latin_digits: Vec<char> = to_latin(&masked).chars().collect();
            let left = blocking(&latin_digits, &self.suffixes);
            if left.is_empty() {
                break;
            }
            masked = without(&masked.chars().collect::<Vec<_>>(), left, mask);
        }
        masked
    }

    /// Whether two texts are as good as one (rule 5).
    pub fn repeats(&self, text: &str, other: &str) -> bool {
        Trigrams::of(text).likeness(&Trigrams::of(other)).reaches(self.settings.repeat_percent)
    }

    /// Rules 1 and 2: length, letters, script.
    fn form(&self, whole: &str, text: &Text, flags: &mut Flags<'_>, found: &mut Findings) {
        found.length = whole.trim().chars().count();
        let letters = text.letters.iter().filter(|letter| is_letter(**letter)).count() as u64;
        let latin = text.letters.iter().filter(|letter| is_latin(**letter)).count() as u64;
        found.latin_percent = (letters > 0).then(|| (200 * latin + letters) / (2 * letters));
        let length = found.length as u64;
        let of_form = [
            (Kind::Short, length < u64::from(self.settings.text_min)),
            (Kind::Long, length > u64::from(self.settings.text_max)),
            (Kind::NoLetters, letters == 0),
            (Kind::Latin, 100 * latin > u64::from(self.settings.latin_percent) * letters),
        ];
        for (kind, _) in of_form.into_iter().filter(|(_, holds)| *holds) {
            flags.whole(kind);
        }
    }

    /// Rule 6: words before a religious text, and verses in their brackets; one that is not closed goes on to the end.
    fn religious_texts(&self, text: &Text) -> Vec<Span> {
        let mut found = self.religious.places(&text.tokens);
        let mut place = 0;
        while let Some(start) = position(&text.letters, place, VERSE.0) {
            let end = position(&text.letters, start, VERSE.1).map_or(text.letters.len(), |close| close + 1);
            found.push(Span::new(start, end));
            place = end;
        }
        found.sort_unstable();
        found
    }

    /// Rule 7: quotations of several words with no source close behind them.
    fn quotes_without_source(&self, text: &Text, personal: &[(Kind, Span)]) -> Vec<Span> {
        let quotes = quotes(&text.letters);
        if quotes.is_empty() {
            return quotes;
        }
        let links = personal.iter().filter(|(kind, _)| *kind == Kind::Url).map(|(_, span)| span.start);
        let named = self.sources.places(&text.tokens);
        let mut sources: Vec<usize> = links.chain(named.iter().map(|span| span.start)).collect();
        sources.sort_unstable();
        let mut words: Vec<usize> = text.tokens.iter().map(|token| token.span.start).collect();
        words.dedup();
        // A mark is no part of a word, so that a word that begins within a quotation ends within it.
        let begun_before = |starts: &[usize], place: usize| starts.partition_point(|start| *start < place);
        let window = self.settings.quote_window as usize;
        let long = |quote: &Span| {
            let within = begun_before(&words, quote.end) - begun_before(&words, quote.start);
            within >= self.settings.quote_min_words as usize
        };
        let has_source = |quote: &Span| {
            let end = quote.end.saturating_add(window).min(text.letters.len());
            begun_before(&sources, end) > begun_before(&sources, quote.end)
                || text.letters[quote.end..end].iter().any(|letter| matches!(letter, '(' | '['))
        };
        quotes.into_iter().filter(|quote| long(quote) && !has_source(quote)).collect()
    }
}

/// Flags in the order in which they are told.
struct Flags<'t> {
    text: &'t Text,
    flags: Vec<Flag>,
}

impl Flags<'_> {
    fn whole(&mut self, kind: Kind) {
        self.flags.push(Flag { kind, span: None, evidence: None });
    }

    fn all_of(&mut self, kind: Kind, spans: impl IntoIterator<Item = Span>) {
        let flag = |span| Flag { kind, span: Some(span), evidence: Some(self.text.part(span)) };
        self.flags.extend(spans.into_iter().map(flag));
    }
}

fn position(letters: &[char], from: usize, wanted: char) -> Option<usize> {
    letters.get(from..)?.iter().position(|letter| *letter == wanted).map(|place| from + place)
}

/// Quotations with their marks, from the left: each ends at the next mark of its own kind; one that does not end is none.
fn quotes(letters: &[char]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut unclosed = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        let opened = QUOTES.iter().find(|(open, _)| *open == letters[place] && !unclosed.contains(open));
        match opened.map(|(open, close)| (*open, position(letters, place + 1, *close))) {
            Some((_, Some(close))) => {
                found.push(Span::new(place, close + 1));
                place = close + 1;
            }
            Some((open, None)) => {
                unclosed.push(open);
                place += 1;
            }
            None => place += 1,
        }
    }
    found
}

/// How many contributions of the participant that day, this one included.
fn today(contribution: Contribution<'_>, earlier: &[Earlier]) -> Option<u64> {
    let (author, on) = contribution.author.zip(contribution.on)?;
    let same = earlier.iter().filter(|one| one.on == on && one.author.as_deref() == Some(author));
    Some(1 + same.count() as u64)
}

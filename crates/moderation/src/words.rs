//! Lists of words, and where a text has them.

use crate::findings::Span;
use crate::settings::shipped;
use crate::text::Token;
use kernel::arabic::fold;
use std::collections::HashMap;

/// What remains of a word without a prefix has at least so many letters.
const LEAST_LETTERS: usize = 3;

/// A list of words, made ready for being looked for: by the first word of each entry.
pub(crate) struct WordList {
    entries: HashMap<String, Vec<Vec<String>>>,
    prefixes: Vec<String>,
}

impl WordList {
    /// An entry may be several words.
    pub(crate) fn new(words: &[String]) -> Self {
        let mut entries: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for word in words {
            let folded = fold(word);
            let mut parts = folded.split(' ').filter(|part| !part.is_empty()).map(ToOwned::to_owned);
            if let Some(first) = parts.next() {
                entries.entry(first).or_default().push(parts.collect());
            }
        }
        Self { entries, prefixes: shipped("prefix") }
    }

    /// How many tokens an entry takes that begins at a place; each such length once. The first word may have a prefix.
    pub(crate) fn lengths_at(&self, tokens: &[Token], place: usize) -> Vec<usize> {
        let Some(first) = tokens.get(place) else { return Vec::new() };
        let bare = self.prefixes.iter().filter_map(|prefix| first.folded.strip_prefix(prefix.as_str()));
        let bare = bare.filter(|rest| rest.chars().count() >= LEAST_LETTERS);
        let known = std::iter::once(first.folded.as_str()).chain(bare).filter_map(|word| self.entries.get(word));
        let follows = |rest: &&Vec<String>| {
            let after = tokens.get(place + 1..place + 1 + rest.len());
            after.is_some_and(|after| after.iter().zip(rest.iter()).all(|(token, word)| token.folded == *word))
        };
        let mut lengths: Vec<usize> = known.flatten().filter(follows).map(|rest| rest.len() + 1).collect();
        lengths.sort_unstable();
        lengths.dedup();
        lengths
    }

    /// Where the text has a word of the list, by place.
    pub(crate) fn places(&self, tokens: &[Token]) -> Vec<Span> {
        let mut found = Vec::new();
        if self.entries.is_empty() {
            return found;
        }
        for place in 0..tokens.len() {
            for length in self.lengths_at(tokens, place) {
                found.push(Span::new(tokens[place].span.start, tokens[place + length - 1].span.end));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

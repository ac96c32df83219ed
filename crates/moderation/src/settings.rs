//! What an association may change. Shipped values are a beginning («افتراضي – يلزم اعتماد») until its decision sets others.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The settings of moderation; [`Settings::default`] holds the shipped ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "ModerationSettings")]
pub struct Settings {
    /// Code points a contribution has at least (rule 1).
    pub text_min: u32,
    /// And at most.
    pub text_max: u32,
    /// Per cent of Latin letters that raise no flag (rule 2).
    pub latin_percent: u32,
    /// Per cent of likeness from which a contribution repeats another (rule 5).
    pub repeat_percent: u32,
    /// Words from which a quotation needs a source (rule 7).
    pub quote_min_words: u32,
    /// Code points behind a quotation within which its source may stand.
    pub quote_window: u32,
    /// Contributions of one participant a day (rule 9).
    pub daily_limit: u32,
    /// Words against religion, customs and law (rule 3); shipped empty. A word may be several.
    pub words_3: Vec<String>,
    /// Words against manners (rule 4); shipped empty.
    pub words_4: Vec<String>,
    /// Words before a religious text (rule 6).
    pub religious_words: Vec<String>,
    /// Words that name a source (rule 7).
    pub source_words: Vec<String>,
    /// Words before the name of somebody to turn to (rule 8).
    pub contact_words: Vec<String>,
    /// Ends of addresses without `www` (rule 8), without their point.
    pub url_suffixes: Vec<String>,
    /// What stands where personal data were taken out.
    pub mask: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            text_min: 15,
            text_max: 1_500,
            latin_percent: 30,
            repeat_percent: 85,
            quote_min_words: 4,
            quote_window: 40,
            daily_limit: 5,
            words_3: Vec::new(),
            words_4: Vec::new(),
            religious_words: shipped("religious"),
            source_words: shipped("source"),
            contact_words: shipped("contact"),
            url_suffixes: shipped("suffix"),
            mask: shipped("mask").concat(),
        }
    }
}

static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut lists: HashMap<&str, Vec<&str>> = HashMap::new();
    for (list, word) in include_str!("../data/words.tsv").lines().skip(2).filter_map(|line| line.split_once('\t')) {
        lists.entry(list).or_default().push(word);
    }
    lists
});

/// A list of the shipped words.
pub(crate) fn shipped(list: &str) -> Vec<String> {
    WORDS.get(list).into_iter().flatten().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_that_is_asked_for_has_its_words() {
        for (list, words) in [
            ("religious", 6),
            ("source", 4),
            ("contact", 1),
            ("suffix", 13),
            ("mask", 1),
            ("prefix", 11),
            ("kunya", 4),
            ("with", 2),
        ] {
            assert_eq!(shipped(list).len(), words, "{list}");
        }
        assert_eq!(WORDS.len(), 8, "and no list stands there for nothing");
    }
}

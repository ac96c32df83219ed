//! The words registers use for each marital status, from the list in the locale.

use kernel::arabic::fold;
use office::words::{self, Language};
use std::collections::HashMap;

/// The codes by the folded words that mean them.
pub fn marital_words() -> HashMap<String, String> {
    let mut meanings = HashMap::new();
    for code in ["single", "married", "divorced", "widowed", "abandoned"] {
        for word in words::word(&format!("parties.marital_words.{code}"), Language::Ar).split_whitespace() {
            meanings.insert(fold(word), code.to_owned());
        }
    }
    meanings
}

/// The code of a marital status as registers write it; a word nobody knows stays.
pub fn marital_code(typed: &str) -> String {
    marital_words().get(&fold(typed)).cloned().unwrap_or_else(|| typed.to_owned())
}

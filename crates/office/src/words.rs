//! Words for what leaves the office without the interface: papers, the command line, notifications.
//!
//! The same files in `locales/` serve the interface; no sentence stands in code.

use kernel::{Failure, Refusal};
use rust_i18n::{Backend, SimpleBackend};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// Keys and their words, for each language.
pub type Table = &'static [(&'static str, &'static [(&'static str, &'static str)])];

static WORDS: OnceLock<SimpleBackend> = OnceLock::new();

/// Teaches the frame the words of the program; whoever puts it together does so before anything is said. The second time
/// nothing is learned.
pub fn learn(table: Table) {
    WORDS.get_or_init(|| {
        let mut words = SimpleBackend::new();
        for (language, texts) in table.iter().copied() {
            let texts: HashMap<_, _> = texts.iter().map(|(key, text)| (Cow::from(*key), Cow::from(*text))).collect();
            words.add_translations(Cow::from(language), texts);
        }
        words
    });
}

/// The language of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Ar,
    En,
}

impl Language {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
        }
    }
}

/// The words of a key, in Arabic where the language has none; nothing when there are none at all.
pub fn find(key: &str, language: Language) -> Option<String> {
    let words = WORDS.get()?;
    let found = words.translate(language.name(), key).or_else(|| words.translate(Language::Ar.name(), key));
    found.map(Cow::into_owned)
}

/// The words of a key; the key itself where there are none, so that a gap is seen and reported.
pub fn word(key: &str, language: Language) -> String {
    find(key, language).unwrap_or_else(|| key.to_owned())
}

/// A sentence with its `%{name}` filled.
pub fn fill(key: &str, language: Language, args: &BTreeMap<&'static str, String>) -> String {
    let mut sentence = word(key, language);
    for (name, value) in args {
        sentence = sentence.replace(&format!("%{{{name}}}"), value);
    }
    sentence
}

/// A counted noun in its plural form: the words of `key.one`, `key.few` … with the number in its place.
pub fn counted(key: &str, number: u64, language: Language) -> String {
    use kernel::arabic::plural;
    let form = match language {
        Language::Ar => plural::category(number),
        Language::En if number == 1 => "one",
        Language::En => "other",
    };
    fill(&format!("{key}.{form}"), language, &BTreeMap::from([("n", number.to_string())]))
}

/// All words below a key, nested as in their file; papers take them so.
pub fn tree(prefix: &str, language: Language) -> serde_json::Value {
    let mut root = serde_json::Map::new();
    let messages = WORDS.get().and_then(|words| words.messages_for_locale(language.name())).unwrap_or_default();
    for (key, text) in messages {
        let Some(path) = key.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.')) else { continue };
        let mut place = &mut root;
        let mut steps = path.split('.').peekable();
        while let Some(step) = steps.next() {
            if steps.peek().is_none() {
                place.insert(step.to_owned(), text.clone().into_owned().into());
            } else {
                let branch = place.entry(step).or_insert_with(|| serde_json::Value::Object(serde_json::Map::new()));
                let Some(object) = branch.as_object_mut() else { break };
                place = object;
            }
        }
    }
    root.into()
}

/// What a person reads when something did not go as wished.
pub fn failure(failure: &Failure, language: Language) -> String {
    let sentence = |refusal: &Refusal| {
        let mut args = refusal.args.clone();
        // A refusal that another one led to names it by its code; both are filled with the same.
        if let Some(because) = args.get("because").and_then(|code| find(&format!("refusal.{code}"), language)) {
            args.insert("because", because);
        }
        let mut said = fill(&format!("refusal.{}", refusal.code), language, &args);
        if args.contains_key("because") {
            args.iter().for_each(|(name, value)| said = said.replace(&format!("%{{{name}}}"), value));
        }
        said
    };
    match failure {
        Failure::Refused(refusal) | Failure::Conflict(refusal) => sentence(refusal),
        Failure::NotFound { .. } => word("failure.not_found", language),
        Failure::Forbidden { permission } => {
            let name = word(&format!("permission.{permission}"), language);
            fill("failure.forbidden", language, &BTreeMap::from([("permission", name)]))
        }
        Failure::Broken { detail } => {
            fill("failure.broken", language, &BTreeMap::from([("reference", Failure::reference(detail))]))
        }
    }
}

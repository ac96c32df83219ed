//! Templates and words fit together: every word a template reads is there in both languages, and none lies idle.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by failing")]

mod helpers;

use helpers::WORDS_FILE;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// All `.typ` files of the house: the shared look and every feature's papers.
fn templates() -> Vec<PathBuf> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = vec![crates.join("papers/typ/sharaka.typ")];
    let mut folders = vec![crates.join("office/src"), crates.join("features")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "typ") {
                files.push(entry);
            }
        }
    }
    files
}

/// The keys a template reads: `words.frame.page`, or `own.title` below `#let own = words.recovery_sheet`.
fn keys_of(source: &str) -> BTreeSet<String> {
    let own = source.split("#let own = words.").nth(1).map(|rest| name_at(rest).to_owned());
    let long = source.split("words.").skip(1).map(|rest| {
        let group = name_at(rest);
        let key = rest[group.len()..].strip_prefix('.').map(name_at);
        key.map(|key| format!("{group}.{key}"))
    });
    let short = source.split("own.").skip(1).map(|rest| own.as_ref().map(|own| format!("{own}.{}", name_at(rest))));
    long.chain(short).flatten().collect()
}

fn name_at(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

fn keys_below(tree: &Value, path: &str, keys: &mut BTreeSet<String>) {
    match tree {
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            keys_below(field, &if path.is_empty() { name.clone() } else { format!("{path}.{name}") }, keys);
        }),
        _ => {
            keys.insert(path.to_owned());
        }
    }
}

/// The keys of all papers: the shared ones stand in `locales/papers.yml`, those of a feature's papers in its own file.
fn known_keys() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let mut known = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let words: Value = serde_norway::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let mut keys = BTreeSet::new();
        keys_below(&words["papers"], "", &mut keys);
        known.extend(keys.into_iter().filter_map(|key| key.strip_suffix(".ar").map(str::to_owned)));
    }
    known
}

#[test]
fn every_word_of_a_template_exists_and_every_word_is_used() {
    let used: BTreeSet<String> =
        templates().iter().flat_map(|file| keys_of(&std::fs::read_to_string(file).unwrap())).collect();
    assert!(
        used.contains("frame.page") && used.contains("recovery_sheet.title"),
        "the search finds keys in either form: {used:?}"
    );
    let known = known_keys();
    let missing: Vec<_> = used.difference(&known).collect();
    assert!(missing.is_empty(), "add below `papers` to the words of the feature: {missing:?}");
    let idle: Vec<_> = known.difference(&used).collect();
    assert!(idle.is_empty(), "no template reads these keys below `papers`; remove them: {idle:?}");
}

#[test]
fn both_languages_have_every_word_with_the_same_places() {
    let places = |text: &Value| -> BTreeSet<String> {
        let text = text.as_str().expect("a word is text");
        text.split("%{").skip(1).map(|rest| name_at(rest).to_owned()).collect()
    };
    let file: Value = serde_norway::from_str(WORDS_FILE).unwrap();
    let mut leaves = vec![&file["papers"], &file["refusal"]["papers"]];
    let mut seen = 0;
    while let Some(tree) = leaves.pop() {
        let fields = tree.as_object().expect("a group of words or a word in two languages");
        if fields.contains_key("ar") || fields.contains_key("en") {
            seen += 1;
            assert_eq!(fields.len(), 2, "exactly Arabic and English: {tree}");
            assert_eq!(places(&fields["ar"]), places(&fields["en"]), "the same %{{places}} in both languages: {tree}");
        } else {
            leaves.extend(fields.values());
        }
    }
    assert!(seen >= 50, "the words file was read: {seen}");
}

#[test]
fn every_refusal_of_this_room_has_words() {
    let file: Value = serde_norway::from_str(WORDS_FILE).unwrap();
    for code in papers::REFUSALS {
        let words = code.0.split('.').fold(&file["refusal"], |tree, name| &tree[name]);
        assert!(words["ar"].is_string() && words["en"].is_string(), "refusal.{code} needs words in locales/papers.yml");
    }
}

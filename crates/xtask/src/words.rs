//! The words of `locales/*.yml`: every sentence a person reads, in Arabic and English, by dotted key.

use crate::step::Result;
use crate::workspace::Workspace;
use serde_norway::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The endings a counted noun must have, all six in both languages (English repeats itself).
pub const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

pub struct Word {
    pub ar: String,
    pub en: String,
    /// Path of the file it stands in, from the root of the checkout.
    pub file: String,
}

/// All words by key, in the order of the keys.
pub type Words = BTreeMap<String, Word>;

/// Reads every file of `locales/`.
///
/// # Errors
/// Names the file, and the key where there is one: not YAML, a key without one of the languages, a key twice.
pub fn read(workspace: &Workspace) -> Result<Words> {
    let mut words = Words::new();
    for path in crate::files::under(&workspace.at("locales"), &["yml"]) {
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = crate::files::from_root(workspace, &path);
        add_file(&mut words, &name, &text)?;
    }
    Ok(words)
}

fn add_file(words: &mut Words, file: &str, text: &str) -> Result {
    let tree: Value = serde_norway::from_str(text).map_err(|error| format!("{file}: not readable as YAML: {error}"))?;
    let Value::Mapping(tree) = tree else {
        return Err(format!("{file}: expected keys at the top, beginning with `_version: 2`"));
    };
    if tree.get("_version").and_then(Value::as_u64) != Some(2) {
        return Err(format!("{file}: begin the file with `_version: 2`, or its words are not found at run time"));
    }
    for (key, value) in &tree {
        if key.as_str() != Some("_version") {
            add(words, file, &text_of(file, "", key)?, value)?;
        }
    }
    Ok(())
}

fn add(words: &mut Words, file: &str, path: &str, value: &Value) -> Result {
    let Value::Mapping(map) = value else {
        return Err(format!("{file}: `{path}` has no languages; write {path}: {{ ar: \"…\", en: \"…\" }}"));
    };
    let language = |name: &str| map.get(name).and_then(Value::as_str).map(str::to_owned);
    match (language("ar"), language("en")) {
        (Some(ar), Some(en)) if map.len() == 2 => {
            let twice = words.insert(path.to_owned(), Word { ar, en, file: file.to_owned() });
            twice.map_or(Ok(()), |first| Err(format!("{file}: `{path}` stands in {} too; keep one", first.file)))
        }
        (None, None) => map
            .iter()
            .try_for_each(|(key, value)| add(words, file, &format!("{path}.{}", text_of(file, path, key)?), value)),
        _ => Err(format!("{file}: `{path}` must have exactly `ar` and `en`, both as text")),
    }
}

fn text_of(file: &str, path: &str, key: &Value) -> Result<String> {
    // YAML reads a bare `yes`, `no`, `on` or a number as something else than a word.
    key.as_str().map(str::to_owned).ok_or_else(|| format!("{file}: a key below `{path}` is not text; put it in quotes"))
}

/// The words as the interface reads them, `ui/src/api/words.ts`.
pub fn typescript(words: &Words) -> String {
    let language =
        |of: fn(&Word) -> &str| words.iter().map(|(key, word)| (key.as_str(), of(word))).collect::<BTreeMap<_, _>>();
    let both = BTreeMap::from([("ar", language(|word| &word.ar)), ("en", language(|word| &word.en))]);
    // Serialising text by text cannot fail; an empty file would be noticed by the check of the keys.
    let json = serde_json::to_string_pretty(&both).unwrap_or_default();
    format!("// Written by `cargo xtask bindings` from locales/*.yml. Do not edit.\n\nexport const words = {json};\n")
}

/// Where the interface's words are written to.
pub fn typescript_path(workspace: &Workspace) -> std::path::PathBuf {
    workspace.at("ui/src/api/words.ts")
}

/// Whether a file already says exactly this.
pub fn is_fresh(path: &Path, content: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text == content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Result<Words> {
        let mut words = Words::new();
        add_file(&mut words, "locales/example.yml", text)?;
        Ok(words)
    }

    #[test]
    fn keys_are_flattened_with_dots() {
        let words = words("_version: 2\nstaff:\n  title: { ar: \"فريق العمل\", en: \"People\" }\n  roles:\n    finance: { ar: \"مالي\", en: \"Finance\" }\n").unwrap();
        assert_eq!(
            words.keys().collect::<Vec<_>>(),
            ["staff.roles.finance", "staff.title"],
            "the path of a word is its key"
        );
        assert_eq!(words["staff.title"].ar, "فريق العمل");
    }

    #[test]
    fn a_word_without_one_language_is_refused_with_its_key() {
        let refused = words("_version: 2\nstaff:\n  title: { ar: \"فريق العمل\" }\n").err().unwrap();
        assert!(refused.contains("`staff.title`"), "the person must see which key: {refused}");
    }

    #[test]
    fn a_file_without_its_version_is_refused() {
        assert!(
            words("staff:\n  title: { ar: \"أ\", en: \"a\" }\n").is_err(),
            "rust-i18n would read the file as version 1"
        );
    }

    #[test]
    fn the_interface_gets_the_same_words_in_the_same_order_every_time() {
        let words = words("_version: 2\nb: { ar: \"ب\", en: \"b\" }\na: { ar: \"أ\", en: \"a\" }\n").unwrap();
        let written = typescript(&words);
        assert!(
            written.find("\"a\"").unwrap() < written.find("\"b\"").unwrap(),
            "keys are sorted, so that a change shows as a small difference"
        );
        assert!(written.ends_with("};\n"));
    }
}

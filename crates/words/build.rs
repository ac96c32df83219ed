//! The words of `locales/` become a table inside the program: nothing is read from the disk while it runs.
//!
//! Each file is first laid out flat, a line for each key. rust-i18n reads a file of keys within keys once more for every key
//! that stands beside another: 12,000 words were thirteen million reads, half a minute of each build.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

const LOCALES: &str = "../../locales";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={LOCALES}");
    let out = std::env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let flat = out.join("locales");
    lay_out(Path::new(LOCALES), &flat)?;
    let locales = rust_i18n::try_load_locales(&flat.to_string_lossy(), |_| false, true)?;
    std::fs::write(out.join("words.rs"), table(&locales)?)?;
    Ok(())
}

/// Writes every file of words anew, with one level of keys. Files of before are not among them.
fn lay_out(from: &Path, into: &Path) -> Result<(), Box<dyn Error>> {
    if into.exists() {
        std::fs::remove_dir_all(into)?;
    }
    std::fs::create_dir_all(into)?;
    for entry in std::fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_stem().filter(|_| path.extension().is_some_and(|ext| ext == "yml")) else {
            continue;
        };
        let words: Map<String, Value> = serde_saphyr::from_str(&std::fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let mut flat = Map::new();
        flatten("", words, &mut flat);
        let name = Path::new(name).with_extension("json");
        std::fs::write(into.join(name), serde_json::to_string(&Value::Object(flat))?)?;
    }
    Ok(())
}

/// A record of texts is a word in its languages; any other record holds keys.
fn flatten(prefix: &str, words: Map<String, Value>, flat: &mut Map<String, Value>) {
    for (key, value) in words {
        let key = if prefix.is_empty() { key } else { format!("{prefix}.{key}") };
        match value {
            Value::Object(inner) if !inner.values().all(Value::is_string) => flatten(&key, inner, flat),
            other => drop(flat.insert(key, other)),
        }
    }
}

/// One list of keys and words for each language.
fn table(locales: &BTreeMap<String, BTreeMap<String, String>>) -> Result<String, std::fmt::Error> {
    let mut source = String::from("&[\n");
    for (language, words) in locales {
        writeln!(source, "({language:?}, &[")?;
        for (key, words) in words {
            writeln!(source, "({key:?}, {words:?}),")?;
        }
        source.push_str("]),\n");
    }
    source.push(']');
    Ok(source)
}

//! The words of `locales/` become a table inside the program: nothing is read from the disk while it runs.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

const LOCALES: &str = "../../locales";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={LOCALES}");
    let locales = rust_i18n::try_load_locales(LOCALES, |_| false, true)?;
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("words.rs"), table(&locales)?)?;
    Ok(())
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

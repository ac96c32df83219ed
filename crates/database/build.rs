//! The list of the steps in `src/migrations`, so that a new one is a file and nothing else.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

const FOLDER: &str = "src/migrations";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={FOLDER}");
    let mut names = Vec::new();
    for entry in std::fs::read_dir(FOLDER)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".sql").map(str::to_owned));
    }
    names.sort_unstable();
    let mut list = String::from("&[\n");
    for name in names {
        let file = format!("concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{FOLDER}/{name}.sql\")");
        writeln!(list, "Migration {{ name: {name:?}, sql: include_str!({file}) }},")?;
    }
    list.push(']');
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("migrations.rs"), list)?;
    Ok(())
}

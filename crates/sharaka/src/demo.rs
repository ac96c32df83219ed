//! A demonstration office from the command line: made, and its people told with their passwords.

use kernel::{Failure, Result};
use office::words::{Language, word};
use office::{Caller, Office, Options, SessionChange};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Instant;

/// Makes a demonstration in a folder that has no office.
///
/// # Errors
/// There is an office in the folder; what the disk says.
pub fn make(folder: &Path, seed: u32, language: Language) -> Result<()> {
    let office = app::open_here(folder, Options::default())?;
    let outcome = fill(&office, seed, language);
    office.close();
    outcome
}

/// Makes the demonstration and leaves it signed out.
///
/// # Errors
/// As [`make`].
pub fn fill(office: &Office, seed: u32, language: Language) -> Result<()> {
    let begun = Instant::now();
    let made = office.call(&Caller::Nobody, "office.set_up_demo", json!({ "seed": seed }))?;
    let seconds = begun.elapsed().as_secs();
    if let SessionChange::Begun(token) = made.session {
        office.call(&Caller::Holder(token), "session.sign_out", json!({}))?;
    }
    print(&made.value, seconds, language)
}

fn print(made: &Value, seconds: u64, language: Language) -> Result<()> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let people = made["people"].as_array().ok_or_else(|| Failure::broken("a demonstration without people"))?;
    line!("{} ({seconds} s)", word("demo.made", language));
    for person in people {
        let role = word(&format!("role.{}", text(&person["role"])), language);
        line!("{}\t{}\t{}\t{role}", text(&person["login"]), text(&person["password"]), text(&person["name"]));
    }
    line!("{}\t{}", word("demo.recovery_code", language), text(&made["recovery_code"]));
    Ok(())
}

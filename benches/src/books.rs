//! The books beside another program's: the trial balance by hledger from the journal we export, and our own.

use crate::data::{self, FUND, call};
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use serde_json::json;
use std::collections::BTreeMap;
use std::process::Command;
use std::time::{Duration, Instant};

/// How long each takes, and whether they say the same.
pub fn measure(asked: &Asked, table: &mut Table) -> Result<(), String> {
    if Command::new("hledger").arg("--version").output().is_err() {
        table.say("hledger is not installed here: not compared", "", "", None);
        return Ok(());
    }
    let made = data::make(asked)?;
    let began = Instant::now();
    let file = call(&made.office, &made.finance, "funds.books", json!({}))?;
    let ticket = file["ticket"].as_str().unwrap_or_default();
    let journal = made.office.fetch(&made.finance, ticket).map_err(|error| error.to_string())?;
    let journal = journal.into_bytes().map_err(|error| error.to_string())?;
    table.add("books: exported as a journal", &Timings::from(vec![began.elapsed()]), Budget::None);
    let folder = data::folder()?;
    let path = folder.path().join("books.journal");
    std::fs::write(&path, &journal).map_err(|error| error.to_string())?;
    let (took, theirs) = hledger(&path)?;
    table.add("hledger bal of that journal", &Timings::from(vec![took]), Budget::None);
    let trial = call(&made.office, &made.finance, "funds.trial_balance", json!({ "fund": FUND }))?;
    let ours: BTreeMap<String, i64> = trial["rows"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(|row| {
            let amount =
                row["debit_balance"].as_i64().unwrap_or_default() - row["credit_balance"].as_i64().unwrap_or_default();
            (row["account"].as_str().unwrap_or_default().to_owned(), amount)
        })
        .filter(|(_, amount)| *amount != 0)
        .collect();
    table.say(
        "our trial balance and hledger's, to the halala",
        if ours == theirs { "equal" } else { "differ" },
        "equal",
        Some(ours == theirs),
    );
    if ours == theirs { Ok(()) } else { Err(format!("ours {ours:?}\ntheirs {theirs:?}")) }
}

/// What hledger says of each account, in halalas, and how long it thought.
fn hledger(journal: &std::path::Path) -> Result<(Duration, BTreeMap<String, i64>), String> {
    let began = Instant::now();
    // The C locale of a bare machine would not let hledger read Arabic.
    let run = Command::new("hledger")
        .arg("-f")
        .arg(journal)
        .args(["bal", "--flat", "--depth", "1", "-N", "-O", "csv"])
        .env("LANG", "C.UTF-8")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .map_err(|error| error.to_string())?;
    let took = began.elapsed();
    if !run.status.success() {
        return Err(format!("hledger: {}", String::from_utf8_lossy(&run.stderr)));
    }
    let mut held = BTreeMap::new();
    for line in String::from_utf8_lossy(&run.stdout).lines().skip(1) {
        let (account, amount) = line.trim_matches('"').split_once("\",\"").ok_or(format!("not understood: {line}"))?;
        let code = account.split(' ').next().unwrap_or_default().to_owned();
        let digits: String = amount.chars().filter(|letter| letter.is_ascii_digit() || *letter == '-').collect();
        held.insert(code, digits.parse().map_err(|_| format!("not understood: {line}"))?);
    }
    Ok((took, held))
}

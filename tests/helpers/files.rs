//! Files beside the calls: brought in for a command, and fetched with the ticket a command answered.

use office::{Caller, Office};
use serde_json::Value;

/// Brings a file in for a command, and gives its ticket.
///
/// # Errors
/// What the office says to it.
pub fn bring(office: &Office, caller: &Caller, command: &str, bytes: impl Into<Vec<u8>>) -> kernel::Result<String> {
    office.receive(&office.admit_file(caller, command)?, bytes.into())
}

/// The bytes of what a command handed over: of itself, of the PDF of a paper, or of an opened document.
///
/// # Panics
/// When it is not there.
pub fn fetched(office: &Office, caller: &Caller, answer: &Value) -> Vec<u8> {
    let handed = ["pdf", "file"].iter().find_map(|part| answer.get(part)).unwrap_or(answer);
    let ticket = handed["ticket"].as_str().unwrap_or_else(|| panic!("no ticket in {answer}"));
    let file = office.fetch(caller, ticket).unwrap_or_else(|failure| panic!("{ticket}: {failure}"));
    let size = file.handed.size;
    let bytes = file.into_bytes().expect("the bytes of a file");
    assert_eq!(bytes.len() as u64, size, "a file is as large as it is said to be");
    bytes
}

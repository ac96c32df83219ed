//! Preferences are small: names of columns, not copies of records.

use kernel::{Refusal, Result, require};

kernel::refusals! {
    KEY_SHAPE = "preferences.key_shape";
    TOO_LARGE = "preferences.too_large";
}

/// Bytes of JSON. A draft of a long form fits; a list of beneficiaries does not belong here.
const LARGEST: usize = 256 * 1024;

/// # Errors
/// A key that is not `area.name` in Latin letters, or a value of more than 256 KiB.
pub fn check(key: &str, value: &str) -> Result<()> {
    let letters = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-' | '/' | ':');
    require(!key.is_empty() && key.len() <= 120 && key.chars().all(letters), KEY_SHAPE)?;
    require(value.len() <= LARGEST, Refusal::new(TOO_LARGE).with("most", LARGEST / 1024))
}

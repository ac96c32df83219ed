//! The machine's random source, for tokens and identifiers.

use kernel::{Failure, Result};

/// Random bytes, fit for secrets.
///
/// # Errors
/// Broken, when the machine has no random source.
pub fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Failure::broken)?;
    Ok(bytes)
}

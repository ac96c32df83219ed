//! The key of the database: 256 random bits that never touch the disk unwrapped.

use hmac::{Hmac, KeyInit, Mac};
use kernel::{Failure, Result};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The database key, wiped from memory when dropped. While the key is being changed there are two: the file may still
/// be under the old one or already under the next.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Key {
    pub(crate) current: [u8; 32],
    pub(crate) next: Option<[u8; 32]>,
}

impl Key {
    /// A new key from the system's random source.
    ///
    /// # Errors
    /// [`Failure::Broken`], when the system has no randomness to give.
    pub fn random() -> Result<Self> {
        Ok(Self { current: random()?, next: None })
    }

    pub(crate) fn from_bytes(current: [u8; 32]) -> Self {
        Self { current, next: None }
    }

    /// A hash that only whoever has this key can compute, of parts that are told apart by their lengths. A change of the
    /// key changes it, too.
    pub fn keyed_hash(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        // A key of 32 bytes is always taken; the other branch cannot be reached.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.current) else { return [0; 32] };
        for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The statement that keys a connection. A raw key skips the engine's own derivation from a password, which has
    /// been done, and better, by the vault.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        use std::fmt::Write;
        let mut statement = Zeroizing::new(String::with_capacity(96));
        statement.push_str("PRAGMA key = \"x'");
        for byte in &self.current {
            // Writing into a string cannot fail.
            let _ = write!(statement, "{byte:02x}");
        }
        statement.push_str("'\"");
        statement
    }

    /// The key after the change that is under way, if one is.
    pub(crate) fn after_change(&self) -> Option<Self> {
        self.next.map(Self::from_bytes)
    }
}

/// A key never appears in a log.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

/// Bytes from the system's random source.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Failure::broken(format!("no randomness: {error}")))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_does_not_show_itself() {
        let key = Key::from_bytes([0xab; 32]);
        assert_eq!(format!("{key:?}"), "Key");
        assert_eq!(*key.pragma(), format!("PRAGMA key = \"x'{}'\"", "ab".repeat(32)));
        assert_ne!(Key::random(), Key::random(), "two keys in a row must differ");
    }

    #[test]
    fn a_keyed_hash_depends_on_the_key_the_purpose_and_each_part() {
        let (one, two) = (Key::from_bytes([1; 32]), Key::from_bytes([2; 32]));
        let hash = one.keyed_hash("request", &[b"staff.add", b"{}"]);
        assert_eq!(hash, one.keyed_hash("request", &[b"staff.add", b"{}"]));
        for other in [
            two.keyed_hash("request", &[b"staff.add", b"{}"]),
            one.keyed_hash("other", &[b"staff.add", b"{}"]),
            one.keyed_hash("request", &[b"staff.add{", b"}"]),
            one.keyed_hash("request", &[b"staff.add", b"{}", b""]),
        ] {
            assert_ne!(hash, other);
        }
    }
}

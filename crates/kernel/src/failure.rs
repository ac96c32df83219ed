//! Everything that can go wrong, in five kinds.
//!
//! A [`Failure::Refused`] or [`Failure::Conflict`] is the person's to act on: its code is the key of its words
//! (`refusal.<code>` in `locales/`). [`Failure::Broken`] is ours: it is logged whole and shown as a reference number.

use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// The name of a refusal: `feature.reason`, in lower case. Made only by [`refusals!`](crate::refusals), so that a test
/// can go through all of them and prove that each has its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A refusal: its code, what its sentence is filled with, and the input field it is about, where there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    pub code: Code,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

impl Refusal {
    pub fn new(code: Code) -> Self {
        Self { code, args: BTreeMap::new(), field: None }
    }

    /// Fills `%{name}` in the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    /// Names the input field the person should look at.
    #[must_use]
    pub fn at(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The person can mend it: a rule says no, or an input is not right.
    Refused(Refusal),
    /// What was asked for does not exist (any more).
    NotFound { noun: &'static str },
    /// This person may not do this; names the permission that is missing.
    Forbidden { permission: &'static str },
    /// Somebody else was here in the meantime, or the same request came with other content.
    Conflict(Refusal),
    /// Our fault or the machine's: a full disk, a damaged file, a bug. Shown as a reference number, logged whole.
    Broken { detail: String },
}

impl Failure {
    pub fn not_found(noun: &'static str) -> Self {
        Self::NotFound { noun }
    }

    pub fn broken(detail: impl fmt::Display) -> Self {
        Self::Broken { detail: detail.to_string() }
    }

    pub fn conflict(code: Code) -> Self {
        Self::Conflict(Refusal::new(code))
    }

    /// Eight letters and digits a person can read out, for a failure that is ours; the same fault has the same number,
    /// and the audit trail keeps the whole detail under it.
    pub fn reference(detail: &str) -> String {
        const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        // FNV-1a: short, stable between versions, and nothing here needs to be secret.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in detail.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        (0..8).map(|place| char::from(LETTERS[(hash >> (place * 5) & 31) as usize])).collect()
    }

    /// The code, where the failure is the person's to act on.
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Refused(refusal) | Self::Conflict(refusal) => Some(refusal.code),
            Self::NotFound { .. } | Self::Forbidden { .. } | Self::Broken { .. } => None,
        }
    }
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self::Refused(Refusal::new(code))
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "refused: {}", refusal.code),
            Self::NotFound { noun } => write!(f, "not found: {noun}"),
            Self::Forbidden { permission } => write!(f, "forbidden: needs {permission}"),
            Self::Conflict(refusal) => write!(f, "conflict: {}", refusal.code),
            Self::Broken { detail } => write!(f, "broken: {detail}"),
        }
    }
}

impl std::error::Error for Failure {}

/// A guard in one positive line: `require(loan.is_open(), LOAN_CLOSED)?`.
///
/// # Errors
/// The given refusal, when the condition does not hold.
pub fn require(holds: bool, otherwise: impl Into<Failure>) -> Result<()> {
    if holds { Ok(()) } else { Err(otherwise.into()) }
}

/// Names the refusals of a room, and lists them in `REFUSALS` for the test that proves each has its words.
#[macro_export]
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        $($(#[$doc])* pub const $name: $crate::Code = $crate::Code($code);)+
        /// Every refusal of this room.
        pub const REFUSALS: &[$crate::Code] = &[$($name),+];
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    refusals! {
        LAST_ONE = "example.last_one";
    }

    #[test]
    fn a_guard_refuses_with_its_code_and_arguments() {
        let refused = require(false, Refusal::new(LAST_ONE).with("name", "نورة").at("name"));
        let Err(Failure::Refused(refusal)) = refused else { panic!("a guard that does not hold must refuse") };
        assert_eq!(refusal.code.0, "example.last_one");
        assert_eq!(refusal.args["name"], "نورة");
        assert_eq!(refusal.field, Some("name"));
        assert_eq!(REFUSALS, [LAST_ONE]);
        assert!(require(true, LAST_ONE).is_ok());
    }
}

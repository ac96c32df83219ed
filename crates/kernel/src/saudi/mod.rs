//! Saudi identity and contact data. A value of these types is valid by construction: it was checked when it was made,
//! holds the normalised text, and is never checked again.

/// Gives a checked text what texts have: reading, showing, and JSON as text that is checked again when it comes in.
macro_rules! checked_text {
    ($name:ident, $reason:ident) => {
        impl $name {
            /// The normalised text, as it is stored.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $reason;
            fn from_str(text: &str) -> Result<Self, $reason> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::Failure;
            fn try_from(text: String) -> $crate::Result<Self> {
                Ok(Self::parse(&text)?)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

mod iban;
mod identity;
mod mobile;
mod organisation;
mod short_address;

pub use iban::{Iban, IbanReason};
pub use identity::{IdentityReason, NationalId, masked};
pub use mobile::{Mobile, MobileReason};
pub use organisation::{OrganisationNumber, OrganisationReason};
pub use short_address::{ShortAddress, ShortAddressReason};

//! What screens ask.

pub use crate::gaps::gaps;
pub use crate::identities::identities;
pub use crate::month::{month, team};
pub use crate::unreached::list;

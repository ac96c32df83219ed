//! What screens ask about the association.

use super::{AssociationProfile, store};
use crate::context::Read;
use crate::input::Nothing;
use kernel::Result;

pub fn profile(cx: &Read<'_>, _: Nothing) -> Result<AssociationProfile> {
    store::profile(cx)
}

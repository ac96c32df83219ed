//! What screens ask about the association.

use super::model::AssociationSheet;
use super::{RECORD, store};
use crate::context::Read;
use crate::input::Nothing;
use kernel::Result;

pub fn profile(cx: &Read<'_>, _: Nothing) -> Result<AssociationSheet> {
    Ok(AssociationSheet { profile: store::profile(cx)?, record: cx.version(RECORD, RECORD)? })
}

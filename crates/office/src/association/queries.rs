//! What screens ask about the association.

use super::model::{AssociationSheet, LogoFile};
use super::{RECORD, store};
use crate::context::Read;
use crate::input::Nothing;
use kernel::Result;

pub fn profile(cx: &Read<'_>, _: Nothing) -> Result<AssociationSheet> {
    Ok(AssociationSheet { profile: store::profile(cx)?, record: cx.version(RECORD, RECORD)? })
}

/// The picture as a file: the head of the rail and the form show it.
pub fn logo(cx: &Read<'_>, _: Nothing) -> Result<LogoFile> {
    let picture = store::picture(cx)?;
    let handed = picture.map(|picture| cx.hand("logo".to_owned(), &picture.mime, picture.bytes));
    Ok(LogoFile { file: handed.transpose()? })
}

//! What everybody is told.

use super::model::Notices;
use super::{clock, store};
use crate::context::Read;
use crate::input::Nothing;
use kernel::Result;

pub fn notices(cx: &Read<'_>, _: Nothing) -> Result<Notices> {
    Ok(Notices { notices: store::waiting(cx)?, clock: clock::doubt(cx)?.and_then(|doubt| doubt.seen(cx.now)) })
}

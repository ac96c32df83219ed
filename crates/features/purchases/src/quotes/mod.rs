//! Quotes of suppliers, and which of them is taken.

pub mod add_quote;
pub mod choose;
pub mod drop_quote;

use crate::model::{PurchaseLine, PurchaseState};
use crate::{rules, store};
use kernel::id::PurchaseId;
use kernel::{Result, require};
use office::context::Read;

/// A purchase whose quotes may still change.
///
/// # Errors
/// One that is ordered, waits or was cancelled.
pub fn draft(cx: &Read<'_>, purchase: PurchaseId) -> Result<PurchaseLine> {
    let line = store::line(cx, purchase)?;
    require(line.state == PurchaseState::Draft, rules::NOT_DRAFT)?;
    Ok(line)
}

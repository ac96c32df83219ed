//! Somebody asks that others approve a step.

use crate::model::ApprovalRequest;
use crate::store;
use kernel::id::ApprovalId;
use kernel::{Money, Result, require};
use office::approval::ApprovalStep;
use office::context::Write;

/// What is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// The identifier the caller made for it; a new one where none is given.
    pub id: Option<ApprovalId>,
    /// The record it is about.
    pub subject: [u8; 16],
    /// What limits are held against.
    pub amount: Option<Money>,
    /// How many people approve it, where this one needs more than its step says.
    pub needed: Option<u8>,
    pub reason: &'a str,
}

/// The person who runs the command asks for a step. The role may not matter: whoever may run the command may ask.
///
/// # Errors
/// In the words of the step, that the same waits already.
pub fn ask(cx: &Write<'_>, step: &ApprovalStep, asked: &Asked<'_>) -> Result<ApprovalRequest> {
    require(store::waiting(cx, step, asked.subject)?.is_none(), step.refusals.waits)?;
    let id = match asked.id {
        Some(id) => id,
        None => ApprovalId::new(cx.now, office::random::bytes()?),
    };
    store::insert(cx, id, step, asked)?;
    store::request(cx, id)
}

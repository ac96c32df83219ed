//! The administrator says up to which amount a role approves vouchers.

use super::model::{ApprovalLimit, ApprovalLimits};
use super::{queries, rules};
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn set_approval_limit(cx: &Write<'_>, input: ApprovalLimit) -> Result<ApprovalLimits> {
    let negative = input.amount.is_some_and(|amount| amount.is_negative());
    require(!negative, Refusal::new(rules::LIMIT_NEGATIVE).at("amount"))?;
    let before = queries::approval_limits(cx, Nothing {})?;
    approvals::set_limit(cx, input.role, input.amount)?;
    let after = queries::approval_limits(cx, Nothing {})?;
    cx.changed("approval_limit", input.role.name(), input.role.name(), &before, &after)?;
    Ok(after)
}

//! What the verbs of a file have in common.

use super::model::CaseFacts;
use super::rules;
use kernel::{Refusal, Result, require};
use office::context::Read;
use parties::Party;
use serde_json::Value;

/// Why a number may stand that the rules refuse: only who decides about files may say so.
///
/// # Errors
/// Somebody else said so.
pub fn exception(cx: &Read<'_>, typed: &str) -> Result<String> {
    let exception = kernel::arabic::tidy_line(typed);
    let may = cx.who.role.may(crate::BENEFICIARIES_DECIDE);
    require(exception.is_empty() || may, Refusal::new(rules::EXCEPTION_RIGHT).at("exception"))?;
    Ok(exception)
}

/// What the audit trail keeps of a file: everything, but the identity number as screens show it.
pub fn trace(party: &Party, facts: &CaseFacts) -> Value {
    let mut trace = parties::trace(party);
    let facts = serde_json::to_value(facts).unwrap_or_default();
    trace.extend(facts.as_object().cloned().unwrap_or_default());
    Value::Object(trace)
}

//! A person takes a consent back.

use super::model::CaseFile;
use super::queries;
use kernel::Result;
use office::context::Write;
use parties::inputs::WithdrawConsent;
use serde_json::json;

pub fn withdraw_consent(cx: &Write<'_>, input: WithdrawConsent) -> Result<CaseFile> {
    let (party, given) = parties::withdraw_consent(cx, &input)?;
    let after = json!({ "consent": input.number, "withdrawn_on": input.on });
    cx.changed("file", party.id, &party.facts.name, &given, &after)?;
    queries::case_file(cx, party.id)
}

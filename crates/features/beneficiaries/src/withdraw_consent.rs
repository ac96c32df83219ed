//! A person takes a consent back.

use kernel::Result;
use office::context::Write;
use office::feature::Subject;
use office::input::Nothing;
use parties::inputs::WithdrawConsent;
use serde_json::json;

pub fn withdraw_consent(cx: &Write<'_>, input: WithdrawConsent) -> Result<Nothing> {
    let (party, given) = parties::withdraw_consent(cx, &input)?;
    let after = json!({ "consent": input.number, "withdrawn_on": input.on });
    cx.changed("file", party.id, &party.facts.name, &given, &after)?;
    cx.record_changed(Subject { kind: crate::CONSENT, id: *party.id.as_bytes() })?;
    Ok(Nothing {})
}

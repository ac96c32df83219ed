//! A person takes a consent back.

use super::inputs::WithdrawConsent;
use super::{queries, rules, store};
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn withdraw_consent(cx: &Write<'_>, input: WithdrawConsent) -> Result<Nothing> {
    let party = store::party(cx, input.party)?;
    let consents = queries::consents(cx, party.id)?;
    let given = consents.iter().find(|one| one.number == input.number).ok_or(Failure::not_found("consent"))?;
    require(given.withdrawn_on.is_none(), rules::CONSENT_WITHDRAWN)?;
    let fits = (given.given_on..=cx.today()).contains(&input.on);
    require(fits, Refusal::new(rules::CONSENT_LATER).at("on"))?;
    cx.run(
        "UPDATE consent SET withdrawn_on = $1 WHERE party = $2 AND number = $3",
        values![input.on, party.id, input.number],
    )?;
    let after = json!({ "consent": input.number, "withdrawn_on": input.on });
    cx.changed("file", party.id, &party.facts.name, given, &after)?;
    Ok(Nothing {})
}

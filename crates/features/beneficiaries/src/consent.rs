//! A person agrees to what the association does with their data; the text they were shown is kept with its edition.

use super::inputs::GiveConsent;
use super::model::Consent;
use super::store::{self, CountedPerParty};
use super::{queries, rules};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use office::words::{self, Language};
use serde_json::json;

/// The edition of the texts in `locales/beneficiaries.yml`; it grows with every change of their meaning.
pub const EDITION: &str = "1";

pub fn consent(cx: &Write<'_>, input: GiveConsent) -> Result<Nothing> {
    let party = store::party(cx, input.party)?;
    require(input.given_on <= cx.today(), Refusal::new(rules::CONSENT_LATER).at("given_on"))?;
    let same = |one: &Consent| {
        (one.purpose, one.form, one.given_on) == (input.purpose, input.form, input.given_on)
            && one.withdrawn_on.is_none()
    };
    require(!queries::consents(cx, party.id)?.iter().any(same), rules::CONSENT_ALREADY)?;
    let number = store::next_of(cx, CountedPerParty::Consents, party.id)?;
    let text = words::word(&format!("beneficiaries.consent_text.{}", input.purpose.name()), Language::Ar);
    cx.run(
        "INSERT INTO consent (party, number, purpose, text_version, text, form, given_on, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![party.id, number, input.purpose.name(), EDITION, text, input.form.name(), input.given_on, cx.who.id],
    )?;
    let after = json!({ "consent": number, "purpose": input.purpose, "form": input.form, "edition": EDITION });
    cx.changed("file", party.id, &party.facts.name, &(), &after)?;
    Ok(Nothing {})
}

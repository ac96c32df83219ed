//! Whose file it is agrees to what the association does with their data.

use super::model::CaseFile;
use super::queries;
use kernel::Result;
use office::context::Write;
use parties::EDITION;
use parties::inputs::GiveConsent;
use serde_json::json;

pub fn consent(cx: &Write<'_>, input: GiveConsent) -> Result<CaseFile> {
    let (party, number) = parties::give_consent(cx, &input)?;
    let after = json!({ "consent": number, "purpose": input.purpose, "form": input.form, "edition": EDITION });
    cx.changed("file", party.id, &party.facts.name, &(), &after)?;
    queries::case_file(cx, party.id)
}

//! What people agreed to: a party agrees to what the association does with its data, and may take that back. The text it
//! was shown is kept with its edition.

use crate::inputs::{GiveConsent, WithdrawConsent};
use crate::model::{Consent, ConsentPurpose, Party};
use crate::{rules, store};
use database::values;
use kernel::id::PartyId;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::words::{self, Language};

/// The edition of the texts in `locales/parties.yml`; it grows with every change of their meaning.
pub const EDITION: &str = "1";

/// The consents of a party, newest first.
///
/// # Errors
/// What the database refuses.
pub fn consents(db: &database::Read<'_>, id: PartyId) -> Result<Vec<Consent>> {
    db.rows(include_str!("sql/consents.sql"), values![id], |row| {
        Ok(Consent {
            number: row.get("number")?,
            purpose: row.get("purpose")?,
            text_version: row.get("text_version")?,
            text: row.get("text")?,
            form: row.get("form")?,
            given_on: row.get("given_on")?,
            withdrawn_on: row.get("withdrawn_on")?,
            recorded_by: row.get("by_name")?,
        })
    })
}

/// Keeps a consent; returns who gave it and its number among theirs.
///
/// # Errors
/// A day to come; the same consent of that day holds already.
pub fn give_consent(cx: &Write<'_>, input: &GiveConsent) -> Result<(Party, i64)> {
    let party = store::party(cx, input.party)?;
    require(input.given_on <= cx.today(), Refusal::new(rules::CONSENT_LATER).at("given_on"))?;
    let given = consents(cx, party.id)?;
    let same = |one: &Consent| {
        (one.purpose, one.form, one.given_on) == (input.purpose, input.form, input.given_on)
            && one.withdrawn_on.is_none()
    };
    require(!given.iter().any(same), rules::CONSENT_ALREADY)?;
    let number = given.iter().map(|one| one.number).max().unwrap_or(0) + 1;
    let text = words::word(&format!("parties.consent_text.{}", input.purpose.name()), Language::Ar);
    cx.run(
        "INSERT INTO consent (party, number, purpose, text_version, text, form, given_on, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![party.id, number, input.purpose, EDITION, text, input.form, input.given_on, cx.who.id],
    )?;
    Ok((party, number))
}

/// Takes a consent back; returns who did, and the consent as it was.
///
/// # Errors
/// It was withdrawn before; a day before it was given, or to come.
pub fn withdraw_consent(cx: &Write<'_>, input: &WithdrawConsent) -> Result<(Party, Consent)> {
    let party = store::party(cx, input.party)?;
    let given = consents(cx, party.id)?.into_iter().find(|one| one.number == input.number);
    let given = given.ok_or(Failure::not_found("consent"))?;
    require(given.withdrawn_on.is_none(), rules::CONSENT_WITHDRAWN)?;
    let fits = (given.given_on..=cx.today()).contains(&input.on);
    require(fits, Refusal::new(rules::CONSENT_LATER).at("on"))?;
    cx.run(
        "UPDATE consent SET withdrawn_on = $1 WHERE party = $2 AND number = $3",
        values![input.on, party.id, input.number],
    )?;
    Ok((party, given))
}

/// Whether a party took back what it had agreed to of a purpose, and has not agreed again; one that was never asked has
/// taken nothing back.
///
/// # Errors
/// What the database refuses.
pub fn took_back(db: &database::Read<'_>, id: PartyId, purpose: ConsentPurpose) -> Result<bool> {
    let sql =
        "SELECT count(*) AS given, count(withdrawn_on) AS withdrawn FROM consent WHERE party = $1 AND purpose = $2";
    let (given, withdrawn): (i64, i64) =
        db.one(sql, values![id, purpose], |row| Ok((row.get("given")?, row.get("withdrawn")?)))?;
    Ok(given > 0 && given == withdrawn)
}

//! What a party's facts look like, and what its identity record becomes.

use crate::model::{Identity, IdentityKind, PartyFacts, TypedIdentity};
use kernel::arabic::{clean, tidy_line};
use kernel::saudi::{Mobile, NationalId, OrganisationNumber, ShortAddress};
use kernel::{Day, Refusal, Result, require};

kernel::refusals! {
    NAME_MISSING = "parties.name_missing";
    /// The client gave an identifier that is a party's already.
    ADDED_ALREADY = "parties.added_already";
    /// `whom` is the other's name, with the numbers it is known by.
    SAME_IDENTITY = "parties.same_identity";
    /// `whom` as for [`SAME_IDENTITY`].
    LIKELY_DUPLICATE = "parties.likely_duplicate";
    IDENTITY_MISSING = "parties.identity_missing";
    /// The form says it before anything is sent.
    IDENTITY_KIND_MISSING = "parties.identity_kind_missing";
    BORN_LATER = "parties.born_later";
    POSTAL_CODE = "parties.postal_code";
    FOUR_DIGITS = "parties.four_digits";
    EMAIL_SHAPE = "parties.email_shape";
    TEXT_TOO_LONG = "parties.text_too_long";
    REASON_MISSING = "parties.reason_missing";
    MERGED = "parties.merged";
    NOT_MERGED = "parties.not_merged";
    SAME_PARTY = "parties.same_party";
    MEMBER_ALREADY = "parties.member_already";
    /// Who is known by a number of their own is corrected there. `known_as` is that number.
    MEMBER_KNOWN = "parties.member_known";
    CHECKED_EXPIRED = "parties.checked_expired";
    CONSENT_LATER = "parties.consent_later";
    CONSENT_ALREADY = "parties.consent_already";
    CONSENT_WITHDRAWN = "parties.consent_withdrawn";
}

/// Characters.
const LONGEST_LINE: usize = 300;

/// A line of text in one form.
///
/// # Errors
/// More than three hundred characters.
pub fn line(field: &'static str, text: &mut String) -> Result<()> {
    *text = tidy_line(text);
    let fits = text.chars().count() <= LONGEST_LINE;
    require(fits, Refusal::new(TEXT_TOO_LONG).with("most", LONGEST_LINE).at(field))
}

/// The facts in one form, or why they cannot stand.
///
/// # Errors
/// A refusal that names its field.
pub fn tidy(typed: PartyFacts, today: Day) -> Result<PartyFacts> {
    let mut facts = typed;
    for (field, text) in [
        ("name", &mut facts.name),
        ("name_exception", &mut facts.name_exception),
        ("marital_status", &mut facts.marital_status),
        ("phone", &mut facts.phone),
        ("email", &mut facts.email),
        ("region", &mut facts.region),
        ("governorate", &mut facts.governorate),
        ("city", &mut facts.city),
        ("district", &mut facts.district),
        ("street", &mut facts.street),
        ("unit_no", &mut facts.unit_no),
    ] {
        line(field, text)?;
    }
    require(!facts.name.is_empty(), Refusal::new(NAME_MISSING).at("name"))?;
    facts.mobile = mobile(&facts.mobile, "mobile")?;
    facts.other_mobile = mobile(&facts.other_mobile, "other_mobile")?;
    facts.phone = clean(&facts.phone);
    facts.email = clean(&facts.email).to_lowercase();
    let shaped = facts.email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    require(facts.email.is_empty() || shaped, Refusal::new(EMAIL_SHAPE).at("email"))?;
    if !tidy_line(&facts.short_address).is_empty() {
        facts.short_address =
            office::input::at("short_address", ShortAddress::try_from(facts.short_address))?.to_string();
    }
    facts.building_no = digits(&facts.building_no, 4, FOUR_DIGITS, "building_no")?;
    facts.additional_no = digits(&facts.additional_no, 4, FOUR_DIGITS, "additional_no")?;
    facts.postal_code = digits(&facts.postal_code, 5, POSTAL_CODE, "postal_code")?;
    require(facts.born_on.is_none_or(|born| born <= today), Refusal::new(BORN_LATER).at("born_on"))?;
    Ok(facts)
}

fn mobile(typed: &str, field: &'static str) -> Result<String> {
    if tidy_line(typed).is_empty() {
        return Ok(String::new());
    }
    office::input::at(field, Mobile::try_from(typed.to_owned())).map(String::from)
}

fn digits(typed: &str, count: usize, code: kernel::Code, field: &'static str) -> Result<String> {
    let digits = clean(typed);
    let fits = digits.is_empty() || (digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_digit()));
    require(fits, Refusal::new(code).at(field))?;
    Ok(digits)
}

/// # Errors
/// Nothing was said.
pub fn reason(typed: &str) -> Result<String> {
    office::input::required(typed, "reason", REASON_MISSING)
}

/// The identity record after a change: what was typed over what was known. A new number or kind has not been checked.
///
/// # Errors
/// A number that cannot be one, unless `exception` says why it stands.
pub fn identity(typed: &TypedIdentity, known: Option<&Identity>, exception: &str) -> Result<Option<Identity>> {
    let number = typed.number.as_deref().map(|number| clean(number).to_uppercase());
    let Some(number) = number else {
        return Ok(known.map(|known| Identity { expires_on: typed.expires_on, ..known.clone() }));
    };
    if number.is_empty() {
        return Ok(None);
    }
    let (kind, number, exception) = match read_number(&number, typed.kind) {
        Ok((kind, number)) => (kind, number, String::new()),
        Err(_) if !exception.is_empty() => {
            (typed.kind.unwrap_or(IdentityKind::NationalId), number, exception.to_owned())
        }
        Err(failure) => return Err(failure),
    };
    let same = known.filter(|known| known.kind == kind && known.number == number);
    Ok(Some(Identity {
        kind,
        number,
        expires_on: typed.expires_on,
        checked_on: same.and_then(|known| known.checked_on),
        checked_by: same.and_then(|known| known.checked_by),
        checked_by_name: same.and_then(|known| known.checked_by_name.clone()),
        exception: same.map_or(exception, |known| known.exception.clone()),
    }))
}

fn read_number(number: &str, kind: Option<IdentityKind>) -> Result<(IdentityKind, String)> {
    match kind {
        None | Some(IdentityKind::NationalId | IdentityKind::Iqama) => {
            let id = office::input::at("identity", NationalId::try_from(number.to_owned()))?;
            let kind = if id.is_citizen() { IdentityKind::NationalId } else { IdentityKind::Iqama };
            Ok((kind, id.to_string()))
        }
        Some(IdentityKind::UnifiedNo) => {
            let number = office::input::at("identity", OrganisationNumber::try_from(number.to_owned()))?;
            Ok((IdentityKind::UnifiedNo, number.to_string()))
        }
        Some(other) => Ok((other, number.to_owned())),
    }
}

/// The original of an identity record was seen today.
///
/// # Errors
/// The record has expired.
pub fn checkable(expires_on: Option<Day>, today: Day) -> Result<()> {
    let valid = expires_on.is_none_or(|day| day >= today);
    require(valid, Refusal::new(CHECKED_EXPIRED).at("expires_on"))
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

//! What a file must hold, when it may change its status, and what its facts look like.

use super::model::{
    Condition, Facts, FileHead, FileStatus, Identity, IdentityKind, NextStatus, PartyKind, TypedIdentity,
};
use kernel::arabic::{clean, tidy_line};
use kernel::saudi::{Iban, Mobile, NationalId, OrganisationNumber, ShortAddress};
use kernel::{Day, Refusal, Result, require};

kernel::refusals! {
    NAME_MISSING = "beneficiaries.name_missing";
    ADDED_ALREADY = "beneficiaries.added_already";
    FILE_NO_TAKEN = "beneficiaries.file_no_taken";
    SAME_IDENTITY = "beneficiaries.same_identity";
    LIKELY_DUPLICATE = "beneficiaries.likely_duplicate";
    IDENTITY_MISSING = "beneficiaries.identity_missing";
    IDENTITY_KIND_MISSING = "beneficiaries.identity_kind_missing";
    EXCEPTION_RIGHT = "beneficiaries.exception_right";
    BORN_LATER = "beneficiaries.born_later";
    FAMILY_SIZE = "beneficiaries.family_size";
    AMOUNT_NEGATIVE = "beneficiaries.amount_negative";
    CLASS_UNKNOWN = "beneficiaries.class_unknown";
    POSTAL_CODE = "beneficiaries.postal_code";
    FOUR_DIGITS = "beneficiaries.four_digits";
    EMAIL_SHAPE = "beneficiaries.email_shape";
    TEXT_TOO_LONG = "beneficiaries.text_too_long";
    STATUS_PATH = "beneficiaries.status_path";
    STATUS_INCOMPLETE = "beneficiaries.status_incomplete";
    NONE_READY = "beneficiaries.none_ready";
    TOO_MANY = "beneficiaries.too_many";
    REASON_MISSING = "beneficiaries.reason_missing";
    MERGED = "beneficiaries.merged";
    NOT_MERGED = "beneficiaries.not_merged";
    SAME_FILE = "beneficiaries.same_file";
    MEMBER_ALREADY = "beneficiaries.member_already";
    /// Who has a file of their own is corrected there. `file_no` is its number.
    MEMBER_HAS_FILE = "beneficiaries.member_has_file";
    CHECKED_EXPIRED = "beneficiaries.checked_expired";
    NOTE_EMPTY = "beneficiaries.note_empty";
    NOTE_ALREADY = "beneficiaries.note_already";
    CONSENT_LATER = "beneficiaries.consent_later";
    CONSENT_ALREADY = "beneficiaries.consent_already";
    CONSENT_WITHDRAWN = "beneficiaries.consent_withdrawn";
}

/// Characters.
const LONGEST_LINE: usize = 300;
/// Characters; about twenty pages.
const LONGEST_TEXT: usize = 50_000;
/// Days before its expiry from which an identity record is warned of.
pub const EXPIRY_WARNING: i32 = 60;

/// The facts in one form, or why they cannot stand.
///
/// # Errors
/// A refusal that names its field.
pub fn tidy(typed: Facts, today: Day) -> Result<Facts> {
    let mut facts = typed;
    for (field, text) in [
        ("name", &mut facts.name),
        ("marital_status", &mut facts.marital_status),
        ("phone", &mut facts.phone),
        ("email", &mut facts.email),
        ("region", &mut facts.region),
        ("governorate", &mut facts.governorate),
        ("city", &mut facts.city),
        ("district", &mut facts.district),
        ("street", &mut facts.street),
        ("unit_no", &mut facts.unit_no),
        ("target_group", &mut facts.target_group),
        ("researcher_name", &mut facts.researcher_name),
    ] {
        *text = tidy_line(text);
        require(
            text.chars().count() <= LONGEST_LINE,
            Refusal::new(TEXT_TOO_LONG).with("most", LONGEST_LINE).at(field),
        )?;
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
    if !tidy_line(&facts.iban).is_empty() {
        facts.iban = office::input::at("iban", Iban::try_from(facts.iban))?.to_string();
    }
    facts.building_no = digits(&facts.building_no, 4, FOUR_DIGITS, "building_no")?;
    facts.additional_no = digits(&facts.additional_no, 4, FOUR_DIGITS, "additional_no")?;
    facts.postal_code = digits(&facts.postal_code, 5, POSTAL_CODE, "postal_code")?;
    require(facts.born_on.is_none_or(|born| born <= today), Refusal::new(BORN_LATER).at("born_on"))?;
    require(
        facts.family_size.is_none_or(|size| (0..=99).contains(&size)),
        Refusal::new(FAMILY_SIZE).at("family_size"),
    )?;
    for (field, amount) in
        [("monthly_income", facts.monthly_income), ("social_security_amount", facts.social_security_amount)]
    {
        require(!amount.is_some_and(kernel::Money::is_negative), Refusal::new(AMOUNT_NEGATIVE).at(field))?;
    }
    let known = matches!(facts.class.as_str(), "" | "a" | "b" | "c" | "d");
    require(known, Refusal::new(CLASS_UNKNOWN).at("class"))?;
    facts.notes = facts.notes.trim().to_owned();
    require(
        facts.notes.chars().count() <= LONGEST_TEXT,
        Refusal::new(TEXT_TOO_LONG).with("most", LONGEST_TEXT).at("notes"),
    )?;
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

/// A long text that must say something.
///
/// # Errors
/// Empty, or longer than fifty thousand characters.
pub fn note(typed: &str) -> Result<String> {
    let text = typed.trim().to_owned();
    require(!text.is_empty(), Refusal::new(NOTE_EMPTY).at("text"))?;
    require(text.chars().count() <= LONGEST_TEXT, Refusal::new(TEXT_TOO_LONG).with("most", LONGEST_TEXT).at("text"))?;
    Ok(text)
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

/// What a civil record lacks whose original nobody has seen yet.
pub const UNCHECKED: &str = "identity_unchecked";

/// What a file needs before it may become active, each with its state: name, a valid civil record, a way of contact,
/// a residence (requirements S4-18 to S4-21).
pub fn conditions(kind: PartyKind, facts: &Facts, identity: Option<&Identity>, today: Day) -> Vec<Condition> {
    let names = kernel::arabic::name_tokens(&facts.name).len();
    let name_gap = if kind == PartyKind::Person && names < 2 { "name_one_word" } else { "" };
    let contact =
        [&facts.mobile, &facts.other_mobile, &facts.phone, &facts.email].into_iter().find(|text| !text.is_empty());
    let whole_place = !facts.city.is_empty() && !facts.district.is_empty();
    let residence = if facts.city.is_empty() && facts.short_address.is_empty() {
        "residence"
    } else if whole_place || !facts.short_address.is_empty() {
        ""
    } else {
        "residence_district"
    };
    let place = [&facts.city, &facts.district].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>();
    let shown_place = if place.is_empty() { facts.short_address.clone() } else { place.join("، ") };
    let condition = |key: &str, gap: &str, shown: String, until: Option<Day>| Condition {
        key: key.to_owned(),
        met: gap.is_empty(),
        gap: gap.to_owned(),
        shown,
        until,
    };
    vec![
        condition("name", name_gap, facts.name.clone(), None),
        condition(
            "civil_record",
            civil_record_gap(identity, today),
            identity.map(|identity| kernel::saudi::masked(&identity.number)).unwrap_or_default(),
            identity.and_then(|identity| identity.expires_on),
        ),
        condition(
            "contact",
            if contact.is_some() { "" } else { "contact" },
            contact.cloned().unwrap_or_default(),
            None,
        ),
        condition("residence", residence, shown_place, None),
    ]
}

/// A civil record is valid with a right number, a day of expiry not in the past, and an original somebody has seen. The
/// unified number of an organisation has no day of expiry.
fn civil_record_gap(identity: Option<&Identity>, today: Day) -> &'static str {
    match identity {
        None => "identity_missing",
        Some(Identity { kind, expires_on: None, .. }) if *kind != IdentityKind::UnifiedNo => "identity_no_expiry",
        Some(Identity { expires_on: Some(day), .. }) if *day < today => "identity_expired",
        Some(Identity { checked_on: None, .. }) => UNCHECKED,
        Some(_) => "",
    }
}

/// Where a file may go from its status.
pub const fn paths(status: FileStatus) -> &'static [FileStatus] {
    use FileStatus::{Active, Closed, Graduated, Registered, Suspended};
    match status {
        Registered => &[Active, Closed],
        Active => &[Suspended, Graduated, Closed],
        Suspended => &[Active, Graduated, Closed],
        Graduated | Closed => &[Active],
    }
}

/// Only the first activation speaks for itself.
pub const fn needs_reason(from: FileStatus, to: FileStatus) -> bool {
    !matches!((from, to), (FileStatus::Registered | FileStatus::Suspended, FileStatus::Active))
}

pub fn next(status: FileStatus, conditions: &[Condition]) -> Vec<NextStatus> {
    let complete = conditions.iter().all(|condition| condition.met);
    let next = |to: &FileStatus| NextStatus {
        status: *to,
        needs_reason: needs_reason(status, *to),
        blocked: *to == FileStatus::Active && !complete,
    };
    paths(status).iter().map(next).collect()
}

/// The file after a change of status.
///
/// # Errors
/// A way that does not exist, a condition that is not met (`gaps` names all of them), a reason that is missing.
pub fn step(file: &FileHead, to: FileStatus, reason: &str, conditions: &[Condition], today: Day) -> Result<FileHead> {
    require(paths(file.status).contains(&to), Refusal::new(STATUS_PATH).at("status"))?;
    let gaps: Vec<&str> = conditions.iter().filter(|one| !one.met).map(|one| one.gap.as_str()).collect();
    let blocked = to == FileStatus::Active && !gaps.is_empty();
    require(!blocked, Refusal::new(STATUS_INCOMPLETE).with("n", gaps.len()).with("gaps", gaps.join(" ")).at("status"))?;
    let reason = tidy_line(reason);
    require(!needs_reason(file.status, to) || !reason.is_empty(), Refusal::new(REASON_MISSING).at("reason"))?;
    Ok(FileHead { status: to, status_since: today, status_reason: reason, ..file.clone() })
}

/// The figure at the end of a file number: `م-1001` → 1001; 0 where there is none.
pub fn number_in(file_no: &str) -> i64 {
    let digits: String = clean(file_no).chars().rev().take_while(char::is_ascii_digit).collect();
    let digits: String = digits.chars().rev().take(12).collect();
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

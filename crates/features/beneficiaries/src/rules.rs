//! What a file must hold, when it may change its status, and what its facts look like.

use super::model::{CaseFacts, Condition, FileHead, FileStatus, NextStatus};
use kernel::arabic::{clean, tidy_line, tidy_text};
use kernel::saudi::Iban;
use kernel::{Day, Refusal, Result, require};
use parties::{Identity, IdentityKind, PartyFacts, PartyKind, TEXT_TOO_LONG, line};

kernel::refusals! {
    ADDED_ALREADY = "beneficiaries.added_already";
    FILE_NO_TAKEN = "beneficiaries.file_no_taken";
    EXCEPTION_RIGHT = "beneficiaries.exception_right";
    FAMILY_SIZE = "beneficiaries.family_size";
    AMOUNT_NEGATIVE = "beneficiaries.amount_negative";
    CLASS_UNKNOWN = "beneficiaries.class_unknown";
    /// A class that is typed over another: the review of an assessment gives it.
    CLASS_BY_REVIEW = "beneficiaries.class_by_review";
    STATUS_PATH = "beneficiaries.status_path";
    STATUS_INCOMPLETE = "beneficiaries.status_incomplete";
    NONE_READY = "beneficiaries.none_ready";
    TOO_MANY = "beneficiaries.too_many";
    REASON_MISSING = "beneficiaries.reason_missing";
    NOTE_EMPTY = "beneficiaries.note_empty";
    NOTE_ALREADY = "beneficiaries.note_already";
}

/// Characters; about twenty pages.
const LONGEST_TEXT: usize = 50_000;
/// Days before its expiry from which an identity record is warned of.
pub const EXPIRY_WARNING: i32 = 60;

/// The facts of a file in one form, or why they cannot stand.
///
/// # Errors
/// A refusal that names its field.
pub fn tidy(typed: CaseFacts) -> Result<CaseFacts> {
    let mut facts = typed;
    line("target_group", &mut facts.target_group)?;
    line("researcher_name", &mut facts.researcher_name)?;
    if !tidy_line(&facts.iban).is_empty() {
        facts.iban = office::input::at("iban", Iban::try_from(facts.iban))?.to_string();
    }
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
    facts.notes = tidy_text(&facts.notes);
    require(
        facts.notes.chars().count() <= LONGEST_TEXT,
        Refusal::new(TEXT_TOO_LONG).with("most", LONGEST_TEXT).at("notes"),
    )?;
    Ok(facts)
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

/// What a civil record lacks whose original nobody has seen yet.
pub const UNCHECKED: &str = "identity_unchecked";

/// A name's own, the father's, the grandfather's and the family's; بن is no part, عبد الله is one.
const FOUR_PARTS: usize = 4;

/// What a file needs before it may become active, each with its state: name, a valid civil record, a way of contact,
/// a residence (requirements S4-18 to S4-21).
pub fn conditions(kind: PartyKind, facts: &PartyFacts, identity: Option<&Identity>, today: Day) -> Vec<Condition> {
    let short = kernel::arabic::name_tokens(&facts.name).len() < FOUR_PARTS && facts.name_exception.is_empty();
    let name_gap = if kind == PartyKind::Person && short { "name_short" } else { "" };
    let shown_name = if facts.name_exception.is_empty() {
        facts.name.clone()
    } else {
        format!("{} ({})", facts.name, facts.name_exception)
    };
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
        condition("name", name_gap, shown_name, None),
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

/// `gated` says whether features above miss something before the first activation.
pub fn next(status: FileStatus, conditions: &[Condition], gated: bool) -> Vec<NextStatus> {
    let complete = !gated && conditions.iter().all(|condition| condition.met);
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

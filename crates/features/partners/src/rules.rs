//! What may be typed, how partners, agreements and obligations stand, and what is refused. Pure.

use crate::model::{
    AgreementKind, AgreementStanding, AgreementState, AgreementTerms, ObligationSide, ObligationStanding,
    ObligationState, PartnerSettings, PartnerStanding,
};
use kernel::arabic::{clean, tidy_line, tidy_text};
use kernel::id::PersonId;
use kernel::{Code, Day, Refusal, Result, require};

kernel::refusals! {
    ADDED_ALREADY = "partners.added_already";
    /// Something that is only ever added was to be changed or removed.
    APPEND_ONLY = "partners.append_only";
    TEXT_LONG = "partners.text_long";
    /// Only an organisation is a partner.
    NOT_ORGANISATION = "partners.not_organisation";
    PARTNER_ALREADY = "partners.partner_already";
    PARENT_SELF = "partners.parent_self";
    CLOSED = "partners.closed";
    /// It stands so already.
    STANDS_SO = "partners.stands_so";
    /// A partner with an agreement in force is not closed.
    IN_FORCE = "partners.in_force";
    REASON_MISSING = "partners.reason_missing";
    SINCE_LATER = "partners.since_later";
    DAY_LATER = "partners.day_later";
    COMPONENT_UNKNOWN = "partners.component_unknown";
    TARGET_UNKNOWN = "partners.target_unknown";
    PROGRAMME_UNKNOWN = "partners.programme_unknown";
    KEEPER_UNKNOWN = "partners.keeper_unknown";
    CONTACT_NAME = "partners.contact_name";
    CONTACT_ENDED = "partners.contact_ended";
    EMAIL_SHAPE = "partners.email_shape";
    SCORE_RANGE = "partners.score_range";
    WORDS_MISSING = "partners.words_missing";
    /// Money without an amount.
    AMOUNT_MISSING = "partners.amount_missing";
    AMOUNT_RANGE = "partners.amount_range";
    RECEIPT_OF_MONEY = "partners.receipt_of_money";
    OTHER_AGREEMENT = "partners.other_agreement";
    PEOPLE_RANGE = "partners.people_range";
    STRUCK_ALREADY = "partners.struck_already";
    CODE_SHAPE = "partners.code_shape";
    NAME_MISSING = "partners.name_missing";
    NAME_TAKEN = "partners.name_taken";
    DAYS_RANGE = "partners.days_range";
    TITLE_MISSING = "partners.title_missing";
    ENDS_FIRST = "partners.ends_first";
    STARTS_MISSING = "partners.starts_missing";
    /// The partner itself, or one named twice, among the other parties.
    PARTY_TWICE = "partners.party_twice";
    /// The agreement does not stand where this step begins.
    STEP = "partners.step";
    /// Before it is proposed for approval: `gaps` names what is not said.
    NOT_COMPLETE = "partners.not_complete";
    NO_OBLIGATIONS = "partners.no_obligations";
    NOT_APPROVED = "partners.not_approved";
    NOT_SIGNED = "partners.not_signed";
    /// What was approved or signed is not changed.
    SIGNED_STAYS = "partners.signed_stays";
    SIGNED_LATER = "partners.signed_later";
    SIGNED_EARLY = "partners.signed_early";
    SIGNATORY_MISSING = "partners.signatory_missing";
    OWN_APPROVAL = "partners.own_approval";
    APPROVAL_WAITS = "partners.approval_waits";
    APPROVAL_DECIDED = "partners.approval_decided";
    TERMINATED_LATER = "partners.terminated_later";
    TERMINATED_EARLY = "partners.terminated_early";
    /// Another agreement renews it already.
    RENEWED_ALREADY = "partners.renewed_already";
    NOT_RENEWABLE = "partners.not_renewable";
    OBLIGATION_MISSING = "partners.obligation_missing";
    OBLIGATION_STAYS = "partners.obligation_stays";
    OBLIGATION_LOCKED = "partners.obligation_locked";
    KEEPER_MISSING = "partners.keeper_missing";
    /// What is added after the signature rests on something.
    BASIS_MISSING = "partners.basis_missing";
    DUE_RANGE = "partners.due_range";
    SETTLED_ALREADY = "partners.settled_already";
    DONE_LATER = "partners.done_later";
    DONE_EARLY = "partners.done_early";
    EVIDENCE_MISSING = "partners.evidence_missing";
    EVIDENCE_KIND = "partners.evidence_kind";
    PROVEN_ALREADY = "partners.proven_already";
    NOT_DONE = "partners.not_done";
    OWN_EXCUSE = "partners.own_excuse";
    NOTHING_CHOSEN = "partners.nothing_chosen";
    STILL_IN_FORCE = "partners.still_in_force";
    /// A request that is no dispute.
    NOT_A_DISPUTE = "partners.not_a_dispute";
    PERIOD = "partners.period";
}

/// Characters of a line, and of a text.
pub const LONGEST_LINE: usize = 200;
pub const LONGEST_TEXT: usize = 4_000;
/// How far ahead the day of an obligation may lie, in days.
const LONGEST_AHEAD: i32 = 3_660;
/// A year at most, for settings in days.
const MOST_DAYS: u16 = 365;

/// A line that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST_LINE`].
pub fn line(field: &'static str, typed: &str) -> Result<String> {
    bounded(field, tidy_line(typed), LONGEST_LINE)
}

/// A text of several lines that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST_TEXT`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    bounded(field, tidy_text(typed).trim().to_owned(), LONGEST_TEXT)
}

fn bounded(field: &'static str, tidy: String, most: usize) -> Result<String> {
    require(tidy.chars().count() <= most, Refusal::new(TEXT_LONG).with("most", most).at(field))?;
    Ok(tidy)
}

/// A line that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = line(field, typed)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// An address of mail that may be missing.
///
/// # Errors
/// What cannot be one.
pub fn email(field: &'static str, typed: &str) -> Result<String> {
    let tidy = clean(typed).to_lowercase();
    let shaped = tidy.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    require(tidy.is_empty() || shaped, Refusal::new(EMAIL_SHAPE).at(field))?;
    bounded(field, tidy, LONGEST_LINE)
}

/// A day on which something happened.
///
/// # Errors
/// After today.
pub fn happened(field: &'static str, day: Day, today: Day, later: Code) -> Result<()> {
    require(day <= today, Refusal::new(later).with("day", day).at(field))
}

/// The code of a component or a target somebody adds.
///
/// # Errors
/// Other than Latin letters, digits and `_`, or too long.
pub fn code(typed: &str) -> Result<String> {
    let fits = |one: u8| one.is_ascii_lowercase() || one.is_ascii_digit() || one == b'_';
    let shaped = !typed.is_empty() && typed.len() <= 40 && typed.bytes().all(fits);
    require(shaped, Refusal::new(CODE_SHAPE).at("code"))?;
    Ok(typed.to_owned())
}

/// # Errors
/// A number of days out of range.
pub fn settings(typed: &PartnerSettings) -> Result<()> {
    for (field, days) in [
        ("renewal_days", typed.renewal_days),
        ("ending_days", typed.ending_days),
        ("reminder_days", typed.reminder_days),
    ] {
        require((1..=MOST_DAYS).contains(&days), Refusal::new(DAYS_RANGE).with("most", MOST_DAYS).at(field))?;
    }
    Ok(())
}

/// What an agreement says, in one form.
///
/// # Errors
/// No title, an end before its beginning, a text too long, an amount or days out of range.
pub fn terms(typed: &AgreementTerms) -> Result<AgreementTerms> {
    let mut terms = typed.clone();
    terms.title = said("title", &typed.title, TITLE_MISSING)?;
    for (field, text) in [
        ("purpose", &mut terms.purpose),
        ("fields", &mut terms.fields),
        ("our_interest", &mut terms.our_interest),
        ("their_interest", &mut terms.their_interest),
        ("our_rights", &mut terms.our_rights),
        ("their_rights", &mut terms.their_rights),
        ("our_duties", &mut terms.our_duties),
        ("their_duties", &mut terms.their_duties),
        ("default_terms", &mut terms.default_terms),
        ("liability_limits", &mut terms.liability_limits),
        ("dispute_clause", &mut terms.dispute_clause),
    ] {
        *text = self::text(field, text)?;
    }
    for (field, text) in [("our_signatory", &mut terms.our_signatory), ("their_signatory", &mut terms.their_signatory)]
    {
        *text = line(field, text)?;
    }
    require(terms.amount.is_none_or(|amount| amount.is_positive()), Refusal::new(AMOUNT_RANGE).at("amount"))?;
    span(terms.starts, terms.ends)?;
    let fits = terms.renewal_days.is_none_or(|days| (1..=i64::from(MOST_DAYS)).contains(&days));
    require(fits, Refusal::new(DAYS_RANGE).with("most", MOST_DAYS).at("renewal_days"))?;
    Ok(terms)
}

/// # Errors
/// It ends before it starts, or ends without a start.
pub fn span(starts: Option<Day>, ends: Option<Day>) -> Result<()> {
    require(ends.is_none() || starts.is_some(), Refusal::new(STARTS_MISSING).at("starts"))?;
    let order = starts.zip(ends).is_none_or(|(starts, ends)| starts <= ends);
    require(order, Refusal::new(ENDS_FIRST).at("ends"))
}

/// What an agreement must say before somebody approves it: the keys of its fields that are empty.
pub fn gaps(kind: AgreementKind, terms: &AgreementTerms) -> Vec<&'static str> {
    let mut gaps = Vec::new();
    let texts = [
        ("purpose", &terms.purpose),
        ("our_interest", &terms.our_interest),
        ("their_interest", &terms.their_interest),
        ("dispute_clause", &terms.dispute_clause),
    ];
    gaps.extend(texts.into_iter().filter(|(_, text)| text.is_empty()).map(|(key, _)| key));
    if kind != AgreementKind::Mou && terms.default_terms.is_empty() {
        gaps.push("default_terms");
    }
    if matches!(kind, AgreementKind::Contract | AgreementKind::Sponsorship) && terms.amount.is_none() {
        gaps.push("amount");
    }
    if terms.starts.is_none() || terms.ends.is_none() {
        gaps.push("ends");
    }
    gaps
}

/// What an agreement stands at, as far as days say it.
#[derive(Debug, Clone, Copy)]
pub struct AgreementDays {
    pub state: AgreementState,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    /// The day on which what renews it starts, where that is signed.
    pub successor: Option<Day>,
}

/// How an agreement stands on a day.
pub fn standing(one: AgreementDays, today: Day) -> AgreementStanding {
    match one.state {
        AgreementState::Proposed => AgreementStanding::Proposed,
        AgreementState::Negotiating => AgreementStanding::Negotiating,
        AgreementState::ForApproval => AgreementStanding::ForApproval,
        AgreementState::Approved => AgreementStanding::Approved,
        AgreementState::Terminated => AgreementStanding::Terminated,
        AgreementState::Declined => AgreementStanding::Declined,
        AgreementState::Signed => {
            let over = one.ends.is_some_and(|ends| ends < today);
            match one.successor {
                Some(starts) if over || starts <= today => AgreementStanding::Renewed,
                _ if over => AgreementStanding::Expired,
                _ if one.starts.is_some_and(|starts| starts > today) => AgreementStanding::Signed,
                _ => AgreementStanding::Active,
            }
        }
    }
}

impl AgreementStanding {
    /// Signed, and nothing ended it.
    pub const fn stands(self) -> bool {
        matches!(self, Self::Signed | Self::Active)
    }

    /// It was signed, and is in force no more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Expired | Self::Renewed | Self::Terminated)
    }
}

/// How a partner stands by its agreements.
pub fn partner_standing(closed: bool, agreements: &[AgreementStanding]) -> PartnerStanding {
    if closed {
        PartnerStanding::Closed
    } else if agreements.iter().any(|one| one.stands()) {
        PartnerStanding::Active
    } else if agreements.iter().any(|one| one.is_over()) {
        PartnerStanding::Former
    } else {
        PartnerStanding::Prospective
    }
}

/// What is written of an obligation.
#[derive(Debug, Clone, Copy)]
pub struct ObligationDays {
    pub state: ObligationState,
    pub due: Day,
    pub done_on: Option<Day>,
    pub proven: bool,
    pub signed: bool,
}

/// How an obligation stands on a day.
pub fn obligation_standing(one: ObligationDays, today: Day) -> ObligationStanding {
    match (one.state, one.done_on) {
        (ObligationState::Excused, _) => ObligationStanding::Excused,
        (ObligationState::Done, _) if !one.proven => ObligationStanding::Unproven,
        (ObligationState::Done, Some(done)) if done > one.due => ObligationStanding::KeptLate,
        (ObligationState::Done, _) => ObligationStanding::Kept,
        (ObligationState::Open, _) if !one.signed => ObligationStanding::Planned,
        (ObligationState::Open, _) if one.due < today => ObligationStanding::Late,
        (ObligationState::Open, _) => ObligationStanding::Coming,
    }
}

/// The day of an obligation: not beyond ten years, and before its agreement was proposed nobody owed anything.
///
/// # Errors
/// `partners.due_range`.
pub fn due(due: Day, proposed: Day, today: Day) -> Result<()> {
    let fits = due >= proposed && due.days_since(today) <= LONGEST_AHEAD;
    require(fits, Refusal::new(DUE_RANGE).with("day", proposed).at("due"))
}

/// Nobody excuses what they were to do themselves.
///
/// # Errors
/// `partners.own_excuse`.
pub fn may_excuse(side: ObligationSide, keeper: Option<PersonId>, who: PersonId) -> Result<()> {
    require(side == ObligationSide::Theirs || keeper != Some(who), OWN_EXCUSE)
}

/// The year and the figure of a voucher's number as people write it: `RC-2026-00411`.
pub fn voucher(receipt: &str) -> Option<(i64, i64)> {
    let digits: Vec<i64> = clean(receipt)
        .split(|one: char| !one.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    match digits.as_slice() {
        [year, number] if (1900..=2999).contains(year) => Some((*year, *number)),
        _ => None,
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

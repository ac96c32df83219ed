//! What may be typed, who sees what, and which conditions stand before a step. Pure; the moves are `casework::flows`.

use casework::flows::Outcome;
use casework::people::Role;
use casework::requests::{Kind, State};
use kernel::arabic::{name_tokens, tidy_line, tidy_text};
use kernel::id::{DepartmentId, PersonId};
use kernel::{Code, Refusal, Result, require};
use office::context::Who;
use office::permission;

kernel::refusals! {
    ADDED_ALREADY = "requests.added_already";
    /// Something that is only ever added was to be changed.
    APPEND_ONLY = "requests.append_only";
    /// A declared tie is not taken back.
    TIE_STAYS = "requests.tie_stays";
    TIE_NOTE_MISSING = "requests.tie_note_missing";
    SUBJECT_MISSING = "requests.subject_missing";
    TEXT_LONG = "requests.text_long";
    /// A kind that has no intake here.
    KIND = "requests.kind";
    ANONYMOUS_NAMED = "requests.anonymous_named";
    ASKING_MISSING = "requests.asking_missing";
    ASKING_SAME = "requests.asking_same";
    DEPARTMENT_UNKNOWN = "requests.department_unknown";
    /// Only a complaint is against a department.
    AGAINST = "requests.against";
    RECEIVED_LATER = "requests.received_later";
    RECEIVED_EARLY = "requests.received_early";
    CHANGES_MISSING = "requests.changes_missing";
    CHANGE_FIELD = "requests.change_field";
    CHANGE_SAME = "requests.change_same";
    CHANGE_TWICE = "requests.change_twice";
    PARTY_MISSING = "requests.party_missing";
    REFERRAL_MISSING = "requests.referral_missing";
    SERVICE_MISSING = "requests.service_missing";
    ENTITY_UNKNOWN = "requests.entity_unknown";
    APPOINTMENT_PAST = "requests.appointment_past";
    NOTHING_CHOSEN = "requests.nothing_chosen";
    TOO_MANY = "requests.too_many";
    NOT_DECIDED = "requests.not_decided";
    LETTER_ALREADY = "requests.letter_already";
    LETTER_EARLY = "requests.letter_early";
    NOT_EXECUTING = "requests.not_executing";
    EXECUTED_ALREADY = "requests.executed_already";
    NOTE_MISSING = "requests.note_missing";
    /// A change of data is carried out by the file itself.
    APPLY_INSTEAD = "requests.apply_instead";
    APPLY_OWN = "requests.apply_own";
    CHANGED_SINCE = "requests.changed_since";
    NOT_REFERRAL = "requests.not_referral";
    REFERRAL_SENT = "requests.referral_sent";
    CONSENT_NAME = "requests.consent_name";
    CONSENT_STANDS = "requests.consent_stands";
    CONSENT_MISSING = "requests.consent_missing";
    CARD_ALREADY = "requests.card_already";
    NOT_UNDER_WAY = "requests.not_under_way";
    NOT_WITHDRAWN = "requests.not_withdrawn";
    /// A restricted one is not followed up by visits, which others would see.
    RESTRICTED_NOT_FOLLOWED = "requests.restricted_not_followed";
    /// Whoever it is about took back that their data may be shared.
    SHARING_STOPPED = "requests.sharing_stopped";
    NAME_MISSING = "requests.name_missing";
    NAME_TAKEN = "requests.name_taken";
    DAYS_BACKWARDS = "requests.days_backwards";
    DAYS_RANGE = "requests.days_range";
    PURPOSE_MISSING = "requests.purpose_missing";
    MINUTES = "requests.minutes";
    OTHER_MISSING = "requests.other_missing";
    /// A request for a service that names none.
    SERVICE_UNSAID = "requests.service_unsaid";
    ASKED_MISSING = "requests.asked_missing";
    SERVICE_RESTRICTED = "requests.service_restricted";
    /// Another request of the family for the same service is open.
    SERVICE_OPEN = "requests.service_open";
    SERVICE_FULL = "requests.service_full";
    OVER_CEILING = "requests.over_ceiling";
    NOT_SERVICE = "requests.not_service";
    STUDY_OVER = "requests.study_over";
    /// A criterion that a register knows.
    NOT_JUDGED = "requests.not_judged";
    FINDING_NOTE = "requests.finding_note";
    EXCEPTION_STANDS = "requests.exception_stands";
    EXCEPTION_NEEDLESS = "requests.exception_needless";
    EXCEPTION_REASON = "requests.exception_reason";
    EXCEPTION_MISSING = "requests.exception_missing";
    EXCEPTION_OWN = "requests.exception_own";
    TAKEN_BY = "requests.taken_by";
    /// It ended before this program: no letter of it is handed over.
    HISTORY = "requests.history";
    /// The request a grievance of a register is against did not come in.
    REGISTER_PARENT = "requests.register_parent";
    /// Whoever brings an open request in is said to have decided it.
    REGISTER_OWN_DECISION = "requests.register_own_decision";
    /// A grievance of a register was studied or decided by who studied or decided what it is against.
    REGISTER_CONTESTED = "requests.register_contested";
}

/// Characters of a line, and of a text.
pub const LONGEST_LINE: usize = 200;
pub const LONGEST_TEXT: usize = 4_000;
/// How far back the day of receipt may lie.
pub const EARLIEST: i32 = 400;
/// How many are given away at once.
pub const MOST_AT_ONCE: usize = 500;

/// Kinds that are taken in here; a loan has its own way.
pub const TAKEN_IN: [Kind; 9] = [
    Kind::Service,
    Kind::Inquiry,
    Kind::Complaint,
    Kind::Grievance,
    Kind::Referral,
    Kind::Volunteer,
    Kind::Dispute,
    Kind::DataChange,
    Kind::Internal,
];

/// Fields of a file that a change of data may name: of the party, and of the file.
pub const FIELDS: [&str; 13] = [
    "mobile",
    "other_mobile",
    "phone",
    "email",
    "city",
    "district",
    "street",
    "building_no",
    "unit_no",
    "postal_code",
    "additional_no",
    "short_address",
    "iban",
];

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

/// What somebody of the office is in the rules of requests. The office has no role of a director of its own: what is above
/// a supervisor is the committee's.
pub const fn role(role: permission::Role) -> Role {
    match role {
        permission::Role::Researcher => Role::Staff,
        permission::Role::Supervisor => Role::Supervisor,
        permission::Role::Finance => Role::Finance,
        permission::Role::Committee => Role::Committee,
        permission::Role::Administrator => Role::Admin,
    }
}

/// What decides who sees a request.
#[derive(Debug, Clone, Copy)]
pub struct Veil {
    pub restricted: bool,
    pub against: Option<DepartmentId>,
    pub researcher: Option<PersonId>,
    pub received_by: PersonId,
}

/// Whether a request is absent for somebody. A restricted one is there for who may see restricted ones, for whom it was
/// given to and for who took it in; for nobody of the department it is against. `seen.rs` says the same in SQL.
pub fn is_hidden(veil: Veil, who: &Who, department: Option<DepartmentId>) -> bool {
    if !veil.restricted {
        return false;
    }
    if veil.against.is_some() && veil.against == department {
        return true;
    }
    let own = veil.researcher == Some(who.id) || veil.received_by == who.id;
    !(own || who.role.may(crate::REQUESTS_RESTRICTED))
}

/// Whether two names end alike: the family name, with or without its article.
pub fn same_family(one: &str, other: &str) -> bool {
    family(one).is_some_and(|family_of_one| Some(family_of_one) == family(other))
}

/// The last part of a name of several.
fn family(name: &str) -> Option<String> {
    let tokens = name_tokens(name);
    let last = tokens.last().filter(|_| tokens.len() > 1)?;
    Some(last.strip_prefix(ARTICLE).unwrap_or(last).to_owned())
}

/// The article before a family name.
const ARTICLE: &str = "\u{627}\u{644}";

/// The conditions that may stand before a step, in the order of the rule: the keys a page lists.
pub fn conditions(kind: Kind, from: State, to: State, level: u8) -> Vec<&'static str> {
    let mut keys = match to {
        State::Decided => {
            let mut keys = vec!["role", "own_study"];
            if kind == Kind::Grievance {
                keys.push("contested");
            }
            if level == 2 {
                keys.push("committee_only");
            }
            if kind == Kind::Service {
                keys.push("criteria");
            }
            keys.push("declaration");
            keys
        }
        State::Assessment | State::ForDecision => vec!["role", "unassigned", "handler"],
        State::AwaitingApplicant | State::OnHold => vec!["role", "handler"],
        _ => vec!["role"],
    };
    match to {
        State::AwaitingApplicant => keys.push("anonymous"),
        State::ForDecision if matches!(from, State::New | State::Assessment) => {
            if matches!(kind, Kind::DataChange | Kind::Service) {
                keys.push("documents");
            }
            if kind == Kind::Service {
                keys.extend(["interview", "visit"]);
            }
            keys.push("declaration");
        }
        State::Executing if kind == Kind::Referral => keys.extend(["consent", "card"]),
        State::Executing if from == State::Decided => keys.push("outcome"),
        State::Closed if kind == Kind::Referral => keys.extend(["consent", "card", "contact", "result"]),
        State::Closed if !kind.is_answered() => keys.extend(["not_executed", "letter"]),
        _ => {}
    }
    keys
}

/// An outcome whose reason must be said.
pub const fn needs_a_reason(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Rejected | Outcome::NotSettled)
}

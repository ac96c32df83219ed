//! Requests of a register: one row, one request. What ended is history; what is open goes on here, as far as what the row
//! tells of it lets it: nothing is decided by a row that does not say by whom, when and how.

use crate::cases::{self, Cases, Somebody};
use crate::followed;
use crate::known::Known;
use crate::loans::past_day;
use crate::reading::Reading;
use crate::table::Table;
use crate::text::{code_key, says_nothing};
use crate::vocabulary::meaning;
use kernel::Day;
use kernel::arabic::fold;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// What a register of requests tells beside a text and a day.
pub(crate) const TELLING: [&str; 7] = ["request_no", "kind", "channel", "state", "outcome", "decided_on", "closed_on"];

/// The longest subject, in characters; the whole of a longer one stands in the details.
const LONGEST_SUBJECT: usize = 200;

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Applicant {
    /// Somebody on file: the caller's key.
    Known(String),
    /// Somebody who is not.
    Named { name: String, mobile: String },
    /// Nobody that is named.
    Anonymous,
}

/// A request as the row gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisteredRequest {
    /// The office's own number.
    pub request_no: Option<String>,
    pub applicant: Applicant,
    /// `service`, `inquiry`, `complaint`, `grievance`, `referral`, `volunteer`, `dispute`, `data_change`.
    pub kind: String,
    /// `interview`, `phone`, `letter`, `website`, `message`, `visit`, `other_channel`.
    pub channel: String,
    pub subject: String,
    pub details: Option<String>,
    /// What an open one asks for, where the office has it: the caller's key. Otherwise its words stand in the subject.
    pub service: Option<String>,
    /// Its words, where it is named by its key.
    pub service_name: Option<String>,
    /// The caller's key.
    pub department: Option<String>,
    /// The department complained of.
    pub against: Option<String>,
    pub restricted: bool,
    /// Of a grievance: the number of the request it is against, the office's own or the one it has here.
    pub parent_no: Option<String>,
    pub received: Day,
    /// The caller's key.
    pub researcher: Option<String>,
    /// The state it comes in with: `new`, `assessment`, `awaiting_applicant`, `for_decision`, `decided`, `executing`,
    /// `closed`, `withdrawn`.
    pub state: String,
    /// As the register tells it, be it whole or not: `approved`, `rejected`, `waitlisted`, `referred`, `upheld`, `partly`,
    /// `settled`, `not_settled`.
    pub outcome: Option<String>,
    pub reason: Option<String>,
    pub decided_on: Option<Day>,
    /// The caller's key.
    pub decided_by: Option<String>,
    /// Who decided and never worked here.
    pub decided_by_name: Option<String>,
    /// Outcome, day and colleague are there and fit: it is a decision, and not only what the register says.
    pub is_decided: bool,
    pub executed_on: Option<Day>,
    /// The day it ended; of one that ended on a day nobody wrote down, the last day the row tells.
    pub closed_on: Option<Day>,
    pub answer: Option<String>,
}

impl RegisteredRequest {
    pub fn has_ended(&self) -> bool {
        has_ended(&self.state)
    }
}

fn has_ended(state: &str) -> bool {
    matches!(state, "closed" | "withdrawn")
}

pub(crate) fn read(row: &mut Reading<'_>, cases: &Cases<'_>) -> Option<RegisteredRequest> {
    let request_no = row.code("request_no");
    let applicant = applicant(row, cases);
    let kind = cases::needed(row, "kind", "request_kind", "request_kind_missing");
    let channel = row.word("channel", "request_channel");
    let received = past_day(row, "received");
    let days = days(row, received);
    let state = state(row, days.closed);
    let ended = state.is_some_and(has_ended);
    if days.closed.is_some() && state.is_some() && !ended {
        row.refuse("state", "closed_contradicts");
    }
    let researcher = researcher(row, cases, kind, state);
    let decision = decision(row, cases, kind, days.decided);
    if decision.by.colleague().is_some_and(|by| researcher.colleague() == Some(by)) {
        row.refuse("decided_by", "decided_by_researcher");
    }
    let comes_in = match (kind, state) {
        (Some(kind), Some(state)) => comes_in(row, kind, state, &decision),
        _ => None,
    };
    let department = cases::department(row, "department", cases);
    let against = cases::department(row, "against", cases);
    if against.is_some() && kind.is_some_and(|kind| kind != "complaint") {
        row.refuse("against", "against_complaint");
    }
    let restricted = row.yes_no("restricted") == Some(true);
    if restricted && kind == Some("service") {
        row.refuse("restricted", "restricted_service");
    }
    if matches!(applicant, Some(Applicant::Anonymous)) && kind.is_some_and(|kind| kind != "complaint") {
        row.refuse("anonymous", "anonymous_kind");
    }
    let parent_no = row.code("parent_no");
    if kind == Some("grievance") {
        row.need("parent_no", &parent_no, "parent_missing");
    }
    let on_file = matches!(applicant, Some(Applicant::Known(_)));
    if kind == Some("service") && state.is_some() && !ended && applicant.is_some() && !on_file {
        row.refuse("person", "file_needed");
    }
    let Asked { subject, details, service, service_name } =
        said(row, cases, kind == Some("service") && !ended && on_file);
    let reason = row.covered("reason");
    let answer = row.covered("answer");
    let received = received?;
    let last = [days.executed, days.decided].into_iter().flatten().max().unwrap_or(received);
    if ended && days.closed.is_none() {
        row.warn("closed_day_assumed");
    }
    Some(RegisteredRequest {
        request_no,
        applicant: applicant?,
        kind: kind?.to_owned(),
        channel: channel.unwrap_or("other_channel").to_owned(),
        subject: subject?,
        details,
        service,
        service_name,
        department,
        against,
        restricted,
        parent_no: parent_no.filter(|_| kind == Some("grievance")),
        received,
        researcher: researcher.colleague().map(str::to_owned),
        state: comes_in?.to_owned(),
        outcome: decision.outcome.map(str::to_owned),
        reason,
        decided_on: decision.on,
        decided_by: decision.by.colleague().map(str::to_owned),
        decided_by_name: match &decision.by {
            Somebody::Other(name) => Some(name.clone()),
            _ => None,
        },
        is_decided: decision.is_whole,
        executed_on: days.executed,
        closed_on: ended.then(|| days.closed.unwrap_or(last)),
        answer,
    })
}

/// Who asks: somebody on file by a number, somebody by a name, or nobody.
fn applicant(row: &mut Reading<'_>, cases: &Cases<'_>) -> Option<Applicant> {
    let number = row.reference("person");
    let name = row.covered_name("person_name");
    let mobile = row.mobile("mobile");
    let hidden = row.yes_no("anonymous");
    let nameless = name.as_deref().is_some_and(|name| meaning("anonymous_word", name).is_some());
    if hidden == Some(true) || nameless {
        if number.is_some() || mobile.is_some() || name.is_some() && !nameless {
            row.refuse("anonymous", "anonymous_named");
        }
        return Some(Applicant::Anonymous);
    }
    if let Some(number) = &number {
        if let Some(key) = cases.followed.person(number) {
            return Some(Applicant::Known(key.to_owned()));
        }
        row.warn("applicant_not_on_file");
    }
    if row.is_refused_at("person") {
        return None;
    }
    row.need("person_name", &name, "applicant_missing");
    Some(Applicant::Named { name: name?, mobile: mobile.map(|mobile| mobile.shown()).unwrap_or_default() })
}

struct Days {
    decided: Option<Day>,
    executed: Option<Day>,
    closed: Option<Day>,
}

/// The days of a request, in their order.
fn days(row: &mut Reading<'_>, received: Option<Day>) -> Days {
    let [decided, executed, closed] =
        ["decided_on", "executed_on", "closed_on"].map(|field| cases::has_come(row, field));
    let before = |day: Option<Day>, other: Option<Day>| day.zip(other).is_some_and(|(day, other)| day < other);
    if before(decided, received) {
        row.refuse("decided_on", "decided_too_early");
    }
    if before(executed, received) || before(executed, decided) {
        row.refuse("executed_on", "executed_too_early");
    }
    if before(closed, received) || before(closed, decided) || before(closed, executed) {
        row.refuse("closed_on", "closed_too_early");
    }
    Days { decided, executed, closed }
}

/// Where it stands; one whose day of closing is written and no state has been closed.
fn state(row: &mut Reading<'_>, closed: Option<Day>) -> Option<&'static str> {
    if closed.is_some() && says_nothing(&row.raw("state")) {
        return Some("closed");
    }
    cases::needed(row, "state", "request_state", "request_state_missing")
}

/// Who studies it. What goes on in the program needs somebody who works here.
fn researcher(row: &mut Reading<'_>, cases: &Cases<'_>, kind: Option<&str>, state: Option<&str>) -> Somebody {
    let studied = kind.is_some_and(|kind| matches!(kind, "service" | "complaint" | "grievance" | "dispute"));
    let under_way = matches!(state, Some("assessment" | "for_decision" | "decided" | "executing"));
    if !(studied && under_way) {
        return cases::somebody(row, "researcher", cases, true);
    }
    match followed::colleague(row, "researcher", &cases.followed, true) {
        key if key.is_empty() => Somebody::Asked,
        key => Somebody::Colleague(key),
    }
}

/// What a row tells of a decision.
struct Decision {
    outcome: Option<&'static str>,
    on: Option<Day>,
    by: Somebody,
    /// Whether it says how, when and by whom of the office, as such a request is decided.
    is_whole: bool,
}

fn decision(row: &mut Reading<'_>, cases: &Cases<'_>, kind: Option<&str>, on: Option<Day>) -> Decision {
    let said = row.word("outcome", "request_outcome");
    // A complaint or a grievance that was approved was found right.
    let outcome = match (kind, said) {
        (Some("complaint" | "grievance"), Some("approved")) => {
            row.correct("outcome", "upheld", "words");
            Some("upheld")
        }
        (Some("dispute"), Some("approved")) => {
            row.correct("outcome", "settled", "words");
            Some("settled")
        }
        (_, said) => said,
    };
    let by = cases::somebody(row, "decided_by", cases, true);
    let fits = kind.zip(outcome).is_some_and(|(kind, outcome)| outcomes(kind).contains(&outcome));
    let is_whole = fits && on.is_some() && by.colleague().is_some();
    Decision { outcome, on, by, is_whole }
}

/// How a kind of request is decided.
fn outcomes(kind: &str) -> &'static [&'static str] {
    match kind {
        "service" => &["approved", "rejected", "waitlisted", "referred"],
        "complaint" | "grievance" => &["upheld", "partly", "rejected"],
        "dispute" => &["settled", "not_settled", "referred"],
        "data_change" => &["approved", "rejected"],
        _ => &[],
    }
}

/// The state a request comes in with. What ended stays as it ended; what is open goes on where it may.
fn comes_in(row: &mut Reading<'_>, kind: &str, state: &'static str, decision: &Decision) -> Option<&'static str> {
    if has_ended(state) {
        return Some(state);
    }
    match (kind, state) {
        // A referral needs its entity and a consent, a change of data its fields: a register has neither.
        ("referral" | "data_change", _) => {
            row.refuse("state", "open_elsewhere");
            None
        }
        ("inquiry" | "volunteer", "new" | "awaiting_applicant") => Some(state),
        ("inquiry" | "volunteer", _) => {
            row.warn("state_mapped");
            Some("new")
        }
        (_, "decided" | "executing") if !decision.is_whole => {
            row.warn("decision_incomplete");
            Some("for_decision")
        }
        (_, "executing") if matches!(decision.outcome, Some("rejected" | "waitlisted" | "not_settled")) => {
            row.warn("state_mapped");
            Some("decided")
        }
        (_, "new" | "assessment" | "awaiting_applicant" | "for_decision") if decision.outcome.is_some() => {
            row.warn("decision_not_kept");
            Some(state)
        }
        _ => Some(state),
    }
}

/// What is asked for: in a line, the rest of it, and the service where the office has one of that name.
struct Asked {
    subject: Option<String>,
    details: Option<String>,
    service: Option<String>,
    service_name: Option<String>,
}

fn said(row: &mut Reading<'_>, cases: &Cases<'_>, may_name: bool) -> Asked {
    let subject = row.covered("subject");
    let details = row.covered("details");
    let notes = row.covered("notes");
    let asked = row.covered("service");
    let service = asked.as_deref().filter(|_| may_name).and_then(|name| cases.service(name)).map(str::to_owned);
    let service_name = asked.clone().filter(|_| service.is_some());
    let words = asked.filter(|_| service.is_none());
    let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = match (subject.as_ref().map(line), words.as_ref().map(line)) {
        (Some(subject), Some(words)) if !fold(&subject).contains(&fold(&words)) => Some(format!("{words} – {subject}")),
        (None, Some(words)) => Some(words),
        (subject, _) => subject,
    };
    row.need("subject", &whole, "subject_missing");
    let is_long = whole.as_ref().is_some_and(|whole| whole.chars().count() > LONGEST_SUBJECT);
    if is_long {
        row.warn("subject_shortened");
    }
    let short = whole.as_ref().map(|whole| match is_long {
        true => format!("{}…", whole.chars().take(LONGEST_SUBJECT - 1).collect::<String>().trim_end()),
        false => whole.clone(),
    });
    let more = [whole.filter(|_| is_long), details, notes].into_iter().flatten().collect::<Vec<_>>().join("\n");
    Asked { subject: short, details: Some(more).filter(|more| !more.is_empty()), service, service_name }
}

/// What makes two requests without a number the same.
type Alike = (String, String, Day, String);

fn alike(one: &RegisteredRequest) -> Alike {
    let applicant = match &one.applicant {
        Applicant::Known(key) => key.clone(),
        Applicant::Named { name, .. } => fold(name),
        Applicant::Anonymous => String::new(),
    };
    (applicant, one.kind.clone(), one.received, fold(&one.subject))
}

/// The same number twice, or one the office holds, is refused; so is a request of somebody on a day in the same words, and
/// another one for a service that is asked for already.
pub(crate) fn refuse_repeated(table: &mut Table<RegisteredRequest>, known: &Known) {
    let held = &known.cases.requests;
    let people: HashSet<&str> = known.people.iter().map(|person| person.key.as_str()).collect();
    // A key is compared as it is, a name folded.
    let as_compared = |applicant: &String| match people.contains(applicant.as_str()) {
        true => applicant.clone(),
        false => fold(applicant),
    };
    let numbers: HashSet<String> =
        held.iter().flat_map(|one| [&one.register_no, &one.request_no]).map(|number| code_key(number)).collect();
    let same: HashSet<Alike> = held
        .iter()
        .map(|one| (as_compared(&one.applicant), one.kind.clone(), one.received, fold(&one.subject)))
        .collect();
    let open: HashSet<(&str, &str)> =
        held.iter().map(|one| (one.applicant.as_str(), one.open_service.as_str())).collect();
    let (mut seen_numbers, mut seen) = (HashSet::new(), HashSet::new());
    let mut asked: HashSet<(String, String)> = HashSet::new();
    for row in &mut table.rows {
        let Some(values) = &row.values else { continue };
        let number = values.request_no.as_deref().map(code_key);
        let key = alike(values);
        let service = match (&values.applicant, &values.service) {
            (Applicant::Known(person), Some(service)) => Some((person.clone(), service.clone())),
            _ => None,
        };
        if number.as_ref().is_some_and(|number| numbers.contains(number)) {
            row.refuse("request_no", "request_exists");
        } else if number.as_ref().is_some_and(|number| seen_numbers.contains(number)) {
            row.refuse("request_no", "duplicate_request");
        } else if same.contains(&key) {
            row.refuse("subject", "request_exists");
        } else if number.is_none() && seen.contains(&key) {
            row.refuse("subject", "duplicate_request");
        }
        if let Some((person, service)) = &service
            && (open.contains(&(person.as_str(), service.as_str()))
                || asked.contains(&(person.clone(), service.clone())))
        {
            row.refuse("service", "service_asked");
        }
        if !row.is_refused() {
            seen.insert(key);
            seen_numbers.extend(number);
            asked.extend(service);
        }
    }
}

/// What a grievance is against must stand in the office or in the file, and stay in.
pub(crate) fn find_contested(table: &mut Table<RegisteredRequest>, known: &Known) {
    let held = known.cases.requests.iter().flat_map(|one| [&one.register_no, &one.request_no]);
    let held: HashSet<String> = held.map(|number| code_key(number)).collect();
    // A grievance against a grievance that stays out stays out as well: as often as they stand upon each other.
    loop {
        let standing: HashMap<String, bool> = table
            .rows
            .iter()
            .filter_map(|row| Some((code_key(row.values.as_ref()?.request_no.as_deref()?), !row.is_refused())))
            .collect();
        let mut more = false;
        for row in table.rows.iter_mut().filter(|row| !row.is_refused()) {
            let Some(values) = &row.values else { continue };
            let Some(parent) = values.parent_no.as_deref().map(code_key) else { continue };
            let own = values.request_no.as_deref().map(code_key);
            if own.as_ref() == Some(&parent) {
                row.refuse("parent_no", "parent_itself");
                more = true;
            } else if !held.contains(&parent) && standing.get(&parent) != Some(&true) {
                let detail = standing.contains_key(&parent).then_some("request_refused");
                row.refuse_with("parent_no", "parent_unknown", detail);
                more = true;
            }
        }
        if !more {
            break;
        }
    }
}

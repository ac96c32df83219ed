//! The door for imports: requests of an office's own register, and how they go again with their import.
//!
//! What ended before this program is history: it has no clock, makes no task and asks nobody anything. What is open goes on
//! here. A decision of a register stands only where it says how, when and by whom of the office it was taken, and of what is
//! open only where that is another person than who brings it in; everything else of a decision is kept beside the request,
//! as what the register tells.

use crate::clock;
use crate::frame::{self, Calendar};
use crate::model::{CaseChannel, CaseEventKind, FromRegister, RegisterSaid};
use crate::named::{named, optional};
use crate::store::{self, CaseRequest, Happened};
use crate::{facts, rules, service};
use casework::flows::{Contests, Outcome};
use casework::requests::{Kind, State};
use database::{Read, values};
use intake::{Applicant, RegisteredRequest};
use kernel::id::{CaseRequestId, DepartmentId, PartyId, PersonId, ServiceId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read as Reader, Write};
use office::feature::Subject;
use office::gate::{Condition, Gate};
use office::words::{Language, word};
use services::offer;
use std::collections::{BTreeMap, BTreeSet};

/// An import of people goes as long as nobody of them asked for anything since.
pub const TAKING_BACK: Gate = Gate { before: &["importing.take_back"], look: nothing_kept };

fn nothing_kept(cx: &Reader<'_>, subject: Subject) -> Result<Vec<Condition>> {
    if subject.kind != beneficiaries::RECORD {
        return Ok(Vec::new());
    }
    let sql = "SELECT (SELECT count(*) FROM case_request WHERE party = $1) \
               + (SELECT count(*) FROM reception WHERE party = $1) AS kept";
    let kept: i64 = cx.one(sql, values![subject.id], |row| row.get("kept"))?;
    Ok(vec![Condition::new("requests.nothing_kept", kept == 0, [])])
}

/// Requests that come in, one after the other.
pub struct Importing {
    calendar: Calendar,
    /// By both numbers of each request the office holds.
    numbers: BTreeMap<String, CaseRequestId>,
}

impl Importing {
    /// # Errors
    /// What the database refuses.
    pub fn begin(cx: &Write<'_>) -> Result<Self> {
        let mut numbers = BTreeMap::new();
        let sql = "SELECT id, request_no, register_no FROM case_request";
        cx.rows(sql, values![], |row| {
            let id: CaseRequestId = row.get("id")?;
            for number in [row.get::<String>("request_no")?, row.get::<String>("register_no")?] {
                numbers.insert(key(&number), id);
            }
            Ok(())
        })?;
        Ok(Self { calendar: frame::calendar(cx)?, numbers })
    }

    /// Writes one, with its story as far as the register tells it.
    ///
    /// # Errors
    /// Refused: what a grievance is against did not come in; whoever brings it in decided it; others than who may.
    pub fn add(&mut self, cx: &Write<'_>, id: CaseRequestId, values: &RegisteredRequest) -> Result<()> {
        let parent = self.parent(cx, values)?;
        let new = request(cx, id, values, parent.as_ref())?;
        let open = new.from_register == Some(FromRegister::Open);
        require(!(open && new.decided_by == Some(cx.who.id)), rules::REGISTER_OWN_DECISION)?;
        let asked = asked(cx, values)?;
        let new = with_service_named(new, values, asked.as_ref());
        insert(cx, &new, values)?;
        if let Some(version) = &asked {
            service::insert(cx, id, version, None)?;
        }
        if !values.is_decided {
            told_beside(cx, id, values)?;
        }
        story(cx, &new, values)?;
        if open {
            store::clocked(cx, id, &self.calendar)?;
        }
        cx.status_changed(store::subject(id), None, new.state.name(), "")?;
        store::told(cx, None, id)?;
        for number in [&new.request_no, &new.register_no] {
            self.numbers.insert(key(number), id);
        }
        Ok(())
    }

    /// What a grievance is against.
    fn parent(&self, cx: &Write<'_>, values: &RegisteredRequest) -> Result<Option<CaseRequest>> {
        let Some(number) = &values.parent_no else { return Ok(None) };
        let missing = || Refusal::new(rules::REGISTER_PARENT).with("number", number.clone());
        let id = self.numbers.get(&key(number)).copied().ok_or_else(missing)?;
        Ok(Some(store::find(cx, id)?.ok_or_else(missing)?))
    }
}

/// By what numbers are compared.
fn key(number: &str) -> String {
    intake::code_key(number)
}

/// The row of a request.
fn request(
    cx: &Write<'_>,
    id: CaseRequestId,
    values: &RegisteredRequest,
    parent: Option<&CaseRequest>,
) -> Result<CaseRequest> {
    let person = |key: &Option<String>| key.as_deref().map(str::parse::<PersonId>).transpose();
    let department = |key: &Option<String>| key.as_deref().map(str::parse::<DepartmentId>).transpose();
    let (kind, state): (Kind, State) = (named(values.kind.clone())?, named(values.state.clone())?);
    let ended = values.has_ended();
    let (party, applicant_name, applicant_mobile) = match &values.applicant {
        Applicant::Known(key) => {
            (Some(parties::standing(cx, key.parse::<PartyId>()?)?.id), String::new(), String::new())
        }
        Applicant::Named { name, mobile } => (None, name.clone(), mobile.clone()),
        Applicant::Anonymous => (None, String::new(), String::new()),
    };
    let researcher = person(&values.researcher)?;
    let studied = matches!(kind, Kind::Service | Kind::Complaint | Kind::Grievance | Kind::Dispute);
    let back = if studied && researcher.is_some() { State::Assessment } else { State::New };
    let channel =
        if values.channel == "other_channel" { CaseChannel::Other } else { CaseChannel::named(&values.channel)? };
    let decided = values.is_decided && (ended || matches!(state, State::Decided | State::Executing));
    // Grounds and an answer have their place once it is decided or has ended; before that they are part of what is told.
    let place = |text: &Option<String>, here: bool| if here { text.clone().unwrap_or_default() } else { String::new() };
    let beside = |text: &Option<String>, here: bool| text.clone().filter(|_| !here);
    let more = [values.details.clone(), beside(&values.reason, decided || ended), beside(&values.answer, ended)];
    Ok(CaseRequest {
        id,
        request_no: store::next_number(cx)?,
        kind,
        state,
        back: (state == State::AwaitingApplicant).then_some(back),
        party,
        applicant_name,
        applicant_mobile,
        asking: None,
        anonymous: values.applicant == Applicant::Anonymous,
        on_behalf_of: String::new(),
        channel,
        subject: values.subject.clone(),
        body: more.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        department: department(&values.department)?,
        // What is against something restricted is no less restricted.
        against: department(&values.against)?.or(parent.and_then(|parent| parent.against)),
        restricted: values.restricted || parent.is_some_and(|parent| parent.restricted),
        parent: parent.map(|parent| parent.id),
        contests: Contests::default(),
        received_on: values.received,
        received_by: cx.who.id,
        researcher,
        outcome: match (&values.outcome, decided) {
            (Some(outcome), true) => Some(named(outcome.clone())?),
            _ => None,
        },
        reason: place(&values.reason, decided || ended),
        decided_by: person(&values.decided_by)?.filter(|_| decided),
        decided_on: values.decided_on.filter(|_| decided),
        letter_on: None,
        executed_on: values.executed_on.filter(|_| ended || state == State::Executing),
        executed_by: None,
        executed_note: String::new(),
        answer: place(&values.answer, ended),
        due: None,
        register_no: values.request_no.clone().unwrap_or_default(),
        from_register: Some(if ended { FromRegister::History } else { FromRegister::Open }),
    })
}

/// The version of the service an open request asks for; none where it took no requests on that day.
fn asked(cx: &Write<'_>, values: &RegisteredRequest) -> Result<Option<services::Version>> {
    let Some(key) = &values.service else { return Ok(None) };
    match offer::open_on(cx, key.parse::<ServiceId>()?, values.received) {
        Ok(version) => Ok(Some(version)),
        Err(Failure::Refused(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// A service that took no requests on that day is told in words.
fn with_service_named(new: CaseRequest, values: &RegisteredRequest, asked: Option<&services::Version>) -> CaseRequest {
    match (&values.service_name, asked) {
        (Some(name), None) if values.service.is_some() && !new.subject.contains(name.as_str()) => {
            CaseRequest { subject: format!("{name} – {}", new.subject), ..new }
        }
        _ => new,
    }
}

fn insert(cx: &Write<'_>, new: &CaseRequest, values: &RegisteredRequest) -> Result<()> {
    let search = store::search_of(new, &store::shown_name(cx, new)?);
    let ended_on = values.closed_on.filter(|_| new.state.is_end());
    let told = |on: Option<Day>| on.map(|_| word("requests.from_register.executed", Language::Ar)).unwrap_or_default();
    cx.run(
        include_str!("sql/insert_imported.sql"),
        values![
            new.id,
            new.request_no.as_str(),
            new.register_no.as_str(),
            new.from_register,
            new.kind.name(),
            new.state.name(),
            new.back.map(State::name),
            new.party,
            new.applicant_name.as_str(),
            new.applicant_mobile.as_str(),
            new.anonymous,
            new.channel,
            new.subject.as_str(),
            new.body.as_str(),
            new.department,
            new.against,
            new.restricted,
            new.parent,
            new.received_on,
            new.received_by,
            new.researcher,
            crate::named::maybe(new.outcome.as_ref())?,
            new.reason.as_str(),
            new.decided_by,
            new.decided_on,
            new.executed_on,
            told(new.executed_on),
            new.answer.as_str(),
            new.state.is_end(),
            ended_on,
            ended_on.map_or(i64::from(i32::MAX), clock::ended_place),
            search
        ],
    )
    .map(drop)
}

/// What the register tells of a decision that stands as none.
fn told_beside(cx: &Write<'_>, id: CaseRequestId, values: &RegisteredRequest) -> Result<()> {
    let says_something = values.outcome.is_some()
        || values.decided_on.is_some()
        || values.decided_by.is_some()
        || values.decided_by_name.is_some();
    if !says_something {
        return Ok(());
    }
    let by = values.decided_by.as_deref().map(str::parse::<PersonId>).transpose()?;
    let name = values.decided_by_name.as_deref().unwrap_or_default();
    let sql = "INSERT INTO case_register (request, outcome, decided_on, decided_by, decided_by_name) \
               VALUES ($1, $2, $3, $4, $5)";
    cx.run(sql, values![id, values.outcome.as_deref(), values.decided_on, by, name]).map(drop)
}

/// Its story, each step on the day the register tells. A day nobody wrote down is the one it was received; waiting for the
/// applicant begins today, for nobody knows since when.
fn story(cx: &Write<'_>, new: &CaseRequest, values: &RegisteredRequest) -> Result<()> {
    let note = word("requests.from_register.event", Language::Ar);
    let opened =
        Happened { to: Some(State::New), word: new.channel.name(), note: &note, ..Happened::of(CaseEventKind::Opened) };
    store::happened_on(cx, new.id, new.received_on, &opened)?;
    let outcome = new.outcome.as_ref().map(crate::named::name).transpose()?.unwrap_or_default();
    let mut from = State::New;
    let mut moved = |to: State, day: Day, word: &str| -> Result<()> {
        if from == to {
            return Ok(());
        }
        let event =
            Happened { from: Some(from), to: Some(to), word, note: &note, ..Happened::of(CaseEventKind::Moved) };
        from = to;
        store::happened_on(cx, new.id, day, &event)
    };
    if let Some(day) = new.decided_on {
        moved(State::Decided, day, &outcome)?;
    }
    let day = match new.state {
        State::AwaitingApplicant => cx.today(),
        state if state.is_end() => values.closed_on.unwrap_or(new.received_on),
        State::Executing => new.executed_on.or(new.decided_on).unwrap_or(new.received_on),
        _ => new.received_on,
    };
    moved(new.state, day, "")
}

/// What a register told of a request, for its page.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Reader<'_>, request: &CaseRequest) -> Result<Option<RegisterSaid>> {
    let Some(from) = request.from_register else { return Ok(None) };
    let bare = RegisterSaid {
        number: request.register_no.clone(),
        history: from == FromRegister::History,
        outcome: None,
        decided_on: None,
        decided_by_name: String::new(),
    };
    let sql = "SELECT outcome, decided_on, decided_by, decided_by_name FROM case_register WHERE request = $1";
    let found = cx.row(sql, values![request.id], |row| {
        let outcome: Option<Outcome> = optional(row, "outcome")?;
        let by: Option<PersonId> = row.get("decided_by")?;
        Ok((outcome, row.get("decided_on")?, by, row.get::<String>("decided_by_name")?))
    })?;
    let Some((outcome, decided_on, by, name)) = found else { return Ok(Some(bare)) };
    let decided_by_name = by.map_or(Ok(name), |by| facts::person_name(cx, by))?;
    Ok(Some(RegisterSaid { outcome, decided_on, decided_by_name, ..bare }))
}

/// The requests the office holds, for the judgement of a file.
///
/// # Errors
/// What the database refuses.
pub fn known(db: &Read<'_>) -> Result<Vec<intake::KnownRequest>> {
    db.rows(include_str!("sql/known_requests.sql"), values![], |row| {
        let (party, name): (Option<PartyId>, String) = (row.get("party")?, row.get("applicant_name")?);
        Ok(intake::KnownRequest {
            request_no: row.get("request_no")?,
            register_no: row.get("register_no")?,
            applicant: party.map_or(name, |party| party.to_string()),
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            received: row.get("received_on")?,
            open_service: row.get::<Option<ServiceId>>("open_service")?.map(|id| id.to_string()).unwrap_or_default(),
        })
    })
}

/// The departments people may be named with, and the services that take requests.
///
/// # Errors
/// What the database refuses.
pub fn known_services(db: &Read<'_>) -> Result<(Vec<intake::KnownDepartment>, Vec<intake::KnownService>)> {
    let departments = frame::departments(db)?.into_iter().filter(|one| one.active);
    let departments =
        departments.map(|one| intake::KnownDepartment { key: one.department.to_string(), name: one.name }).collect();
    let sql = "SELECT DISTINCT service, name FROM service_card WHERE announced_on IS NOT NULL ORDER BY name, service";
    let services = db.rows(sql, values![], |row| {
        Ok(intake::KnownService { key: row.get::<ServiceId>("service")?.to_string(), name: row.get("name")? })
    })?;
    Ok((departments, services))
}

/// What rests by now on a request an import made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRest {
    pub label: String,
    /// The name of its words.
    pub what: &'static str,
}

/// Letters and visits to the desk that are linked to them, and grievances the import did not bring.
///
/// # Errors
/// What the database refuses.
pub fn rests_on(db: &Read<'_>, made: &BTreeSet<CaseRequestId>) -> Result<Vec<RequestRest>> {
    let mut found = Vec::new();
    for id in made {
        let sql = "SELECT (SELECT count(*) FROM letter WHERE request = $1) \
                   + (SELECT count(*) FROM reception WHERE request = $1) AS n";
        let linked: i64 = db.one(sql, values![*id], |row| row.get("n"))?;
        let sql = "SELECT id FROM case_request WHERE parent = $1";
        let grievances: Vec<CaseRequestId> = db.rows(sql, values![*id], |row| row.get("id"))?;
        let others = grievances.iter().any(|other| !made.contains(other));
        for (rests, what) in [(linked > 0, "letter"), (others, "grievance")] {
            if rests {
                found.push(RequestRest { label: store::label(db, *id.as_bytes())?, what });
            }
        }
    }
    Ok(found)
}

/// Removes what an import made; whoever calls has seen that nothing rests on it. Gives the numbers of the requests.
///
/// # Errors
/// `requests.append_only` of the database, of what goes with no import.
pub fn remove_imported(cx: &Write<'_>, made: &BTreeSet<CaseRequestId>) -> Result<Vec<String>> {
    let mut parents: BTreeMap<CaseRequestId, Option<CaseRequestId>> = BTreeMap::new();
    for id in made {
        parents.insert(*id, store::find(cx, *id)?.ok_or(Failure::not_found(store::RECORD))?.parent);
    }
    let mut gone = Vec::new();
    // A grievance goes before what it is against.
    while !parents.is_empty() {
        let contested: BTreeSet<CaseRequestId> = parents.values().filter_map(|parent| *parent).collect();
        let first: Vec<CaseRequestId> = parents.keys().copied().filter(|id| !contested.contains(id)).collect();
        require(!first.is_empty(), Failure::broken("grievances stand upon each other in a circle"))?;
        for id in first {
            parents.remove(&id);
            gone.push(store::label(cx, *id.as_bytes())?);
            cx.run("DELETE FROM case_register WHERE request = $1", values![id])?;
            cx.run("DELETE FROM case_event WHERE request = $1", values![id])?;
            cx.run("DELETE FROM case_service WHERE request = $1", values![id])?;
            cx.run("DELETE FROM case_request WHERE id = $1", values![id])?;
            cx.status_forgotten(store::subject(id))?;
        }
    }
    Ok(gone)
}

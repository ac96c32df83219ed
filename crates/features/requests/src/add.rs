//! Somebody asks for something: taken in, numbered, and on its way.

use crate::inputs::{AddRequest, TypedChange, TypedReferral};
use crate::model::{CaseEventKind, SavedRequest};
use crate::rules::{self, is_hidden};
use crate::store::{self, CaseRequest, Happened};
use crate::{facts, frame, referrals, service};
use beneficiaries::CaseFacts;
use casework::flows::{self, Request, Step};
use casework::requests::{Kind, State};
use database::values;
use kernel::id::{CaseRequestId, DepartmentId, PartyId};
use kernel::{Failure, Refusal, Result, require};
use office::context::{Read, Write};
use parties::PartyFacts;
use serde_json::Value;

pub fn add(cx: &Write<'_>, input: AddRequest) -> Result<SavedRequest> {
    require(store::find(cx, input.id)?.is_none(), rules::ADDED_ALREADY)?;
    let offered = service::offered(cx, &input)?;
    let new = tidy(cx, &input, offered.as_ref().map(|version| version.name.as_str()))?;
    let calendar = frame::calendar(cx)?;
    let actor = facts::me(cx)?;
    let asked = Request {
        applicant: facts::applicant(&new),
        anonymous: new.anonymous,
        contests: new.contests,
        parent: facts::parent(cx, new.parent, 4)?,
        ..Request::of(new.kind)
    };
    flows::attempt(&asked, &actor, new.received_on, &Step::Open, calendar.frame())?;

    let new = CaseRequest { request_no: store::next_number(cx)?, ..new };
    store::insert(cx, &new)?;
    if new.kind == Kind::DataChange {
        keep_changes(cx, &new, &input.changes)?;
    }
    if let Some(typed) = input.referral.as_ref().filter(|_| new.kind == Kind::Referral) {
        insert_referral(cx, new.id, typed)?;
    }
    if let Some(version) = &offered {
        service::insert(cx, new.id, version, input.amount)?;
    }
    let opened = Happened { to: Some(State::New), word: new.channel.name(), ..Happened::of(CaseEventKind::Opened) };
    store::happened(cx, new.id, &opened)?;
    store::clocked(cx, new.id, &calendar)?;
    cx.passed(store::RECORD, new.id)?;
    store::told(cx, None, new.id)?;
    let hidden = is_hidden(new.veil(), cx.who, frame::department_of(cx, cx.who.id)?);
    Ok(SavedRequest { request: new.id, request_no: new.request_no, hidden })
}

/// What was typed, as it is kept.
fn tidy(cx: &Read<'_>, input: &AddRequest, service: Option<&str>) -> Result<CaseRequest> {
    require(rules::TAKEN_IN.contains(&input.kind), Refusal::new(rules::KIND).at("kind"))?;
    let day = |code| Refusal::new(code).with("day", input.received_on).at("received_on");
    require(input.received_on <= cx.today(), day(rules::RECEIVED_LATER))?;
    let back = cx.today().days_since(input.received_on);
    require(back <= rules::EARLIEST, day(rules::RECEIVED_EARLY).with("most", rules::EARLIEST))?;
    let internal = input.kind == Kind::Internal;
    let asking = input.asking.filter(|_| internal);
    require(!internal || asking.is_some(), Refusal::new(rules::ASKING_MISSING).at("asking"))?;
    require(!internal || asking != input.department, Refusal::new(rules::ASKING_SAME).at("department"))?;
    for department in [asking, input.department, input.against].into_iter().flatten() {
        known_department(cx, department)?;
    }
    let complaint = input.kind == Kind::Complaint;
    require(complaint || input.against.is_none(), Refusal::new(rules::AGAINST).at("against"))?;
    let party = input.party.filter(|_| !internal).map(|party| parties::standing(cx, party)).transpose()?;
    let applicant_name =
        if party.is_some() { String::new() } else { rules::line("applicant_name", &input.applicant_name)? };
    let named = party.is_some() || !applicant_name.is_empty() || !input.on_behalf_of.trim().is_empty();
    require(!input.anonymous || !named, Refusal::new(rules::ANONYMOUS_NAMED).at("anonymous"))?;
    let of_a_file = matches!(input.kind, Kind::DataChange | Kind::Referral | Kind::Service);
    require(!of_a_file || party.is_some(), Refusal::new(rules::PARTY_MISSING).at("party"))?;
    if let Some(party) = party.as_ref().filter(|_| input.kind == Kind::Service) {
        let known = beneficiaries::find_file(cx, party.id)?.is_some();
        require(known, Refusal::new(rules::PARTY_MISSING).at("party"))?;
    }
    // A request for a service that says nothing else is named after it.
    let subject = service.filter(|_| input.subject.trim().is_empty()).unwrap_or(&input.subject);
    let contested = match input.parent.filter(|_| input.kind == Kind::Grievance) {
        Some(parent) => Some(store::request(cx, parent)?),
        None => None,
    };
    // What is against something restricted is no less restricted.
    let restricted = input.restricted || contested.as_ref().is_some_and(|parent| parent.restricted);
    let against = input.against.or_else(|| contested.as_ref().and_then(|parent| parent.against));
    require(
        input.kind != Kind::Referral || input.referral.is_some(),
        Refusal::new(rules::REFERRAL_MISSING).at("entity"),
    )?;
    Ok(CaseRequest {
        id: input.id,
        request_no: String::new(),
        kind: input.kind,
        state: State::New,
        back: None,
        party: party.map(|party| party.id),
        applicant_name: if internal { String::new() } else { applicant_name },
        applicant_mobile: rules::line("applicant_mobile", &input.applicant_mobile)?,
        asking,
        anonymous: input.anonymous,
        on_behalf_of: rules::line("on_behalf_of", &input.on_behalf_of)?,
        channel: input.channel,
        subject: rules::said("subject", subject, rules::SUBJECT_MISSING)?,
        body: rules::text("body", &input.body)?,
        department: input.department,
        against,
        restricted,
        parent: contested.map(|parent| parent.id),
        contests: input.contests,
        received_on: input.received_on,
        received_by: cx.who.id,
        researcher: None,
        outcome: None,
        reason: String::new(),
        decided_by: None,
        decided_on: None,
        letter_on: None,
        executed_on: None,
        executed_by: None,
        executed_note: String::new(),
        answer: String::new(),
        due: None,
        register_no: String::new(),
        from_register: None,
    })
}

/// # Errors
/// Nobody knows such a department, or it is closed.
fn known_department(cx: &Read<'_>, department: DepartmentId) -> Result<()> {
    let known = frame::departments(cx)?.into_iter().any(|one| one.department == department && one.active);
    require(known, Refusal::new(rules::DEPARTMENT_UNKNOWN).at("department"))
}

/// What stands in a field of a file.
///
/// # Errors
/// A field that cannot be changed by a request; not found.
pub fn field_now(cx: &Read<'_>, party: PartyId, field: &str) -> Result<String> {
    let (_, facts) = file_facts(cx, party)?;
    let value = facts.get(field).and_then(Value::as_str).unwrap_or_default();
    Ok(value.to_owned())
}

/// The facts of a file as one object, the party's and the file's, with the party's version.
///
/// # Errors
/// Not found.
pub fn file_facts(cx: &Read<'_>, party: PartyId) -> Result<(i64, serde_json::Map<String, Value>)> {
    let facts: PartyFacts = parties::party(cx, party)?.facts;
    let case: CaseFacts = beneficiaries::case_of(cx, party)?;
    let mut all = serde_json::Map::new();
    for part in [serde_json::to_value(facts), serde_json::to_value(case)] {
        if let Value::Object(fields) = part.map_err(Failure::broken)? {
            all.extend(fields);
        }
    }
    Ok((cx.version(parties::RECORD, party)?.number, all))
}

fn keep_changes(cx: &Write<'_>, request: &CaseRequest, typed: &[TypedChange]) -> Result<()> {
    require(!typed.is_empty(), Refusal::new(rules::CHANGES_MISSING).at("changes"))?;
    let Some(party) = request.party else { return Ok(()) };
    let mut seen: Vec<&str> = Vec::new();
    for change in typed {
        require(rules::FIELDS.contains(&change.field.as_str()), Refusal::new(rules::CHANGE_FIELD).at("changes"))?;
        require(!seen.contains(&change.field.as_str()), Refusal::new(rules::CHANGE_TWICE).at("changes"))?;
        seen.push(&change.field);
        let before = field_now(cx, party, &change.field)?;
        let after = rules::line("changes", &change.after)?;
        require(before != after, Refusal::new(rules::CHANGE_SAME).at("changes"))?;
        let sql = "INSERT INTO case_data_change (request, field, before, after) VALUES ($1, $2, $3, $4)";
        cx.run(sql, values![request.id, change.field.as_str(), before, after])?;
    }
    Ok(())
}

fn insert_referral(cx: &Write<'_>, request: CaseRequestId, typed: &TypedReferral) -> Result<()> {
    let service = referrals::checked(cx, typed)?;
    let sql = "INSERT INTO case_referral (request, entity, service, appointment, appointment_time) VALUES ($1, $2, $3, $4, $5)";
    let time = rules::line("appointment_time", &typed.appointment_time)?;
    cx.run(sql, values![request, typed.entity, service, typed.appointment, time]).map(drop)
}

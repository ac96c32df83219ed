//! The page of a request, and what its forms offer.

use crate::clock::{self, Days};
use crate::frame::{self, Calendar};
use crate::imported;
use crate::inputs::WhichRequest;
use crate::model::{
    DataChange, FromRegister, LinkedRequest, Referral, RequestChoices, RequestDecider, RequestDeclaration,
    RequestEvent, RequestPerson, RequestSheet, SharedField,
};
use crate::named::{column, optional};
use crate::store::{self, CaseReferral, CaseRequest};
use crate::{REQUESTS_DECIDE, REQUESTS_KEEP, facts, queries, rules, seen, service};
use casework::deadlines::{appeal_last, callback};
use casework::flows::{Actor, Move, Outcome, Request, Stage, Step};
use casework::requests::State;
use database::{Row, Value, values};
use kernel::id::{CaseRequestId, PersonId};
use kernel::{Day, Failure, Hijri, Result};
use office::context::Read;
use office::input::Nothing;
use office::narrow::Narrow;
use office::staff::Person;

pub fn choices(cx: &Read<'_>, _: Nothing) -> Result<RequestChoices> {
    Ok(RequestChoices {
        today: cx.today(),
        kinds: rules::TAKEN_IN.to_vec(),
        departments: frame::departments(cx)?,
        people: frame::people(cx)?,
        days_off: frame::days_off(cx)?,
        entities: frame::entities(cx)?,
        deadlines: frame::deadlines(cx)?,
        fields: rules::FIELDS.map(str::to_owned).to_vec(),
        version: cx.version(frame::SETTINGS, "all")?.number,
    })
}

pub fn open(cx: &Read<'_>, input: WhichRequest) -> Result<RequestSheet> {
    let request = store::request(cx, input.request)?;
    let calendar = frame::calendar(cx)?;
    let facts = facts::facts(cx, &request)?;
    let me = facts::me(cx)?;
    let mut narrow = Narrow::default();
    narrow.and("r.id = {}", values![request.id]);
    let line = queries::lines(cx, &narrow, "ORDER BY r.id", 1, 0, &calendar)?.pop();
    let line = line.ok_or(Failure::not_found(store::RECORD))?;
    let entries = store::entries(cx, request.id)?;
    let days = Days {
        kind: request.kind,
        state: request.state,
        received: request.received_on,
        term: service::term(cx, request.id)?,
        entries: &entries,
        callback_from: None,
    };
    let clock = if line.history { None } else { clock::read(days, cx.today(), &calendar)? };
    let declarations = declarations(cx, request.id)?;
    let own = declarations.iter().find(|one| one.person == cx.who.id);
    let people = frame::actors(cx)?;
    let shown = store::shown_name(cx, &request)?;
    let name = |person: Option<PersonId>| person.map_or(Ok(String::new()), |person| facts::person_name(cx, person));
    let department = |id: Option<_>| -> Result<String> {
        let Some(id) = id else { return Ok(String::new()) };
        Ok(frame::departments(cx)?.into_iter().find(|one| one.department == id).map(|one| one.name).unwrap_or_default())
    };
    let assignable = assignable(cx, &facts, &me, &people, &calendar)?;
    Ok(RequestSheet {
        today: cx.today(),
        record: cx.version(store::RECORD, request.id)?,
        mobile: mobile(cx, &request)?,
        on_behalf_of: request.on_behalf_of.clone(),
        department: request.department,
        department_name: department(request.department)?,
        against: request.against,
        against_name: department(request.against)?,
        contests: request.contests,
        level: facts.level(),
        received_by_name: name(Some(request.received_by))?,
        reason: request.reason.clone(),
        decided_by_name: name(request.decided_by)?,
        decided_on: request.decided_on,
        letter_on: request.letter_on,
        appeal_last: appeal(&request, cx.today(), &calendar)?,
        executed_on: request.executed_on,
        executed_by_name: name(request.executed_by)?,
        executed_note: request.executed_note.clone(),
        answer: request.answer.clone(),
        stages: clock.as_ref().map(|clock| clock::stages(days, clock)).unwrap_or_default(),
        ways: facts::ways_of(&facts, &me, cx.today(), &calendar),
        outcomes: Outcome::of(request.kind).to_vec(),
        events: events(cx, request.id)?,
        my_declaration: own.map(|one| one.tie),
        declarations,
        same_family_name: rules::same_family(&shown, &cx.who.name),
        may_assign: assignable.iter().any(|one| one.kept_from.is_empty()),
        people: assignable,
        deciders: deciders(&facts, &people, cx, &calendar),
        parent: request.parent.map(|parent| linked(cx, "r.id = {}", parent)).transpose()?.and_then(|mut all| all.pop()),
        grievances: linked(cx, "r.parent = {}", request.id)?,
        changes: changes(cx, request.id)?,
        service: service::sheet(cx, &request)?,
        referral: match store::referral(cx, request.id)? {
            Some(referral) => Some(referral_of(cx, referral, &request, &facts, &me, &calendar)?),
            None => None,
        },
        register: imported::told(cx, &request)?,
        line,
    })
}

/// The last day of appeal of a decision that may be contested.
///
/// # Errors
/// What the rule of days refuses.
pub fn appeal(request: &CaseRequest, today: Day, calendar: &Calendar) -> Result<Option<Day>> {
    if request.outcome.is_none() || request.from_register == Some(FromRegister::History) {
        return Ok(None);
    }
    let delivered = request.letter_on.unwrap_or(today);
    appeal_last(delivered, &calendar.days_off, &calendar.settings).map(Some)
}

/// Under which number who asks is called.
///
/// # Errors
/// What the database refuses.
pub fn mobile(cx: &Read<'_>, request: &CaseRequest) -> Result<String> {
    let Some(party) = request.party else { return Ok(request.applicant_mobile.clone()) };
    let sql = "SELECT mobile FROM party_place WHERE id = $1";
    Ok(cx.row(sql, values![party], |row| row.get("mobile"))?.unwrap_or_default())
}

fn events(cx: &Read<'_>, request: CaseRequestId) -> Result<Vec<RequestEvent>> {
    cx.rows(include_str!("sql/events.sql"), values![request], |row| {
        Ok(RequestEvent {
            no: row.get("no")?,
            kind: row.get("kind")?,
            day: row.get("day")?,
            at: row.get("at")?,
            by_name: row.get("by_name")?,
            from_state: optional(row, "from_state")?,
            to_state: optional(row, "to_state")?,
            person_name: row.get("person_name")?,
            word: row.get("word")?,
            note: row.get("note")?,
        })
    })
}

fn declarations(cx: &Read<'_>, request: CaseRequestId) -> Result<Vec<RequestDeclaration>> {
    let sql = "SELECT d.person, w.name, d.tie, d.note, d.at FROM case_declaration d JOIN user_name w ON w.id = d.person \
               WHERE d.request = $1 ORDER BY d.at";
    cx.rows(sql, values![request], |row| {
        Ok(RequestDeclaration {
            person: row.get("person")?,
            name: row.get("name")?,
            tie: row.get("tie")?,
            note: row.get("note")?,
            at: row.get("at")?,
        })
    })
}

/// What is to change on a file.
///
/// # Errors
/// What the database refuses.
pub fn changes(cx: &Read<'_>, request: CaseRequestId) -> Result<Vec<DataChange>> {
    let sql = "SELECT field, before, after FROM case_data_change WHERE request = $1 ORDER BY field";
    cx.rows(sql, values![request], |row| {
        Ok(DataChange { field: row.get("field")?, before: row.get("before")?, after: row.get("after")? })
    })
}

/// To whom it may be given, with what keeps the others from it.
fn assignable(
    cx: &Read<'_>,
    facts: &Request,
    me: &Actor,
    people: &[(Person, Actor)],
    calendar: &Calendar,
) -> Result<Vec<RequestPerson>> {
    let open = frame::people(cx)?;
    let studying = people.iter().filter(|(person, _)| person.role.may(REQUESTS_KEEP));
    Ok(studying
        .map(|(person, actor)| RequestPerson {
            person: person.id,
            name: person.name.clone(),
            open: open.iter().find(|one| one.person == person.id).map_or(0, |one| one.open),
            kept_from: facts::missing(facts, me, cx.today(), &Step::Assign(actor.clone()), calendar),
        })
        .collect())
}

/// A decision as it is tried on a person: whatever is said with it is said.
pub fn deciding(facts: &Request, outcome: Outcome) -> Move {
    let said = Some(String::from("-"));
    Move { outcome: Some(outcome), amount: facts.asked, exception: true, reason: said, ..Move::to(State::Decided) }
}

/// Who may decide: each with what is in the way of them.
fn deciders(facts: &Request, people: &[(Person, Actor)], cx: &Read<'_>, calendar: &Calendar) -> Vec<RequestDecider> {
    let Some(first) = Outcome::of(facts.kind).first() else { return Vec::new() };
    if !matches!(facts.state, Some(State::New | State::Assessment | State::ForDecision | State::AwaitingApplicant)) {
        return Vec::new();
    }
    let asked = Request { state: Some(State::ForDecision), ..facts.clone() };
    let way = deciding(facts, *first);
    let deciding = people.iter().filter(|(person, _)| person.role.may(REQUESTS_DECIDE));
    deciding
        .map(|(person, actor)| RequestDecider {
            person: person.id,
            name: person.name.clone(),
            me: person.id == cx.who.id,
            declared: facts.declared.contains(&actor.name),
            kept_from: facts::missing(&asked, actor, cx.today(), &Step::To(way.clone()), calendar),
        })
        .collect()
}

/// Requests another one has to do with, as far as they are there for who asks.
fn linked(cx: &Read<'_>, condition: &str, id: CaseRequestId) -> Result<Vec<LinkedRequest>> {
    let mut narrow = Narrow::default();
    narrow.and(condition, values![id]);
    seen::visible(cx, &mut narrow)?;
    let (statement, values) = narrow.statement(include_str!("sql/linked.sql"), "ORDER BY r.received_on, r.id", 20, 0);
    cx.rows(&statement, values, |row: &Row<'_>| {
        Ok(LinkedRequest {
            request: row.get("id")?,
            request_no: row.get("request_no")?,
            kind: column(row, "kind")?,
            state: column(row, "state")?,
            subject: row.get("subject")?,
            outcome: optional(row, "outcome")?,
            decided_on: row.get("decided_on")?,
            reason: row.get("reason")?,
            researcher_name: row.get("researcher_name")?,
            decided_by_name: row.get("decided_by_name")?,
        })
    })
}

fn referral_of(
    cx: &Read<'_>,
    referral: CaseReferral,
    request: &CaseRequest,
    facts: &Request,
    me: &Actor,
    calendar: &Calendar,
) -> Result<Referral> {
    let entity = frame::entities(cx)?.into_iter().find(|one| one.entity == referral.entity);
    let entity = entity.ok_or(Failure::not_found("entity"))?;
    let waiting = match referral.appointment.filter(|_| referral.card_on.is_some() && !request.state.is_end()) {
        Some(day) => callback(day, referral.arrived_on, cx.today(), &calendar.settings)?.waiting,
        None => None,
    };
    let stages = [Stage::Contacted, Stage::Arrived, Stage::Served, Stage::Refused, Stage::NoShow];
    let open = |stage: &Stage| facts::missing(facts, me, cx.today(), &Step::Stage(*stage), calendar).is_empty();
    let year = first_of_hijri_year(cx.today())?;
    let sums = cx.one(include_str!("sql/entity_year.sql"), values![referral.entity, year], |row| {
        Ok([row.get("sent")?, row.get("contacted")?, row.get("arrived")?, row.get("served")?])
    })?;
    let [sent, contacted, arrived, served] = sums;
    let shared = referral.shared.split(',').filter(|name| !name.is_empty()).map(SharedField::named);
    Ok(Referral {
        entity: referral.entity,
        entity_name: entity.name,
        place: entity.place,
        phone: entity.phone,
        contact: entity.contact,
        hours: entity.hours,
        service: referral.service.clone(),
        appointment: referral.appointment,
        appointment_time: referral.appointment_time.clone(),
        stage: referral.stage,
        stage_on: referral.stage_on,
        arrived_on: referral.arrived_on,
        consent: referral.consent,
        consent_on: referral.consent_on,
        shared: shared.collect::<Result<_>>()?,
        card_on: referral.card_on,
        unanswered: referral.unanswered,
        told_on: referral.told_on,
        callback_from: referral.callback_from,
        waiting,
        sent,
        contacted,
        arrived,
        served,
        next: stages.into_iter().filter(open).collect(),
    })
}

fn first_of_hijri_year(day: Day) -> Result<Value> {
    let year = Hijri::from_day(day).ok_or(kernel::refusals::HIJRI_RANGE)?.year();
    let first = Hijri::new(year.into(), 1, 1).map_err(Failure::from)?;
    Ok(first.to_day().into())
}

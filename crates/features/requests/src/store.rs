//! Requests, rows in and out, and how the audit trail is told of them.

use crate::clock::{self, Days};
use crate::frame::{self, Calendar};
use crate::model::{CaseChannel, CaseEventKind, FromRegister};
use crate::named::{column, maybe, name, optional};
use crate::rules::{ADDED_ALREADY, Veil, is_hidden};
use casework::deadlines::Entry;
use casework::flows::{Consent, Contests, Outcome, Stage};
use casework::requests::{Kind, State};
use database::{Read as Rows, Row, Value, values};
use kernel::arabic::fold;
use kernel::id::{CaseRequestId, DepartmentId, EntityId, PartyId, PersonId};
use kernel::{Day, Failure, Hijri, Moment, Result, require};
use office::context::{Read, Write};
use office::feature::Subject;
use office::narrow::Narrow;
use serde::Serialize;
use serde_json::json;

/// The kind of record a request is: for documents, versions, histories and the audit trail.
pub const RECORD: &str = "request";
/// The series of its numbers, anew each Hijri year.
const NUMBERS: &str = "request";
/// The letter its number begins with.
const MARK: char = '\u{637}';

/// A request as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseRequest {
    pub id: CaseRequestId,
    pub request_no: String,
    pub kind: Kind,
    pub state: State,
    pub back: Option<State>,
    pub party: Option<PartyId>,
    pub applicant_name: String,
    pub applicant_mobile: String,
    pub asking: Option<DepartmentId>,
    pub anonymous: bool,
    pub on_behalf_of: String,
    pub channel: CaseChannel,
    pub subject: String,
    pub body: String,
    pub department: Option<DepartmentId>,
    pub against: Option<DepartmentId>,
    pub restricted: bool,
    pub parent: Option<CaseRequestId>,
    pub contests: Contests,
    pub received_on: Day,
    pub received_by: PersonId,
    pub researcher: Option<PersonId>,
    pub outcome: Option<Outcome>,
    pub reason: String,
    pub decided_by: Option<PersonId>,
    pub decided_on: Option<Day>,
    pub letter_on: Option<Day>,
    pub executed_on: Option<Day>,
    pub executed_by: Option<PersonId>,
    pub executed_note: String,
    pub answer: String,
    pub due: Option<Day>,
    /// The number a register of before gave it; empty of one that was taken in here.
    pub register_no: String,
    pub from_register: Option<FromRegister>,
}

impl CaseRequest {
    pub fn veil(&self) -> Veil {
        Veil {
            restricted: self.restricted,
            against: self.against,
            researcher: self.researcher,
            received_by: self.received_by,
        }
    }
}

/// A referral as its verbs know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseReferral {
    pub entity: EntityId,
    pub service: String,
    pub appointment: Option<Day>,
    pub appointment_time: String,
    pub stage: Option<Stage>,
    pub stage_on: Option<Day>,
    pub arrived_on: Option<Day>,
    pub consent: Consent,
    pub consent_on: Option<Day>,
    pub shared: String,
    pub card_on: Option<Day>,
    pub unanswered: i64,
    pub told_on: Option<Day>,
    pub callback_from: Option<Day>,
}

/// Whoever may see it or not: for the rules, never for a page.
///
/// # Errors
/// What the database refuses.
pub fn find(db: &Rows<'_>, id: CaseRequestId) -> Result<Option<CaseRequest>> {
    db.row(include_str!("sql/request.sql"), values![id], request_row)
}

/// The request, for somebody for whom it is there.
///
/// # Errors
/// Not found; hidden from who asks, which is the same.
pub fn request(cx: &Read<'_>, id: CaseRequestId) -> Result<CaseRequest> {
    let found = find(cx, id)?.ok_or(Failure::not_found(RECORD))?;
    let department = frame::department_of(cx, cx.who.id)?;
    require(!is_hidden(found.veil(), cx.who, department), Failure::not_found(RECORD))?;
    Ok(found)
}

fn request_row(row: &Row<'_>) -> Result<CaseRequest> {
    Ok(CaseRequest {
        id: row.get("id")?,
        request_no: row.get("request_no")?,
        kind: column(row, "kind")?,
        state: column(row, "state")?,
        back: optional(row, "back")?,
        party: row.get("party")?,
        applicant_name: row.get("applicant_name")?,
        applicant_mobile: row.get("applicant_mobile")?,
        asking: row.get("asking")?,
        anonymous: row.get("anonymous")?,
        on_behalf_of: row.get("on_behalf_of")?,
        channel: row.get("channel")?,
        subject: row.get("subject")?,
        body: row.get("body")?,
        department: row.get("department")?,
        against: row.get("against")?,
        restricted: row.get("restricted")?,
        parent: row.get("parent")?,
        contests: column(row, "contests")?,
        received_on: row.get("received_on")?,
        received_by: row.get("received_by")?,
        researcher: row.get("researcher")?,
        outcome: optional(row, "outcome")?,
        reason: row.get("reason")?,
        decided_by: row.get("decided_by")?,
        decided_on: row.get("decided_on")?,
        letter_on: row.get("letter_on")?,
        executed_on: row.get("executed_on")?,
        executed_by: row.get("executed_by")?,
        executed_note: row.get("executed_note")?,
        answer: row.get("answer")?,
        due: row.get("due")?,
        register_no: row.get("register_no")?,
        from_register: row.get("from_register")?,
    })
}

/// # Errors
/// What the database refuses.
pub fn referral(db: &Rows<'_>, id: CaseRequestId) -> Result<Option<CaseReferral>> {
    db.row(include_str!("sql/referral.sql"), values![id], |row| {
        Ok(CaseReferral {
            entity: row.get("entity")?,
            service: row.get("service")?,
            appointment: row.get("appointment")?,
            appointment_time: row.get("appointment_time")?,
            stage: optional(row, "stage")?,
            stage_on: row.get("stage_on")?,
            arrived_on: row.get("arrived_on")?,
            consent: column(row, "consent")?,
            consent_on: row.get("consent_on")?,
            shared: row.get("shared")?,
            card_on: row.get("card_on")?,
            unanswered: row.get("unanswered")?,
            told_on: row.get("told_on")?,
            callback_from: row.get("callback_from")?,
        })
    })
}

/// The next number of a request: of its Hijri year.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn next_number(cx: &Write<'_>) -> Result<String> {
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    Ok(format!("{MARK}-{year}-{:05}", cx.next_number(NUMBERS, year)?))
}

/// Writes a new request.
///
/// # Errors
/// Added before.
pub fn insert(cx: &Write<'_>, new: &CaseRequest) -> Result<()> {
    require(find(cx, new.id)?.is_none(), ADDED_ALREADY)?;
    let shown = shown_name(cx, new)?;
    let search = search_of(new, &shown);
    cx.run(
        include_str!("sql/insert_request.sql"),
        values![
            new.id,
            new.request_no.as_str(),
            new.kind.name(),
            new.state.name(),
            new.party,
            new.applicant_name.as_str(),
            new.applicant_mobile.as_str(),
            new.asking,
            new.anonymous,
            new.on_behalf_of.as_str(),
            new.channel,
            new.subject.as_str(),
            new.body.as_str(),
            new.department,
            new.against,
            new.restricted,
            new.parent,
            name(&new.contests)?,
            new.received_on,
            new.received_by,
            i64::from(i32::MAX),
            search
        ],
    )?;
    cx.status_changed(subject(new.id), None, new.state.name(), "")
}

/// What a word is looked for in: both numbers, who asks, the subject.
pub fn search_of(request: &CaseRequest, shown: &str) -> String {
    [&request.request_no, &request.register_no, shown, &request.subject, &request.on_behalf_of].map(fold).join(" ")
}

/// Who asks, as people read it: the person, the department; nothing for one without a name.
///
/// # Errors
/// What the database refuses.
pub fn shown_name(db: &Rows<'_>, request: &CaseRequest) -> Result<String> {
    let named = |row: &Row<'_>| row.get::<String>("name");
    if let Some(party) = request.party {
        return Ok(db.row("SELECT name FROM party_name WHERE id = $1", values![party], named)?.unwrap_or_default());
    }
    if let Some(asking) = request.asking {
        return Ok(db.row("SELECT name FROM department WHERE id = $1", values![asking], named)?.unwrap_or_default());
    }
    Ok(request.applicant_name.clone())
}

/// Writes what may change of a request, and keeps that it moved where it did.
///
/// # Errors
/// What the database refuses.
pub fn update(cx: &Write<'_>, before: &CaseRequest, after: &CaseRequest, reason: &str) -> Result<()> {
    cx.run(
        include_str!("sql/update_request.sql"),
        values![
            after.state.name(),
            maybe(after.back.as_ref())?,
            after.researcher,
            maybe(after.outcome.as_ref())?,
            after.reason.as_str(),
            after.decided_by,
            after.decided_on,
            after.letter_on,
            after.executed_on,
            after.executed_by,
            after.executed_note.as_str(),
            after.answer.as_str(),
            after.state.is_end(),
            after.state.is_end().then(|| cx.today()),
            after.id
        ],
    )?;
    if before.state != after.state {
        cx.status_changed(subject(after.id), Some(before.state.name()), after.state.name(), reason)?;
    }
    Ok(())
}

/// Writes what may change of a referral.
///
/// # Errors
/// What the database refuses.
pub fn update_referral(cx: &Write<'_>, id: CaseRequestId, referral: &CaseReferral) -> Result<()> {
    cx.run(
        include_str!("sql/update_referral.sql"),
        values![
            referral.entity,
            referral.service.as_str(),
            referral.appointment,
            referral.appointment_time.as_str(),
            maybe(referral.stage.as_ref())?,
            referral.stage_on,
            referral.arrived_on,
            name(&referral.consent)?,
            referral.consent_on,
            referral.shared.as_str(),
            referral.card_on,
            referral.unanswered,
            referral.told_on,
            referral.callback_from,
            id
        ],
    )
    .map(drop)
}

/// What happened, as it is appended.
#[derive(Debug, Clone, Default)]
pub struct Happened<'a> {
    pub kind: Option<CaseEventKind>,
    pub from: Option<State>,
    pub to: Option<State>,
    pub person: Option<PersonId>,
    pub word: &'a str,
    pub note: &'a str,
}

impl Happened<'_> {
    pub const fn of(kind: CaseEventKind) -> Self {
        Self { kind: Some(kind), from: None, to: None, person: None, word: "", note: "" }
    }
}

/// Appends what happened.
///
/// # Errors
/// What the database refuses.
pub fn happened(cx: &Write<'_>, id: CaseRequestId, what: &Happened<'_>) -> Result<()> {
    happened_on(cx, id, cx.today(), what)
}

/// Appends what happened on a day of before.
///
/// # Errors
/// What the database refuses.
pub fn happened_on(cx: &Write<'_>, id: CaseRequestId, day: Day, what: &Happened<'_>) -> Result<()> {
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS next FROM case_event WHERE request = $1";
    let no: i64 = cx.one(sql, values![id], |row| row.get("next"))?;
    cx.run(
        include_str!("sql/insert_event.sql"),
        values![
            id,
            no,
            what.kind.unwrap_or(CaseEventKind::Noted),
            day,
            cx.now,
            cx.who.id,
            what.from.map(State::name),
            what.to.map(State::name),
            what.person,
            what.word,
            what.note
        ],
    )?;
    Ok(())
}

/// The days on which it entered its states.
///
/// # Errors
/// What the database refuses.
pub fn entries(db: &Rows<'_>, id: CaseRequestId) -> Result<Vec<Entry>> {
    let sql = "SELECT day, to_state FROM case_event WHERE request = $1 AND to_state IS NOT NULL ORDER BY no";
    db.rows(sql, values![id], |row| Ok(Entry { on: row.get("day")?, state: column(row, "to_state")? }))
}

/// Keeps how its days stand from now on.
///
/// # Errors
/// What the rule of days refuses.
pub fn clocked(cx: &Write<'_>, id: CaseRequestId, calendar: &Calendar) -> Result<()> {
    reckoned(cx.db(), id, cx.today(), calendar)
}

/// The same, where nobody is behind it.
///
/// # Errors
/// As [`clocked`].
pub fn reckoned(db: &database::Write<'_>, id: CaseRequestId, today: Day, calendar: &Calendar) -> Result<()> {
    let Some(request) = find(db, id)? else { return Ok(()) };
    let entries = entries(db, id)?;
    let callback_from = referral(db, id)?.and_then(|referral| referral.callback_from);
    let days = Days {
        kind: request.kind,
        state: request.state,
        received: request.received_on,
        term: crate::service::term(db, id)?,
        entries: &entries,
        callback_from,
    };
    let standing = clock::standing(days, today, calendar)?;
    let sql = "UPDATE case_request SET due = $1, late_from = $2, urgency = $3, term_due = $4 WHERE id = $5";
    db.run(sql, values![standing.due, standing.late_from, standing.urgency, standing.term_due, id]).map(drop)
}

/// Requests of before terms were kept beside what has ended.
///
/// # Errors
/// What the rule of days refuses.
pub fn keep_terms(db: &database::Write<'_>, now: Moment) -> Result<()> {
    let calendar = frame::calendar(db)?;
    let kinds: Vec<Value> = calendar.settings.deadline_days.keys().map(|kind| kind.name().into()).collect();
    let mut narrow = Narrow::default();
    narrow.and("term_due IS NULL", values![]);
    // What ended before had no term of this program.
    narrow.and("from_register IS NOT 'history'", values![]);
    narrow.one_of("kind", kinds.into_iter());
    let sql = format!("SELECT id FROM case_request {}", narrow.said());
    let without: Vec<CaseRequestId> = db.rows(&sql, narrow.values, |row| row.get("id"))?;
    without.into_iter().try_for_each(|id| reckoned(db, id, Day::in_riyadh(now), &calendar))
}

pub const fn subject(id: CaseRequestId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// Tells the trail of a change. Of a restricted one it tells the number and where it stands, nothing of what it is about:
/// who reads the trail may be of the department complained of.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&CaseRequest>, id: CaseRequestId) -> Result<()> {
    let after = find(cx, id)?.ok_or(Failure::not_found(RECORD))?;
    let bare = |request: &CaseRequest| json!({ "state": request.state });
    match (before, after.restricted) {
        (Some(before), false) => cx.changed(RECORD, id, &after.request_no, before, &after)?,
        (None, false) => cx.changed(RECORD, id, &after.request_no, &(), &after)?,
        (Some(before), true) => cx.changed(RECORD, id, &after.request_no, &bare(before), &bare(&after))?,
        (None, true) => cx.changed(RECORD, id, &after.request_no, &(), &bare(&after))?,
    }
    cx.record_changed(subject(id))
}

/// The name a request is known by.
///
/// # Errors
/// Not found.
pub fn label(db: &Rows<'_>, id: [u8; 16]) -> Result<String> {
    Ok(find(db, CaseRequestId::from_bytes(id))?.ok_or(Failure::not_found(RECORD))?.request_no)
}

/// Whether a request is hidden from who asks.
///
/// # Errors
/// What the database refuses.
pub fn hidden(cx: &Read<'_>, id: [u8; 16]) -> Result<bool> {
    let Some(request) = find(cx, CaseRequestId::from_bytes(id))? else { return Ok(false) };
    Ok(is_hidden(request.veil(), cx.who, frame::department_of(cx, cx.who.id)?))
}

/// Whom it is about, for visits and promises; a restricted one has none, for their lists would show it.
///
/// # Errors
/// Not found; restricted.
pub fn about(db: &Rows<'_>, id: [u8; 16]) -> Result<Option<PartyId>> {
    let request = find(db, CaseRequestId::from_bytes(id))?.ok_or(Failure::not_found(RECORD))?;
    require(!request.restricted, crate::rules::RESTRICTED_NOT_FOLLOWED)?;
    Ok(request.party)
}

/// Somebody has another name: what is looked for follows.
///
/// # Errors
/// What the database refuses.
pub fn party_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let sql = "SELECT id FROM case_request WHERE party = $1";
    let all: Vec<CaseRequestId> = cx.rows(sql, values![PartyId::from_bytes(id)], |row| row.get("id"))?;
    for id in all {
        let Some(request) = find(cx, id)? else { continue };
        let shown = shown_name(cx, &request)?;
        let search = search_of(&request, &shown);
        cx.run("UPDATE case_request SET search_fold = $1 WHERE id = $2", values![search, id])?;
    }
    Ok(())
}

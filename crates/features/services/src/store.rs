//! Services, rows in and out, and how the audit trail is told of them.

use crate::model::{ServiceContent, ServiceCriterion, ServiceGives, ServicePaper, ServiceStanding};
use crate::rules::{FUND_UNKNOWN, NAME_TAKEN};
use casework::criteria::{Op, Service, ServiceState};
use casework::flows::VisitPolicy;
use database::{Read as Rows, Row, values};
use kernel::arabic::fold;
use kernel::id::{FundId, PersonId, ServiceId, ServiceVersionId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::Write;
use office::feature::Subject;
use office::narrow::Narrow;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

/// The kind of record a service is: for documents, versions, histories and the audit trail.
pub const RECORD: &str = "service";

/// A version of a service, as its verbs know it and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    pub id: ServiceVersionId,
    pub service: ServiceId,
    pub name: String,
    pub number: i64,
    pub standing: ServiceStanding,
    pub content: ServiceContent,
    pub written_by: PersonId,
    pub sent_back: String,
    pub approved_by: Option<PersonId>,
    pub approved_on: Option<Day>,
    pub publication: String,
    pub announced_by: Option<PersonId>,
    pub announced_on: Option<Day>,
    pub ended_by: Option<PersonId>,
    pub ended_on: Option<Day>,
    pub ended_reason: String,
}

impl Version {
    /// Whether it takes requests on a day.
    pub fn is_open(&self, on: Day) -> bool {
        self.in_rules().is_open(on) && self.content.opens_on.is_none_or(|first| first <= on)
    }

    /// As the rules of `casework::criteria` know it.
    pub fn in_rules(&self) -> Service {
        let state = match self.standing {
            ServiceStanding::Draft | ServiceStanding::Dropped => ServiceState::Draft,
            ServiceStanding::Approved => ServiceState::Approved,
            ServiceStanding::Announced => ServiceState::Announced,
            ServiceStanding::Closed | ServiceStanding::Replaced => ServiceState::Closed,
        };
        Service { version: self.number, state, closes_on: self.content.closes_on }
    }
}

/// The name of a word of the rules, as columns hold it.
///
/// # Errors
/// Broken: it has no name of one word.
pub fn name(one: &impl Serialize) -> Result<String> {
    match serde_json::to_value(one).map_err(Failure::broken)? {
        Json::String(name) => Ok(name),
        other => Err(Failure::broken(format!("no word: {other}"))),
    }
}

/// A column with such a name.
///
/// # Errors
/// Broken: the database holds a name the rules do not know.
pub fn column<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T> {
    serde_json::from_value(Json::String(row.get(column)?)).map_err(Failure::broken)
}

/// A column that may be empty.
///
/// # Errors
/// As [`column`].
pub fn optional<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<Option<T>> {
    let named = |name| serde_json::from_value(Json::String(name)).map_err(Failure::broken);
    row.get::<Option<String>>(column)?.map(named).transpose()
}

fn version_row(row: &Row<'_>) -> Result<Version> {
    Ok(Version {
        id: row.get("id")?,
        service: row.get("service")?,
        name: row.get("name")?,
        number: row.get("number")?,
        standing: row.get("state")?,
        content: ServiceContent {
            about: row.get("about")?,
            process: row.get("process")?,
            gives: row.get::<ServiceGives>("gives")?,
            programme: row.get("programme")?,
            fund: row.get("fund")?,
            decision: row.get("decision")?,
            opens_on: row.get("opens_on")?,
            closes_on: row.get("closes_on")?,
            capacity: row.get("capacity")?,
            ceiling: row.get("ceiling")?,
            term_days: row.get("term_days")?,
            visit_policy: column::<VisitPolicy>(row, "visit_policy")?,
            criteria: Vec::new(),
            papers: Vec::new(),
        },
        written_by: row.get("written_by")?,
        sent_back: row.get("sent_back")?,
        approved_by: row.get("approved_by")?,
        approved_on: row.get("approved_on")?,
        publication: row.get("publication")?,
        announced_by: row.get("announced_by")?,
        announced_on: row.get("announced_on")?,
        ended_by: row.get("ended_by")?,
        ended_on: row.get("ended_on")?,
        ended_reason: row.get("ended_reason")?,
    })
}

/// Versions that fit, with their criteria and papers.
///
/// # Errors
/// What the database refuses.
pub fn versions(db: &Rows<'_>, narrow: &Narrow, order: &str, limit: i64) -> Result<Vec<Version>> {
    let (sql, values) = narrow.statement(include_str!("sql/version.sql"), order, limit, 0);
    let mut found = db.rows(&sql, values, version_row)?;
    for version in &mut found {
        version.content.criteria = criteria(db, version.id)?;
        version.content.papers = papers(db, version.id)?;
    }
    Ok(found)
}

/// # Errors
/// Not found.
pub fn version(db: &Rows<'_>, id: ServiceVersionId) -> Result<Version> {
    find_version(db, id)?.ok_or(Failure::not_found(RECORD))
}

/// # Errors
/// What the database refuses.
pub fn find_version(db: &Rows<'_>, id: ServiceVersionId) -> Result<Option<Version>> {
    let mut narrow = Narrow::default();
    narrow.and("v.id = {}", values![id]);
    Ok(versions(db, &narrow, "", 1)?.pop())
}

/// The version of a service in one of the standings.
///
/// # Errors
/// What the database refuses.
pub fn in_standing(db: &Rows<'_>, service: ServiceId, standings: &[ServiceStanding]) -> Result<Option<Version>> {
    let mut narrow = Narrow::default();
    narrow.and("v.service = {}", values![service]);
    narrow.one_of("v.state", standings.iter().map(|one| database::Value::from(*one)));
    Ok(versions(db, &narrow, "ORDER BY v.number DESC", 1)?.pop())
}

/// What is announced.
///
/// # Errors
/// What the database refuses.
pub fn announced(db: &Rows<'_>, service: ServiceId) -> Result<Option<Version>> {
    in_standing(db, service, &[ServiceStanding::Announced])
}

/// The draft, or what was approved and waits for its announcement.
///
/// # Errors
/// What the database refuses.
pub fn being_written(db: &Rows<'_>, service: ServiceId) -> Result<Option<Version>> {
    in_standing(db, service, &[ServiceStanding::Draft, ServiceStanding::Approved])
}

/// What is announced; where nothing is, the newest that was not dropped; where all were, the newest.
///
/// # Errors
/// Not found.
pub fn shown(db: &Rows<'_>, service: ServiceId) -> Result<Version> {
    if let Some(announced) = announced(db, service)? {
        return Ok(announced);
    }
    let kept = [ServiceStanding::Draft, ServiceStanding::Approved, ServiceStanding::Closed, ServiceStanding::Replaced];
    let found = in_standing(db, service, &kept)?;
    let found = found.map_or_else(|| in_standing(db, service, ServiceStanding::ALL), |one| Ok(Some(one)))?;
    found.ok_or(Failure::not_found(RECORD))
}

/// # Errors
/// What the database refuses.
pub fn exists(db: &Rows<'_>, service: ServiceId) -> Result<bool> {
    let sql = "SELECT count(*) AS n FROM service WHERE id = $1";
    Ok(db.one(sql, values![service], |row| row.get::<i64>("n"))? > 0)
}

fn criteria(db: &Rows<'_>, version: ServiceVersionId) -> Result<Vec<ServiceCriterion>> {
    let sql =
        "SELECT no, text, fact, op, value, mandatory, weight FROM service_criterion WHERE version = $1 ORDER BY no";
    db.rows(sql, values![version], |row| {
        Ok(ServiceCriterion {
            no: row.get("no")?,
            text: row.get("text")?,
            fact: row.get("fact")?,
            op: column::<Op>(row, "op")?,
            value: row.get("value")?,
            mandatory: row.get("mandatory")?,
            weight: row.get("weight")?,
        })
    })
}

fn papers(db: &Rows<'_>, version: ServiceVersionId) -> Result<Vec<ServicePaper>> {
    let sql = "SELECT no, kind, name, method, mandatory FROM service_paper WHERE version = $1 ORDER BY no";
    db.rows(sql, values![version], |row| {
        Ok(ServicePaper {
            no: row.get("no")?,
            kind: row.get("kind")?,
            name: row.get("name")?,
            method: row.get("method")?,
            mandatory: row.get("mandatory")?,
        })
    })
}

/// The name of a fund; none for what is no fund.
///
/// # Errors
/// What the database refuses.
pub fn fund_name(db: &Rows<'_>, fund: Option<FundId>) -> Result<Option<String>> {
    let Some(fund) = fund else { return Ok(None) };
    db.row("SELECT name FROM fund_name WHERE id = $1", values![fund], |row| row.get("name"))
}

/// Writes a draft: a new row, or over what stood.
///
/// # Errors
/// An unknown fund.
pub fn write_draft(
    cx: &Write<'_>,
    id: ServiceVersionId,
    new: Option<(ServiceId, i64)>,
    content: &ServiceContent,
) -> Result<()> {
    let known = content.fund.is_none() || fund_name(cx, content.fund)?.is_some();
    require(known, Refusal::new(FUND_UNKNOWN).at("fund"))?;
    let visit = name(&content.visit_policy)?;
    if let Some((service, number)) = new {
        cx.run(
            include_str!("sql/insert_version.sql"),
            values![
                id,
                service,
                number,
                content.about.as_str(),
                content.process.as_str(),
                content.gives,
                content.programme.as_str(),
                content.fund,
                content.decision.as_str(),
                content.opens_on,
                content.closes_on,
                content.capacity,
                content.ceiling,
                content.term_days,
                visit,
                cx.who.id,
                cx.now
            ],
        )?;
    } else {
        cx.run(
            include_str!("sql/update_version.sql"),
            values![
                content.about.as_str(),
                content.process.as_str(),
                content.gives,
                content.programme.as_str(),
                content.fund,
                content.decision.as_str(),
                content.opens_on,
                content.closes_on,
                content.capacity,
                content.ceiling,
                content.term_days,
                visit,
                cx.who.id,
                cx.now,
                id
            ],
        )?;
        cx.run("DELETE FROM service_criterion WHERE version = $1", values![id])?;
        cx.run("DELETE FROM service_paper WHERE version = $1", values![id])?;
    }
    for one in &content.criteria {
        cx.run(
            "INSERT INTO service_criterion (version, no, text, fact, op, value, mandatory, weight) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![
                id,
                one.no,
                one.text.as_str(),
                one.fact,
                one.op.name(),
                one.value.as_str(),
                one.mandatory,
                one.weight
            ],
        )?;
    }
    for one in &content.papers {
        cx.run(
            "INSERT INTO service_paper (version, no, kind, name, method, mandatory) VALUES ($1, $2, $3, $4, $5, $6)",
            values![id, one.no, one.kind, one.name.as_str(), one.method.as_str(), one.mandatory],
        )?;
    }
    wrote(cx, id)
}

/// Who asks has written in a version, and approves it no more.
///
/// # Errors
/// What the database refuses.
pub fn wrote(cx: &Write<'_>, id: ServiceVersionId) -> Result<()> {
    let sql = "INSERT INTO service_hand (version, person) VALUES ($1, $2) ON CONFLICT (version, person) DO NOTHING";
    cx.run(sql, values![id, cx.who.id]).map(drop)
}

/// # Errors
/// What the database refuses.
pub fn has_hand(db: &Rows<'_>, id: ServiceVersionId, person: PersonId) -> Result<bool> {
    let sql = "SELECT count(*) AS n FROM service_hand WHERE version = $1 AND person = $2";
    Ok(db.one(sql, values![id, person], |row| row.get::<i64>("n"))? > 0)
}

/// The name under which nobody else has a service.
///
/// # Errors
/// Taken.
pub fn free_name(db: &Rows<'_>, id: ServiceId, name: &str) -> Result<()> {
    let sql = "SELECT count(*) AS n FROM service WHERE name_fold = $1 AND id <> $2";
    let taken: i64 = db.one(sql, values![fold(name), id], |row| row.get("n"))?;
    require(taken == 0, Refusal::new(NAME_TAKEN).at("name"))
}

pub const fn subject(id: ServiceId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// Tells the trail of a change of a version, and lets others follow.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Version>, id: ServiceVersionId) -> Result<()> {
    let after = version(cx, id)?;
    match before {
        Some(before) => cx.changed(RECORD, after.service, &after.name, before, &after)?,
        None => cx.changed(RECORD, after.service, &after.name, &(), &after)?,
    }
    cx.record_changed(subject(after.service))
}

/// The name a service is known by.
///
/// # Errors
/// Not found.
pub fn label(db: &Rows<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT name FROM service WHERE id = $1";
    db.row(sql, values![ServiceId::from_bytes(id)], |row| row.get("name"))?.ok_or(Failure::not_found(RECORD))
}

/// The name of somebody of the office; empty for nobody.
///
/// # Errors
/// What the database refuses.
pub fn person(db: &Rows<'_>, id: Option<PersonId>) -> Result<String> {
    let Some(id) = id else { return Ok(String::new()) };
    Ok(db.row("SELECT name FROM user_name WHERE id = $1", values![id], |row| row.get("name"))?.unwrap_or_default())
}

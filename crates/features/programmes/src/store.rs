//! Programmes and initiatives, rows in and out.

use crate::inputs::{TypedInitiative, TypedProgramme};
use crate::model::{InitiativeState, PhaseConditionKind, PhaseState, ProgrammeState};
use crate::rules::{self, ENDED};
use database::{Read, Row, values};
use kernel::arabic::fold;
use kernel::id::{InitiativeId, PartyId, PersonId, PhaseId, ProgrammeId, ProgrammeItemId};
use kernel::{Day, Failure, Hijri, Money, Refusal, Result, require};
use office::context::Write;
use office::feature::Subject;
use serde::Serialize;

/// Months after its completion, when somebody is to see whether what an initiative brought about lasts.
const CHECK_AFTER: i32 = 6;

/// The kinds of records, for documents, approvals, versions and the audit trail.
pub const PROGRAMME: &str = "programme";
pub const INITIATIVE: &str = "initiative";
pub const HALT: &str = "initiative_halt";
pub const EDITION: &str = "plan_edition";

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Programme {
    pub id: ProgrammeId,
    pub programme_no: String,
    pub name: String,
    pub governorate: String,
    pub vision: String,
    pub vision_basis: String,
    pub coverage_percent: i64,
    pub quorum: i64,
    pub decision: String,
    pub state: ProgrammeState,
    pub opened_on: Day,
    pub ended_on: Option<Day>,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Initiative {
    pub id: InitiativeId,
    pub initiative_no: String,
    pub programme: ProgrammeId,
    pub title: String,
    pub sector: String,
    pub priority: i64,
    pub owner: Option<PartyId>,
    pub finding: Option<ProgrammeItemId>,
    pub need: String,
    pub mechanism: String,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    pub people: Option<i64>,
    pub progress: i64,
    pub state: InitiativeState,
    pub reason: String,
    pub state_since: Day,
    pub check_due: Option<Day>,
    pub keeper: PersonId,
    #[serde(skip)]
    pub proposed_on: Day,
    #[serde(skip)]
    pub proposed_by: PersonId,
}

/// A phase without what it asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phase {
    pub id: PhaseId,
    pub programme: ProgrammeId,
    pub no: i64,
    pub name: String,
    pub planned_from: Option<Day>,
    pub planned_until: Option<Day>,
    pub state: PhaseState,
    pub opened_on: Option<Day>,
    pub ended_on: Option<Day>,
    pub ended_by_name: String,
}

/// What a phase asks, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    pub phase: PhaseId,
    pub no: i64,
    pub kind: PhaseConditionKind,
    pub text: String,
    pub least: i64,
    pub met_by: Option<PersonId>,
    pub met_by_name: String,
    pub met_on: Option<Day>,
    pub evidence: String,
}

pub const fn subject(id: InitiativeId) -> Subject {
    Subject { kind: INITIATIVE, id: *id.as_bytes() }
}

const PROGRAMME_COLUMNS: &str = "id, programme_no, name, governorate, vision, vision_basis, coverage_percent, quorum, decision, \
                                 state, opened_on, ended_on, reason";

fn programme_row(row: &Row<'_>) -> Result<Programme> {
    Ok(Programme {
        id: row.get("id")?,
        programme_no: row.get("programme_no")?,
        name: row.get("name")?,
        governorate: row.get("governorate")?,
        vision: row.get("vision")?,
        vision_basis: row.get("vision_basis")?,
        coverage_percent: row.get("coverage_percent")?,
        quorum: row.get("quorum")?,
        decision: row.get("decision")?,
        state: row.get("state")?,
        opened_on: row.get("opened_on")?,
        ended_on: row.get("ended_on")?,
        reason: row.get("reason")?,
    })
}

/// # Errors
/// What the database refuses.
pub fn programmes(db: &Read<'_>) -> Result<Vec<Programme>> {
    let sql = format!("SELECT {PROGRAMME_COLUMNS} FROM programme ORDER BY state DESC, opened_on DESC, programme_no");
    db.rows(&sql, values![], programme_row)
}

/// # Errors
/// What the database refuses.
pub fn find_programme(db: &Read<'_>, id: ProgrammeId) -> Result<Option<Programme>> {
    let sql = format!("SELECT {PROGRAMME_COLUMNS} FROM programme WHERE id = $1");
    db.row(&sql, values![id], programme_row)
}

/// # Errors
/// Not found.
pub fn programme(db: &Read<'_>, id: ProgrammeId) -> Result<Programme> {
    find_programme(db, id)?.ok_or(Failure::not_found(PROGRAMME))
}

/// A programme that goes on.
///
/// # Errors
/// Not found; ended.
pub fn running(db: &Read<'_>, id: ProgrammeId) -> Result<Programme> {
    let found = programme(db, id)?;
    require(found.state == ProgrammeState::Running, ENDED)?;
    Ok(found)
}

/// # Errors
/// Not found.
pub fn label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT name FROM programme WHERE id = $1";
    db.row(sql, values![id], |row| row.get("name"))?.ok_or(Failure::not_found(PROGRAMME))
}

/// # Errors
/// Not found.
pub fn initiative_label(db: &Read<'_>, id: [u8; 16]) -> Result<String> {
    let sql = "SELECT initiative_no FROM initiative WHERE id = $1";
    db.row(sql, values![id], |row| row.get("initiative_no"))?.ok_or(Failure::not_found(INITIATIVE))
}

/// What was typed about a programme, in one form.
///
/// # Errors
/// No name or governorate; a number out of range.
pub fn tidy(typed: &TypedProgramme) -> Result<TypedProgramme> {
    let percent = (0..=100).contains(&typed.coverage_percent);
    require(percent, Refusal::new(rules::PERCENT).at("coverage_percent"))?;
    require((1..=100).contains(&typed.quorum), Refusal::new(rules::QUORUM).at("quorum"))?;
    Ok(TypedProgramme {
        name: rules::said("name", &typed.name, rules::NAME_MISSING)?,
        governorate: rules::said("governorate", &typed.governorate, rules::GOVERNORATE_MISSING)?,
        vision: rules::text("vision", &typed.vision)?,
        vision_basis: rules::line("vision_basis", &typed.vision_basis)?,
        decision: rules::line("decision", &typed.decision)?,
        coverage_percent: typed.coverage_percent,
        quorum: typed.quorum,
    })
}

/// The next number of a series, of its Hijri year.
///
/// # Errors
/// A day beyond the Hijri calendar.
pub fn next_number(cx: &Write<'_>, series: &str, mark: char, width: usize) -> Result<String> {
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    Ok(format!("{mark}-{year}-{:0width$}", cx.next_number(series, year)?))
}

/// # Errors
/// What the database refuses.
pub fn phases(db: &Read<'_>, programme: ProgrammeId) -> Result<Vec<Phase>> {
    db.rows(include_str!("sql/phases.sql"), values![programme], |row| {
        Ok(Phase {
            id: row.get("id")?,
            programme,
            no: row.get("no")?,
            name: row.get("name")?,
            planned_from: row.get("planned_from")?,
            planned_until: row.get("planned_until")?,
            state: row.get("state")?,
            opened_on: row.get("opened_on")?,
            ended_on: row.get("ended_on")?,
            ended_by_name: row.get("ended_by_name")?,
        })
    })
}

/// # Errors
/// Not found: no phase of this programme.
pub fn phase(db: &Read<'_>, programme: ProgrammeId, id: PhaseId) -> Result<Phase> {
    phases(db, programme)?.into_iter().find(|one| one.id == id).ok_or(Failure::not_found("phase"))
}

/// # Errors
/// What the database refuses.
pub fn asked(db: &Read<'_>, programme: ProgrammeId) -> Result<Vec<Asked>> {
    db.rows(include_str!("sql/asked.sql"), values![programme], |row| {
        Ok(Asked {
            phase: row.get("phase")?,
            no: row.get("no")?,
            kind: row.get("kind")?,
            text: row.get("text")?,
            least: row.get("least")?,
            met_by: row.get("met_by")?,
            met_by_name: row.get("met_by_name")?,
            met_on: row.get("met_on")?,
            evidence: row.get("evidence")?,
        })
    })
}

const INITIATIVE_COLUMNS: &str = "id, initiative_no, programme, title, sector, priority, owner, finding, need, mechanism, starts, \
                                  ends, people, progress, state, reason, state_since, check_due, keeper, proposed_on, proposed_by";

fn initiative_row(row: &Row<'_>) -> Result<Initiative> {
    Ok(Initiative {
        id: row.get("id")?,
        initiative_no: row.get("initiative_no")?,
        programme: row.get("programme")?,
        title: row.get("title")?,
        sector: row.get("sector")?,
        priority: row.get("priority")?,
        owner: row.get("owner")?,
        finding: row.get("finding")?,
        need: row.get("need")?,
        mechanism: row.get("mechanism")?,
        starts: row.get("starts")?,
        ends: row.get("ends")?,
        people: row.get("people")?,
        progress: row.get("progress")?,
        state: row.get("state")?,
        reason: row.get("reason")?,
        state_since: row.get("state_since")?,
        check_due: row.get("check_due")?,
        keeper: row.get("keeper")?,
        proposed_on: row.get("proposed_on")?,
        proposed_by: row.get("proposed_by")?,
    })
}

/// By priority; those that were cancelled last.
///
/// # Errors
/// What the database refuses.
pub fn initiatives(db: &Read<'_>, programme: ProgrammeId) -> Result<Vec<Initiative>> {
    let sql = format!(
        "SELECT {INITIATIVE_COLUMNS} FROM initiative WHERE programme = $1 ORDER BY state = 'cancelled', priority, initiative_no"
    );
    db.rows(&sql, values![programme], initiative_row)
}

/// # Errors
/// What the database refuses.
pub fn find_initiative(db: &Read<'_>, id: InitiativeId) -> Result<Option<Initiative>> {
    let sql = format!("SELECT {INITIATIVE_COLUMNS} FROM initiative WHERE id = $1");
    db.row(&sql, values![id], initiative_row)
}

/// # Errors
/// Not found.
pub fn initiative(db: &Read<'_>, id: InitiativeId) -> Result<Initiative> {
    find_initiative(db, id)?.ok_or(Failure::not_found(INITIATIVE))
}

/// Every initiative of every programme.
///
/// # Errors
/// What the database refuses.
pub fn all_initiatives(db: &Read<'_>) -> Result<Vec<Initiative>> {
    let sql = format!("SELECT {INITIATIVE_COLUMNS} FROM initiative ORDER BY programme, priority, initiative_no");
    db.rows(&sql, values![], initiative_row)
}

/// The initiatives' costs, by initiative.
///
/// # Errors
/// Sums beyond what money can be.
pub fn cost(db: &Read<'_>, id: InitiativeId) -> Result<Money> {
    let sql = "SELECT COALESCE(sum(quantity * unit_cost), 0) AS cost FROM initiative_cost WHERE initiative = $1";
    Money::from_halalas(db.one(sql, values![id], |row| row.get("cost"))?)
}

/// Writes what an initiative says, new or anew.
///
/// # Errors
/// What the database refuses.
pub fn write(cx: &Write<'_>, one: &Initiative, is_new: bool) -> Result<()> {
    let search = [one.initiative_no.as_str(), one.title.as_str(), one.sector.as_str()].map(fold).join(" ");
    if is_new {
        cx.run(
            include_str!("sql/insert_initiative.sql"),
            values![
                one.id,
                one.initiative_no.as_str(),
                one.programme,
                one.title.as_str(),
                one.sector.as_str(),
                one.priority,
                one.owner,
                one.finding,
                one.need.as_str(),
                one.mechanism.as_str(),
                one.starts,
                one.ends,
                one.people,
                one.state_since,
                search,
                one.keeper,
                one.proposed_by
            ],
        )?;
        return cx.status_changed(subject(one.id), None, one.state.name(), "");
    }
    cx.run(
        "UPDATE initiative SET title = $1, sector = $2, priority = $3, owner = $4, finding = $5, need = $6, mechanism = $7, \
         starts = $8, ends = $9, people = $10, search_fold = $11, keeper = $12 WHERE id = $13",
        values![
            one.title.as_str(),
            one.sector.as_str(),
            one.priority,
            one.owner,
            one.finding,
            one.need.as_str(),
            one.mechanism.as_str(),
            one.starts,
            one.ends,
            one.people,
            search,
            one.keeper,
            one.id
        ],
    )?;
    Ok(())
}

/// Leads an initiative to a state.
///
/// # Errors
/// What the database refuses.
pub fn lead(cx: &Write<'_>, before: &Initiative, to: InitiativeState, reason: &str) -> Result<()> {
    let kept = if to == InitiativeState::Cancelled { reason } else { "" };
    let done = to == InitiativeState::Completed;
    let check_due = done.then(|| cx.today().plus_months(CHECK_AFTER)).transpose()?;
    let sql = "UPDATE initiative SET state = $1, reason = $2, state_since = $3, check_due = $4 WHERE id = $5";
    cx.run(sql, values![to, kept, cx.today(), check_due, before.id])?;
    cx.status_changed(subject(before.id), Some(before.state.name()), to.name(), reason)
}

/// What was typed of an initiative, in one form; who and what it names is there.
///
/// # Errors
/// A field that cannot stand.
pub fn tidy_initiative(db: &Read<'_>, programme: ProgrammeId, typed: &TypedInitiative) -> Result<TypedInitiative> {
    require((1..=99).contains(&typed.priority), Refusal::new(rules::PRIORITY).at("priority"))?;
    let people = typed.people.is_none_or(|people| (0..=10_000_000).contains(&people));
    require(people, Refusal::new(rules::PEOPLE).at("people"))?;
    rules::span(typed.starts, typed.ends, "ends")?;
    if let Some(finding) = typed.finding {
        let sql = "SELECT 1 AS one FROM programme_finding WHERE id = $1 AND programme = $2 AND removed_on IS NULL";
        let known = db.row(sql, values![finding, programme], |_| Ok(()))?.is_some();
        require(known, Refusal::new(rules::FINDING_UNKNOWN).at("finding"))?;
    }
    if let Some(owner) = typed.owner {
        partners::name_of(db, owner)?;
    }
    somebody(db, typed.keeper, "keeper")?;
    let mut clean = TypedInitiative {
        title: rules::said("title", &typed.title, rules::TITLE_MISSING)?,
        sector: rules::line("sector", &typed.sector)?,
        need: rules::line("need", &typed.need)?,
        mechanism: rules::text("mechanism", &typed.mechanism)?,
        ..typed.clone()
    };
    for (place, one) in typed.partners.iter().enumerate() {
        let twice = typed.partners[..place].iter().any(|other| (other.partner, other.role) == (one.partner, one.role));
        require(!twice, Refusal::new(rules::PARTNER_TWICE).at("partners"))?;
        partners::name_of(db, one.partner)?;
        clean.partners[place].part = rules::line("partners", &one.part)?;
    }
    for (place, one) in typed.costs.iter().enumerate() {
        let fits = (1..=1_000_000).contains(&one.quantity) && one.unit_cost.is_positive();
        require(fits, Refusal::new(rules::COST_RANGE).at("costs"))?;
        one.unit_cost.times(one.quantity)?;
        rules::year(one.year)?;
        clean.costs[place].item = rules::said("costs", &one.item, rules::TITLE_MISSING)?;
    }
    Ok(clean)
}

/// Somebody of the office who works there.
///
/// # Errors
/// Nobody, or somebody who left.
pub fn somebody(db: &Read<'_>, person: PersonId, field: &'static str) -> Result<()> {
    let known = office::staff::people(db)?.into_iter().any(|one| one.id == person && one.active);
    require(known, Refusal::new(rules::KEEPER_UNKNOWN).at(field))
}

/// Whom a visit to an initiative is about: the partner that owns it, or nobody in particular.
///
/// # Errors
/// Not found.
pub fn about(db: &Read<'_>, id: [u8; 16]) -> Result<Option<PartyId>> {
    initiative(db, InitiativeId::from_bytes(id)).map(|found| found.owner)
}

/// Writes who carries it out and what it costs.
///
/// # Errors
/// What the database refuses.
pub fn beside(cx: &Write<'_>, id: InitiativeId, typed: &TypedInitiative) -> Result<()> {
    cx.run("DELETE FROM initiative_partner WHERE initiative = $1", values![id])?;
    for one in &typed.partners {
        let sql = "INSERT INTO initiative_partner (initiative, partner, role, part) VALUES ($1, $2, $3, $4)";
        cx.run(sql, values![id, one.partner, one.role, one.part.as_str()])?;
    }
    cx.run("DELETE FROM initiative_cost WHERE initiative = $1", values![id])?;
    for (no, one) in (1_i64..).zip(&typed.costs) {
        let sql = "INSERT INTO initiative_cost (initiative, no, item, quantity, unit_cost, year) VALUES ($1, $2, $3, $4, $5, $6)";
        cx.run(sql, values![id, no, one.item.as_str(), one.quantity, one.unit_cost, one.year])?;
    }
    Ok(())
}

/// Tells the trail of a change of an initiative.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Initiative>, id: InitiativeId) -> Result<()> {
    let after = initiative(cx, id)?;
    match before {
        Some(before) => cx.changed(INITIATIVE, id, &after.initiative_no, before, &after)?,
        None => cx.changed(INITIATIVE, id, &after.initiative_no, &(), &after)?,
    }
    cx.record_changed(subject(id))
}

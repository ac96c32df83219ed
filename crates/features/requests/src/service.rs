//! A request for a service: the version it was asked under, what the criteria say of the family, which papers are genuine,
//! what somebody found, an exception another person decides on.

use crate::inputs::{AddRequest, JudgeCriterion, SayOfRequest};
use crate::model::{CaseEventKind, PaperLook, PaperProof, ServiceAsked};
use crate::named::optional;
use crate::store::{self, CaseRequest, Happened};
use crate::{facts, rules};
use casework::criteria::{Met, Whole};
use casework::flows::{Document, Outcome, VisitPolicy};
use casework::refusals::FLOW_HANDLER;
use casework::requests::{Kind, State};
use database::{Read as Rows, values};
use documents::DocumentKind;
use documents::DocumentState;
use kernel::arabic::fold;
use kernel::id::{CaseRequestId, PersonId, ServiceId, ServiceVersionId, SubjectId};
use kernel::{Day, Money, Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;
use serde::Serialize;
use services::Version;
use services::offer::{self, Finding, Looked, Own};
use services::{CriterionLook, ServiceFact, ServiceGives, ServiceLook, ServicePaper};
use std::collections::BTreeMap;

/// What is kept of a request for a service beside the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseService {
    pub service: ServiceId,
    pub version: ServiceVersionId,
    pub asked: Option<Money>,
    pub amount: Option<Money>,
    pub exception_reason: String,
    pub exception_by: Option<PersonId>,
    pub exception_on: Option<Day>,
    pub exception: bool,
    pub judged: Option<Whole>,
    pub points: Option<i64>,
    pub verified_on: Option<Day>,
    pub taken_by: String,
}

/// # Errors
/// What the database refuses.
pub fn find(db: &Rows<'_>, request: CaseRequestId) -> Result<Option<CaseService>> {
    db.row(include_str!("sql/service.sql"), values![request], |row| {
        Ok(CaseService {
            service: row.get("service")?,
            version: row.get("version")?,
            asked: row.get("asked")?,
            amount: row.get("amount")?,
            exception_reason: row.get("exception_reason")?,
            exception_by: row.get("exception_by")?,
            exception_on: row.get("exception_on")?,
            exception: row.get("exception")?,
            judged: optional(row, "judged")?,
            points: row.get("points")?,
            verified_on: row.get("verified_on")?,
            taken_by: row.get("taken_by")?,
        })
    })
}

/// Its own working days to the decision; none for what is no request for a service.
///
/// # Errors
/// What the database refuses.
pub fn term(db: &Rows<'_>, request: CaseRequestId) -> Result<Option<i64>> {
    let sql =
        "SELECT c.term_days FROM case_service s JOIN service_card c ON c.version = s.version WHERE s.request = $1";
    db.row(sql, values![request], |row| row.get("term_days"))
}

/// What a request for a service is taken in under, looked at before anything is written.
///
/// # Errors
/// No service; one that takes no requests on that day; an open request of the family for it; no amount where money is asked.
pub fn offered(cx: &Read<'_>, input: &AddRequest) -> Result<Option<Version>> {
    if input.kind != Kind::Service {
        return Ok(None);
    }
    let missing = || Refusal::new(rules::SERVICE_UNSAID).at("service_asked");
    let service = input.service_asked.ok_or_else(missing)?;
    let version = offer::open_on(cx, service, input.received_on)?;
    let money = version.content.gives == ServiceGives::Money;
    let asked = input.amount.is_some_and(Money::is_positive);
    require(asked || !money, Refusal::new(rules::ASKED_MISSING).at("amount"))?;
    require(!input.restricted, Refusal::new(rules::SERVICE_RESTRICTED).at("restricted"))?;
    if let Some(party) = input.party {
        let sql = "SELECT r.request_no FROM case_service s JOIN case_request r ON r.id = s.request \
                   WHERE s.service = $1 AND r.party = $2 AND r.ended = 0";
        let open: Option<String> = cx.row(sql, values![service, party], |row| row.get("request_no"))?;
        if let Some(number) = open {
            return Err(Refusal::new(rules::SERVICE_OPEN).with("number", number).at("service_asked").into());
        }
    }
    Ok(Some(version))
}

/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, request: CaseRequestId, version: &Version, amount: Option<Money>) -> Result<()> {
    let asked = amount.filter(|_| version.content.gives == ServiceGives::Money);
    let sql = "INSERT INTO case_service (request, service, version, asked) VALUES ($1, $2, $3, $4)";
    cx.run(sql, values![request, version.service, version.id, asked]).map(drop)
}

fn findings(db: &Rows<'_>, request: CaseRequestId) -> Result<BTreeMap<i64, Finding>> {
    let sql = "SELECT no, met, note, day FROM case_finding WHERE request = $1";
    let all = db.rows(sql, values![request], |row| {
        Ok((row.get("no")?, Finding { met: row.get("met")?, note: row.get("note")?, on: row.get("day")? }))
    })?;
    Ok(all.into_iter().collect())
}

/// A request for a service with all that is looked at.
pub struct Gathered {
    pub kept: CaseService,
    pub version: Version,
    pub looked: Looked,
    pub papers: Vec<PaperLook>,
    pub interview_on: Option<Day>,
    pub visit_on: Option<Day>,
    pub visit_planned: bool,
}

/// Gathers it.
///
/// # Errors
/// What the database refuses.
pub fn gathered(cx: &Read<'_>, request: &CaseRequest) -> Result<Option<Gathered>> {
    let Some(kept) = find(cx, request.id)? else { return Ok(None) };
    let version = offer::version(cx, kept.version)?;
    let papers = papers(cx, request, &version.content.papers)?;
    let genuine = hanging(cx, request)?;
    let genuine = genuine.iter().filter(|paper| paper.state == DocumentState::Genuine).map(|paper| paper.kind);
    let own = Own { papers: genuine.collect(), findings: findings(cx, request.id)? };
    let looked = offer::look_at(cx, &version, request.party, own)?;
    let [interview_on, visit_on] = ["interview", "visit"].map(|kind| seen(cx, request, kind));
    let planned = "SELECT count(*) AS n FROM follow_up_visit WHERE subject_kind = 'request' AND subject = $1 \
                   AND kind = 'visit' AND state IN ('planned', 'done', 'reviewed')";
    let visits: i64 = cx.one(planned, values![request.id], |row| row.get("n"))?;
    Ok(Some(Gathered {
        kept,
        version,
        looked,
        papers,
        interview_on: interview_on?,
        visit_on: visit_on?,
        visit_planned: visits > 0,
    }))
}

/// When somebody last spoke to the applicant, or saw where they live: for this request, or for the file since it came in.
fn seen(cx: &Read<'_>, request: &CaseRequest, kind: &str) -> Result<Option<Day>> {
    let sql = "SELECT max(v.done_on) AS done_on FROM follow_up_visit v WHERE v.kind = $1 AND v.done_on IS NOT NULL \
               AND ((v.subject_kind = 'request' AND v.subject = $2) \
               OR (v.subject_kind = 'file' AND v.subject = $3 AND v.done_on >= $4))";
    cx.one(sql, values![kind, request.id, request.party, request.received_on], |row| row.get("done_on"))
}

/// The papers of the request and of the file.
fn hanging(cx: &Read<'_>, request: &CaseRequest) -> Result<Vec<documents::Document>> {
    let mut all = documents::hanging_on(cx, store::RECORD, SubjectId::from_bytes(*request.id.as_bytes()))?;
    if let Some(party) = request.party {
        all.extend(documents::hanging_on(cx, beneficiaries::RECORD, SubjectId::from_bytes(*party.as_bytes()))?);
    }
    all.retain(|paper| paper.removed_at.is_none());
    Ok(all)
}

/// Each paper that is asked for with the one that stands for it.
fn papers(cx: &Read<'_>, request: &CaseRequest, asked: &[ServicePaper]) -> Result<Vec<PaperLook>> {
    let hanging = hanging(cx, request)?;
    let mut used = Vec::new();
    let mut all = Vec::new();
    for one in asked {
        let mut look = PaperLook {
            no: one.no,
            kind: one.kind,
            name: one.name.clone(),
            method: one.method.clone(),
            mandatory: one.mandatory,
            proof: PaperProof::Missing,
            title: String::new(),
            expires_on: None,
            verified_on: None,
            verified_by_name: String::new(),
        };
        if one.kind == DocumentKind::Identity
            && let Some(identity) = request.party.map(|party| parties::identity(cx, party)).transpose()?.flatten()
            && let Some(checked_on) = identity.checked_on
        {
            look.proof = PaperProof::Seen;
            look.expires_on = identity.expires_on;
            look.verified_on = Some(checked_on);
            look.verified_by_name = identity.checked_by_name.unwrap_or_default();
        } else if let Some(paper) = standing_for(one, &hanging, &used) {
            used.push(paper.id);
            look.proof = match paper.state {
                DocumentState::Genuine => PaperProof::Genuine,
                DocumentState::NotReviewed => PaperProof::NotReviewed,
                DocumentState::Doubtful => PaperProof::Doubtful,
                DocumentState::Rejected => PaperProof::Rejected,
                DocumentState::Expired => PaperProof::Expired,
            };
            look.title.clone_from(&paper.title);
            look.expires_on = paper.expires_on;
            look.verified_on = paper.reviewed_at.map(Day::in_riyadh);
            look.verified_by_name.clone_from(&paper.reviewed_by_name);
        }
        if look.proof != PaperProof::Missing && look.expires_on.is_some_and(|last| last < cx.today()) {
            look.proof = PaperProof::Expired;
        }
        all.push(look);
    }
    Ok(all)
}

/// The paper that stands for one that is asked for: of its kind, the genuine ones and those of its name first. What is of no
/// kind stands for it by its name alone.
fn standing_for<'d>(
    one: &ServicePaper,
    hanging: &'d [documents::Document],
    used: &[kernel::id::DocumentId],
) -> Option<&'d documents::Document> {
    let named = |paper: &documents::Document| {
        let (asked, title) = (fold(&one.name), fold(&paper.title));
        asked == title || title.contains(&asked) || asked.contains(&title)
    };
    let mut fitting: Vec<&documents::Document> = hanging
        .iter()
        .filter(|paper| paper.kind == one.kind && !used.contains(&paper.id))
        .filter(|paper| one.kind != DocumentKind::Other || named(paper))
        .collect();
    fitting.sort_by_key(|paper| (!named(paper), paper.state != DocumentState::Genuine));
    fitting.first().copied()
}

impl Gathered {
    /// As the rules of flows see its papers.
    pub fn documents(&self) -> Vec<Document> {
        let document = |paper: &PaperLook| Document {
            mandatory: paper.mandatory,
            genuine: matches!(paper.proof, PaperProof::Genuine | PaperProof::Seen),
            expires: paper.expires_on,
        };
        self.papers.iter().map(document).collect()
    }

    pub fn visit_policy(&self) -> VisitPolicy {
        self.version.content.visit_policy
    }
}

/// What is kept of the papers when the study is handed over.
///
/// # Errors
/// What the database refuses.
pub fn handed_over(cx: &Write<'_>, request: &CaseRequest) -> Result<()> {
    let Some(whole) = gathered(cx, request)? else { return Ok(()) };
    let mandatory = whole.papers.iter().filter(|paper| paper.mandatory);
    let verified = mandatory.clone().filter_map(|paper| paper.verified_on).max();
    let sql = "UPDATE case_service SET papers = $1, verified_on = $2 WHERE request = $3";
    cx.run(sql, values![mandatory.count() as i64, verified, request.id]).map(drop)
}

/// What a decision says of the service.
#[derive(Debug, Clone, Copy)]
pub struct Decided {
    pub outcome: Outcome,
    pub amount: Option<Money>,
    pub exception: bool,
}

/// What keeps a decision from standing that the rules of flows do not know: places, the most one gets, who asked for the
/// exception.
///
/// # Errors
/// The first of them.
pub fn may_decide(cx: &Read<'_>, whole: &Gathered, decided: Decided) -> Result<()> {
    if decided.outcome != Outcome::Approved {
        return Ok(());
    }
    let content = &whole.version.content;
    let left = offer::places_left(cx, whole.version.id, content.capacity)?;
    require(left != Some(0), Refusal::new(rules::SERVICE_FULL).at("outcome"))?;
    let over = content.ceiling.zip(decided.amount).is_some_and(|(most, amount)| amount > most);
    if let Some(most) = content.ceiling.filter(|_| over) {
        return Err(Refusal::new(rules::OVER_CEILING).with("most", most).at("amount").into());
    }
    let against = whole.looked.whole() != Whole::Eligible;
    if decided.exception && against {
        require(whole.kept.exception_by.is_some(), rules::EXCEPTION_MISSING)?;
        require(whole.kept.exception_by != Some(cx.who.id), rules::EXCEPTION_OWN)?;
    }
    Ok(())
}

/// Keeps what the criteria came to at the decision, and whom it was about.
///
/// # Errors
/// What the database refuses.
pub fn decide(
    cx: &Write<'_>,
    request: CaseRequestId,
    whole: &Gathered,
    decided: Decided,
    days: Option<i64>,
) -> Result<()> {
    let before = &whole.kept;
    let approved = decided.outcome == Outcome::Approved;
    let judged = whole.looked.whole();
    let exception = approved && judged != Whole::Eligible;
    let family = whole.looked.family.as_ref();
    let of = |part: fn(&services::offer::FamilyKnown) -> &str| family.map(part).unwrap_or_default().to_owned();
    let after = CaseService {
        amount: decided.amount.filter(|_| approved && whole.version.content.gives == ServiceGives::Money),
        exception,
        judged: Some(judged),
        points: whole.looked.judgement.as_ref().map(|judgement| judgement.points),
        ..before.clone()
    };
    cx.run(
        include_str!("sql/decide_service.sql"),
        values![
            after.amount,
            exception,
            crate::named::name(&judged)?,
            after.points,
            days,
            of(|family| family.class.as_str()),
            of(|family| family.governorate.as_str()),
            of(|family| family.sex.as_str()),
            request
        ],
    )?;
    cx.run("DELETE FROM case_criterion WHERE request = $1", values![request])?;
    for one in &whole.looked.kept {
        cx.run(
            "INSERT INTO case_criterion (request, no, result, value, source, source_on) VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                request,
                one.no,
                crate::named::name(&one.result)?,
                one.value.as_str(),
                one.note.as_str(),
                one.source_on
            ],
        )?;
    }
    Ok(())
}

/// The criteria as they stood at the decision.
fn stood(cx: &Read<'_>, request: CaseRequestId, version: &Version, kept: &CaseService) -> Result<ServiceLook> {
    let sql = "SELECT no, result, value, source, source_on FROM case_criterion WHERE request = $1 ORDER BY no";
    let all: Vec<(i64, Met, String, String, Option<Day>)> = cx.rows(sql, values![request], |row| {
        Ok((
            row.get("no")?,
            crate::named::column(row, "result")?,
            row.get("value")?,
            row.get("source")?,
            row.get("source_on")?,
        ))
    })?;
    let mut criteria = Vec::new();
    for (no, result, value, note, source_on) in all {
        let Some(one) = version.content.criteria.iter().find(|one| one.no == no) else { continue };
        criteria.push(CriterionLook { result, value, note, source_on, ..offer::bare(one) });
    }
    let mandatory = criteria.iter().filter(|one| one.mandatory);
    let look = ServiceLook {
        mandatory_met: mandatory.clone().filter(|one| one.result == Met::Met).count(),
        mandatory: mandatory.count(),
        whole: kept.judged.unwrap_or(Whole::Incomplete),
        points: kept.points.unwrap_or(0),
        criteria,
    };
    Ok(if offer::sees_facts(cx) { look } else { ServiceLook { criteria: Vec::new(), ..look } })
}

/// The service of a request, as its page shows it.
///
/// # Errors
/// What the database refuses.
pub fn sheet(cx: &Read<'_>, request: &CaseRequest) -> Result<Option<ServiceAsked>> {
    let Some(whole) = gathered(cx, request)? else { return Ok(None) };
    let decided = request.outcome.is_some() && request.outcome != Some(Outcome::Waitlisted);
    let content = &whole.version.content;
    let studies = request.researcher == Some(cx.who.id);
    let undecided = matches!(request.state, State::New | State::Assessment | State::AwaitingApplicant);
    let role = rules::role(cx.who.role);
    Ok(Some(ServiceAsked {
        service: whole.version.service,
        name: whole.version.name.clone(),
        version: whole.version.id,
        number: whole.version.number,
        newer: offer::newer(cx, &whole.version)?,
        announced_on: whole.version.announced_on,
        gives: content.gives,
        ceiling: content.ceiling,
        asked: whole.kept.asked,
        amount: whole.kept.amount,
        look: if decided { stood(cx, request.id, &whole.version, &whole.kept)? } else { whole.looked.look.clone() },
        sees_facts: offer::sees_facts(cx),
        missing: whole.looked.missing.clone(),
        papers: whole.papers.clone(),
        interview_on: whole.interview_on,
        visit_on: whole.visit_on,
        visit_policy: content.visit_policy,
        visit_needed: whole.visit_planned,
        capacity: content.capacity,
        places_left: offer::places_left(cx, whole.version.id, content.capacity)?,
        limit: casework::DecisionLimit::default().of(role),
        exception: whole.kept.exception,
        exception_by_name: match whole.kept.exception_by {
            Some(person) => facts::person_name(cx, person)?,
            None => String::new(),
        },
        exception_mine: whole.kept.exception_by == Some(cx.who.id),
        exception_on: whole.kept.exception_on,
        exception_reason: whole.kept.exception_reason.clone(),
        studies: studies && undecided,
        taken_by: whole.kept.taken_by.clone(),
    }))
}

/// The request of whoever studies it, before it is handed over for decision.
fn studied(cx: &Read<'_>, id: CaseRequestId) -> Result<(CaseRequest, CaseService)> {
    let request = store::request(cx, id)?;
    let kept = find(cx, id)?.ok_or(rules::NOT_SERVICE)?;
    let under_study = matches!(request.state, State::New | State::Assessment | State::AwaitingApplicant);
    require(under_study, rules::STUDY_OVER)?;
    require(request.researcher == Some(cx.who.id), FLOW_HANDLER)?;
    Ok((request, kept))
}

/// Who studies a request says what they found of a criterion no register knows.
pub fn judge(cx: &Write<'_>, input: JudgeCriterion) -> Result<Nothing> {
    let (before, kept) = studied(cx, input.id)?;
    let version = offer::version(cx, kept.version)?;
    let one = version.content.criteria.iter().find(|one| one.no == input.no && one.fact == ServiceFact::Judged);
    let one = one.ok_or(rules::NOT_JUDGED)?;
    let note = rules::line("note", &input.note)?;
    require(!note.is_empty(), Refusal::new(rules::FINDING_NOTE).at("note"))?;
    cx.claim(store::RECORD, input.id, input.version)?;
    cx.run(
        "INSERT INTO case_finding (request, no, met, note, by, day) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (request, no) DO UPDATE SET met = excluded.met, note = excluded.note, by = excluded.by, day = excluded.day",
        values![input.id, input.no, input.met, note.as_str(), cx.who.id, cx.today()],
    )?;
    let word = if input.met { "found_met" } else { "found_not_met" };
    let said = format!("{}: {note}", one.text);
    store::happened(cx, input.id, &Happened { word, note: &said, ..Happened::of(CaseEventKind::Noted) })?;
    store::told(cx, Some(&before), input.id)?;
    Ok(Nothing {})
}

/// Who studies a request asks that it be approved against its criteria; another person decides.
pub fn propose_exception(cx: &Write<'_>, input: SayOfRequest) -> Result<Nothing> {
    let (before, kept) = studied(cx, input.id)?;
    require(kept.exception_by.is_none(), rules::EXCEPTION_STANDS)?;
    let whole = gathered(cx, &before)?.ok_or(rules::NOT_SERVICE)?;
    require(whole.looked.whole() != Whole::Eligible, rules::EXCEPTION_NEEDLESS)?;
    let reason = rules::text("note", &input.note)?;
    require(!reason.is_empty(), Refusal::new(rules::EXCEPTION_REASON).at("note"))?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let sql = "UPDATE case_service SET exception_reason = $1, exception_by = $2, exception_on = $3 WHERE request = $4";
    cx.run(sql, values![reason.as_str(), cx.who.id, cx.today(), input.id])?;
    store::happened(
        cx,
        input.id,
        &Happened { word: "exception", note: &reason, ..Happened::of(CaseEventKind::Noted) },
    )?;
    store::told(cx, Some(&before), input.id)?;
    Ok(Nothing {})
}

/// Whom what was given was handed to.
///
/// # Errors
/// Nobody was named.
pub fn taken(cx: &Write<'_>, request: &CaseRequest, typed: &str) -> Result<()> {
    let Some(kept) = find(cx, request.id)? else { return Ok(()) };
    let by = rules::line("taken_by", typed)?;
    let version = offer::version(cx, kept.version)?;
    let goods = version.content.gives == ServiceGives::Goods && request.outcome == Some(Outcome::Approved);
    require(!goods || !by.is_empty(), Refusal::new(rules::TAKEN_BY).at("taken_by"))?;
    cx.run("UPDATE case_service SET taken_by = $1 WHERE request = $2", values![by, request.id]).map(drop)
}

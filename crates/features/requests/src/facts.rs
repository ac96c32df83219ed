//! A request with all that its steps look at, gathered for the rules of `casework::flows`.

use crate::model::RequestWay;
use crate::store::{self, CaseRequest};
use crate::{frame, rules, service};
use casework::flows::{self, Actor, Contested, Document, Move, Request, Step, ways};
use casework::requests::{Kind, State};
use database::{Read as Rows, values};
use documents::DocumentState;
use kernel::id::{CaseRequestId, PersonId, SubjectId};
use kernel::{Day, Result};
use office::context::Read;

use crate::frame::Calendar;
use crate::model::FlowCondition;

/// How many a grievance may stand above: a second level, its first, and what that one is against.
const DEEPEST: usize = 4;

/// # Errors
/// What the database refuses.
pub fn facts(cx: &Read<'_>, request: &CaseRequest) -> Result<Request> {
    let declared: Vec<(PersonId, bool)> =
        cx.rows("SELECT person, tie FROM case_declaration WHERE request = $1", values![request.id], |row| {
            Ok((row.get("person")?, row.get("tie")?))
        })?;
    let said = |tie: bool| declared.iter().filter(|one| one.1 == tie).map(|one| one.0.to_string()).collect();
    let referral = store::referral(cx, request.id)?;
    let asked = service::gathered(cx, request)?;
    let bare = Request::of(request.kind);
    let researcher_name = match request.researcher {
        Some(researcher) => person_name(cx, researcher)?,
        None => String::new(),
    };
    Ok(Request {
        state: Some(request.state),
        back: request.back,
        applicant: applicant(request),
        anonymous: request.anonymous,
        restricted: request.restricted,
        against: request.against.map(|department| department.to_string()),
        researcher: request.researcher.map(|person| person.to_string()),
        decider: request.decided_by.map(|person| person.to_string()),
        outcome: request.outcome,
        documents: match &asked {
            Some(asked) => asked.documents(),
            None => documents(cx, request)?,
        },
        interview: asked.as_ref().is_some_and(|asked| asked.interview_on.is_some()),
        visit: asked.as_ref().is_some_and(|asked| asked.visit_on.is_some()),
        visit_policy: asked.as_ref().map_or(bare.visit_policy, service::Gathered::visit_policy),
        visit_needed: asked.as_ref().is_some_and(|asked| asked.visit_planned),
        criteria: asked.as_ref().map_or(bare.criteria, |asked| asked.looked.whole()),
        asked: asked.as_ref().and_then(|asked| asked.kept.asked),
        exception: asked.as_ref().is_some_and(|asked| asked.kept.exception),
        same_family_name: rules::same_family(&store::shown_name(cx, request)?, &researcher_name),
        declared: said(false),
        ties: said(true),
        contests: request.contests,
        letter: request.letter_on,
        parent: parent(cx, request.parent, DEEPEST)?,
        consent: referral.as_ref().map(|referral| referral.consent).unwrap_or_default(),
        card: referral.as_ref().is_some_and(|referral| referral.card_on.is_some()),
        stage: referral.and_then(|referral| referral.stage),
        executed: request.executed_on.is_some(),
        ..bare
    })
}

/// Whatever tells applicants apart; none where there is nobody that is named.
pub fn applicant(request: &CaseRequest) -> Option<String> {
    let party = request.party.map(|party| party.to_string());
    let asking = request.asking.map(|department| department.to_string());
    party.or(asking).or_else(|| Some(request.applicant_name.clone()).filter(|name| !name.is_empty()))
}

/// # Errors
/// What the database refuses.
pub fn person_name(db: &Rows<'_>, person: PersonId) -> Result<String> {
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(db.row(sql, values![person], |row| row.get("name"))?.unwrap_or_default())
}

/// The evidence of a change of data: every paper that hangs on it must be genuine, and there must be one.
fn documents(cx: &Read<'_>, request: &CaseRequest) -> Result<Vec<Document>> {
    if request.kind != Kind::DataChange {
        return Ok(Vec::new());
    }
    let hanging = documents::hanging_on(cx, store::RECORD, SubjectId::from_bytes(*request.id.as_bytes()))?;
    let mut papers: Vec<Document> = hanging
        .iter()
        .filter(|paper| paper.removed_at.is_none())
        .map(|paper| Document {
            mandatory: true,
            genuine: paper.state == DocumentState::Genuine,
            expires: paper.expires_on,
        })
        .collect();
    if papers.is_empty() {
        papers.push(Document { mandatory: true, genuine: false, expires: None });
    }
    Ok(papers)
}

/// What a grievance is against, with what that is against in its turn.
///
/// # Errors
/// What the database refuses.
pub fn parent(db: &Rows<'_>, id: Option<CaseRequestId>, deep: usize) -> Result<Option<Contested>> {
    let Some(id) = id.filter(|_| deep > 0) else { return Ok(None) };
    let Some(request) = store::find(db, id)? else { return Ok(None) };
    Ok(Some(Contested {
        kind: request.kind,
        state: Some(request.state),
        outcome: request.outcome,
        researcher: request.researcher.map(|person| person.to_string()),
        decider: request.decided_by.map(|person| person.to_string()),
        letter: request.letter_on,
        parent: parent(db, request.parent, deep - 1)?.map(Box::new),
    }))
}

/// What is missing for a step: the codes of the rule.
pub fn missing(facts: &Request, actor: &Actor, on: Day, step: &Step, calendar: &Calendar) -> Vec<String> {
    let refused = flows::attempt(facts, actor, on, step, calendar.frame()).err().unwrap_or_default();
    refused.codes().map(|code| code.to_string()).collect()
}

/// The move a page tries to see what is missing: with all that is said on the way.
fn probe(to: State) -> Move {
    let said = Some(String::from("-"));
    Move { reason: said.clone(), answer: said, asked_by_applicant: true, ..Move::to(to) }
}

/// Each step that leads on from here, with its conditions for who asks.
pub fn ways_of(facts: &Request, actor: &Actor, on: Day, calendar: &Calendar) -> Vec<RequestWay> {
    let from = facts.state.unwrap_or(State::New);
    let tried = |to: State| {
        let mut way = probe(to);
        way.outcome = flows::Outcome::of(facts.kind).first().copied();
        way.amount = facts.asked;
        missing(facts, actor, on, &Step::To(way), calendar)
    };
    ways(facts)
        .into_iter()
        .map(|to| {
            let lacks = tried(to);
            let mut keys: Vec<String> = rules::conditions(facts.kind, from, to, facts.level())
                .into_iter()
                .map(|key| format!("flow.{key}"))
                .collect();
            // What comes alone, before all others, and what no list foresaw, is named as well.
            keys.extend(lacks.iter().filter(|code| !keys.contains(code)).cloned().collect::<Vec<_>>());
            let conditions = keys.into_iter().map(|key| FlowCondition { met: !lacks.contains(&key), key }).collect();
            RequestWay { to, conditions }
        })
        .collect()
}

/// Who asks, as the rules see them.
///
/// # Errors
/// What the database refuses.
pub fn me(cx: &Read<'_>) -> Result<Actor> {
    frame::actor(cx, cx.who.id, cx.who.role)
}

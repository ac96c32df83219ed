//! `flows.yml`: a request, and the steps of several people with it, one after the other.

use super::change;
use super::found::{Found, codes, items, maybe, word};
use super::words::{DOCUMENTS, ROLES, decision_limit, kind, request_state, role};
use crate::reader::{
    Fields, Problem, Read, day, each, is_none, list, money, number, text, truth, weekday, word as one_of,
};
use casework::criteria::Whole;
use casework::flows::{
    Actor, Consent, Contested, Contests, Document, Frame, Move, Outcome, Request, Stage, Step, VisitPolicy, attempt,
};
use casework::{DecisionLimit, deadlines};
use serde_norway::Value;
use std::collections::BTreeMap;

pub(super) fn run(fields: &mut Fields<'_>, settings: Option<Fields<'_>>) -> Read<Found> {
    let mut limit = DecisionLimit::default();
    let mut terms = deadlines::Settings::default();
    change(settings, |fields| {
        decision_limit(fields, &mut limit)?;
        fields.set("appeal_days", &mut terms.appeal_days, number)?;
        fields.set("appeal_to_working_day", &mut terms.appeal_to_working_day, truth)?;
        fields.set("weekend", &mut terms.weekend, |value| each(value, weekday))
    })?;
    let frame = Frame { decision_limit: limit, deadlines: &terms, days_off: &[] };
    let people = people(fields.want("people")?)?;
    let mut given = Fields::of("request", fields.want("request")?)?;
    let mut request = Request::of(given.read_wanted("kind", kind)?);
    facts(&mut given, &mut request)?;
    given.finish()?;

    let mut answers = Vec::new();
    for step in fields.read_wanted("steps", list)? {
        answers.push(take(step, &mut request, &people, frame)?);
    }
    let mut found = Found::default();
    found.key("steps", Value::Sequence(answers));
    found.key("state", maybe(request.state.map(|state| state.name())));
    found.key("outcome", maybe(request.outcome.map(|outcome| name(&OUTCOMES, outcome))));
    found.key("researcher", maybe(request.researcher.as_ref()));
    found.key("decider", maybe(request.decider.as_ref()));
    found.key("stage", maybe(request.stage.map(|stage| name(&STAGES, stage))));
    found.key("exception", word(request.exception));
    found.key("level", word(request.level()));
    Ok(found)
}

type People = BTreeMap<String, Actor>;

fn people(given: &Value) -> Read<People> {
    let named = Fields::of("people", given)?.rest();
    let person = |(name, given): (String, &Value)| {
        let actor = if given.is_mapping() {
            let mut fields = Fields::of(&name, given)?;
            let role = fields.read_wanted("role", role)?;
            let department = fields.maybe("department", text)?;
            fields.finish()?;
            Actor { name: name.clone(), role, department }
        } else {
            Actor { name: name.clone(), role: one_of(given, &ROLES)?, department: None }
        };
        Ok((name, actor))
    };
    named.into_iter().map(person).collect()
}

fn known<'p>(people: &'p People, name: &str) -> Read<&'p Actor> {
    people.get(name).ok_or_else(|| Problem::unreadable(format!("people: nobody is called {name}")))
}

/// Takes one step; what is set is always taken.
fn take(step: &Value, request: &mut Request, people: &People, frame: Frame<'_>) -> Read<Value> {
    let mut fields = Fields::of("step", step)?;
    if let Some(set) = fields.get("set") {
        fields.finish()?;
        let mut set = Fields::of("set", set)?;
        if let Some(kind) = set.maybe("kind", kind)? {
            request.kind = kind;
        }
        facts(&mut set, request)?;
        set.finish()?;
        return Ok(word("ok"));
    }
    let by = fields.read_wanted("by", text)?;
    let actor = known(people, &by)?;
    let on = fields.read_wanted("on", day)?;
    let step = step_of(&mut fields, people)?;
    fields.finish()?;
    Ok(match attempt(request, actor, on, &step, frame) {
        Ok(after) => {
            *request = after;
            word("ok")
        }
        Err(refusals) => items(codes(&refusals)),
    })
}

fn step_of(fields: &mut Fields<'_>, people: &People) -> Read<Step> {
    let open = fields.flag("open")?.then_some(Step::Open);
    let assign = fields.read("assign", text)?.map(|name| known(people, &name).cloned()).transpose()?.map(Step::Assign);
    let to = fields.read("to", request_state)?.map(|to| way(fields, to)).transpose()?.map(Step::To);
    let stage = fields.read("stage", |value| one_of(value, &STAGES))?.map(Step::Stage);
    let mut steps = [open, assign, to, stage].into_iter().flatten();
    match (steps.next(), steps.next()) {
        (Some(step), None) => Ok(step),
        _ => Err(Problem::unreadable("step: wanted one of open, assign, to, stage and set")),
    }
}

fn way(fields: &mut Fields<'_>, to: casework::requests::State) -> Read<Move> {
    Ok(Move {
        reason: fields.maybe("reason", text)?,
        outcome: fields.maybe("outcome", outcome)?,
        amount: fields.maybe("amount", money)?,
        exception: fields.flag("exception")?,
        answer: fields.maybe("answer", text)?,
        asked_by_applicant: fields.flag("asked_by_applicant")?,
        ..Move::to(to)
    })
}

/// Reads the facts of a request; those that are absent stay.
fn facts(fields: &mut Fields<'_>, request: &mut Request) -> Read<()> {
    fields.set("state", &mut request.state, or_none(request_state))?;
    fields.set("back", &mut request.back, or_none(request_state))?;
    fields.set("applicant", &mut request.applicant, or_none(text))?;
    fields.set("anonymous", &mut request.anonymous, truth)?;
    fields.set("restricted", &mut request.restricted, truth)?;
    fields.set("against", &mut request.against, or_none(text))?;
    fields.set("researcher", &mut request.researcher, or_none(text))?;
    fields.set("decider", &mut request.decider, or_none(text))?;
    fields.set("outcome", &mut request.outcome, or_none(outcome))?;
    if fields.has("docs") {
        request.documents = fields.many("docs", document)?;
    }
    fields.set("interview", &mut request.interview, truth)?;
    fields.set("visit", &mut request.visit, truth)?;
    let policies =
        [("never", VisitPolicy::Never), ("if_needed", VisitPolicy::IfNeeded), ("always", VisitPolicy::Always)];
    fields.set("visit_policy", &mut request.visit_policy, |value| one_of(value, &policies))?;
    fields.set("visit_needed", &mut request.visit_needed, truth)?;
    fields.set("same_family_name", &mut request.same_family_name, truth)?;
    fields.set("declared", &mut request.declared, |value| each(value, text))?;
    fields.set("ties", &mut request.ties, |value| each(value, text))?;
    let wholes =
        [("eligible", Whole::Eligible), ("incomplete", Whole::Incomplete), ("not_eligible", Whole::NotEligible)];
    fields.set("criteria", &mut request.criteria, |value| one_of(value, &wholes))?;
    fields.set("asked", &mut request.asked, or_none(money))?;
    let contests = [("decision", Contests::Decision), ("procedure", Contests::Procedure)];
    fields.set("contests", &mut request.contests, |value| one_of(value, &contests))?;
    fields.set("letter", &mut request.letter, or_none(day))?;
    fields.set("parent", &mut request.parent, or_none(contested))?;
    let consents = [("none", Consent::NotAsked), ("given", Consent::Given), ("withdrawn", Consent::Withdrawn)];
    fields.set("consent", &mut request.consent, |value| one_of(value, &consents))?;
    fields.set("card", &mut request.card, truth)?;
    fields.set("stage", &mut request.stage, or_none(|value| one_of(value, &STAGES)))?;
    fields.set("executed", &mut request.executed, truth)?;
    fields.set("exception", &mut request.exception, truth)
}

/// A value, or `none`.
fn or_none<'v, T>(read: impl Fn(&'v Value) -> Read<T>) -> impl Fn(&'v Value) -> Read<Option<T>> {
    move |value| if is_none(value) { Ok(None) } else { read(value).map(Some) }
}

fn document(fields: &mut Fields<'_>) -> Read<Document> {
    fields.maybe("doc", text)?;
    Ok(Document {
        mandatory: fields.read("mandatory", truth)?.unwrap_or(true),
        genuine: fields.maybe("status", |value| one_of(value, &DOCUMENTS))?.unwrap_or(false),
        expires: fields.maybe("expires", day)?,
    })
}

fn contested(value: &Value) -> Read<Contested> {
    let mut fields = Fields::of("parent", value)?;
    let contested = Contested {
        kind: fields.read_wanted("kind", kind)?,
        state: fields.maybe("state", request_state)?,
        outcome: fields.maybe("outcome", outcome)?,
        researcher: fields.maybe("researcher", text)?,
        decider: fields.maybe("decider", text)?,
        letter: fields.maybe("letter", day)?,
        parent: fields.maybe("parent", self::contested)?.map(Box::new),
    };
    fields.finish()?;
    Ok(contested)
}

const OUTCOMES: [(&str, Outcome); 8] = [
    ("approved", Outcome::Approved),
    ("rejected", Outcome::Rejected),
    ("waitlisted", Outcome::Waitlisted),
    ("referred", Outcome::Referred),
    ("upheld", Outcome::Upheld),
    ("partly", Outcome::Partly),
    ("settled", Outcome::Settled),
    ("not_settled", Outcome::NotSettled),
];

fn outcome(value: &Value) -> Read<Outcome> {
    one_of(value, &OUTCOMES)
}

const STAGES: [(&str, Stage); 6] = [
    ("handed_over", Stage::HandedOver),
    ("contacted", Stage::Contacted),
    ("arrived", Stage::Arrived),
    ("served", Stage::Served),
    ("refused", Stage::Refused),
    ("no_show", Stage::NoShow),
];

fn name<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}

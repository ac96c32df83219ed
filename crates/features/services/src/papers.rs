//! Papers of services: the announcement with its criteria, the form by which one asks, the list of those to be called.

use crate::inputs::{AskWhoQualifies, WhichService};
use crate::model::{MissingFact, ServiceCallState, ServiceFact, ServiceGives};
use crate::proactive::who_qualifies;
use crate::queries::{asked_for, channels};
use crate::store::{self, RECORD, Version, name};
use kernel::saudi::Mobile;
use kernel::{Day, Result};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

pub const ANNOUNCEMENT: Template =
    Template { name: "service_announcement", source: include_str!("papers/service_announcement.typ") };
pub const FORM: Template = Template { name: "service_form", source: include_str!("papers/service_form.typ") };
pub const CALLS: Template = Template { name: "service_calls", source: include_str!("papers/service_calls.typ") };
/// Families of one list of calls: what one person calls in some days.
const MOST_CALLS: i64 = 200;

fn word(key: &str) -> String {
    words::word(key, Language::Ar)
}

fn day(day: Option<Day>) -> Value {
    day.map_or(Value::Null, paper::dates_json)
}

/// What both papers say of a version.
fn said(version: &Version) -> Result<Value> {
    let content = &version.content;
    let criteria: Vec<Value> =
        content.criteria.iter().map(|one| json!({ "text": one.text, "mandatory": one.mandatory })).collect();
    let papers: Vec<Value> = content
        .papers
        .iter()
        .map(|one| json!({ "name": one.name, "method": one.method, "mandatory": one.mandatory }))
        .collect();
    Ok(json!({
        "name": version.name, "number": version.number, "about": content.about, "process": content.process,
        "gives": word(&format!("services.gives.{}", content.gives.name())), "money": content.gives == ServiceGives::Money,
        "programme": content.programme, "decision": content.decision, "criteria": criteria, "papers": papers,
        "opens_on": day(content.opens_on), "closes_on": day(content.closes_on), "capacity": content.capacity,
        "ceiling": content.ceiling, "term_days": content.term_days,
        "visit": word(&format!("services.visit.{}", name(&content.visit_policy)?)),
        "announced_on": day(version.announced_on),
        "standing": word(&format!("services.standing.{}", version.standing.name())),
        "announced": version.announced_on.is_some(),
    }))
}

pub fn announcement_paper(cx: &Read<'_>, input: WhichService) -> Result<Paper> {
    let version = asked_for(cx, input)?;
    let mut data = said(&version)?;
    let channels: Vec<Value> = channels(cx, version.id)?
        .into_iter()
        .map(|one| {
            json!({ "channel": word(&format!("services.channel.{}", one.channel.name())), "on": paper::dates_json(one.published_on),
                    "evidence": one.evidence })
        })
        .collect();
    data["channels"] = json!(channels);
    data["approved_by"] = json!(store::person(cx, version.approved_by)?);
    saw(cx, &version, "announcement");
    paper::print(cx, &ANNOUNCEMENT, &format!("service-{}", version.number), &data)
}

pub fn form_paper(cx: &Read<'_>, input: WhichService) -> Result<Paper> {
    let version = asked_for(cx, input)?;
    saw(cx, &version, "form");
    paper::print(cx, &FORM, "service-request-form", &said(&version)?)
}

/// What is missing of a family, in words.
pub fn missing_words(missing: &[MissingFact], language: Language) -> String {
    let one = |missing: &MissingFact| match missing.fact {
        ServiceFact::Judged => missing.text.clone(),
        fact => words::word(&format!("services.fact.{}", fact.name()), language),
    };
    missing.iter().map(one).collect::<Vec<_>>().join(" · ")
}

pub fn calls_paper(cx: &Read<'_>, input: AskWhoQualifies) -> Result<Paper> {
    let apart =
        [ServiceCallState::NotCalled, ServiceCallState::NoAnswer, ServiceCallState::Reached, ServiceCallState::WillAsk];
    let state = if input.state.is_empty() { apart.to_vec() } else { input.state.clone() };
    let asked = AskWhoQualifies { state, offset: 0, limit: Some(MOST_CALLS), ..input };
    let page = who_qualifies(cx, asked)?;
    let lines: Vec<Value> = page
        .lines
        .iter()
        .map(|one| {
            let parts = [one.city.as_str(), one.district.as_str()];
            let place = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
            json!({
                "name": one.name, "file_no": one.file_no, "place": place,
                "mobile": Mobile::parse(&one.mobile).map(|mobile| mobile.shown()).unwrap_or_default(),
                "score": one.score, "met": format!("{}/{}", one.mandatory_met, one.mandatory),
                "missing": missing_words(&one.missing, Language::Ar),
                "state": word(&format!("services.call_state.{}", one.state.name())),
            })
        })
        .collect();
    let data = json!({ "name": page.name, "number": page.number, "lines": lines, "total": page.total });
    paper::print(cx, &CALLS, "service-calls", &data)
}

fn saw(cx: &Read<'_>, version: &Version, what: &str) {
    cx.saw(RECORD, version.service, &version.name, json!({ "paper": what }));
}

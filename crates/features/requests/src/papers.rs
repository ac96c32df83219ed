//! Papers of requests: the letter with a decision and its right of appeal, the receipt of a grievance, the card of a referral.

use crate::inputs::WhichRequest;
use crate::model::SharedField;
use crate::store::{self, CaseRequest};
use crate::{facts, frame, named, rules, service, sheet};
use casework::flows::Consent;
use casework::requests::Kind;
use kernel::saudi::Mobile;
use kernel::{Failure, Result, require};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const LETTER: Template = Template { name: "request_letter", source: include_str!("papers/request_letter.typ") };
const RECEIPT: Template = Template { name: "request_receipt", source: include_str!("papers/request_receipt.typ") };
const CARD: Template = Template { name: "referral_card", source: include_str!("papers/referral_card.typ") };

fn word(key: String) -> String {
    words::word(&key, Language::Ar)
}

/// The letter with the decision; whoever printed it leaves a line.
pub fn letter_paper(cx: &Read<'_>, input: WhichRequest) -> Result<Paper> {
    let request = store::request(cx, input.request)?;
    let outcome = request.outcome.ok_or(rules::NOT_DECIDED)?;
    kernel::require(request.from_register != Some(crate::model::FromRegister::History), rules::HISTORY)?;
    let calendar = frame::calendar(cx)?;
    let facts = facts::facts(cx, &request)?;
    let last = sheet::appeal(&request, cx.today(), &calendar)?;
    let decided = request.decided_on.ok_or(rules::NOT_DECIDED)?;
    let data = json!({
        "number": request.request_no,
        "name": store::shown_name(cx, &request)?,
        "subject": request.subject,
        "kind": word(format!("requests.kind.{}", request.kind.name())),
        "amount": service::find(cx, request.id)?.and_then(|kept| kept.amount),
        "received_on": paper::dates_json(request.received_on),
        "outcome": word(format!("requests.outcome.{}", named::name(&outcome)?)),
        "reason": request.reason,
        "decided_on": paper::dates_json(decided),
        "decided_by": request.decided_by.map_or(Ok(String::new()), |person| facts::person_name(cx, person))?,
        "delivered_on": request.letter_on.map_or(Value::Null, paper::dates_json),
        "appeal_days": calendar.settings.appeal_days,
        "appeal_last": last.map_or(Value::Null, paper::dates_json),
        "level": facts.level(),
    });
    saw(cx, &request, "letter");
    paper::print(cx, &LETTER, &format!("decision-{}", request.request_no), &data)
}

/// That a grievance, or any other request, was received, and until when it is answered.
pub fn receipt_paper(cx: &Read<'_>, input: WhichRequest) -> Result<Paper> {
    let request = store::request(cx, input.request)?;
    let parent = request.parent.map(|parent| store::find(cx, parent)).transpose()?.flatten();
    let data = json!({
        "number": request.request_no,
        "name": store::shown_name(cx, &request)?,
        "anonymous": request.anonymous,
        "subject": request.subject,
        "kind": word(format!("requests.kind.{}", request.kind.name())),
        "grievance": request.kind == Kind::Grievance,
        "against": parent.map_or(Value::Null, |parent| Value::from(parent.request_no)),
        "received_on": paper::dates_json(request.received_on),
        "received_by": facts::person_name(cx, request.received_by)?,
        "due": request.due.map_or(Value::Null, paper::dates_json),
    });
    saw(cx, &request, "receipt");
    paper::print(cx, &RECEIPT, &format!("receipt-{}", request.request_no), &data)
}

/// The card a referred person takes along, with what the consent lets the entity know, and a slip that comes back.
pub fn card_paper(cx: &Read<'_>, input: WhichRequest) -> Result<Paper> {
    let request = store::request(cx, input.request)?;
    let referral = store::referral(cx, input.request)?.ok_or(rules::NOT_REFERRAL)?;
    require(referral.consent == Consent::Given, rules::CONSENT_MISSING)?;
    let entity = frame::entities(cx)?.into_iter().find(|one| one.entity == referral.entity);
    let entity = entity.ok_or(Failure::not_found("entity"))?;
    let shares = |field: SharedField| referral.shared.split(',').any(|name| name == field.name());
    let mobile = Mobile::parse(&sheet::mobile(cx, &request)?).map(|mobile| mobile.shown()).unwrap_or_default();
    let born = match request.party {
        Some(party) => parties::party(cx, party)?.facts.born_on,
        None => None,
    };
    let asks = request.researcher.unwrap_or(request.received_by);
    let data = json!({
        "number": request.request_no,
        "day": paper::dates_json(referral.card_on.unwrap_or(cx.today())),
        "entity": entity.name,
        "contact": entity.contact,
        "place": entity.place,
        "phone": entity.phone,
        "hours": entity.hours,
        "name": store::shown_name(cx, &request)?,
        "mobile": if shares(SharedField::Mobile) { mobile } else { String::new() },
        "born_on": born.filter(|_| shares(SharedField::Age)).map_or(Value::Null, paper::dates_json),
        "service": referral.service,
        "body": if shares(SharedField::Study) { request.body.clone() } else { String::new() },
        "appointment": referral.appointment.map_or(Value::Null, paper::dates_json),
        "appointment_time": referral.appointment_time,
        "asks": facts::person_name(cx, asks)?,
    });
    saw(cx, &request, "card");
    paper::print(cx, &CARD, &format!("referral-{}", request.request_no), &data)
}

fn saw(cx: &Read<'_>, request: &CaseRequest, what: &str) {
    cx.saw(store::RECORD, request.id, &request.request_no, json!({ "paper": what }));
}

//! Referrals: to whom, with whose consent to what, the card, the stages at the partner's, and the calls until somebody arrived.

use crate::inputs::{
    ChangeReferral, GiveReferralConsent, RecordReferralCall, SayOfRequest, StageReferral, TypedReferral,
};
use crate::model::{CallResult, CaseEventKind, SharedField};
use crate::store::{self, CaseReferral, CaseRequest, Happened};
use crate::{advance, facts, frame, named, rules};
use casework::deadlines;
use casework::flows::{self, Consent, Move, Stage, Step};
use casework::requests::State;
use database::values;
use kernel::id::{CaseRequestId, PartyId};
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;
use parties::ConsentPurpose;

/// What for, of a referral that may be made.
///
/// # Errors
/// Nobody knows the entity; nothing is said of the service; an appointment long past.
pub fn checked(cx: &Read<'_>, typed: &TypedReferral) -> Result<String> {
    let known = frame::entities(cx)?.into_iter().any(|one| one.entity == typed.entity && one.active);
    require(known, Refusal::new(rules::ENTITY_UNKNOWN).at("entity"))?;
    if let Some(day) = typed.appointment {
        let past = cx.today().days_since(day) > rules::EARLIEST;
        require(!past, Refusal::new(rules::APPOINTMENT_PAST).at("appointment"))?;
    }
    rules::said("service", &typed.service, rules::SERVICE_MISSING)
}

/// A referral for a change of it.
fn of(cx: &Read<'_>, id: kernel::id::CaseRequestId) -> Result<(CaseRequest, CaseReferral)> {
    let request = store::request(cx, id)?;
    let referral = store::referral(cx, id)?.ok_or(rules::NOT_REFERRAL)?;
    require(!request.state.is_end(), rules::NOT_UNDER_WAY)?;
    Ok((request, referral))
}

/// Whoever took back that their data may be shared is referred nowhere before they agree again.
///
/// # Errors
/// [`rules::SHARING_STOPPED`].
pub fn shares(cx: &Read<'_>, request: &CaseRequest) -> Result<()> {
    let Some(party) = request.party else { return Ok(()) };
    let stopped = parties::took_back(cx, party, ConsentPurpose::Share)?;
    require(!stopped, Refusal::new(rules::SHARING_STOPPED).at("shared"))
}

/// Somebody took back on their file that their data may be shared: so it is on every referral of theirs that goes on.
///
/// # Errors
/// What the database refuses.
pub fn sharing_stopped(cx: &Write<'_>, party: PartyId) -> Result<()> {
    if !parties::took_back(cx, party, ConsentPurpose::Share)? {
        return Ok(());
    }
    let sql = "SELECT r.id FROM case_request r JOIN case_referral f ON f.request = r.id \
               WHERE r.party = $1 AND r.ended = 0 AND f.consent = 'given'";
    let all: Vec<CaseRequestId> = cx.rows(sql, values![party], |row| row.get("id"))?;
    for id in all {
        let (Some(request), Some(referral)) = (store::find(cx, id)?, store::referral(cx, id)?) else { continue };
        cx.passed(store::RECORD, id)?;
        withdrawn(cx, &request, referral, "")?;
    }
    Ok(())
}

/// Writes a referral with the day from which on the person is called, and tells of it.
fn keep(cx: &Write<'_>, before: &CaseRequest, referral: CaseReferral, what: &Happened<'_>) -> Result<Nothing> {
    let calendar = frame::calendar(cx)?;
    let on_the_way = matches!(referral.stage, Some(Stage::HandedOver | Stage::Contacted));
    let callback_from = match referral.appointment {
        Some(day) if on_the_way && referral.consent == Consent::Given => {
            Some(deadlines::callback(day, referral.arrived_on, cx.today(), &calendar.settings)?.from)
        }
        _ => None,
    };
    store::update_referral(cx, before.id, &CaseReferral { callback_from, ..referral })?;
    store::happened(cx, before.id, what)?;
    store::clocked(cx, before.id, &calendar)?;
    store::told(cx, Some(before), before.id)?;
    Ok(Nothing {})
}

/// Another entity, service or appointment; the entity only until the card was handed over.
pub fn change_referral(cx: &Write<'_>, input: ChangeReferral) -> Result<Nothing> {
    let (request, referral) = of(cx, input.id)?;
    let service = checked(cx, &input.referral)?;
    let sent = referral.card_on.is_some();
    require(!sent || input.referral.entity == referral.entity, Refusal::new(rules::REFERRAL_SENT).at("entity"))?;
    let appointment_time = rules::line("appointment_time", &input.referral.appointment_time)?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let TypedReferral { entity, appointment, .. } = input.referral;
    let note = appointment.map(|day| day.to_string()).unwrap_or_default();
    let changed = CaseReferral { entity, service, appointment, appointment_time, ..referral };
    keep(cx, &request, changed, &Happened { word: &note, ..Happened::of(CaseEventKind::Changed) })
}

/// The person agreed that the entity is told some things of them.
pub fn give_consent(cx: &Write<'_>, input: GiveReferralConsent) -> Result<Nothing> {
    let (request, referral) = of(cx, input.id)?;
    require(referral.consent != Consent::Given, rules::CONSENT_STANDS)?;
    shares(cx, &request)?;
    let needed = [SharedField::Name, SharedField::Service];
    let named = needed.iter().all(|field| input.shared.contains(field));
    require(named, Refusal::new(rules::CONSENT_NAME).at("shared"))?;
    office::input::at("signed_on", office::input::has_come(input.signed_on, cx.today()))?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let mut shared = input.shared;
    shared.sort_unstable();
    shared.dedup();
    let shared = shared.iter().map(|field| field.name()).collect::<Vec<_>>().join(",");
    let given = CaseReferral {
        consent: Consent::Given,
        consent_on: Some(input.signed_on),
        shared: shared.clone(),
        told_on: None,
        ..referral
    };
    let event = Happened { word: "given", note: &shared, ..Happened::of(CaseEventKind::Consent) };
    keep(cx, &request, given, &event)
}

/// The person takes the consent back: nothing is shared any more, and the entity is to be told.
pub fn withdraw_consent(cx: &Write<'_>, input: SayOfRequest) -> Result<Nothing> {
    let (request, referral) = of(cx, input.id)?;
    require(referral.consent == Consent::Given, rules::CONSENT_MISSING)?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let note = rules::text("note", &input.note)?;
    withdrawn(cx, &request, referral, &note)
}

fn withdrawn(cx: &Write<'_>, request: &CaseRequest, referral: CaseReferral, note: &str) -> Result<Nothing> {
    // An entity that was handed nothing yet has nothing to be told.
    let told_on = referral.card_on.is_none().then(|| cx.today());
    let withdrawn = CaseReferral { consent: Consent::Withdrawn, consent_on: Some(cx.today()), told_on, ..referral };
    let event = Happened { word: "withdrawn", note, ..Happened::of(CaseEventKind::Consent) };
    keep(cx, request, withdrawn, &event)
}

/// The entity was told that the consent was withdrawn.
pub fn tell_entity(cx: &Write<'_>, input: SayOfRequest) -> Result<Nothing> {
    let request = store::request(cx, input.id)?;
    let referral = store::referral(cx, input.id)?.ok_or(rules::NOT_REFERRAL)?;
    let open = referral.consent == Consent::Withdrawn && referral.told_on.is_none();
    require(open, rules::NOT_WITHDRAWN)?;
    let note = rules::text("note", &input.note)?;
    require(!note.is_empty(), Refusal::new(rules::NOTE_MISSING).at("note"))?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let told = CaseReferral { told_on: Some(cx.today()), ..referral };
    keep(cx, &request, told, &Happened { word: "told", note: &note, ..Happened::of(CaseEventKind::Consent) })
}

/// The card is handed over, and the referral is on its way.
pub fn hand_card(cx: &Write<'_>, input: SayOfRequest) -> Result<Nothing> {
    let (request, referral) = of(cx, input.id)?;
    require(referral.card_on.is_none(), rules::CARD_ALREADY)?;
    require(referral.consent == Consent::Given, rules::CONSENT_MISSING)?;
    shares(cx, &request)?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let handed = CaseReferral {
        card_on: Some(cx.today()),
        stage: Some(Stage::HandedOver),
        stage_on: Some(cx.today()),
        ..referral.clone()
    };
    // The rule asks for the card before it lets the referral go; its stage it sets itself.
    store::update_referral(cx, input.id, &CaseReferral { stage: None, stage_on: None, ..handed.clone() })?;
    let way = Move::to(State::Executing);
    advance::tried(cx, &request, &way)?;
    advance::moved(cx, &request, request.clone(), &way, "", "")?;
    keep(cx, &request, handed, &Happened::of(CaseEventKind::Card))
}

/// The referral is one stage further at the partner's.
pub fn stage(cx: &Write<'_>, input: StageReferral) -> Result<Nothing> {
    let (request, referral) = of(cx, input.id)?;
    let note = rules::text("note", &input.note)?;
    let staged = staged(cx, &request, referral, &[input.stage])?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let word = named::name(&input.stage)?;
    keep(cx, &request, staged, &Happened { word: &word, note: &note, ..Happened::of(CaseEventKind::Staged) })
}

/// The referral after stages that follow each other; the rule says of each whether it may.
fn staged(cx: &Read<'_>, request: &CaseRequest, referral: CaseReferral, stages: &[Stage]) -> Result<CaseReferral> {
    let calendar = frame::calendar(cx)?;
    let actor = facts::me(cx)?;
    let mut facts = facts::facts(cx, request)?;
    let mut referral = referral;
    for stage in stages {
        facts = flows::attempt(&facts, &actor, cx.today(), &Step::Stage(*stage), calendar.frame())?;
        let arrived_on = if *stage == Stage::Arrived { Some(cx.today()) } else { referral.arrived_on };
        referral = CaseReferral { stage: Some(*stage), stage_on: Some(cx.today()), arrived_on, ..referral };
    }
    Ok(referral)
}

/// Somebody was called: they arrived, they did not come, nobody answered.
pub fn call(cx: &Write<'_>, input: RecordReferralCall) -> Result<Nothing> {
    let (request, referral) = of(cx, input.id)?;
    require(referral.card_on.is_some(), rules::NOT_UNDER_WAY)?;
    require(referral.consent == Consent::Given, rules::CONSENT_MISSING)?;
    let note = rules::text("note", &input.note)?;
    let called = match input.result {
        CallResult::NoAnswer => CaseReferral { unanswered: referral.unanswered + 1, ..referral },
        CallResult::Promised | CallResult::Confirmed => CaseReferral { unanswered: 0, ..referral },
        CallResult::Arrived | CallResult::NoShow => {
            let result = if input.result == CallResult::Arrived { Stage::Arrived } else { Stage::NoShow };
            let both = [Stage::Contacted, result];
            // Who says that somebody arrived has spoken to them.
            let stages = if referral.stage == Some(Stage::HandedOver) { &both[..] } else { &both[1..] };
            CaseReferral { unanswered: 0, ..staged(cx, &request, referral, stages)? }
        }
    };
    cx.claim(store::RECORD, input.id, input.version)?;
    let event = Happened { word: input.result.name(), note: &note, ..Happened::of(CaseEventKind::Called) };
    keep(cx, &request, called, &event)
}

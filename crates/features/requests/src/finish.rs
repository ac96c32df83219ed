//! After the decision: the letter is handed over, what was decided is carried out, a change of data is made on the file.

use crate::add::file_facts;
use crate::inputs::{CarryOut, HandLetter, SayOfRequest};
use crate::model::{CaseEventKind, DataChange, FromRegister};
use crate::store::{self, CaseRequest, Happened};
use crate::{advance, rules, service, sheet};
use beneficiaries::inputs::ChangeFile;
use casework::flows::{Move, Outcome};
use casework::requests::{Kind, State};
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::Value;

/// The letter with the decision was handed over on a day: from it the days of appeal run.
pub fn hand_letter(cx: &Write<'_>, input: HandLetter) -> Result<Nothing> {
    let before = store::request(cx, input.id)?;
    let decided = before.decided_on.ok_or(rules::NOT_DECIDED)?;
    require(before.from_register != Some(FromRegister::History), rules::HISTORY)?;
    require(before.letter_on.is_none(), rules::LETTER_ALREADY)?;
    require(input.on >= decided, Refusal::new(rules::LETTER_EARLY).with("day", decided).at("on"))?;
    office::input::at("on", office::input::has_come(input.on, cx.today()))?;
    cx.claim(store::RECORD, input.id, input.version)?;
    let after = CaseRequest { letter_on: Some(input.on), ..before.clone() };
    store::update(cx, &before, &after, "")?;
    let on = input.on.to_string();
    store::happened(cx, input.id, &Happened { word: &on, ..Happened::of(CaseEventKind::Letter) })?;
    store::told(cx, Some(&before), input.id)?;
    Ok(Nothing {})
}

/// What was decided has been carried out.
pub fn carry_out(cx: &Write<'_>, input: CarryOut) -> Result<Nothing> {
    let before = store::request(cx, input.id)?;
    require(before.kind != Kind::DataChange, rules::APPLY_INSTEAD)?;
    let under_way = before.state == State::Executing && before.outcome.is_some();
    require(under_way, rules::NOT_EXECUTING)?;
    require(before.executed_on.is_none(), rules::EXECUTED_ALREADY)?;
    let note = rules::text("note", &input.note)?;
    require(!note.is_empty(), Refusal::new(rules::NOTE_MISSING).at("note"))?;
    cx.claim(store::RECORD, input.id, input.version)?;
    service::taken(cx, &before, &input.taken_by)?;
    executed(cx, &before, &note)
}

fn executed(cx: &Write<'_>, before: &CaseRequest, note: &str) -> Result<Nothing> {
    let after = CaseRequest {
        executed_on: Some(cx.today()),
        executed_by: Some(cx.who.id),
        executed_note: note.to_owned(),
        ..before.clone()
    };
    store::update(cx, before, &after, "")?;
    store::happened(cx, before.id, &Happened { note, ..Happened::of(CaseEventKind::Executed) })?;
    store::told(cx, Some(before), before.id)?;
    Ok(Nothing {})
}

/// An approved change of data is made on the file, by another person than who brought it and who studied it, through the
/// file's own rules.
pub fn apply(cx: &Write<'_>, input: SayOfRequest) -> Result<Nothing> {
    let before = store::request(cx, input.id)?;
    let approved = before.kind == Kind::DataChange && before.outcome == Some(Outcome::Approved);
    require(approved && matches!(before.state, State::Decided | State::Executing), rules::NOT_DECIDED)?;
    require(before.executed_on.is_none(), rules::EXECUTED_ALREADY)?;
    let own = before.received_by == cx.who.id || before.researcher == Some(cx.who.id);
    require(!own, rules::APPLY_OWN)?;
    let Some(party) = before.party else { return Err(rules::PARTY_MISSING.into()) };
    let under_way = if before.state == State::Decided {
        let way = Move::to(State::Executing);
        advance::tried(cx, &before, &way)?;
        advance::moved(cx, &before, before.clone(), &way, "", "")?;
        store::request(cx, input.id)?
    } else {
        before
    };
    let (version, mut facts) = file_facts(cx, party)?;
    for DataChange { field, before, after } in sheet::changes(cx, input.id)? {
        let now = facts.get(&field).and_then(Value::as_str).unwrap_or_default();
        require(
            now == before,
            Refusal::new(rules::CHANGED_SINCE).with("field", field.clone()).with("now", now.to_owned()),
        )?;
        facts.insert(field, Value::String(after));
    }
    cx.claim(store::RECORD, input.id, input.version)?;
    let changed: ChangeFile = serde_json::from_value(serde_json::json!({
        "party": party, "version": version, "facts": facts,
    }))
    .map_err(Failure::broken)?;
    beneficiaries::change(cx, changed)?;
    executed(cx, &under_way, &rules::text("note", &input.note)?)
}

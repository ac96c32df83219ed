//! «من يستحق ولم يطلب؟»: the criteria of a service over every active file, in a handful of statements; and the calls.

use crate::facts::{self, Family};
use crate::inputs::{AskWhoQualifies, RecordServiceCall, WhichService};
use crate::model::{
    CallStateCount, MissingFact, QualifyLine, QualifyPage, ServiceCallResult, ServiceCallState, WaitingPlace,
    WaitingPlaces,
};
use crate::rules::{self, ADDED_ALREADY, ASKED_ALREADY, DECLINED_NOTE, NOT_ACTIVE, NOT_OPEN, UNTIL_DAY};
use crate::store::{self, RECORD, Version, column};
use crate::{offer, queries};
use casework::criteria::{Applicant, FileFacts, LeftOut, Listed, RequestOf, Settings, rank, who_did_not_ask};
use casework::requests::State;
use database::values;
use kernel::arabic::{Reading, fold};
use kernel::id::{CaseRequestId, PartyId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};
use std::collections::HashMap;

/// The last call about a version to a family, and how many there were.
#[derive(Debug, Clone)]
struct Called {
    result: ServiceCallResult,
    until: Option<Day>,
    note: String,
    day: Day,
    times: i64,
}

fn calls(cx: &Read<'_>, version: &Version) -> Result<HashMap<PartyId, Called>> {
    let sql = "SELECT COALESCE(k.merged_into, c.party) AS party, c.result, c.until_day, c.note, c.day \
               FROM service_call c JOIN party_name k ON k.id = c.party WHERE c.version = $1 ORDER BY c.at, c.id";
    let all: Vec<(PartyId, Called)> = cx.rows(sql, values![version.id], |row| {
        let called = Called {
            result: row.get("result")?,
            until: row.get("until_day")?,
            note: row.get("note")?,
            day: row.get("day")?,
            times: 1,
        };
        Ok((row.get("party")?, called))
    })?;
    let mut last: HashMap<PartyId, Called> = HashMap::new();
    for (party, called) in all {
        let times = last.get(&party).map_or(0, |before| before.times) + 1;
        last.insert(party, Called { times, ..called });
    }
    Ok(last)
}

/// A request of a family for the service, by any version.
struct AskedFor {
    request: CaseRequestId,
    request_no: String,
    of: RequestOf,
}

fn asked(cx: &Read<'_>, version: &Version) -> Result<HashMap<PartyId, Vec<AskedFor>>> {
    let sql = "SELECT COALESCE(k.merged_into, q.party) AS party, q.request, q.request_no, q.state, v.number \
               FROM case_service_request q JOIN service_version v ON v.id = q.version \
               JOIN party_name k ON k.id = q.party WHERE q.service = $1 ORDER BY q.received_on, q.request_no";
    let all: Vec<(PartyId, AskedFor)> = cx.rows(sql, values![version.service], |row| {
        let of = RequestOf { version: row.get("number")?, state: column::<State>(row, "state")? };
        Ok((row.get("party")?, AskedFor { request: row.get("request")?, request_no: row.get("request_no")?, of }))
    })?;
    let mut by_party: HashMap<PartyId, Vec<AskedFor>> = HashMap::new();
    for (party, one) in all {
        by_party.entry(party).or_default().push(one);
    }
    Ok(by_party)
}

/// The whole list: who is on it, and of those left out who was called about this version.
struct Found {
    lines: Vec<QualifyLine>,
    tried: i64,
}

fn found(cx: &Read<'_>, version: &Version) -> Result<Found> {
    let criteria = &version.content.criteria;
    let rules = rules::asked(criteria)?;
    let families = facts::active_families(cx)?;
    let around = facts::around(cx, version.service, criteria, None)?;
    let (calls, asked) = (calls(cx, version)?, asked(cx, version)?);
    let on = cx.today();
    let files: Vec<FileFacts> = families
        .iter()
        .map(|family| FileFacts {
            number: family.file_no.clone(),
            active: family.active,
            score: family.score,
            facts: facts::facts(family, criteria, &around, on),
            requests: asked.get(&family.party).map(|all| all.iter().map(|one| one.of).collect()).unwrap_or_default(),
            declined: calls
                .get(&family.party)
                .filter(|last| last.result == ServiceCallResult::Declined)
                .map(|_| version.number),
        })
        .collect();
    let list = who_did_not_ask(&rules, version.in_rules(), &files, on, &Settings::default())?;
    let by_number: HashMap<&str, (&Family, &FileFacts)> =
        families.iter().zip(&files).map(|(family, file)| (family.file_no.as_str(), (family, file))).collect();
    let mut lines = Vec::new();
    for listed in &list.selected {
        let Some((family, file)) = by_number.get(listed.number.as_str()) else { continue };
        let judgement = rules.judge(&file.facts, on)?;
        let missing = facts::missing(criteria, &judgement);
        lines.push(line(family, listed, missing, calls.get(&family.party), None));
    }
    for (number, why) in &list.left_out {
        let Some((family, file)) = by_number.get(number.as_str()) else { continue };
        let Some(called) = calls.get(&family.party) else { continue };
        if !matches!(why, LeftOut::Asked | LeftOut::Declined) {
            continue;
        }
        let judgement = rules.judge(&file.facts, on)?;
        let listed = Listed {
            number: number.clone(),
            score: family.score,
            mandatory_met: judgement.mandatory_met,
            mandatory: judgement.mandatory,
            unknown: Vec::new(),
        };
        let missing = facts::missing(criteria, &judgement);
        let request = asked.get(&family.party).and_then(|all| all.last()).filter(|_| *why == LeftOut::Asked);
        lines.push(line(family, &listed, missing, Some(called), request));
    }
    Ok(Found { lines, tried: families.len() as i64 })
}

fn line(
    family: &Family,
    listed: &Listed,
    missing: Vec<MissingFact>,
    called: Option<&Called>,
    request: Option<&AskedFor>,
) -> QualifyLine {
    let state = match (request, called.map(|called| called.result)) {
        (Some(_), _) => ServiceCallState::Asked,
        (None, None) => ServiceCallState::NotCalled,
        (None, Some(ServiceCallResult::NoAnswer)) => ServiceCallState::NoAnswer,
        (None, Some(ServiceCallResult::Reached)) => ServiceCallState::Reached,
        (None, Some(ServiceCallResult::WillAsk)) => ServiceCallState::WillAsk,
        (None, Some(ServiceCallResult::Declined)) => ServiceCallState::Declined,
    };
    QualifyLine {
        party: family.party,
        name: family.name.clone(),
        file_no: family.file_no.clone(),
        mobile: family.mobile.clone(),
        city: family.city.clone(),
        district: family.district.clone(),
        score: listed.score,
        class: family.class.clone(),
        mandatory_met: listed.mandatory_met,
        mandatory: listed.mandatory,
        missing,
        state,
        calls: called.map_or(0, |called| called.times),
        last_on: called.map(|called| called.day),
        until: called.and_then(|called| called.until),
        note: called.map(|called| called.note.clone()).unwrap_or_default(),
        request: request.map(|one| one.request),
        request_no: request.map(|one| one.request_no.clone()).unwrap_or_default(),
    }
}

/// The version that takes requests today.
///
/// # Errors
/// The service does not.
pub fn open_version(cx: &Read<'_>, service: kernel::id::ServiceId) -> Result<Version> {
    require(store::exists(cx, service)?, Failure::not_found(RECORD))?;
    let open = store::announced(cx, service)?.filter(|one| one.is_open(cx.today()));
    open.ok_or_else(|| Refusal::new(NOT_OPEN).with("day", cx.today()).at("service").into())
}

pub fn who_qualifies(cx: &Read<'_>, input: AskWhoQualifies) -> Result<QualifyPage> {
    let version = open_version(cx, input.service)?;
    let found = found(cx, &version)?;
    let counts = ServiceCallState::ALL.iter().map(|state| CallStateCount {
        state: *state,
        count: found.lines.iter().filter(|line| line.state == *state).count() as i64,
    });
    let counts: Vec<CallStateCount> = counts.collect();
    as_meant(
        cx,
        &input.text,
        |page: &QualifyPage| page.total == 0,
        |reading| {
            let mut lines: Vec<QualifyLine> = found
                .lines
                .iter()
                .filter(|line| input.state.is_empty() || input.state.contains(&line.state))
                .filter(|line| fits(line, reading))
                .cloned()
                .collect();
            in_order(&mut lines, input.order.as_ref(), rank_of);
            let total = lines.len() as i64;
            Ok(QualifyPage {
                lines: page_of(lines, input.offset, input.limit),
                total,
                counts: counts.clone(),
                tried: found.tried,
                name: version.name.clone(),
                number: version.number,
            })
        },
    )
}

fn rank_of<'l>(line: &'l QualifyLine, key: &str) -> Option<Rank<'l>> {
    Some(match key {
        "name" => (&line.name).into(),
        "district" => (&line.district).into(),
        "score" => line.score.into(),
        "met" => Rank::from(line.mandatory_met as i64),
        "last" => line.last_on.into(),
        _ => return None,
    })
}

fn fits(line: &QualifyLine, reading: Option<&Reading>) -> bool {
    let Some(reading) = reading else { return true };
    let text = fold(&format!("{} {} {} {}", line.name, line.file_no, line.city, line.district));
    reading.text.split(' ').filter(|word| !word.is_empty()).all(|word| text.contains(word))
}

pub fn call(cx: &Write<'_>, input: RecordServiceCall) -> Result<Nothing> {
    let version = open_version(cx, input.service)?;
    let sql = "SELECT count(*) AS n FROM service_call WHERE id = $1";
    let there: i64 = cx.one(sql, values![input.id], |row| row.get("n"))?;
    require(there == 0, ADDED_ALREADY)?;
    let party = parties::standing(cx, input.party)?;
    let family = facts::family_of(cx, party.id)?.filter(|family| family.active);
    let family = family.ok_or(NOT_ACTIVE)?;
    let open = asked(cx, &version)?.remove(&party.id).unwrap_or_default();
    let asks = open.iter().any(|one| one.of.version == version.number || !one.of.state.is_end());
    require(!asks, ASKED_ALREADY)?;
    let note = rules::line("note", &input.note)?;
    let said = input.result != ServiceCallResult::Declined || !note.is_empty();
    require(said, Refusal::new(DECLINED_NOTE).at("note"))?;
    let until = input.until_day.filter(|_| input.result == ServiceCallResult::WillAsk);
    let last = version.content.closes_on;
    let fits = until.is_none_or(|day| day >= cx.today() && last.is_none_or(|last| day <= last));
    require(fits, Refusal::new(UNTIL_DAY).at("until_day"))?;
    cx.run(
        "INSERT INTO service_call (id, version, party, result, until_day, note, day, at, by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![input.id, version.id, party.id, input.result, until, note.as_str(), cx.today(), cx.now, cx.who.id],
    )?;
    let told = serde_json::json!({ "service": version.name, "result": input.result, "until_day": until, "note": note });
    cx.changed("file", party.id, &family.file_no, &(), &told)?;
    Ok(Nothing {})
}

/// Who waits for a place: need and points together, then the day of receipt.
pub fn waiting_list(cx: &Read<'_>, input: WhichService) -> Result<WaitingPlaces> {
    let version = queries::asked_for(cx, input)?;
    let sql = "SELECT q.request, q.request_no, COALESCE(k.merged_into, q.party) AS party, k.name, q.received_on \
               FROM case_service_request q JOIN party_name k ON k.id = q.party \
               WHERE q.version = $1 AND q.outcome = 'waitlisted' AND q.ended = 0 ORDER BY q.received_on, q.request_no";
    let all: Vec<(PartyId, WaitingPlace)> = cx.rows(sql, values![version.id], |row| {
        let place = WaitingPlace {
            place: 0,
            request: row.get("request")?,
            request_no: row.get("request_no")?,
            name: row.get("name")?,
            received_on: row.get("received_on")?,
            score: None,
            total: None,
        };
        Ok((row.get("party")?, place))
    })?;
    let criteria = &version.content.criteria;
    let (rules, around) = (rules::asked(criteria)?, facts::around(cx, version.service, criteria, None)?);
    let mut applicants = Vec::new();
    for (party, place) in &all {
        // Who waits was found eligible at the decision: their place is by need and points as they stand today.
        let Some(family) = facts::family_of(cx, *party)? else { continue };
        applicants.push(Applicant {
            number: place.request_no.clone(),
            received: place.received_on,
            score: family.score,
            facts: facts::facts(&family, criteria, &around, cx.today()),
        });
    }
    let ranked = rank(&rules, &applicants, None, cx.today())?.ranked;
    let total = |number: &str| ranked.iter().find(|one| one.number == number).and_then(|one| one.total);
    let position = |number: &str| ranked.iter().position(|one| one.number == number).unwrap_or(usize::MAX);
    let mut lines: Vec<WaitingPlace> = all.into_iter().map(|(_, place)| place).collect();
    for line in &mut lines {
        line.total = total(&line.request_no);
        line.score = applicants.iter().find(|one| one.number == line.request_no).and_then(|one| one.score);
    }
    lines.sort_by_key(|line| position(&line.request_no));
    for (place, line) in (1..).zip(&mut lines) {
        line.place = place;
    }
    Ok(WaitingPlaces { lines, places_left: offer::places_left(cx, version.id, version.content.capacity)? })
}

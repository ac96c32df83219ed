//! What screens ask about one file.

pub use super::activate_many::activation_preview;
use super::inputs::{Comparison, FileEvent, FileStory, FormChoices, Researcher, TwoFiles, WhichFile};
use super::model::{CaseFile, CaseNote, Facts, FileHead, FileStatus};
pub use super::on_day::on_day;
pub use super::summary_queries::{find, list};
use super::{rules, store};
use database::values;
use kernel::arabic::fold;
use kernel::id::PartyId;
use kernel::saudi::masked;
use kernel::{Failure, Result};
use office::audit::model::AuditLine;
use office::context::Read;
use office::input::Nothing;
use office::numbers::FOR_EVER;
use parties::Identity;
use parties::inputs::{LikelyPeople, RevealedIdentity, WhoIsLike};
use serde_json::Value;

/// Lines of a story; what lies before them is in the audit trail.
const MOST_EVENTS: i64 = 300;

pub fn open(cx: &Read<'_>, input: WhichFile) -> Result<CaseFile> {
    case_file(cx, input.party)
}

/// The whole page of a file.
pub fn case_file(cx: &Read<'_>, id: PartyId) -> Result<CaseFile> {
    let file = store::file(cx, id)?;
    let party = parties::party(cx, id)?;
    let conditions = rules::conditions(party.kind, &party.facts, party.identity.as_ref(), cx.today());
    let gates = activation_gates(cx, id, &file)?;
    let likely = if party.merged_into.is_none() { parties::likely_to(cx, &party)? } else { Vec::new() };
    Ok(CaseFile {
        party: id,
        kind: party.kind,
        record: cx.version(parties::RECORD, id)?,
        next: rules::next(file.status, &conditions, gates.iter().any(|gate| !gate.met)),
        file_no: file.file_no,
        status: file.status,
        status_since: file.status_since,
        status_reason: file.status_reason,
        opened_on: file.opened_on,
        imported: file.imported,
        identity: party.identity.as_ref().map(Identity::shown),
        facts: Facts { party: party.facts, case: store::case_facts(cx, id)? },
        conditions,
        gates,
        members: parties::members(cx, id)?,
        notes: notes(cx, id)?,
        consents: parties::consents(cx, id)?,
        likely,
        merged: parties::merged_into(cx, id)?,
        merged_into: party.merged_into,
    })
}

/// What other features ask for before a registered file becomes active; nothing of one that was active before.
///
/// # Errors
/// What the features refuse to tell.
pub fn activation_gates(cx: &Read<'_>, id: PartyId, file: &FileHead) -> Result<Vec<office::gate::Condition>> {
    if file.status == FileStatus::Registered {
        cx.gates(crate::GATED_ACTIVATION, store::subject(id))
    } else {
        Ok(Vec::new())
    }
}

fn notes(db: &database::Read<'_>, id: PartyId) -> Result<Vec<CaseNote>> {
    db.rows(include_str!("sql/notes.sql"), values![id], |row| {
        Ok(CaseNote { number: row.get("number")?, at: row.get("at")?, by: row.get("by_name")?, text: row.get("text")? })
    })
}

/// Shows an identity number whole; the audit trail keeps who saw it.
pub fn reveal_identity(cx: &Read<'_>, input: WhichFile) -> Result<RevealedIdentity> {
    let (party, identity) = parties::revealed(cx, input.party)?;
    let seen = serde_json::json!({ "identity": masked(&identity.number) });
    cx.saw("file", party.id, &party.facts.name, seen);
    Ok(RevealedIdentity { number: identity.number })
}

pub fn likely_duplicates(cx: &Read<'_>, input: WhoIsLike) -> Result<LikelyPeople> {
    parties::likely_duplicates(cx, &input)
}

pub fn compare(cx: &Read<'_>, input: TwoFiles) -> Result<Comparison> {
    let pair = parties::compare(cx, input.first, input.second)?;
    let first_facts = Facts { case: store::case_facts(cx, input.first)?, party: pair.first.facts };
    let second_facts = Facts { case: store::case_facts(cx, input.second)?, party: pair.second.facts };
    let fields = |facts: &Facts| serde_json::to_value(facts).map_err(Failure::broken);
    let (one, other) = (fields(&first_facts)?, fields(&second_facts)?);
    let differ = one.as_object().into_iter().flatten().filter(|(field, value)| other.get(*field) != Some(value));
    let (decided, reason) = pair.decided.map_or((None, String::new()), |(verdict, reason)| (Some(verdict), reason));
    Ok(Comparison {
        first: pair.first_shown,
        second: pair.second_shown,
        differ: differ.map(|(field, _)| field.clone()).collect(),
        first_facts,
        second_facts,
        decided,
        reason,
    })
}

/// The story of a file, read off the audit trail: what was done, never what was only looked at.
pub fn timeline(cx: &Read<'_>, input: WhichFile) -> Result<FileStory> {
    let event = |line: AuditLine| {
        let (before, after) = (first(line.before), first(line.after));
        let text = ["reason", "text", "title", "name"].into_iter().find_map(|key| after.get(key)?.as_str());
        let status =
            after.get("status").and_then(Value::as_str).and_then(|name| super::model::FileStatus::named(name).ok());
        FileEvent {
            at: line.at,
            by: line.person_name,
            command: line.command,
            status,
            text: text.filter(|_| before.get("name").is_none() || status.is_some()).unwrap_or_default().to_owned(),
            fields: changed_fields(&before, &after),
        }
    };
    let lines = office::audit::of_subject(cx, input.party, MOST_EVENTS)?;
    Ok(FileStory { events: lines.into_iter().map(event).collect() })
}

/// Of several changes in one line the first is the file's own.
fn first(side: Value) -> Value {
    match side {
        Value::Array(many) => many
            .into_iter()
            .next()
            .and_then(|one| {
                one.as_object().and_then(|one| one.iter().find(|(key, _)| *key != "id").map(|(_, v)| v.clone()))
            })
            .unwrap_or(Value::Null),
        one => one,
    }
}

fn changed_fields(before: &Value, after: &Value) -> Vec<String> {
    let (Some(before), Some(after)) = (before.as_object(), after.as_object()) else { return Vec::new() };
    before
        .iter()
        .filter(|(field, value)| after.get(*field).is_some_and(|now| now != *value))
        .map(|(field, _)| field.clone())
        .collect()
}

pub fn choices(cx: &Read<'_>, _: Nothing) -> Result<FormChoices> {
    let mut researchers: Vec<Researcher> = office::staff::people(cx)?
        .into_iter()
        .filter(|person| person.active)
        .map(|person| Researcher { name: person.name, person: Some(person.id) })
        .collect();
    let sql = "SELECT DISTINCT researcher_name FROM file_shelf WHERE researcher_name <> '' ORDER BY researcher_name";
    for name in cx.rows(sql, values![], |row| row.get::<String>("researcher_name"))? {
        if !researchers.iter().any(|known| fold(&known.name) == fold(&name)) {
            researchers.push(Researcher { name, person: None });
        }
    }
    let sql = "SELECT DISTINCT city FROM file_shelf WHERE city <> '' ORDER BY city";
    let mut cities = cx.rows(sql, values![], |row| row.get::<String>("city"))?;
    cities.sort_by(|a, b| kernel::arabic::compare(a, b));
    Ok(FormChoices { researchers, cities, next_file_no: store::file_no(cx.coming_number(store::NUMBERS, FOR_EVER)?) })
}

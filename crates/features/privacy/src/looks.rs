//! Who looked at what is kept of a person: at their file, and at what hangs on it.

use crate::inputs::AskLooks;
use crate::model::{LookLine, LooksPage};
use kernel::Result;
use kernel::id::PartyId;
use office::context::Read;
use serde_json::json;
use std::collections::BTreeSet;

const PAGE: i64 = 100;
const LARGEST: i64 = 500;

pub fn looks(cx: &Read<'_>, input: AskLooks) -> Result<LooksPage> {
    let party = parties::party(cx, input.party)?;
    let limit = input.limit.unwrap_or(PAGE).clamp(1, LARGEST);
    let records = records(cx, input.party)?;
    let mut lines = office::audit::looks(cx, &records, input.before.unwrap_or(i64::MAX), limit + 1)?;
    let more = lines.len() as i64 > limit;
    if more {
        lines.pop();
    }
    let next = lines.last().filter(|_| more).map(|line| line.seq);
    if input.before.is_none() {
        cx.saw("file", party.id, &party.facts.name, json!({ "looks": true }));
    }
    let lines = lines.into_iter().map(|line| LookLine {
        seq: line.seq,
        at: line.at,
        person_name: line.person_name,
        command: line.command,
        action: line.action,
        record: line.summary,
    });
    Ok(LooksPage { lines: lines.collect(), next })
}

/// The records that are made of a person, those that were joined into theirs among them.
fn records(cx: &Read<'_>, id: PartyId) -> Result<Vec<String>> {
    let mut records: BTreeSet<String> = BTreeSet::from([id.to_string()]);
    for joined in parties::joined_into(cx, *id.as_bytes())? {
        records.insert(PartyId::from_bytes(joined).to_string());
    }
    for feature in cx.features().all() {
        let Some(personal) = feature.personal else { continue };
        records.extend((personal.tells)(cx, id)?.into_iter().flat_map(|told| told.records));
    }
    Ok(records.into_iter().collect())
}

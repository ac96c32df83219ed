//! Another person takes out who somebody was: every feature forgets what it kept of them, and their documents go.

use crate::inputs::WhichRetention;
use crate::model::RetentionState;
use crate::steps::ANONYMISE;
use crate::store;
use approvals::RequestState;
use kernel::Result;
use kernel::id::{PartyId, SubjectId};
use office::context::{Read, Write};
use office::input::Nothing;
use office::words::{self, Language};
use serde_json::json;

pub fn anonymise(cx: &Write<'_>, input: WhichRetention) -> Result<Nothing> {
    let decision = store::waiting(cx, input.id)?;
    store::must_rest(cx, decision.party)?;
    let request = approvals::require_waiting(cx, &ANONYMISE, *decision.id.as_bytes())?;
    let request = approvals::answer(cx, &ANONYMISE, &request)?;
    if request.state != RequestState::Approved {
        return Ok(Nothing {});
    }
    let documents = documents(cx, decision.party)?;
    for feature in cx.features().all() {
        if let Some(personal) = feature.personal {
            (personal.forgets)(cx, decision.party)?;
        }
    }
    let why = words::word("privacy.gone", Language::Ar);
    for (kind, subject) in &documents {
        documents::forget(cx, kind, *subject, &why)?;
    }
    store::settle(cx, decision.id, RetentionState::Done, "")?;
    // The line says that it was done and to which file, and nothing of who it was.
    let told = json!({ "state": RetentionState::Done, "documents": documents.len() });
    cx.changed(store::RECORD, decision.id, &decision.file_no, &(), &told)?;
    Ok(Nothing {})
}

/// The records of a person on which personal documents hang: the file with those that were joined into it, and the members
/// of its household. What hangs on loans and payments is evidence of money and stays.
fn documents(cx: &Read<'_>, party: PartyId) -> Result<Vec<(&'static str, SubjectId)>> {
    let mut found = vec![("file", SubjectId::from_bytes(*party.as_bytes()))];
    for joined in parties::joined_into(cx, *party.as_bytes())? {
        found.push(("file", SubjectId::from_bytes(joined)));
    }
    for member in parties::members(cx, party)? {
        found.push(("member", SubjectId::from_bytes(*member.party.as_bytes())));
    }
    let kinds = [("requests", "request"), ("assessments", "assessment"), ("follow_up", "activity")];
    for feature in cx.features().all() {
        let kind = kinds.iter().find(|(name, _)| *name == feature.name).map(|(_, kind)| *kind);
        let (Some(kind), Some(personal)) = (kind, feature.personal) else { continue };
        for record in (personal.tells)(cx, party)?.into_iter().flat_map(|told| told.records) {
            found.push((kind, record.parse().map_err(|_| kernel::Failure::broken("no identifier of a record"))?));
        }
    }
    Ok(found)
}

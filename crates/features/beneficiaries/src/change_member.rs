//! What is known of a member of a household is corrected.

use super::model::CaseFile;
use super::{queries, saving};
use kernel::Result;
use office::context::Write;
use parties::Party;
use parties::inputs::ChangeMember;
use parties::model::Member;
use serde_json::{Value, json};

pub fn change_member(cx: &Write<'_>, input: ChangeMember) -> Result<CaseFile> {
    let input = ChangeMember { exception: saving::exception(cx, &input.exception)?, ..input };
    let corrected = parties::change_member(cx, &input)?;
    let head = &corrected.head;
    cx.changed("file", head.id, &head.facts.name, &trace(&corrected.before), &trace(&corrected.after))?;
    queries::case_file(cx, head.id)
}

/// What the audit trail keeps of a member: what the household shows.
fn trace((member, party): &(Member, Party)) -> Value {
    json!({
        "member": member.party, "name": member.name, "relation": member.relation, "note": member.note,
        "sex": party.facts.sex, "born_on": party.facts.born_on, "identity": member.identity_masked,
    })
}

//! What is known of a member of a household is corrected: what they are to the one whose file it is, and who they are.
//!
//! The version is the member's own, so that two households, or a household and the member's own file, do not write over
//! each other.

use super::inputs::ChangeMember;
use super::model::{Facts, Identity, Member, Party, TypedIdentity};
use super::{queries, rules, saving, shelf, store};
use database::values;
use kernel::arabic::tidy_line;
use kernel::id::PartyId;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::{Value, json};

pub fn change_member(cx: &Write<'_>, input: ChangeMember) -> Result<Nothing> {
    let head = store::party(cx, input.party)?;
    require(head.merged_into.is_none(), rules::MERGED)?;
    let before = linked(cx, input.party, input.member)?;
    let known = store::party(cx, input.member)?;
    let after = corrected(cx, &input, &known)?;
    let same = after.facts == known.facts && after.identity == known.identity;
    let in_own_file = before.file_no.clone().unwrap_or_default();
    let refusal = Refusal::new(rules::MEMBER_HAS_FILE).with("file_no", &in_own_file).at("name");
    require(same || before.file_no.is_none(), refusal)?;

    cx.claim(store::RECORD, input.member, input.version)?;
    if !same {
        store::update(cx, &after, cx.now)?;
    }
    cx.run(
        "UPDATE party_link SET kind = $1, note = $2 WHERE from_party = $3 AND until IS NULL \
         AND (to_party = $4 OR to_party IN (SELECT id FROM party WHERE merged_into = $4))",
        values![input.relation.name(), tidy_line(&input.note), input.member, head.id],
    )?;
    store::touched(cx, head.id)?;
    shelf::lay(cx, head.id)?;
    let now = linked(cx, input.party, input.member)?;
    cx.changed("file", head.id, &head.facts.name, &trace(&before, &known), &trace(&now, &after))?;
    Ok(Nothing {})
}

fn linked(cx: &Write<'_>, head: PartyId, member: PartyId) -> Result<Member> {
    let members = queries::members(cx, head)?;
    members.into_iter().find(|one| one.party == member).ok_or(Failure::not_found("member"))
}

/// The member as typed. A number that stays keeps its day of expiry, which the household does not show.
fn corrected(cx: &Write<'_>, input: &ChangeMember, known: &Party) -> Result<Party> {
    let exception = saving::exception(cx, &input.exception)?;
    let typed = Facts { name: input.name.clone(), sex: input.sex, born_on: input.born_on, ..known.facts.clone() };
    let facts = rules::tidy(typed, cx.today())?;
    let expires_on = known.identity.as_ref().and_then(|identity| identity.expires_on);
    let typed = TypedIdentity { expires_on: input.identity.expires_on.or(expires_on), ..input.identity.clone() };
    let identity = rules::identity(&typed, known.identity.as_ref(), &exception)?;
    let identity = saving::number_of_another(cx, input.member, identity, &exception)?;
    let number = |identity: &Option<Identity>| identity.as_ref().map(|identity| identity.number.clone());
    let renewed = number(&identity) != number(&known.identity);
    let identity = identity.map(|identity| match renewed {
        true => Identity { expires_on: input.identity.expires_on, ..identity },
        false => identity,
    });
    Ok(Party { facts, identity, changed_at: cx.now, ..known.clone() })
}

/// What the audit trail keeps of a member: what the household shows.
fn trace(member: &Member, party: &Party) -> Value {
    json!({
        "member": member.party, "name": member.name, "relation": member.relation, "note": member.note,
        "sex": party.facts.sex, "born_on": party.facts.born_on, "identity": member.identity_masked,
    })
}

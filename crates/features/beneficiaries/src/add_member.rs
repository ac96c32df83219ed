//! Somebody joins the household of a file: a person the office knows, or a new one.

use super::inputs::AddMember;
use super::model::{Facts, Party, PartyKind};
use super::{queries, rules, saving, shelf, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn add_member(cx: &Write<'_>, input: AddMember) -> Result<Nothing> {
    let head = store::party(cx, input.party)?;
    require(head.merged_into.is_none(), rules::MERGED)?;
    require(input.party != input.member, Refusal::new(rules::SAME_FILE).at("member"))?;
    let joined = queries::members(cx, input.party)?;
    let there = joined.iter().any(|member| member.party == input.member);
    require(!there, Refusal::new(rules::MEMBER_ALREADY).at("member"))?;
    let member = match store::find_party(cx, input.member)? {
        Some(known) => known,
        None => new_member(cx, &input)?,
    };
    let note = kernel::arabic::tidy_line(&input.note);
    cx.run(
        "INSERT INTO party_link (from_party, to_party, kind, note, since, until) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (from_party, to_party) DO UPDATE SET kind = excluded.kind, note = excluded.note, \
         since = excluded.since, until = excluded.until",
        values![member.id, head.id, input.relation.name(), note, cx.today(), None::<kernel::Day>],
    )?;
    store::touched(cx, head.id)?;
    shelf::lay(cx, head.id)?;
    let after = json!({ "member": member.id, "name": member.facts.name, "relation": input.relation });
    cx.changed("file", head.id, &head.facts.name, &(), &after)?;
    Ok(Nothing {})
}

fn new_member(cx: &Write<'_>, input: &AddMember) -> Result<Party> {
    let exception = saving::exception(cx, &input.exception)?;
    let typed = Facts { name: input.name.clone(), sex: input.sex, born_on: input.born_on, ..Facts::default() };
    let facts = rules::tidy(typed, cx.today())?;
    let identity = rules::identity(&input.identity, None, &exception)?;
    let identity = saving::number_of_another(cx, input.member, identity, &exception)?;
    let member =
        Party { id: input.member, kind: PartyKind::Person, facts, identity, merged_into: None, changed_at: cx.now };
    store::insert_party(cx, &member)?;
    Ok(member)
}

//! Who belongs to the household of a party, and what they are to it. The members of a party that was merged into another
//! belong to that one.

use crate::inputs::{AddMember, ChangeMember, RemoveMember};
use crate::likeness::known_as;
use crate::model::{Identity, Member, Party, PartyFacts, PartyKind, Relation, TypedIdentity};
use crate::writing::{number_of_another, standing};
use crate::{rules, store};
use database::values;
use kernel::arabic::tidy_line;
use kernel::id::PartyId;
use kernel::saudi::masked;
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};
use office::record::RecordVersion;
use std::collections::BTreeSet;

/// The household of a party, each member once.
///
/// # Errors
/// What the database refuses.
pub fn members(cx: &Read<'_>, id: PartyId) -> Result<Vec<Member>> {
    let mut members = cx.rows(include_str!("sql/members.sql"), values![id], |row| {
        Ok(Member {
            party: row.get("id")?,
            record: RecordVersion::default(),
            name: row.get("name")?,
            relation: row.get("kind")?,
            sex: row.get("sex")?,
            born_on: row.get("born_on")?,
            identity_masked: masked(&row.get::<String>("number")?),
            note: row.get("note")?,
            since: row.get("since")?,
            known_as: Vec::new(),
        })
    })?;
    let mut seen = BTreeSet::new();
    members.retain(|member| seen.insert(member.party));
    for member in &mut members {
        member.record = cx.version(store::RECORD, member.party)?;
        member.known_as = known_as(cx, member.party)?;
    }
    Ok(members)
}

/// The parties whose household somebody belongs to.
///
/// # Errors
/// What the database refuses.
pub fn households_of(db: &database::Read<'_>, member: PartyId) -> Result<Vec<PartyId>> {
    let sql = "SELECT DISTINCT COALESCE(p.merged_into, p.id) AS head FROM party_link l JOIN party p ON p.id = l.to_party \
               WHERE l.from_party = $1 AND l.until IS NULL";
    db.rows(sql, values![member], |row| row.get("head"))
}

/// Names and identity numbers under which a party is found, too: its household, and those merged into it.
///
/// # Errors
/// What the database refuses.
pub fn found_under(db: &database::Read<'_>, id: PartyId) -> Result<Vec<(String, String)>> {
    db.rows(include_str!("sql/found_under.sql"), values![id], |row| Ok((row.get("name")?, row.get("number")?)))
}

/// A household that somebody joined.
pub struct Joined {
    pub head: Party,
    pub member: Party,
}

/// Somebody joins the household: a party the office knows, or a new one.
///
/// # Errors
/// A member already; facts that cannot stand.
pub fn add_member(cx: &Write<'_>, input: &AddMember) -> Result<Joined> {
    let head = standing(cx, input.party)?;
    require(input.party != input.member, Refusal::new(rules::SAME_PARTY).at("member"))?;
    let there = members(cx, input.party)?.iter().any(|member| member.party == input.member);
    require(!there, Refusal::new(rules::MEMBER_ALREADY).at("member"))?;
    let member = match store::find_party(cx, input.member)? {
        Some(known) => known,
        None => new_member(cx, input)?,
    };
    cx.run(
        "INSERT INTO party_link (from_party, to_party, kind, note, since, until) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (from_party, to_party) DO UPDATE SET kind = excluded.kind, note = excluded.note, \
         since = excluded.since, until = excluded.until",
        values![member.id, head.id, input.relation, tidy_line(&input.note), cx.today(), None::<Day>],
    )?;
    changed(cx, head.id)?;
    Ok(Joined { head, member })
}

/// A member of a household as an import brings them: they are no change of a household that came in with them.
///
/// # Errors
/// An identity number the office has already.
pub fn insert_member(cx: &Write<'_>, head: PartyId, member: &Party, relation: Relation) -> Result<()> {
    store::insert(cx, member)?;
    cx.run(
        "INSERT INTO party_link (from_party, to_party, kind, note, since, until) VALUES ($1, $2, $3, $4, $5, $6)",
        values![member.id, head, relation, String::new(), cx.today(), None::<Day>],
    )?;
    Ok(())
}

fn new_member(cx: &Write<'_>, input: &AddMember) -> Result<Party> {
    let typed =
        PartyFacts { name: input.name.clone(), sex: input.sex, born_on: input.born_on, ..PartyFacts::default() };
    let facts = rules::tidy(typed, cx.today())?;
    let identity = rules::identity(&input.identity, None, &input.exception)?;
    let identity = number_of_another(cx, input.member, identity, &input.exception)?;
    let member =
        Party { id: input.member, kind: PartyKind::Person, facts, identity, merged_into: None, changed_at: cx.now };
    store::insert(cx, &member)?;
    Ok(member)
}

/// A household of which a member was corrected: what it showed of them before and after.
pub struct Corrected {
    pub head: Party,
    pub before: (Member, Party),
    pub after: (Member, Party),
}

/// What is known of a member is corrected: what they are to the household, and who they are. The version is the member's
/// own, so that two households, or a household and the member's own form, do not write over each other.
///
/// # Errors
/// Who is known by a number of their own is corrected there; facts that cannot stand; somebody else changed the member.
pub fn change_member(cx: &Write<'_>, input: &ChangeMember) -> Result<Corrected> {
    let head = standing(cx, input.party)?;
    let before = member_of(cx, input.party, input.member)?;
    let known = store::party(cx, input.member)?;
    let after = corrected(cx, input, &known)?;
    let same = after.facts == known.facts && after.identity == known.identity;
    let own = before.known_as.first().map(|known| known.number.clone()).unwrap_or_default();
    let refusal = Refusal::new(rules::MEMBER_KNOWN).with("known_as", &own).at("name");
    require(same || own.is_empty(), refusal)?;

    cx.claim(store::RECORD, input.member, input.version)?;
    if !same {
        store::update(cx, &after)?;
    }
    cx.run(
        "UPDATE party_link SET kind = $1, note = $2 WHERE from_party = $3 AND until IS NULL \
         AND (to_party = $4 OR to_party IN (SELECT id FROM party WHERE merged_into = $4))",
        values![input.relation, tidy_line(&input.note), input.member, head.id],
    )?;
    changed(cx, head.id)?;
    let now = member_of(cx, input.party, input.member)?;
    Ok(Corrected { head, before: (before, known), after: (now, after) })
}

/// The member as typed. A number that stays keeps its day of expiry, which the household does not show.
fn corrected(cx: &Write<'_>, input: &ChangeMember, known: &Party) -> Result<Party> {
    let typed = PartyFacts { name: input.name.clone(), sex: input.sex, born_on: input.born_on, ..known.facts.clone() };
    let facts = rules::tidy(typed, cx.today())?;
    let expires_on = known.identity.as_ref().and_then(|identity| identity.expires_on);
    let typed = TypedIdentity { expires_on: input.identity.expires_on.or(expires_on), ..input.identity.clone() };
    let identity = rules::identity(&typed, known.identity.as_ref(), &input.exception)?;
    let identity = number_of_another(cx, input.member, identity, &input.exception)?;
    let number = |identity: &Option<Identity>| identity.as_ref().map(|identity| identity.number.clone());
    let renewed = number(&identity) != number(&known.identity);
    let identity = identity.map(|identity| match renewed {
        true => Identity { expires_on: input.identity.expires_on, ..identity },
        false => identity,
    });
    Ok(Party { facts, identity, changed_at: cx.now, ..known.clone() })
}

/// A household that somebody left.
pub struct Left {
    pub head: Party,
    pub member: Member,
    pub reason: String,
}

/// Somebody leaves the household: the link ends, the person and what is known of them stay.
///
/// # Errors
/// No member; no reason.
pub fn remove_member(cx: &Write<'_>, input: &RemoveMember) -> Result<Left> {
    let head = store::party(cx, input.party)?;
    let reason = rules::reason(&input.reason)?;
    let member = member_of(cx, input.party, input.member)?;
    cx.run(
        "UPDATE party_link SET until = $1 WHERE from_party = $2 AND until IS NULL \
         AND (to_party = $3 OR to_party IN (SELECT id FROM party WHERE merged_into = $3))",
        values![cx.today(), input.member, head.id],
    )?;
    changed(cx, head.id)?;
    Ok(Left { head, member, reason })
}

fn member_of(cx: &Read<'_>, head: PartyId, member: PartyId) -> Result<Member> {
    members(cx, head)?.into_iter().find(|one| one.party == member).ok_or(Failure::not_found("member"))
}

/// The household of a party is another one now.
fn changed(cx: &Write<'_>, head: PartyId) -> Result<()> {
    store::touched(cx, head)?;
    cx.record_changed(store::subject(head))
}

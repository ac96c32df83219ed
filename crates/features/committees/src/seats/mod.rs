//! Committees and who sits in them.

pub mod add;
pub mod add_member;
pub mod begin_term;
pub mod change;
pub mod change_member;
pub mod declare;
pub mod end_member;
mod outsider;

pub use outsider::outsider;

use crate::model::{CommitteeMember, CommitteeRole};
use crate::rules::{CHAIR_VOTES, NAME_TAKEN, ROLE_TAKEN, SITS_ALREADY};
use crate::store;
use database::values;
use kernel::arabic::fold;
use kernel::id::{CommitteeId, CommitteeMemberId, PartyId, PersonId};
use kernel::{Refusal, Result, require};
use office::context::Write;

/// # Errors
/// Another committee has the name.
fn name_is_free(cx: &Write<'_>, name: &str, id: CommitteeId) -> Result<()> {
    let sql = "SELECT 1 AS one FROM committee WHERE name_fold = $1 AND id <> $2";
    let taken = cx.row(sql, values![fold(name), id], |_| Ok(()))?.is_some();
    require(!taken, Refusal::new(NAME_TAKEN).with("name", name).at("name"))
}

/// # Errors
/// A second chair or secretary; a chair without a vote.
fn role_is_free(
    members: &[CommitteeMember],
    role: CommitteeRole,
    votes: bool,
    of: Option<CommitteeMemberId>,
) -> Result<()> {
    require(role != CommitteeRole::Chair || votes, Refusal::new(CHAIR_VOTES).at("votes"))?;
    let single = matches!(role, CommitteeRole::Chair | CommitteeRole::Secretary);
    let held = members.iter().find(|one| one.until.is_none() && one.role == role && Some(one.id) != of);
    match held.filter(|_| single) {
        Some(held) => Err(Refusal::new(ROLE_TAKEN).with("name", &held.name).at("role").into()),
        None => Ok(()),
    }
}

/// # Errors
/// They sit already.
fn sits_not_yet(members: &[CommitteeMember], person: Option<PersonId>, party: Option<PartyId>) -> Result<()> {
    let sits = members.iter().any(|one| one.until.is_none() && one.person == person && one.party == party);
    require(!sits, Refusal::new(SITS_ALREADY).at("who"))
}

/// Writes somebody into a seat.
fn seat(cx: &Write<'_>, member: &CommitteeMember) -> Result<()> {
    cx.run(
        "INSERT INTO committee_member (id, committee, term, person, party, role, votes, since) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            member.id,
            member.committee,
            member.term,
            member.person,
            member.party,
            member.role,
            member.votes,
            member.since
        ],
    )?;
    Ok(())
}

/// The audit line of what changed about a member.
fn told(cx: &Write<'_>, before: Option<&CommitteeMember>, after: &CommitteeMember) -> Result<()> {
    let name = store::committee(cx, after.committee)?.name;
    cx.changed(store::COMMITTEE, after.committee, &name, &before, after)
}

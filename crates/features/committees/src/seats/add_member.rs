//! Somebody takes a seat: a person of the office, or a party from outside.

use super::{role_is_free, seat, sits_not_yet, told};
use crate::inputs::{AddCommitteeMember, WhichCommittee};
use crate::model::CommitteeMember;
use crate::rules::WHO_MISSING;
use crate::store;
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};

pub fn add_member(cx: &Write<'_>, input: AddCommitteeMember) -> Result<WhichCommittee> {
    let committee = store::going_on(cx, input.committee)?;
    require(input.person.is_some() != input.outsider.is_some(), Refusal::new(WHO_MISSING).at("who"))?;
    at("since", has_come(input.since, cx.today()))?;
    let (party, name) = match (&input.outsider, input.person) {
        (Some(outsider), _) => {
            let party = super::outsider(cx, outsider)?;
            (Some(party.id), party.facts.name)
        }
        (None, person) => {
            let sql = "SELECT name FROM user_name WHERE id = $1";
            let name: Option<String> = cx.row(sql, values![person], |row| row.get("name"))?;
            (None, name.ok_or(Failure::not_found("person"))?)
        }
    };
    let members = store::members(cx, input.committee)?;
    sits_not_yet(&members, input.person, party)?;
    role_is_free(&members, input.role, input.votes, None)?;
    cx.claim(store::COMMITTEE, input.committee, input.version)?;
    let member = CommitteeMember {
        id: input.id,
        committee: input.committee,
        term: committee.term,
        person: input.person,
        party,
        name,
        role: input.role,
        votes: input.votes,
        since: input.since,
        until: None,
        ended_reason: String::new(),
    };
    seat(cx, &member)?;
    told(cx, None, &member)?;
    Ok(WhichCommittee { committee: input.committee })
}

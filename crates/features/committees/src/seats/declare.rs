//! A member says which interests they have, or that there are none. Whoever signs in speaks for themselves; of somebody from
//! outside a paper they signed is told by whoever keeps committees.

use crate::inputs::{DeclareInterest, WhichCommittee};
use crate::rules::{self, MEMBER_ENDED, OWN_WORD};
use crate::store;
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};
use serde_json::json;

pub fn declare(cx: &Write<'_>, input: DeclareInterest) -> Result<WhichCommittee> {
    let member = store::member(cx, input.member)?;
    require(member.until.is_none(), MEMBER_ENDED)?;
    let interests = rules::text(&input.interests, "interests")?;
    at("on", has_come(input.on, cx.today()))?;
    speaks_for(cx, member.person, input.on_paper)?;
    let sql = "SELECT 1 AS one FROM committee_interest WHERE id = $1";
    let known = cx.row(sql, values![input.id], |_| Ok(()))?.is_some();
    require(!known, Failure::conflict(office::record::CHANGED_MEANWHILE))?;
    cx.run(
        "INSERT INTO committee_interest (id, member, on_day, interests, on_paper, made_by, recorded_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![input.id, input.member, input.on, interests.as_str(), input.on_paper, cx.who.id, cx.now],
    )?;
    let name = store::committee(cx, member.committee)?.name;
    let told = json!({ "member": member.name, "interests": interests, "on": input.on });
    cx.changed(store::COMMITTEE, member.committee, &name, &(), &told)?;
    Ok(WhichCommittee { committee: member.committee })
}

/// Whether the person who asks may tell the word of a member: their own, or one on a signed paper of somebody who does
/// not sign in.
///
/// # Errors
/// `committees.own_word`; forbidden to the role.
pub fn speaks_for(cx: &Write<'_>, person: Option<kernel::id::PersonId>, on_paper: bool) -> Result<()> {
    match person {
        Some(person) => require(person == cx.who.id && !on_paper, OWN_WORD),
        None => {
            cx.who.needs(crate::COMMITTEES_KEEP)?;
            require(on_paper, Refusal::new(OWN_WORD).at("on_paper"))
        }
    }
}

//! Somebody becomes a member of the general assembly, under the next number.

use crate::inputs::{AddAssemblyMember, WhichAssemblyMember};
use crate::rules::MEMBER_ALREADY;
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};
use office::numbers::FOR_EVER;

/// The series of the numbers of members.
const SERIES: &str = "assembly_member";

pub fn add(cx: &Write<'_>, input: AddAssemblyMember) -> Result<WhichAssemblyMember> {
    at("joined_on", has_come(input.joined_on, cx.today()))?;
    cx.claim(store::RECORD, input.id, 0)?;
    let party = committees::outsider(cx, &input.who)?;
    let sql = "SELECT 1 AS one FROM assembly_member WHERE party = $1";
    let sits = cx.row(sql, values![party.id], |_| Ok(()))?.is_some();
    require(!sits, Refusal::new(MEMBER_ALREADY).with("name", &party.facts.name).at("who.number"))?;
    let number = cx.next_number(SERIES, FOR_EVER)?;
    cx.run(
        "INSERT INTO assembly_member (id, party, number, kind, joined_on, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        values![input.id, party.id, number, input.kind, input.joined_on, cx.now],
    )?;
    store::told(cx, None, input.id)?;
    Ok(WhichAssemblyMember { member: input.id })
}

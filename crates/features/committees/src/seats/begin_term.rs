//! A new term: everybody leaves their seat, and whoever sits on takes one of the new term.

use super::seat;
use crate::inputs::{BeginTerm, WhichCommittee};
use crate::model::CommitteeMember;
use crate::rules::{self, TERM_DAYS};
use crate::store;
use database::values;
use kernel::id::CommitteeMemberId;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};

pub fn begin_term(cx: &Write<'_>, input: BeginTerm) -> Result<WhichCommittee> {
    let before = store::going_on(cx, input.committee)?;
    rules::term(input.term_from, input.term_to)?;
    at("term_from", has_come(input.term_from, cx.today()))?;
    require(input.term_from > before.term_from, Refusal::new(TERM_DAYS).at("term_from"))?;
    cx.claim(store::COMMITTEE, input.committee, input.version)?;
    let term = before.term + 1;
    cx.run(
        "INSERT INTO committee_term (committee, no, from_day, to_day) VALUES ($1, $2, $3, $4)",
        values![input.committee, term, input.term_from, input.term_to],
    )?;
    cx.run("UPDATE committee SET term = $1 WHERE id = $2", values![term, input.committee])?;
    let sitting = store::members(cx, input.committee)?;
    let sitting: Vec<CommitteeMember> = sitting.into_iter().filter(|one| one.until.is_none()).collect();
    for one in &sitting {
        let until = one.since.max(input.term_from);
        cx.run("UPDATE committee_member SET until = $1 WHERE id = $2", values![until, one.id])?;
    }
    for one in sitting.into_iter().filter(|one| input.keep.contains(&one.id)) {
        let id = CommitteeMemberId::new(cx.now, office::random::bytes()?);
        seat(cx, &CommitteeMember { id, term, since: input.term_from, ..one })?;
    }
    cx.changed(store::COMMITTEE, input.committee, &before.name, &before, &store::committee(cx, input.committee)?)?;
    Ok(WhichCommittee { committee: input.committee })
}

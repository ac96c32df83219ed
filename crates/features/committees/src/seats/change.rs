//! A committee is changed, or ends.

use super::name_is_free;
use crate::inputs::{SaveCommittee, WhichCommittee};
use crate::rules::{self, NAME_MISSING};
use crate::store;
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use office::context::Write;
use office::input::{at, has_come};

pub fn change(cx: &Write<'_>, input: SaveCommittee) -> Result<WhichCommittee> {
    let before = store::committee(cx, input.id)?;
    let name = rules::line(&input.name, "name", NAME_MISSING)?;
    let purpose = rules::text(&input.purpose, "purpose")?;
    rules::term(input.term_from, input.term_to)?;
    at("term_from", has_come(input.term_from, cx.today()))?;
    rules::settings(input.quorum, input.confirm_days)?;
    if let Some(ended) = input.ended_on {
        at("ended_on", has_come(ended, cx.today()))?;
    }
    name_is_free(cx, &name, input.id)?;
    cx.claim(store::COMMITTEE, input.id, input.version)?;
    cx.run(
        "UPDATE committee SET name = $1, name_fold = $2, kind = $3, purpose = $4, quorum = $5, confirm_days = $6, \
         ended_on = $7 WHERE id = $8",
        values![
            name.as_str(),
            fold(&name),
            input.kind,
            purpose.as_str(),
            input.quorum,
            input.confirm_days,
            input.ended_on,
            input.id
        ],
    )?;
    cx.run(
        "UPDATE committee_term SET from_day = $1, to_day = $2 WHERE committee = $3 AND no = $4",
        values![input.term_from, input.term_to, input.id, before.term],
    )?;
    cx.changed(store::COMMITTEE, input.id, &name, &before, &store::committee(cx, input.id)?)?;
    Ok(WhichCommittee { committee: input.id })
}

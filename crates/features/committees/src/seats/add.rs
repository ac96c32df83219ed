//! A committee is set up, with its first term.

use super::name_is_free;
use crate::inputs::{SaveCommittee, WhichCommittee};
use crate::rules::{self, NAME_MISSING};
use crate::store;
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use office::context::Write;
use office::input::{at, has_come};

pub fn add(cx: &Write<'_>, input: SaveCommittee) -> Result<WhichCommittee> {
    let name = rules::line(&input.name, "name", NAME_MISSING)?;
    let purpose = rules::text(&input.purpose, "purpose")?;
    rules::term(input.term_from, input.term_to)?;
    at("term_from", has_come(input.term_from, cx.today()))?;
    rules::settings(input.quorum, input.confirm_days)?;
    name_is_free(cx, &name, input.id)?;
    cx.claim(store::COMMITTEE, input.id, 0)?;
    cx.run(
        "INSERT INTO committee (id, name, name_fold, kind, purpose, term, quorum, confirm_days, created_at) \
         VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8)",
        values![
            input.id,
            name.as_str(),
            fold(&name),
            input.kind,
            purpose.as_str(),
            input.quorum,
            input.confirm_days,
            cx.now
        ],
    )?;
    cx.run(
        "INSERT INTO committee_term (committee, no, from_day, to_day) VALUES ($1, 1, $2, $3)",
        values![input.id, input.term_from, input.term_to],
    )?;
    cx.changed(store::COMMITTEE, input.id, &name, &(), &store::committee(cx, input.id)?)?;
    Ok(WhichCommittee { committee: input.id })
}

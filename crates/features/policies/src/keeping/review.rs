//! A policy was looked at again and stays as it is: the day of the next look follows.

use crate::inputs::{ReviewPolicy, WhichPolicy};
use crate::model::EditionState;
use crate::rules::{self, DAYS_ORDER, NOTHING_IN_FORCE, REVIEWED_ALREADY, TEXT_MISSING};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};
use serde_json::json;

pub fn review(cx: &Write<'_>, input: ReviewPolicy) -> Result<WhichPolicy> {
    let policy = store::holding(cx, input.policy)?;
    let note = rules::said(&input.note, "note", TEXT_MISSING, rules::LONGEST)?;
    at("on", has_come(input.on, cx.today()))?;
    let editions = store::editions(cx, input.policy)?;
    let edition = editions.iter().find(|one| one.state == EditionState::Approved).ok_or(NOTHING_IN_FORCE)?;
    let late = edition.approved_on.is_some_and(|day| day > input.on);
    require(!late, Refusal::new(DAYS_ORDER).at("on"))?;
    let sql = "SELECT 1 AS one FROM policy_review WHERE edition = $1 AND on_day >= $2";
    let again = cx.row(sql, values![edition.id, input.on], |_| Ok(()))?.is_some();
    require(!again, Refusal::new(REVIEWED_ALREADY).at("on"))?;
    cx.claim(store::POLICY, input.policy, input.version)?;
    let next = rules::review_day(input.on, policy.review_months)?;
    cx.run(
        "INSERT INTO policy_review (edition, on_day, note, next_on, reviewed_by, recorded_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        values![edition.id, input.on, note.as_str(), next, cx.who.id, cx.now],
    )?;
    cx.run("UPDATE policy_edition SET review_on = $1 WHERE id = $2", values![next, edition.id])?;
    let told = json!({ "reviewed_on": input.on, "note": note, "next_on": next });
    cx.changed(store::POLICY, input.policy, &policy.title, &(), &told)?;
    Ok(WhichPolicy { policy: input.policy })
}

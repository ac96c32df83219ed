//! Somebody signs that they have read the edition in force: for themselves, and for the very text they were shown.

use super::told;
use crate::inputs::{AcknowledgeEdition, WhichEdition};
use crate::rules::{NOT_CIRCULATED, SIGNED_ALREADY, TEXT_CHANGED};
use crate::{store, variables};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn acknowledge(cx: &Write<'_>, input: AcknowledgeEdition) -> Result<WhichEdition> {
    let edition = store::in_force(cx, input.edition)?;
    store::holding(cx, edition.policy)?;
    let sql = "SELECT 1 AS one FROM policy_circulation WHERE edition = $1 AND person = $2";
    require(cx.row(sql, values![edition.id, cx.who.id], |_| Ok(()))?.is_some(), NOT_CIRCULATED)?;
    let sql = "SELECT 1 AS one FROM policy_acknowledgement WHERE edition = $1 AND person = $2";
    require(cx.row(sql, values![edition.id, cx.who.id], |_| Ok(()))?.is_none(), SIGNED_ALREADY)?;
    let reads = variables::read(&edition.text, &variables::variables(&office::association::profile(cx)?));
    let fingerprint = store::fingerprint(&reads);
    require(fingerprint == input.fingerprint, TEXT_CHANGED)?;
    cx.run(
        "INSERT INTO policy_acknowledgement (edition, person, signed_by, at, fingerprint) VALUES ($1, $2, $3, $4, $5)",
        values![edition.id, cx.who.id, cx.who.id, cx.now, fingerprint.as_str()],
    )?;
    told(cx, &edition, &json!({ "signed": cx.who.name, "fingerprint": fingerprint }))?;
    Ok(WhichEdition { edition: input.edition })
}

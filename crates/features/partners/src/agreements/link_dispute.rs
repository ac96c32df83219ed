//! A request that is a dispute about an agreement is named on it, or not any more.

use super::store;
use crate::inputs::LinkDispute;
use crate::model::SavedAgreement;
use crate::rules::{NOT_A_DISPUTE, STANDS_SO};
use database::values;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

/// The kind of record a request is, in the feature that keeps them.
pub const REQUEST: &str = "request";

pub fn link_dispute(cx: &Write<'_>, input: LinkDispute) -> Result<SavedAgreement> {
    let one = store::agreement(cx, input.id)?;
    let kind = cx.features().subject(REQUEST)?;
    let gone = |_: Failure| Refusal::new(NOT_A_DISPUTE).at("request");
    kind.seen(cx, *input.request.as_bytes())?;
    let label = (kind.label)(cx, *input.request.as_bytes()).map_err(gone)?;
    let sql = "SELECT 1 AS one FROM agreement_dispute WHERE agreement = $1 AND request = $2";
    let there = cx.row(sql, values![input.id, input.request], |_| Ok(()))?.is_some();
    require(there != input.linked, STANDS_SO)?;
    cx.claim(store::AGREEMENT, input.id, input.version)?;
    if input.linked {
        cx.run(
            "INSERT INTO agreement_dispute (agreement, request, linked_on, linked_by) VALUES ($1, $2, $3, $4)",
            values![input.id, input.request, cx.today(), cx.who.id],
        )?;
    } else {
        let sql = "DELETE FROM agreement_dispute WHERE agreement = $1 AND request = $2";
        cx.run(sql, values![input.id, input.request])?;
    }
    let told = |linked: bool| json!({ "dispute": label, "linked": linked });
    cx.changed(store::AGREEMENT, input.id, &one.agreement_no, &told(!input.linked), &told(input.linked))?;
    Ok(SavedAgreement { agreement: one.id, agreement_no: one.agreement_no })
}

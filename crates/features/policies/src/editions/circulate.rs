//! The edition in force is sent to everybody of the office who has not got it yet; each has it as a task until they sign.

use super::told;
use crate::inputs::{CirculateEdition, WhichEdition};
use crate::rules::{DUE_PASSED, SENT_ALREADY};
use crate::store;
use database::values;
use kernel::id::PersonId;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn circulate(cx: &Write<'_>, input: CirculateEdition) -> Result<WhichEdition> {
    let edition = store::in_force(cx, input.edition)?;
    store::holding(cx, edition.policy)?;
    require(input.due >= cx.today(), Refusal::new(DUE_PASSED).at("due"))?;
    let sql = "SELECT person FROM policy_circulation WHERE edition = $1";
    let sent: Vec<PersonId> = cx.rows(sql, values![edition.id], |row| row.get("person"))?;
    let missing: Vec<PersonId> = store::staff(cx)?.into_iter().filter(|one| !sent.contains(one)).collect();
    require(!missing.is_empty(), SENT_ALREADY)?;
    for person in &missing {
        cx.run(
            "INSERT INTO policy_circulation (edition, person, sent_by, sent_at, due) VALUES ($1, $2, $3, $4, $5)",
            values![edition.id, *person, cx.who.id, cx.now, input.due],
        )?;
    }
    told(cx, &edition, &json!({ "circulated": missing.len(), "due": input.due }))?;
    Ok(WhichEdition { edition: input.edition })
}

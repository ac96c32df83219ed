//! An edition is not approved: it goes back to whoever prepares it, with the reason.

use super::told;
use crate::inputs::{DropEdition, WhichEdition};
use crate::model::EditionState;
use crate::rules::{self, OWN_EDITION, REASON_MISSING};
use crate::steps::EDITION;
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn refuse(cx: &Write<'_>, input: DropEdition) -> Result<WhichEdition> {
    let edition = store::edition(cx, input.edition)?;
    let reason = rules::said(&input.reason, "reason", REASON_MISSING, rules::LONGEST)?;
    let request = approvals::require_waiting(cx, &EDITION, *edition.id.as_bytes())?;
    require(edition.prepared_by != cx.who.id, OWN_EDITION)?;
    approvals::send_back(cx, &EDITION, &request, &reason)?;
    cx.run("UPDATE policy_edition SET state = 'draft' WHERE id = $1", values![edition.id])?;
    cx.passed(store::POLICY, edition.policy)?;
    told(cx, &edition, &json!({ "state": EditionState::Draft, "reason": reason }))?;
    Ok(WhichEdition { edition: input.edition })
}

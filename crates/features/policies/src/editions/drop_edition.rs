//! An edition that was not approved is given up: what waits of it falls away.

use super::told;
use crate::inputs::{DropEdition, WhichEdition};
use crate::model::EditionState;
use crate::rules::{self, REASON_MISSING, STEP};
use crate::steps::EDITION;
use crate::store;
use database::values;
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn drop_edition(cx: &Write<'_>, input: DropEdition) -> Result<WhichEdition> {
    let edition = store::edition(cx, input.edition)?;
    let reason = rules::said(&input.reason, "reason", REASON_MISSING, rules::LONGEST)?;
    require(matches!(edition.state, EditionState::Draft | EditionState::Waiting), STEP)?;
    approvals::lapse(cx, &EDITION, *edition.id.as_bytes(), &reason)?;
    cx.run("UPDATE policy_edition SET state = 'dropped' WHERE id = $1", values![edition.id])?;
    cx.passed(store::POLICY, edition.policy)?;
    told(cx, &edition, &json!({ "state": EditionState::Dropped, "reason": reason }))?;
    Ok(WhichEdition { edition: input.edition })
}

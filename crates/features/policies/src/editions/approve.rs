//! An edition is approved, as a committee has decided: it comes into force, and the one before is replaced.

use super::told;
use crate::inputs::{ApproveEdition, WhichEdition};
use crate::model::EditionState;
use crate::rules::{self, DECISION_MISSING, OWN_EDITION};
use crate::steps::EDITION;
use crate::store;
use approvals::RequestState;
use database::values;
use kernel::{Day, Result, require};
use office::context::Write;
use serde_json::json;

pub fn approve(cx: &Write<'_>, input: ApproveEdition) -> Result<WhichEdition> {
    let edition = store::edition(cx, input.edition)?;
    let policy = store::holding(cx, edition.policy)?;
    let request = approvals::require_waiting(cx, &EDITION, *edition.id.as_bytes())?;
    require(edition.prepared_by != cx.who.id, OWN_EDITION)?;
    let sql = "SELECT d.decided_on FROM decision_standing d JOIN decision_matter m ON m.decision = d.id \
               WHERE d.id = $1 AND d.outcome = 'approved' AND m.request = $2";
    let decided: Option<Day> = cx.row(sql, values![input.decision, request.id], |row| row.get("decided_on"))?;
    let decided = decided.ok_or(DECISION_MISSING)?;
    if approvals::answer(cx, &EDITION, &request)?.state != RequestState::Approved {
        return Ok(WhichEdition { edition: input.edition });
    }
    store::replace(cx, edition.policy)?;
    let from = edition.effective_on.max(decided);
    cx.run(
        "UPDATE policy_edition SET state = 'approved', decision = $1, approved_on = $2, approved_by = $3, review_on = $4 \
         WHERE id = $5",
        values![input.decision, decided, cx.who.id, rules::review_day(from, policy.review_months)?, edition.id],
    )?;
    cx.passed(store::POLICY, edition.policy)?;
    told(cx, &edition, &json!({ "state": EditionState::Approved, "decision": input.decision }))?;
    Ok(WhichEdition { edition: input.edition })
}

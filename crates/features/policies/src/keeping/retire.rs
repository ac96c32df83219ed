//! A policy holds no more, for a reason. What waits of it falls away.

use crate::inputs::{RetirePolicy, WhichPolicy};
use crate::model::EditionState;
use crate::rules::{self, REASON_MISSING};
use crate::steps::EDITION;
use crate::store;
use database::values;
use kernel::Result;
use office::context::Write;
use office::input::{at, has_come};

pub fn retire(cx: &Write<'_>, input: RetirePolicy) -> Result<WhichPolicy> {
    let before = store::holding(cx, input.policy)?;
    let reason = rules::said(&input.reason, "reason", REASON_MISSING, rules::LONGEST)?;
    at("on", has_come(input.on, cx.today()))?;
    cx.claim(store::POLICY, input.policy, input.version)?;
    for edition in store::editions(cx, input.policy)? {
        if matches!(edition.state, EditionState::Draft | EditionState::Waiting) {
            approvals::lapse(cx, &EDITION, *edition.id.as_bytes(), &reason)?;
            cx.run("UPDATE policy_edition SET state = 'dropped' WHERE id = $1", values![edition.id])?;
        }
    }
    cx.run(
        "UPDATE policy SET retired_on = $1, retired_reason = $2 WHERE id = $3",
        values![input.on, reason.as_str(), input.policy],
    )?;
    cx.changed(store::POLICY, input.policy, &before.title, &before, &store::policy(cx, input.policy)?)?;
    Ok(WhichPolicy { policy: input.policy })
}

//! Another person approves how a hold ends, and it ends.

use crate::decisions::{is_no_witness, is_open, told};
use crate::inputs::{DecideHold, WhichHold};
use crate::model::HoldChoice;
use crate::steps::RELEASE;
use crate::{facts, rules, store};
use approvals::RequestState;
use casework::holds::{self, Release};
use database::values;
use kernel::Result;
use loans::ProjectState;
use loans::changes::reschedule::{Rescheduled, reschedule, rescheduling};
use office::context::Write;
use serde_json::json;

pub fn approve(cx: &Write<'_>, input: DecideHold) -> Result<WhichHold> {
    let line = store::line(cx, input.hold)?;
    is_open(&line)?;
    let request = approvals::require_waiting(cx, &RELEASE, *line.hold.as_bytes())?;
    approvals::may_answer(cx, &RELEASE, &request)?;
    is_no_witness(&line, &store::reasons(cx, line.hold)?, cx.who.id)?;
    let decision = store::decision(cx, request.id)?;
    let looked = facts::of_loan(cx, line.loan, cx.today())?.ok_or(rules::NOT_OPEN)?;
    let plan = match &decision.change {
        Some(change) => Some(rescheduling(cx, line.loan, decision.day, change)?),
        None => None,
    };
    let release = Release {
        decision: rules::decision(decision.decision, plan.as_ref(), &decision.assets),
        proposed_by: decision.proposed_by.to_string(),
        approved_by: cx.who.id.to_string(),
        role: rules::role(cx.who.role),
        declared: input.declared,
        reason: Some(decision.reason.clone()),
    };
    let after = holds::release(&looked.facts, &release, &looked.settings)?;
    let request = approvals::answer(cx, &RELEASE, &request)?;
    if request.state == RequestState::Approved {
        if let Some(change) = &decision.change {
            let rescheduled = Rescheduled {
                loan: line.loan,
                day: decision.day,
                change,
                key: decision.id.to_string(),
                plan: &decision.kept_plan,
                reason: &decision.reason,
                approved_by: cx.who.id,
            };
            reschedule(cx, rescheduled)?;
        }
        cx.run(
            "UPDATE hold SET state = 'released', decision = $1, released_on = $2, released_by = $3 WHERE id = $4",
            values![decision.id, cx.today(), cx.who.id, line.hold],
        )?;
        if decision.decision == HoldChoice::Stop {
            let project = facts::project_of(cx, line.loan)?;
            loans::end_project(cx, project, ProjectState::Stopped, &decision.reason)?;
        }
    }
    told(cx, &line, &json!({ "state": "released", "decision": decision.decision, "after": after }))?;
    Ok(WhichHold { hold: line.hold })
}

//! One person proposes how a hold ends, with a reason. What could not be done today is not worth another person's time.

use crate::decisions::{is_open, told};
use crate::inputs::{ProposeHold, WhichHold};
use crate::model::HoldChoice;
use crate::steps::RELEASE;
use crate::{facts, rules, store};
use approvals::Asked;
use database::values;
use kernel::{Failure, Refusal, Result};
use office::context::Write;
use serde_json::json;

pub fn propose(cx: &Write<'_>, input: ProposeHold) -> Result<WhichHold> {
    let line = store::line(cx, input.hold)?;
    is_open(&line)?;
    let reason = rules::reason(&input.reason)?;
    let looked = facts::of_loan(cx, line.loan, cx.today())?.ok_or(rules::NOT_OPEN)?;
    let (mut content, mut plan) = (None, None);
    if input.decision == HoldChoice::Reschedule {
        let change = input.change.as_ref().ok_or(Refusal::new(rules::CHANGE_MISSING).at("change"))?;
        plan = Some(loans::changes::reschedule::rescheduling(cx, line.loan, cx.today(), change)?);
        content = Some(serde_json::to_string(change).map_err(Failure::broken)?);
    }
    let decision = rules::decision(input.decision, plan.as_ref(), &input.assets);
    rules::may_be_proposed(&looked.facts, decision, &looked.settings)?;
    let asked = Asked { id: Some(input.id), subject: *line.hold.as_bytes(), reason: &reason, ..Asked::default() };
    approvals::ask(cx, &RELEASE, &asked)?;
    let assets = input.assets.trim();
    rules::short(assets, "assets")?;
    let plan = plan.map(|plan| plan.text()).transpose()?;
    cx.run(
        "INSERT INTO hold_decision (id, hold, kind, on_day, assets, content, plan) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![input.id, line.hold, input.decision, cx.today(), assets, content, plan],
    )?;
    told(cx, &line, &json!({ "decision": input.decision, "reason": reason, "asked": true }))?;
    Ok(WhichHold { hold: line.hold })
}

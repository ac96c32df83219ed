//! The paper of a hold: why the project was halted, on whose side it lies, what is done, and how it ended.

use crate::inputs::WhichHold;
use crate::model::{HoldDecision, HoldFact, HoldReason, HoldSheet, HoldState, HoldStep, StepState};
use crate::{queries, rules};
use kernel::{Day, Result};
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{Language, fill, word};
use papers::Template;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const HOLD: Template = Template { name: "hold_decision", source: include_str!("papers/hold_decision.typ") };

pub fn paper(cx: &Read<'_>, input: WhichHold) -> Result<Paper> {
    let sheet = queries::open(cx, input)?;
    let line = &sheet.line;
    let borrower = loans::borrower(cx, line.party)?;
    let ended = sheet.decisions.iter().find(|one| line.state == HoldState::Released && one.approved_at.is_some());
    let decision = sheet.decisions.iter().find(|one| one.waits).or(ended);
    let data = json!({
        "loan_no": line.loan_no,
        "borrower": borrower.name,
        "file_no": borrower.file_no,
        "project": line.project_name,
        "state": said("hold.state", line.state.name()),
        "opened_on": paper::dates_json(line.opened_on),
        "days": line.days,
        "opened_by": line.opened_by_name,
        "paid_out": sheet.paid_out,
        "repaid": sheet.repaid,
        "outstanding": line.outstanding,
        "instalment": sheet.instalment,
        "causes": sheet.reasons.iter().map(cause).collect::<Vec<_>>(),
        "facts": sheet.facts.iter().map(fact).collect::<Vec<_>>(),
        "readings": readings(&sheet),
        "steps": sheet.steps.iter().map(step).collect::<Vec<_>>(),
        "decision": decision.map(told),
        "hands": sheet.hands.iter().map(|hand| json!([hand.name, said("hold.hand", hand.why.name())])).collect::<Vec<_>>(),
    });
    cx.saw(crate::opening::RECORD, line.hold, &line.loan_no, json!({ "paper": true }));
    paper::print(cx, &HOLD, &format!("hold-{}-{}", line.loan_no, line.opened_on), &data)
}

fn said(of: &str, name: &str) -> String {
    word(&format!("{of}.{name}"), Language::Ar)
}

fn cause(reason: &HoldReason) -> Value {
    let told = if reason.said.is_empty() { String::new() } else { reason.said.clone() };
    json!([
        said("hold.cause", reason.kind.name()),
        said("hold.side", reason.side.name()),
        paper::dates_json(reason.since),
        told,
        reason.told_by_name
    ])
}

fn fact(fact: &HoldFact) -> Value {
    let args = BTreeMap::from([("n", fact.n.to_string()), ("days", fact.days.to_string())]);
    let words = fill(&format!("hold.fact.{}", fact.kind.name()), Language::Ar, &args);
    json!([said("hold.side", fact.side.name()), words, fact.good])
}

/// The last readings, as many as a meeting looks at.
fn readings(sheet: &HoldSheet) -> Vec<Value> {
    let from = sheet.readings.len().saturating_sub(6);
    sheet.readings[from..].iter().map(|one| json!([paper::dates_json(one.on), one.sales, one.net])).collect()
}

fn step(step: &HoldStep) -> Value {
    let state = if step.state == StepState::Open && step.days_late > 0 {
        word("hold.step_late", Language::Ar)
    } else {
        said("hold.step_state", step.state.name())
    };
    json!([
        step.text,
        said("hold.side", step.side.name()),
        step.owner_name,
        paper::dates_json(step.due),
        state,
        step.outcome
    ])
}

fn told(decision: &HoldDecision) -> Value {
    let plan = decision.plan.as_ref().map(|plan| {
        json!({
            "before": rules::usual(&plan.before), "after": rules::usual(&plan.after),
            "ends_before": paper::dates_json(plan.before.ends_on), "ends_after": paper::dates_json(plan.after.ends_on),
            "total": plan.after.outstanding, "equal": plan.before.outstanding == plan.after.outstanding,
        })
    });
    json!({
        "kind": said("hold.decision", decision.decision.name()),
        "effect": said("hold.effect", decision.decision.name()),
        "reason": decision.reason,
        "assets": decision.assets,
        "plan": plan,
        "proposed_by": decision.proposed_by_name,
        "proposed_on": paper::dates_json(Day::in_riyadh(decision.proposed_at)),
        "approved_by": decision.approved_by_name,
        "approved_on": decision.approved_at.map(|at| paper::dates_json(Day::in_riyadh(at))),
    })
}

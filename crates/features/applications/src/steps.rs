//! Who decides about an application: another person than who studied it, and above a limit the committee.

use crate::inputs::WhichApplication;
use crate::{rules, store};
use approvals::{ANSWERED_ALREADY, ApprovalRequest};
use casework::Role;
use kernel::id::{ApplicationId, LoanId};
use kernel::{Refusal, Result, require};
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use office::permission::Permission;
use serde_json::{Value, json};

/// An amount a supervisor decides, who stands for the director.
pub const DECISION: ApprovalStep = step("applications.decision", crate::APPLICATIONS_DECIDE);
/// An amount above it.
pub const DECISION_ABOVE: ApprovalStep = step("applications.decision_above", crate::APPLICATIONS_DECIDE_ABOVE);

const fn step(name: &'static str, decides: Permission) -> ApprovalStep {
    ApprovalStep {
        name,
        subject: store::RECORD,
        decides,
        needed: 1,
        limit: None,
        task: "application_decide",
        told: Some("application_came_back"),
        kept_from: &[],
        describe,
        refusals: StepRefusals {
            own: rules::OWN_APPRAISAL,
            again: ANSWERED_ALREADY,
            decided: rules::NOT_RECOMMENDED,
            waits: rules::WAITS,
        },
    }
}

/// The step for whoever decides such an amount.
pub const fn of(approver: Role) -> &'static ApprovalStep {
    match approver {
        Role::Staff | Role::Supervisor | Role::Director => &DECISION,
        Role::Committee | Role::Finance | Role::Admin => &DECISION_ABOVE,
    }
}

/// What waits to be decided about an application.
///
/// # Errors
/// What the database refuses.
pub fn waiting(cx: &Read<'_>, id: ApplicationId) -> Result<Option<(&'static ApprovalStep, ApprovalRequest)>> {
    for step in [&DECISION, &DECISION_ABOVE] {
        if let Some(request) = approvals::waiting(cx, step, *id.as_bytes())? {
            return Ok(Some((step, request)));
        }
    }
    Ok(None)
}

/// What waits, for whoever may decide it: in plain words where they may not.
///
/// # Errors
/// Nothing waits; the person had a hand in it; their role decides nothing, or not such an amount.
pub fn to_decide(cx: &Read<'_>, id: ApplicationId) -> Result<(&'static ApprovalStep, ApprovalRequest)> {
    let (step, request) = waiting(cx, id)?.ok_or(rules::NOT_RECOMMENDED)?;
    require(!store::had_a_hand(cx, id, cx.who.id)?, rules::OWN_APPRAISAL)?;
    cx.who.needs(crate::APPLICATIONS_DECIDE)?;
    let limit = crate::settings::terms(cx)?.0.capacity.decision_limit.director;
    require(cx.who.role.may(step.decides), Refusal::new(rules::ABOVE_LIMIT).with("limit", limit))?;
    Ok((step, request))
}

/// Not for whoever had a hand in it and could therefore not decide; who asked is told what became of it all the same.
/// Which commands decide it, where a committee does.
pub const ANSWERS: &[StepAnswer] = &[
    StepAnswer {
        step: DECISION.name,
        approve: "applications.approve",
        refuse: Some("applications.reject"),
        input: asked,
    },
    StepAnswer {
        step: DECISION_ABOVE.name,
        approve: "applications.approve",
        refuse: Some("applications.reject"),
        input: asked,
    },
];

fn asked(cx: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    let loan = LoanId::new(cx.now, office::random::bytes()?);
    Ok(
        json!({ "application": ApplicationId::from_bytes(of.subject), "loan": loan, "note": of.said, "reason": of.said }),
    )
}

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let one = store::application(cx, ApplicationId::from_bytes(subject))?;
    if one.recommended_by != Some(cx.who.id) && store::had_a_hand(cx, one.id, cx.who.id)? {
        return Ok(None);
    }
    let target = crate::APPLICATION.asking(&WhichApplication { application: one.id })?;
    Ok(Some(Described::new(target, [("application_no", one.application_no), ("name", one.applicant)])))
}

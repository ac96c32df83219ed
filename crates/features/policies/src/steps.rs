//! What of policies others must approve: an edition, as a committee has decided.

use crate::inputs::WhichPolicy;
use crate::{rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::{DecisionId, PolicyEditionId};
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use serde_json::{Value, json};

/// An edition comes into force.
pub const EDITION: ApprovalStep = ApprovalStep {
    name: "policies.edition",
    subject: store::EDITION,
    decides: crate::POLICIES_APPROVE,
    needed: 1,
    limit: None,
    task: "policy_approve",
    told: Some("policy_came_back"),
    kept_from: &[],
    describe,
    refusals: StepRefusals {
        own: rules::OWN_EDITION,
        again: ANSWERED_ALREADY,
        decided: rules::DECIDED,
        waits: rules::WAITS,
    },
};

/// Which commands decide it, where a committee does.
pub const ANSWERS: &[StepAnswer] =
    &[StepAnswer { step: EDITION.name, approve: "policies.approve", refuse: Some("policies.refuse"), input: asked }];

fn asked(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    let decision = DecisionId::from_bytes(*of.decision.as_bytes());
    Ok(json!({ "edition": PolicyEditionId::from_bytes(of.subject), "decision": decision, "reason": of.said }))
}

fn describe(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let edition = store::edition(cx, PolicyEditionId::from_bytes(subject))?;
    let policy = store::policy(cx, edition.policy)?;
    let target = crate::POLICY.asking(&WhichPolicy { policy: policy.id })?;
    Ok(Some(Described::new(target, [("title", policy.title), ("no", edition.no.to_string())])))
}

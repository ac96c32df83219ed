//! What of programmes another person must approve: an initiative, an edition of the plan, that a halt ends. A committee decides
//! each of them, too.

use crate::inputs::{WhichInitiative, WhichProgramme};
use crate::{halts, plan, rules, store};
use approvals::ANSWERED_ALREADY;
use kernel::Result;
use kernel::id::{InitiativeId, ProgrammeItemId};
use kernel::{Code, Failure};
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use serde_json::{Value, json};

const fn step(
    name: &'static str,
    subject: &'static str,
    task: &'static str,
    told: &'static str,
    describe: fn(&Read<'_>, [u8; 16]) -> Result<Option<Described>>,
    [own, decided, waits]: [Code; 3],
) -> ApprovalStep {
    ApprovalStep {
        name,
        subject,
        decides: crate::PROGRAMMES_DECIDE,
        needed: 1,
        limit: None,
        task,
        told: Some(told),
        kept_from: &[],
        describe,
        refusals: StepRefusals { own, again: ANSWERED_ALREADY, decided, waits },
    }
}

/// An initiative is taken into the plan.
pub const INITIATIVE: ApprovalStep = step(
    "programmes.initiative",
    store::INITIATIVE,
    "initiative_approval",
    "initiative_returned",
    describe_initiative,
    [rules::OWN_APPROVAL, rules::APPROVAL_DECIDED, rules::APPROVAL_WAITS],
);

/// An edition of the plan is agreed to.
pub const PLAN: ApprovalStep = step(
    "programmes.plan",
    store::EDITION,
    "plan_approval",
    "plan_returned",
    describe_plan,
    [rules::OWN_PLAN, rules::PLAN_DECIDED, rules::PLAN_WAITS],
);

/// An initiative that was halted goes on.
pub const RELEASE: ApprovalStep = step(
    "programmes.release",
    store::HALT,
    "halt_release",
    "halt_returned",
    describe_halt,
    [rules::OWN_RELEASE, rules::RELEASE_DECIDED, rules::RELEASE_WAITS],
);

/// Which commands decide them, where a committee does.
pub const ANSWERS: &[StepAnswer] = &[
    StepAnswer {
        step: INITIATIVE.name,
        approve: "programmes.approve",
        refuse: Some("programmes.return_approval"),
        input: initiative_asked,
    },
    StepAnswer {
        step: PLAN.name,
        approve: "programmes.agree_plan",
        refuse: Some("programmes.return_plan"),
        input: plan_asked,
    },
    StepAnswer {
        step: RELEASE.name,
        approve: "programmes.release_halt",
        refuse: Some("programmes.return_release"),
        input: release_asked,
    },
];

fn note_of(cx: &Read<'_>, id: InitiativeId, said: &str) -> Result<Value> {
    Ok(json!({ "id": id, "version": cx.version(store::INITIATIVE, id)?.number, "note": said }))
}

fn initiative_asked(cx: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    note_of(cx, InitiativeId::from_bytes(of.subject), of.said)
}

fn release_asked(cx: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    let id = halts::initiative_of(cx, ProgrammeItemId::from_bytes(of.subject))?;
    note_of(cx, id.ok_or(Failure::not_found(store::HALT))?, of.said)
}

/// The decision itself is what the plan was agreed by.
fn plan_asked(cx: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    let decision = committees::decision_label(cx, *of.decision.as_bytes())?;
    let said: String = decision.chars().take(rules::LONGEST_LINE).collect();
    Ok(json!({ "edition": ProgrammeItemId::from_bytes(of.subject), "said": said }))
}

fn describe_initiative(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let Some(one) = store::find_initiative(cx, InitiativeId::from_bytes(subject))? else { return Ok(None) };
    let target = crate::INITIATIVE.asking(&WhichInitiative { initiative: one.id })?;
    Ok(Some(Described::new(target, [("number", one.initiative_no), ("title", one.title)])))
}

fn describe_plan(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let Some(edition) = plan::find(cx, ProgrammeItemId::from_bytes(subject))? else { return Ok(None) };
    let of = store::programme(cx, edition.programme)?;
    let target = crate::PROGRAMME.asking(&WhichProgramme { programme: of.id })?;
    Ok(Some(Described::new(target, [("no", edition.no.to_string()), ("name", of.name)])))
}

fn describe_halt(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let Some(id) = halts::initiative_of(cx, ProgrammeItemId::from_bytes(subject))? else { return Ok(None) };
    describe_initiative(cx, *id.as_bytes())
}

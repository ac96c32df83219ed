//! What holds refuse beyond `casework::holds`, and its facts in its own words. Pure.

use crate::model::{HoldChoice, HoldCondition};
use casework::holds::{self, Decision, Facts, Release, Reschedule, Settings};
use casework::refusals::{
    HOLD_ASSETS, HOLD_CAPACITY, HOLD_IMPROVED_READING, HOLD_RECENT_READING, HOLD_TOTAL, HOLD_VISIT,
};
use casework::{Refusals, Role};
use kernel::{Code, Money, Result};
use loans::changes::plan::ChangePlan;
use office::permission;

kernel::refusals! {
    REASON_MISSING = "holds.reason_missing";
    /// A rescheduling without the plan it leads to.
    CHANGE_MISSING = "holds.change_missing";
    /// Another decision waits already.
    WAITS = "holds.waits";
    DECIDED = "holds.decided";
    /// The hold was ended already, or ended with its loan.
    NOT_OPEN = "holds.not_open";
    /// Whoever saw or wrote down what opened the hold does not end it.
    VISITOR = "holds.visitor";
    OWN_DECISION = "holds.own_decision";
    /// What is kept of holds is neither changed nor removed.
    APPEND_ONLY = "holds.append_only";
}

/// # Errors
/// Nothing was said.
pub fn reason(typed: &str) -> Result<String> {
    office::input::required(typed, "reason", REASON_MISSING)
}

/// The role of the office, as the rule names it: the supervisor decides for the director.
pub const fn role(role: permission::Role) -> Role {
    match role {
        permission::Role::Researcher => Role::Staff,
        permission::Role::Supervisor => Role::Director,
        permission::Role::Finance => Role::Finance,
        permission::Role::Committee => Role::Committee,
        permission::Role::Administrator => Role::Admin,
    }
}

/// The largest instalment of a plan.
pub fn instalment(plan: &ChangePlan) -> Money {
    plan.after.rows.iter().map(|row| row.outstanding).max().unwrap_or_default()
}

/// A decision as the rule takes it.
pub fn decision(kind: HoldChoice, plan: Option<&ChangePlan>, assets: &str) -> Decision {
    match kind {
        HoldChoice::CoachResume => Decision::CoachResume,
        HoldChoice::Reschedule => Decision::Reschedule(plan.map_or_else(Reschedule::default, |plan| Reschedule {
            new_instalment: Some(instalment(plan)),
            outstanding: Some(plan.before.outstanding),
            new_total: Some(plan.after.outstanding),
        })),
        HoldChoice::Stop => Decision::Stop { assets_listed: !assets.trim().is_empty() },
    }
}

/// What a decision itself needs, whoever takes it.
pub const fn needs(kind: HoldChoice) -> &'static [Code] {
    match kind {
        HoldChoice::CoachResume => &[HOLD_IMPROVED_READING],
        HoldChoice::Reschedule => &[HOLD_VISIT, HOLD_RECENT_READING, HOLD_CAPACITY, HOLD_TOTAL],
        HoldChoice::Stop => &[HOLD_ASSETS],
    }
}

/// What is in the way of a decision, taken by somebody who may take it.
fn in_the_way(facts: &Facts, decision: Decision, settings: &Settings) -> Refusals {
    let release = Release {
        decision,
        proposed_by: "one".to_owned(),
        approved_by: "another".to_owned(),
        role: Role::Committee,
        declared: true,
        reason: Some("said".to_owned()),
    };
    holds::release(facts, &release, settings).err().unwrap_or_default()
}

/// The conditions of a decision, met and missing.
pub fn conditions(facts: &Facts, kind: HoldChoice, decision: Decision, settings: &Settings) -> Vec<HoldCondition> {
    let missing = in_the_way(facts, decision, settings);
    let said = |code: &Code| missing.iter().find(|refusal| refusal.code == *code);
    let condition = |code: &Code| HoldCondition {
        key: code.0.to_owned(),
        met: said(code).is_none(),
        args: said(code)
            .map(|refusal| refusal.args.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
            .unwrap_or_default(),
    };
    needs(kind).iter().map(condition).collect()
}

/// # Errors
/// What the decision itself lacks.
pub fn may_be_proposed(facts: &Facts, decision: Decision, settings: &Settings) -> Result<()> {
    let missing = in_the_way(facts, decision, settings);
    if missing.is_empty() { Ok(()) } else { Err(missing.into()) }
}

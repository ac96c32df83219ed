//! What holds refuse beyond `casework::holds`, and its facts in its own words. Pure.

use crate::model::{HoldChoice, HoldCondition};
use casework::holds::{self, Decision, Facts, Release, Reschedule, Settings};
use casework::refusals::{
    HOLD_ASSETS, HOLD_CAPACITY, HOLD_IMPROVED_READING, HOLD_RECENT_READING, HOLD_TOTAL, HOLD_VISIT,
};
use casework::{Refusals, Role};
use kernel::{Code, Money, Refusal, Result, require};
use loans::changes::plan::{ChangePlan, PlanSide};
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
    /// Halting by hand without what was seen.
    SIGN_MISSING = "holds.sign_missing";
    TOLD_ALREADY = "holds.told_already";
    /// No loan that goes on.
    NOT_HALTABLE = "holds.not_haltable";
    /// Longer than [`LONGEST`].
    TOO_LONG = "holds.too_long";
    STEP_MISSING = "holds.step_missing";
    /// A step for a day that is past, or further than a year.
    STEP_DUE = "holds.step_due";
    STEP_OWNER = "holds.step_owner";
    STEP_ADDED = "holds.step_added";
    STEP_SETTLED = "holds.step_settled";
    OUTCOME_MISSING = "holds.outcome_missing";
    RULE_DAYS = "holds.rule_days";
    RULE_SIGNALS = "holds.rule_signals";
    RULE_REASON = "holds.rule_reason";
    /// The annex of a decision that laid out no plan anew, or was not approved.
    NO_ANNEX = "holds.no_annex";
}

/// Letters of a text of several lines.
pub const LONGEST: usize = 1_000;

/// # Errors
/// More letters than [`LONGEST`].
pub fn short(text: &str, field: &'static str) -> Result<()> {
    let long = Refusal::new(TOO_LONG).with("most", LONGEST).at(field);
    require(text.chars().count() <= LONGEST, long)
}

/// # Errors
/// Nothing was said, or too much.
pub fn reason(typed: &str) -> Result<String> {
    let reason = office::input::required(typed, "reason", REASON_MISSING)?;
    short(&reason, "reason")?;
    Ok(reason)
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

/// The instalment that is usual in a plan: the second that is open, for the first may be a rest.
pub fn usual(side: &PlanSide) -> Money {
    let mut open = side.rows.iter().map(|row| row.outstanding).filter(|owed| owed.is_positive());
    let first = open.next().unwrap_or_default();
    open.next().unwrap_or(first)
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

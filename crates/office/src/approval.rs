//! What another person must approve, as the feature it belongs to declares it. How requests are kept, answered and shown
//! is the business of the feature `approvals`; the frame only carries the declaration.

use crate::context::Read;
use crate::permission::Permission;
use crate::target::Target;
use kernel::id::{ApprovalId, SubjectId};
use kernel::{Code, Result};
use serde_json::Value;
use std::collections::BTreeMap;

/// A step that one person asks for and others approve.
#[derive(Debug, Clone, Copy)]
pub struct ApprovalStep {
    /// `feature.step`; stands in the database and is never given to another step.
    pub name: &'static str,
    /// The kind of record it is about.
    pub subject: &'static str,
    /// Who may decide, unless they asked for it themselves.
    pub decides: Permission,
    /// How many people beside the one who asks approve it before it is done; 1–9.
    pub needed: u8,
    /// The refusal of an amount above the limit of a role; none where limits do not hold.
    pub limit: Option<Code>,
    /// The kind of task whoever may decide has while it waits.
    pub task: &'static str,
    /// The kind of task whoever asked has after it was returned or refused.
    pub told: Option<&'static str>,
    /// Commands that whoever asked for it or approved it does not run on the same record, whatever role they have by
    /// then. The database keeps it with a trigger of the feature.
    pub kept_from: &'static [&'static str],
    /// How the record is named in the task; nothing where it is no longer there.
    pub describe: fn(&Read<'_>, [u8; 16]) -> Result<Option<Described>>,
    pub refusals: StepRefusals,
}

/// What people are told who may not decide: each step in its own words.
#[derive(Debug, Clone, Copy)]
pub struct StepRefusals {
    /// They asked for it themselves.
    pub own: Code,
    /// They have approved it already; another person is the next.
    pub again: Code,
    /// It waits no more.
    pub decided: Code,
    /// The same was asked already and waits.
    pub waits: Code,
}

/// A record as a task names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The screen where it is decided.
    pub target: Target,
    /// What the sentence of the task is filled with, beside `amount`, `reason` and `by`.
    pub args: BTreeMap<String, String>,
}

impl Described {
    /// Where it is decided, and what it is called.
    pub fn new<const N: usize>(target: Target, args: [(&str, String); N]) -> Self {
        Self { target, args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect() }
    }
}

/// How a step is decided by the commands of its own feature, for whoever carries the decision of a body over: a committee
/// decides, and the person who issues its decision gives their own approval, with their own rights and by all the rules of
/// that command. A step without such a row is decided on its own screen alone.
#[derive(Debug, Clone, Copy)]
pub struct StepAnswer {
    /// The name of the step.
    pub step: &'static str,
    /// The command that approves it.
    pub approve: &'static str,
    /// The command that says no; none where it can only be approved.
    pub refuse: Option<&'static str>,
    /// What either command is asked.
    pub input: fn(&Read<'_>, &Answering<'_>) -> Result<Value>,
}

/// What is decided, as the feature of its step is told.
#[derive(Debug, Clone, Copy)]
pub struct Answering<'a> {
    /// The record it is about, and the request that waits.
    pub subject: [u8; 16],
    pub request: ApprovalId,
    /// What was decided, in words.
    pub said: &'a str,
    /// Whether the person who issues the decision declares to have no tie with whom it is about.
    pub declared: bool,
    /// The record of the decision.
    pub decision: SubjectId,
}

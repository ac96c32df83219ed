//! What another person must approve, as the feature it belongs to declares it. How requests are kept, answered and shown
//! is the business of the feature `approvals`; the frame only carries the declaration.

use crate::context::Read;
use crate::permission::Permission;
use crate::target::Target;
use kernel::{Code, Result};
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

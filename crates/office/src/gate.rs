//! What must hold before a step, as features above say it. A feature names in its manifest the steps it lets others stand
//! before (`gated`); a feature above contributes conditions to them (`gates`). The verb of the step asks
//! [`Read::must_be_open`], which refuses while one is missing; the page shows them all with [`Read::gates`].

use crate::context::Read;
use crate::feature::Subject;
use crate::target::Target;
use kernel::{Refusal, Result, require};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

kernel::refusals! {
    /// Conditions of other features do not hold; `gaps` names them, `n` counts them.
    CONDITIONS_MISSING = "gate.conditions_missing";
}

/// Conditions a feature sets before steps of a feature below it.
pub struct Gate {
    /// The commands it stands before: `loans.approve`, `loans.approve_tranche` …
    pub before: &'static [&'static str],
    /// What must hold of the record the step is about, met or missing; nothing where the feature has nothing to say.
    pub look: fn(&Read<'_>, Subject) -> Result<Vec<Condition>>,
}

/// One thing that must hold before a step; shown whether it holds or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "GateCondition")]
pub struct Condition {
    /// `feature.condition`: the key of its words, `gate.<key>`, and `gate_gap.<key>` where it does not hold.
    pub key: String,
    pub met: bool,
    /// What its sentence is filled with, as plain texts.
    pub args: BTreeMap<String, String>,
    /// Where it is mended, for one that does not hold.
    pub mend: Option<Target>,
}

impl Condition {
    pub fn new<const N: usize>(key: &str, met: bool, args: [(&str, String); N]) -> Self {
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { key: key.to_owned(), met, args, mend: None }
    }

    /// With the place where it is mended.
    #[must_use]
    pub fn mended_at(self, target: Target) -> Self {
        let mend = (!self.met).then_some(target);
        Self { mend, ..self }
    }
}

impl Read<'_> {
    /// What other features say must hold before a step on a record, in the order of the features.
    ///
    /// # Errors
    /// What the features refuse to tell.
    pub fn gates(&self, step: &str, subject: Subject) -> Result<Vec<Condition>> {
        let gates = self.features().all().flat_map(|feature| feature.gates);
        let before = gates.filter(|gate| gate.before.contains(&step));
        Ok(before.map(|gate| (gate.look)(self, subject)).collect::<Result<Vec<_>>>()?.concat())
    }

    /// Refuses a step while something other features ask for is missing.
    ///
    /// # Errors
    /// [`CONDITIONS_MISSING`], with the keys of what is missing.
    pub fn must_be_open(&self, step: &str, subject: Subject) -> Result<()> {
        let conditions = self.gates(step, subject)?;
        let gaps: Vec<&str> = conditions.iter().filter(|one| !one.met).map(|one| one.key.as_str()).collect();
        let refusal = Refusal::new(CONDITIONS_MISSING).with("n", gaps.len()).with("gaps", gaps.join(" "));
        require(gaps.is_empty(), refusal)
    }
}

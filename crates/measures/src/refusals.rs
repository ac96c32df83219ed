//! What a person is told when a figure cannot be made; the words are in `locales/measures.yml`.

use kernel::{Failure, Refusal};

kernel::refusals! {
    /// A period that ends before it begins.
    PERIOD = "measures.period";
    /// Decisions by different versions of the criteria in one comparison.
    VERSIONS = "measures.versions";
    /// The social return rests on assumptions and is no count.
    NOT_A_COUNT = "measures.not_a_count";

    /// An answer that is not on the scale of its question.
    ANSWER = "measures.answer";
    /// A sheet of this code was entered before.
    CODE_ENTERED = "measures.code_entered";
    /// A second entry of a sheet that was not to be entered twice.
    NOT_CHOSEN = "measures.not_chosen";

    TARGET = "measures.target";
    /// A target that is no change.
    TARGET_EQUALS_BASELINE = "measures.target_equals_baseline";
    /// A target on the wrong side of the baseline.
    DIRECTION = "measures.direction";
    /// Progress below 0 or above 100.
    PROGRESS = "measures.progress";
    /// An end before its beginning.
    DATES = "measures.dates";
}

/// All that stands against a set of facts: each code once, in the order of the rule. As a [`Failure`] it tells the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(Vec<Refusal>);

impl Refused {
    /// Nothing stands against it, or everything that does: the first refusal of each code, in the order of
    /// [`REFUSALS`], which is the order of the rules.
    pub(crate) fn unless_none(mut refusals: Vec<Refusal>) -> Result<(), Self> {
        let place = |refusal: &Refusal| REFUSALS.iter().position(|code| *code == refusal.code);
        refusals.sort_by_key(place);
        refusals.dedup_by_key(|refusal| refusal.code);
        if refusals.is_empty() { Ok(()) } else { Err(Self(refusals)) }
    }

    /// At least one.
    pub fn refusals(&self) -> &[Refusal] {
        &self.0
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        let first = refused.0.into_iter().next();
        first.map_or_else(|| Self::broken("a refusal without a reason"), Self::Refused)
    }
}

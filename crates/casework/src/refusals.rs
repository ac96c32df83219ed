//! What a person is told when a rule says no; the words are in `locales/casework.yml`. The part before the point names
//! the rule, the part behind it is the word the case files use.

use kernel::{Code, Failure, Refusal};
use serde::Serialize;

kernel::refusals! {
    HOLD_NOT_OPEN = "hold.not_open";
    HOLD_REASON = "hold.reason";
    HOLD_ROLE = "hold.role";
    HOLD_PROPOSER = "hold.proposer";
    HOLD_VISITOR = "hold.visitor";
    HOLD_DECLARATION = "hold.declaration";
    HOLD_IMPROVED_READING = "hold.improved_reading";
    HOLD_VISIT = "hold.visit";
    HOLD_RECENT_READING = "hold.recent_reading";
    HOLD_CAPACITY = "hold.capacity";
    HOLD_TOTAL = "hold.total";
    HOLD_ASSETS = "hold.assets";

    CAPACITY_AMOUNT = "capacity.amount";
    CAPACITY_BUDGET = "capacity.budget";
    CAPACITY_CASH = "capacity.cash";
    CAPACITY_CAPACITY = "capacity.capacity";
    CAPACITY_TERM = "capacity.term";
    CAPACITY_QUOTES = "capacity.quotes";
    CAPACITY_QUOTE_AMOUNT = "capacity.quote_amount";
    CAPACITY_QUOTE_REASON = "capacity.quote_reason";

    DEADLINE_BEFORE_RECEIPT = "deadline.before_receipt";
    DEADLINE_NO_CLOCK = "deadline.no_clock";
    DEADLINE_DAYS = "deadline.days";

    NEED_POINTS = "need.points";
    NEED_THRESHOLDS = "need.thresholds";
    NEED_INCOME_RANGE = "need.income_range";
    NEED_FAMILY_SIZE = "need.family_size";
    NEED_DEPENDANTS = "need.dependants";
    NEED_ROOMS = "need.rooms";
    NEED_INCOMPLETE = "need.incomplete";
    NEED_REASON = "need.reason";
    NEED_SAME_CLASS = "need.same_class";
    NEED_SELF_REVIEW = "need.self_review";

    CRITERIA_NO_CRITERIA = "criteria.no_criteria";
    CRITERIA_OP = "criteria.op";
    CRITERIA_VALUE = "criteria.value";
    CRITERIA_KIND = "criteria.kind";
    CRITERIA_WEIGHT = "criteria.weight";
    CRITERIA_SERVICE_NOT_OPEN = "criteria.service_not_open";

    FLOW_HIDDEN = "flow.hidden";
    FLOW_TIE = "flow.tie";
    FLOW_TRANSITION = "flow.transition";
    FLOW_ROLE = "flow.role";
    FLOW_APPLICANT = "flow.applicant";
    FLOW_PARENT = "flow.parent";
    FLOW_NO_THIRD_LEVEL = "flow.no_third_level";
    FLOW_PARENT_NOT_DECIDED = "flow.parent_not_decided";
    FLOW_APPEAL_OVER = "flow.appeal_over";
    FLOW_ASSIGNEE_ROLE = "flow.assignee_role";
    FLOW_CONTESTED = "flow.contested";
    FLOW_UNASSIGNED = "flow.unassigned";
    FLOW_HANDLER = "flow.handler";
    FLOW_ANONYMOUS = "flow.anonymous";
    FLOW_REASON = "flow.reason";
    FLOW_DOCUMENTS = "flow.documents";
    FLOW_INTERVIEW = "flow.interview";
    FLOW_VISIT = "flow.visit";
    FLOW_DECLARATION = "flow.declaration";
    FLOW_OUTCOME = "flow.outcome";
    FLOW_CONSENT = "flow.consent";
    FLOW_CARD = "flow.card";
    FLOW_ANSWER = "flow.answer";
    FLOW_CONTACT = "flow.contact";
    FLOW_RESULT = "flow.result";
    FLOW_NOT_EXECUTED = "flow.not_executed";
    FLOW_LETTER = "flow.letter";
    FLOW_NOT_ASKED = "flow.not_asked";
    FLOW_OWN_STUDY = "flow.own_study";
    FLOW_OWN_REQUEST = "flow.own_request";
    FLOW_COMMITTEE_ONLY = "flow.committee_only";
    FLOW_LIMIT = "flow.limit";
    FLOW_AMOUNT = "flow.amount";
    FLOW_CRITERIA = "flow.criteria";
    FLOW_STAGE = "flow.stage";
}

/// Everything that is in the way at once, in the order of the rule: a screen lists each condition with what is missing.
/// Empty when nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Refusals(Vec<Refusal>);

impl Refusals {
    pub fn iter(&self) -> impl Iterator<Item = &Refusal> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The codes alone, in order.
    pub fn codes(&self) -> impl Iterator<Item = Code> {
        self.0.iter().map(|refusal| refusal.code)
    }

    /// Whether this is among what is in the way.
    pub fn has(&self, code: Code) -> bool {
        self.codes().any(|own| own == code)
    }

    /// Notes a refusal unless its condition holds.
    pub(crate) fn unless(&mut self, holds: bool, otherwise: impl Into<Reason>) {
        if !holds {
            self.add(otherwise);
        }
    }

    pub(crate) fn add(&mut self, refusal: impl Into<Reason>) {
        self.0.push(refusal.into().0);
    }

    /// The value, if nothing is in the way.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }

    pub(crate) fn only(otherwise: impl Into<Reason>) -> Self {
        Self(vec![otherwise.into().0])
    }
}

/// A code, or a code with what its sentence is filled with.
pub(crate) struct Reason(Refusal);

impl From<Code> for Reason {
    fn from(code: Code) -> Self {
        Self(Refusal::new(code))
    }
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl IntoIterator for Refusals {
    type Item = Refusal;
    type IntoIter = std::vec::IntoIter<Refusal>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// A command answers with the first thing to mend.
impl From<Refusals> for Failure {
    fn from(refusals: Refusals) -> Self {
        match refusals.into_iter().next() {
            Some(refusal) => refusal.into(),
            None => Self::broken("a refusal without a reason"),
        }
    }
}

/// What an engine below refuses is then the only refusal of the rule.
impl From<Failure> for Refusals {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) | Failure::Conflict(refusal) => Self::only(refusal),
            // Kernel and lending compute with checked values and refuse what does not fit; nothing else comes of them.
            _ => Self::only(kernel::refusals::DATE_OUT_OF_RANGE),
        }
    }
}

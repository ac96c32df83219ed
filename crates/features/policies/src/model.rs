//! Nouns of policies.

use kernel::id::{DecisionId, MeetingId, PersonId, PolicyEditionId, PolicyId, ReferenceId, SubjectId};
use kernel::{Day, Moment};
use office::list;
use office::record::RecordVersion;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

list! {
    PolicyKind {
        Bylaw = "bylaw", Policy = "policy", Mechanism = "mechanism", Procedure = "procedure", Manual = "manual",
    }
}
list! {
    EditionState {
        Draft = "draft", Waiting = "waiting", Approved = "approved", Replaced = "replaced", Dropped = "dropped",
    }
}
list! {
    /// How a policy stands today; late is never kept, it follows from the day.
    PolicyStanding {
        /// No edition was approved yet.
        Prepared = "prepared",
        InForce = "in_force",
        /// Past the day by which it was to be looked at again.
        LateReview = "late_review",
        Retired = "retired",
    }
}

/// A policy as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyLine {
    pub policy: PolicyId,
    pub title: String,
    pub kind: PolicyKind,
    pub issuer: String,
    /// The edition in force.
    pub no: Option<i64>,
    pub approved_on: Option<Day>,
    pub effective_on: Option<Day>,
    pub review_on: Option<Day>,
    pub decision_no: String,
    /// How the edition stands that is in hand.
    pub in_hand: Option<EditionState>,
    /// To how many it was sent, and how many have signed.
    pub circulated: i64,
    pub signed: i64,
    pub standing: PolicyStanding,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyCount {
    pub standing: PolicyStanding,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyPage {
    pub lines: Vec<PolicyLine>,
    pub total: i64,
    pub counts: Vec<PolicyCount>,
}

/// A policy as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyCard {
    pub id: PolicyId,
    pub title: String,
    pub kind: PolicyKind,
    pub issuer: String,
    pub legal_basis: String,
    pub review_months: i64,
    pub owner: Option<PersonId>,
    pub owner_name: String,
    pub retired_on: Option<Day>,
    pub retired_reason: String,
}

/// An edition with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyEdition {
    pub id: PolicyEditionId,
    pub policy: PolicyId,
    pub no: i64,
    /// As it was written, with the places of the association in braces; and as it reads.
    pub text: String,
    pub reads: String,
    pub changes: String,
    pub state: EditionState,
    pub prepared_by: PersonId,
    pub prepared_by_name: String,
    pub prepared_at: Moment,
    pub decision: Option<DecisionId>,
    pub decision_no: String,
    pub meeting: Option<MeetingId>,
    /// What the paper says of one that was approved outside the program.
    pub approved_elsewhere: String,
    pub approved_on: Option<Day>,
    pub effective_on: Day,
    pub review_on: Option<Day>,
    pub published_at: String,
    pub published_on: Option<Day>,
}

/// To whom an edition was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyReader {
    pub person: PersonId,
    pub name: String,
    pub sent_on: Day,
    pub due: Day,
    pub signed_at: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyLook {
    pub on: Day,
    pub note: String,
    pub next_on: Day,
    pub by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyReference {
    pub id: ReferenceId,
    pub title: String,
    pub number: String,
    pub issuer: String,
    pub issued_on: Option<Day>,
    pub place: String,
    pub note: String,
    /// Policies that stand on it.
    pub policies: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyReferences {
    pub references: Vec<PolicyReference>,
    pub records: BTreeMap<String, RecordVersion>,
}

/// A place of the association that a text may name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyVariable {
    pub name: String,
    pub value: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicySheet {
    pub policy: PolicyCard,
    pub standing: PolicyStanding,
    /// The newest first.
    pub editions: Vec<PolicyEdition>,
    /// Who reads the edition in force, those who have not signed first.
    pub readers: Vec<PolicyReader>,
    /// People of the office it was not sent to.
    pub unsent: i64,
    pub reviews: Vec<PolicyLook>,
    pub references: Vec<PolicyReference>,
    pub variables: Vec<PolicyVariable>,
    /// Whether the person who looks is to sign the edition in force, and the fingerprint of what they then sign.
    pub to_sign: bool,
    pub fingerprint: String,
    /// The meeting on whose agenda the edition stands that waits.
    pub on_agenda: Option<MeetingId>,
    pub record: RecordVersion,
}

/// A report that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ScheduledReport")]
pub struct ReportLine {
    pub id: SubjectId,
    pub title: String,
    pub receiver: String,
    pub due: Day,
    pub owner: Option<PersonId>,
    pub owner_name: String,
    pub issued_on: Option<Day>,
    pub issued_note: String,
    /// Days past its day: of one that is open today, of one that was issued the day it was.
    pub days_late: i64,
}

/// K29, with what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GovernanceFigures {
    pub from: Day,
    pub to: Day,
    pub figures: measures::kpi::Governance,
    /// The reports that fall due in the period, and those that are still open.
    pub reports: Vec<ReportLine>,
    /// Policies past their review at the end of the period.
    pub late_policies: Vec<PolicyLine>,
}

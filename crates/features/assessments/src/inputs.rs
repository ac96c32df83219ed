//! What the commands of the social research take.

use crate::model::{
    AbilityKind, AssessmentDraft, AssessmentKind, AssessmentSettings, AssessmentState, CareState, FileClass,
    NeedDomain, NeedPriority, NeedState, OutcomeRows,
};
use casework::need::Rule;
use kernel::Day;
use kernel::id::{AssessmentId, CareItemId, CareNeedId, PartyId, PersonId};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which assessments; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListAssessments {
    pub text: String,
    pub kind: Vec<AssessmentKind>,
    pub state: Vec<AssessmentState>,
    /// The class the file was given; of one that is not reviewed the computed one.
    pub class: Option<FileClass>,
    /// With a class given by hand.
    pub exception: bool,
    /// Completed, and the person who asks wrote nothing in it.
    pub to_review: bool,
    /// The newest reviewed one of each family.
    pub newest: bool,
    pub begun_by: Option<PersonId>,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub order: Option<Order>,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
    pub offset: i64,
}

/// Which needs; open ones where nothing is said of the state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListNeeds {
    pub text: String,
    pub domain: Option<NeedDomain>,
    pub priority: Vec<NeedPriority>,
    pub state: Vec<NeedState>,
    /// The class of the family.
    pub class: Option<FileClass>,
    /// With nothing planned.
    pub unplanned: bool,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

/// Which items of care plans.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListCareItems {
    pub text: String,
    pub state: Vec<CareState>,
    /// Open, and due before today.
    pub late: bool,
    pub owner: Option<PersonId>,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

/// Which abilities, as the newest reviewed assessment of each family has them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListAbilities {
    pub text: String,
    pub kind: Vec<AbilityKind>,
    /// Who could be trained.
    pub trains: bool,
    /// Who could run an enterprise.
    pub runs: bool,
    pub class: Option<FileClass>,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

/// The figures of a period, both ends included, and the rows behind one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskOutcomes {
    pub from: Day,
    pub until: Day,
    pub rows: OutcomeRows,
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichAssessment {
    pub assessment: AssessmentId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssessmentsOf {
    pub party: PartyId,
}

/// A draft is begun, filled from what is known.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BeginAssessment {
    pub id: AssessmentId,
    pub party: PartyId,
    pub kind: AssessmentKind,
    #[serde(default)]
    pub reason: String,
}

/// What is being typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PreviewAssessment {
    pub assessment: AssessmentId,
    pub draft: AssessmentDraft,
}

/// The draft as it stands, over the version it was read at.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveAssessment {
    pub assessment: AssessmentId,
    pub version: i64,
    pub draft: AssessmentDraft,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReviewAssessment {
    pub assessment: AssessmentId,
    pub version: i64,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SendBackAssessment {
    pub assessment: AssessmentId,
    pub version: i64,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddNeed {
    pub id: CareNeedId,
    pub assessment: AssessmentId,
    pub domain: NeedDomain,
    pub text: String,
    #[serde(default)]
    pub fact: String,
    /// Of which suggestion; empty for one of one's own.
    #[serde(default)]
    pub suggestion: String,
    pub priority: NeedPriority,
    /// Why a suggestion is declined; empty where it is taken.
    #[serde(default)]
    pub declined: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeNeed {
    pub need: CareNeedId,
    pub version: i64,
    pub text: String,
    pub domain: NeedDomain,
    pub priority: NeedPriority,
}

/// A need is met, cannot be met, is declined – or open again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SettleNeed {
    pub need: CareNeedId,
    pub version: i64,
    pub state: NeedState,
    #[serde(default)]
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[ts(rename = "TypedPlanItem")]
pub struct TypedItem {
    pub action: String,
    #[serde(default)]
    pub service: String,
    #[serde(default)]
    pub partner: String,
    #[serde(default)]
    pub goal: String,
    pub owner: PersonId,
    pub due: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddItem {
    pub id: CareItemId,
    pub need: CareNeedId,
    pub item: TypedItem,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeItem {
    pub id: CareItemId,
    pub version: i64,
    pub item: TypedItem,
}

/// An item goes on, or comes to its end.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SettleItem {
    pub id: CareItemId,
    pub version: i64,
    pub state: CareState,
    #[serde(default)]
    pub outcome: String,
    /// Whether the goal was reached, of one that is done.
    #[serde(default)]
    pub goal_reached: Option<bool>,
}

/// A new version of the rule, by a decision.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetNeedRule {
    /// The version it follows.
    pub version: i64,
    pub rule: Rule,
    pub decision: String,
    pub decided_on: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeAssessmentSettings {
    pub settings: AssessmentSettings,
    pub version: i64,
}

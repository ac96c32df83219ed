//! Nouns of the social research.

use casework::need::{FactName, Measure, Moved, Rule};
use kernel::id::{AssessmentId, CareItemId, CareNeedId, PartyId, PersonId};
use kernel::{Day, Moment, Money};
use office::gate::Condition;
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! { AssessmentKind { Intake = "intake", Periodic = "periodic", Closure = "closure", Impact = "impact" } }
list! { AssessmentState { Draft = "draft", Completed = "completed", Reviewed = "reviewed", Dropped = "dropped" } }
list! {
    /// A class as the file keeps it; `d` is no need.
    FileClass { A = "a", B = "b", C = "c", D = "d" }
}
list! { DwellingTenure { Own = "own", Waqf = "waqf", Rent = "rent", Hosted = "hosted" } }
list! {
    HouseholdEarning {
        Unemployed = "unemployed", RunningProject = "running_project", HaltedProject = "halted_project",
        Employed = "employed", Unable = "unable",
    }
}
list! { AbilityKind { Skill = "skill", Capability = "capability", Wish = "wish" } }
list! {
    NeedDomain {
        Income = "income", Work = "work", Housing = "housing", Health = "health", Education = "education",
        Orphans = "orphans", Debts = "debts", Skills = "skills", Marketing = "marketing", Family = "family",
        Other = "other",
    }
}
list! { NeedPriority { High = "high", Medium = "medium", Low = "low" } }
list! {
    /// Planned follows from its items.
    NeedState { Open = "open", Met = "met", Unmet = "unmet", Declined = "declined" }
}
list! {
    CareState {
        Planned = "planned", InProgress = "in_progress", Done = "done", Missed = "missed", Cancelled = "cancelled",
    }
}

impl CareState {
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::InProgress)
    }
}

/// Things of a dwelling that may be unsound.
pub const UNSOUND: [&str; 6] = ["kitchen", "bathroom", "roof", "wiring", "doors", "water"];

office::record! {
    /// What was found. `None` is unknown, and no zero; amounts are of a month.
    AssessmentFacts in "assessment" key "id" {
        family_size: Option<i64>,
        dependants: Option<i64>,
        widow: Option<bool>,
        orphan_n: Option<i64>,
        disabled_n: Option<i64>,
        elderly_n: Option<i64>,
        social_security: Option<Money>,
        citizen_account: Option<Money>,
        salary: Option<Money>,
        pension: Option<Money>,
        project_income: Option<Money>,
        piecework: Option<Money>,
        other_income: Option<Money>,
        rent: Option<Money>,
        debts: Option<Money>,
        other_obligation: Option<Money>,
        tenure: Option<DwellingTenure>,
        rooms: Option<i64>,
        /// What is unsound, a space between; empty where all is sound.
        unsound: Option<String>,
        earning: Option<HouseholdEarning>,
        findings: String,
    }
}

/// What somebody in the family is able to do, or wishes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ability {
    pub kind: AbilityKind,
    /// Who in the family; may be empty.
    #[serde(default)]
    pub who: String,
    pub text: String,
    /// Could be trained in it.
    #[serde(default)]
    pub trains: bool,
    /// Could run an enterprise with it.
    #[serde(default)]
    pub runs: bool,
}

/// What stands in a draft, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssessmentDraft {
    pub done_on: Day,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub facts: AssessmentFacts,
    #[serde(default)]
    pub abilities: Vec<Ability>,
    #[serde(default)]
    pub manual_class: Option<FileClass>,
    #[serde(default)]
    pub manual_reason: String,
}

/// A version of the rule with the decision that set it; the shipped one has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AssessmentRuleVersion")]
pub struct RuleVersion {
    pub version: i64,
    pub rule: Rule,
    pub decision: String,
    pub decided_on: Option<Day>,
    pub set_by_name: String,
    /// Assessments that were measured by it.
    pub used: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleVersions {
    /// The present one first.
    pub versions: Vec<RuleVersion>,
}

/// Something the facts suggest that a family needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuggestedNeed {
    /// `assessments.suggested.<key>` are its words, `assessments.made_by.<key>` those of the fact.
    pub key: String,
    pub domain: NeedDomain,
    pub priority: NeedPriority,
    /// What its fact is filled with: plain numbers, amounts as `450.00`.
    pub value: String,
}

/// What a draft amounts to while it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessmentMeasured {
    /// None where a fact cannot be.
    pub measure: Option<Measure>,
    pub income: Option<Money>,
    pub obligations: Option<Money>,
    /// What moved the score since the one before.
    pub moved: Option<Moved>,
    /// Fields that differ from the one before.
    pub changed: Vec<String>,
    pub suggested: Vec<SuggestedNeed>,
    /// Codes of what cannot stand, with the field each is about.
    pub refused: Vec<RefusedFact>,
    /// What must hold before it is completed.
    pub conditions: Vec<Condition>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefusedFact {
    pub code: String,
    pub field: String,
}

/// An assessment of the same family before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EarlierAssessment {
    pub assessment: AssessmentId,
    pub kind: AssessmentKind,
    pub done_on: Day,
    pub facts: AssessmentFacts,
    pub score: i64,
    pub class: FileClass,
    pub per_capita: Option<Money>,
}

/// Where a fact was taken from when the draft was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FactSource {
    pub field: String,
    /// `assessment`, `file`, `household`
    pub source: String,
    pub day: Day,
}

/// Everything on the page of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessmentSheet {
    pub line: AssessmentLine,
    pub record: RecordVersion,
    pub draft: AssessmentDraft,
    pub rule: RuleVersion,
    pub measured: AssessmentMeasured,
    /// The one before and the first, the newer first; empty at the first of a family.
    pub earlier: Vec<EarlierAssessment>,
    pub sources: Vec<FactSource>,
    pub needs: Vec<CareNeed>,
    pub people: Vec<CarePerson>,
    /// Everybody who wrote in it: none of them reviews it.
    pub hands: Vec<String>,
    pub review_note: String,
    pub reviewed_at: Option<Moment>,
    pub completed_by_name: String,
    pub completed_at: Option<Moment>,
    pub sent_back: String,
    pub sent_back_by_name: String,
    /// It comes from a register of before, where the office had given it this score, in its own words.
    pub from_register: bool,
    pub register_score: String,
    /// The code of why the person who asks does not review it; empty where they may.
    pub cannot_review: String,
    /// The class of the file today, which is that of before until the review.
    pub file_class: String,
}

/// An assessment as lists show it: nothing of the facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessmentLine {
    pub assessment: AssessmentId,
    pub assessment_no: String,
    pub party: PartyId,
    pub name: String,
    pub file_no: String,
    pub city: String,
    pub kind: AssessmentKind,
    pub state: AssessmentState,
    pub done_on: Day,
    pub begun_by_name: String,
    pub reviewed_by_name: String,
    pub score: Option<i64>,
    /// By the rule.
    pub class: String,
    pub manual_class: String,
    pub manual_reason: String,
    pub final_class: String,
    pub class_before: String,
    pub rule_version: Option<i64>,
    pub newest: bool,
    pub sent_back: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessmentCounts {
    pub draft: i64,
    /// Completed, and the person who asks wrote nothing in it.
    pub to_review: i64,
    pub exceptions: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessmentPage {
    pub lines: Vec<AssessmentLine>,
    pub total: i64,
    pub counts: AssessmentCounts,
}

/// A need of a family with what is done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CareNeed {
    pub need: CareNeedId,
    pub party: PartyId,
    pub name: String,
    pub file_no: String,
    pub assessment: AssessmentId,
    pub domain: NeedDomain,
    pub text: String,
    /// The fact that made it; empty for who may not see facts.
    pub fact: String,
    pub suggestion: String,
    pub priority: NeedPriority,
    pub state: NeedState,
    pub reason: String,
    pub made_on: Day,
    pub made_by_name: String,
    pub items: Vec<CareItem>,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CareNeedPage {
    pub lines: Vec<CareNeed>,
    pub total: i64,
}

/// An item of the care plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CareItem {
    pub item: CareItemId,
    pub need: CareNeedId,
    pub need_text: String,
    pub party: PartyId,
    pub name: String,
    pub file_no: String,
    pub action: String,
    pub service: String,
    pub partner: String,
    pub goal: String,
    pub owner: PersonId,
    pub owner_name: String,
    pub due: Day,
    pub state: CareState,
    /// Days past the due one, of one that is open.
    pub days_late: i32,
    pub outcome: String,
    pub goal_reached: Option<bool>,
    pub closed_on: Option<Day>,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CareItemPage {
    pub lines: Vec<CareItem>,
    pub total: i64,
    pub late: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CarePerson {
    pub person: PersonId,
    pub name: String,
}

/// One line of the register of abilities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AbilityLine {
    pub assessment: AssessmentId,
    pub place: i64,
    pub party: PartyId,
    pub name: String,
    pub file_no: String,
    pub city: String,
    pub ability: Ability,
    pub done_on: Day,
    pub class: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AbilityPage {
    pub lines: Vec<AbilityLine>,
    pub total: i64,
    /// Of all: who could be trained, who could run an enterprise.
    pub trains: i64,
    pub runs: i64,
}

/// One point of the way from dependency to production.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgressPoint {
    pub assessment: AssessmentId,
    pub kind: AssessmentKind,
    pub done_on: Day,
    pub score: i64,
    pub class: FileClass,
    /// None for who may not see facts.
    pub income: Option<Money>,
}

/// What stands on the tab of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileAssessments {
    pub lines: Vec<AssessmentLine>,
    /// Of the reviewed ones, the oldest first.
    pub progress: Vec<ProgressPoint>,
    pub needs: Vec<CareNeed>,
    pub abilities: Vec<Ability>,
    pub people: Vec<CarePerson>,
    pub class: String,
    pub next_review_on: Option<Day>,
    /// One that is open, where another cannot be begun.
    pub open: Option<AssessmentId>,
    pub sees_facts: bool,
}

/// Families of a class with an open need in a domain, and what that asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NeedGroup {
    pub domain: NeedDomain,
    pub class: FileClass,
    pub families: i64,
    pub persons: i64,
    pub high: i64,
    /// Open needs without anything planned.
    pub unplanned: i64,
    /// What is planned for them, the most frequent first.
    pub requires: Vec<NeedRequires>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NeedRequires {
    /// A service or a partner, or else the action.
    pub what: String,
    pub count: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NeedGroups {
    /// Files that were studied, of those that are open.
    pub studied: i64,
    pub files: i64,
    pub groups: Vec<NeedGroup>,
}

list! {
    /// Which rows stand behind a figure.
    OutcomeRows { Graduated = "graduated", Exit = "exit", Sustained = "sustained", Improved = "improved", Measured = "measured" }
}

/// K23 and K24 of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CareOutcomes {
    pub graduations: measures::kpi::Graduations,
    pub improvement: measures::kpi::Improvement,
    pub active_months: i64,
    pub improve_points: i64,
    pub lines: Vec<OutcomeLine>,
    pub total: i64,
}

/// A family behind one of the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutcomeLine {
    pub party: PartyId,
    pub name: String,
    pub file_no: String,
    /// Whether it counts towards the figure, of those that are counted.
    pub counts: bool,
    pub score_before: Option<i64>,
    pub score_now: Option<i64>,
    /// None for who may not see facts.
    pub income_before: Option<Money>,
    pub income_now: Option<Money>,
    pub day: Option<Day>,
}

/// As shipped until the association sets another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AssessmentSettings {
    /// Days from an assessment to the next review of the file, by its class.
    pub review_a: i32,
    pub review_b: i32,
    pub review_c: i32,
    pub review_d: i32,
    /// Whether a registered file needs a reviewed assessment before it becomes active.
    pub before_activation: bool,
}

impl Default for AssessmentSettings {
    fn default() -> Self {
        Self { review_a: 180, review_b: 180, review_c: 365, review_d: 365, before_activation: false }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptAssessmentSettings {
    pub settings: AssessmentSettings,
    /// Nobody has set anything: as shipped.
    pub shipped: bool,
    pub version: i64,
}

/// What a draft reads once it is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SavedAssessment {
    pub assessment: AssessmentId,
    pub version: i64,
    pub at: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SavedNeed {
    pub need: CareNeedId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SavedItem {
    pub item: CareItemId,
}

/// A fact by the name of its engine, as the column it is typed in.
pub const fn column_of(fact: FactName) -> &'static str {
    match fact {
        FactName::FamilySize => "family_size",
        FactName::Dependants => "dependants",
        FactName::Income => "social_security",
        FactName::Obligations => "rent",
        FactName::Widow => "widow",
        FactName::OrphanN => "orphan_n",
        FactName::DisabledN => "disabled_n",
        FactName::ElderlyN => "elderly_n",
        FactName::Tenure => "tenure",
        FactName::Rooms => "rooms",
        FactName::Unsound => "unsound",
        FactName::Earning => "earning",
    }
}

//! What the commands of questionnaires take.

use crate::model::{
    AnswerChannel, FindingSeverity, FormQuestion, GivenAnswer, ImprovementEffect, ImprovementSource, ImprovementState,
    QuestionnairePurpose, QuestionnaireStanding, RatingState, RatingWay, ResultsBy,
};
use crate::settings::QuestionnaireSettings;
use kernel::Day;
use kernel::id::{CaseRequestId, DepartmentId, FindingId, ImprovementId, PartyId, PersonId, QuestionnaireId};
use office::order::Order;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which questionnaires. What is left out does not narrow the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListQuestionnaires {
    pub text: String,
    pub purpose: Vec<QuestionnairePurpose>,
    pub standing: Vec<QuestionnaireStanding>,
    pub order: Option<Order>,
    /// 1–500; 100 when left out.
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichQuestionnaire {
    pub questionnaire: QuestionnaireId,
}

/// What is typed of a questionnaire.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedQuestionnaire {
    pub title: String,
    #[serde(default)]
    pub about: String,
    pub opens: Day,
    pub closes: Day,
    pub anonymous: bool,
    #[serde(default)]
    pub at_closing: bool,
    #[serde(default)]
    pub sealed: bool,
}

/// A new one, with the questions that are shipped for its purpose, or those of the edition before.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddQuestionnaire {
    pub id: QuestionnaireId,
    pub purpose: QuestionnairePurpose,
    pub typed: TypedQuestionnaire,
    /// Another edition of this one.
    #[serde(default)]
    pub after: Option<QuestionnaireId>,
    /// Begin without the shipped questions.
    #[serde(default)]
    pub empty: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeQuestionnaire {
    pub questionnaire: QuestionnaireId,
    pub version: i64,
    pub typed: TypedQuestionnaire,
    pub questions: Vec<FormQuestion>,
}

/// A step of a questionnaire, over the version it was read at.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StepQuestionnaire {
    pub questionnaire: QuestionnaireId,
    pub version: i64,
    #[serde(default)]
    pub note: String,
}

/// Sheets to be printed, with codes of their own.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IssueSheets {
    pub questionnaire: QuestionnaireId,
    /// The run it will be, so that a second click issues none.
    pub no: i64,
    pub count: i64,
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// The kind of request they are about; empty for none.
    #[serde(default)]
    pub procedure: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintSheets {
    pub questionnaire: QuestionnaireId,
    /// A run; a form without a code where none is named.
    #[serde(default)]
    pub no: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskSheet {
    pub questionnaire: QuestionnaireId,
    pub code: String,
}

/// What stands on a sheet.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EnterSheet {
    pub questionnaire: QuestionnaireId,
    pub code: String,
    pub answers: Vec<GivenAnswer>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CorrectSheet {
    pub questionnaire: QuestionnaireId,
    pub code: String,
    pub version: i64,
    pub answers: Vec<GivenAnswer>,
}

/// What the paper says where both entries differ.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SettleSheet {
    pub questionnaire: QuestionnaireId,
    pub code: String,
    pub version: i64,
    pub settled: Vec<SettledAnswer>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SettledAnswer {
    pub question: String,
    /// The first entry holds, otherwise the second.
    pub first: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SpoilSheet {
    pub questionnaire: QuestionnaireId,
    pub code: String,
    pub reason: String,
}

/// An answer that is given at the desk, by telephone, in an interview, or by a letter with a token.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AnswerQuestionnaire {
    /// Made by the client, so that a repeated click answers once; it is kept nowhere.
    pub id: String,
    pub questionnaire: QuestionnaireId,
    pub channel: AnswerChannel,
    #[serde(default)]
    pub token: String,
    /// Who answers: kept with the answer where it is not anonymous, and as a print beside all answers where it is.
    #[serde(default)]
    pub party: Option<PartyId>,
    #[serde(default)]
    pub department: Option<DepartmentId>,
    #[serde(default)]
    pub procedure: String,
    pub answers: Vec<GivenAnswer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskResults {
    pub questionnaire: QuestionnaireId,
    pub by: ResultsBy,
    /// A choice that is laid out by group.
    #[serde(default)]
    pub table: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListFigures {
    pub questionnaire: QuestionnaireId,
    #[serde(default)]
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskWritten {
    pub questionnaire: QuestionnaireId,
    pub question: String,
}

/// A file of answers, what is taken from each of its columns, and whether rows that are the same come in all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnswersFile {
    pub questionnaire: QuestionnaireId,
    pub ticket: String,
    pub name: String,
    /// By the places of the columns; what the program finds by their titles where nothing is said.
    #[serde(default)]
    pub takes: Option<Vec<String>>,
    #[serde(default)]
    pub repeated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichRating {
    pub request: CaseRequestId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OfferRating {
    pub request: CaseRequestId,
    pub way: RatingWay,
}

/// Nobody answered at the desk: the request may be offered again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct WithdrawOffer {
    pub request: CaseRequestId,
    pub token: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintSlip {
    pub questionnaire: QuestionnaireId,
    pub token: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListRatingOffers {
    pub text: String,
    /// Those that wait to be offered where none is named.
    pub state: Vec<RatingState>,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListFindings {
    pub text: String,
    pub questionnaire: Option<QuestionnaireId>,
    pub severity: Vec<FindingSeverity>,
    /// Also those that no longer hold.
    pub all: bool,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedFinding {
    #[serde(default)]
    pub question: String,
    pub domain: String,
    pub text: String,
    pub severity: FindingSeverity,
    pub evidence: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddFinding {
    pub id: FindingId,
    pub questionnaire: QuestionnaireId,
    pub finding: TypedFinding,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeFinding {
    pub id: FindingId,
    pub version: i64,
    pub finding: TypedFinding,
    pub stands: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListImprovements {
    pub text: String,
    pub questionnaire: Option<QuestionnaireId>,
    pub state: Vec<ImprovementState>,
    pub owner: Option<PersonId>,
    /// Planned, and due before today.
    pub late: bool,
    /// Done, and nobody has said what came of it.
    pub unjudged: bool,
    pub order: Option<Order>,
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichImprovement {
    pub action: ImprovementId,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddImprovement {
    pub id: ImprovementId,
    pub source: ImprovementSource,
    #[serde(default)]
    pub questionnaire: Option<QuestionnaireId>,
    #[serde(default)]
    pub question: String,
    #[serde(default)]
    pub finding: Option<FindingId>,
    #[serde(default)]
    pub request: Option<CaseRequestId>,
    pub said: String,
    pub text: String,
    pub owner: PersonId,
    pub due: Day,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeImprovement {
    pub id: ImprovementId,
    pub version: i64,
    pub text: String,
    pub owner: PersonId,
    pub due: Day,
}

/// It is done, or given up.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EndImprovement {
    pub id: ImprovementId,
    pub version: i64,
    pub done: bool,
    pub outcome: String,
}

/// What came of it: measured by a later edition, or said by another person than its owner.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct JudgeImprovement {
    pub id: ImprovementId,
    pub version: i64,
    #[serde(default)]
    pub measured_with: Option<QuestionnaireId>,
    #[serde(default)]
    pub effect: Option<ImprovementEffect>,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangeQuestionnaireSettings {
    pub settings: QuestionnaireSettings,
    pub version: i64,
}

//! Nouns of questionnaires: what is asked, what was answered, what is read from the answers, what follows from them.

use crate::settings::QuestionnaireSettings;
use kernel::Day;
use kernel::id::{DepartmentId, FindingId, ImprovementId, PersonId, QuestionnaireId};
use measures::survey::{Cell, Hidden, Satisfaction};
use measures::{Hundredths, Portion, Tenths};
use office::gate::Condition;
use office::list;
use office::record::RecordVersion;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// What it is asked for. A poll is always sealed and without names.
    QuestionnairePurpose {
        Satisfaction = "satisfaction", Poll = "poll", Directed = "directed", NeedsStudy = "needs_study",
        SocialResearch = "social_research", Capacity = "capacity", Impact = "impact",
        ContentFeedback = "content_feedback",
    }
}
list! {
    /// As it is kept.
    QuestionnaireState { Draft = "draft", Asked = "asked", Approved = "approved", Closed = "closed", Dropped = "dropped" }
}
list! {
    /// As it stands on a day: what was approved opens on its day; after its last day paper is still entered, until it is closed.
    QuestionnaireStanding {
        Draft = "draft", Asked = "asked", Coming = "coming", Open = "open", Entering = "entering", Closed = "closed",
        Dropped = "dropped",
    }
}
list! {
    QuestionKind {
        /// 1 to 5.
        Scale = "scale",
        YesNo = "yes_no",
        Single = "single",
        Multi = "multi",
        /// A whole number.
        Number = "number",
        Text = "text",
        Date = "date",
        /// Several lines, each from 1 to 5.
        Matrix = "matrix",
    }
}

impl QuestionKind {
    /// Answered by keys that name a place.
    pub const fn is_chosen(self) -> bool {
        matches!(self, Self::Scale | Self::YesNo | Self::Single | Self::Multi)
    }

    /// Measured as satisfaction.
    pub const fn is_measured(self) -> bool {
        matches!(self, Self::Scale | Self::YesNo)
    }
}

list! {
    /// How an answer came.
    AnswerChannel {
        Paper = "paper", Kiosk = "kiosk", Letter = "letter", Phone = "phone", Interview = "interview", File = "file",
    }
}
list! { RatingState { Due = "due", Offered = "offered", Declined = "declined" } }
list! { RatingWay { Kiosk = "kiosk", Letter = "letter" } }
list! { FindingSeverity { High = "high", Medium = "medium", Low = "low" } }
list! { ImprovementSource { Answer = "answer", Finding = "finding", Complaint = "complaint" } }
list! { ImprovementState { Planned = "planned", Done = "done", Dropped = "dropped" } }
list! { ImprovementEffect { Better = "better", Same = "same", Worse = "worse" } }
list! { ResultsBy { Department = "department", Procedure = "procedure" } }
list! {
    /// How a sheet with a code stands for whoever holds it in hand.
    SheetState {
        Fresh = "fresh",
        /// Entered by whoever asks, who may still correct it.
        Mine = "mine",
        /// Entered by another person; nothing is shown of it.
        Entered = "entered",
        /// To be entered a second time, blind, by whoever asks.
        Second = "second",
        /// Entered twice.
        Twice = "twice",
        Spoiled = "spoiled",
    }
}

/// A question is asked only where another one was answered so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionCondition {
    /// The key of a question before it.
    pub question: String,
    /// The choices of it, one of which must have been made.
    pub any: Vec<i64>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormQuestion {
    /// Stays with the question through all editions.
    pub key: String,
    pub kind: QuestionKind,
    pub text: String,
    /// The field of life it belongs to; may be empty.
    #[serde(default)]
    pub domain: String,
    #[serde(default)]
    pub mandatory: bool,
    /// Whether its result may stand on papers that leave the office.
    #[serde(default)]
    pub publishable: bool,
    /// The one question that says how satisfied people are in all.
    #[serde(default)]
    pub overall: bool,
    /// Of a choice.
    #[serde(default)]
    pub options: Vec<String>,
    /// Lines of a matrix.
    #[serde(default)]
    pub rows: Vec<String>,
    /// The ends of a scale in words; may be empty.
    #[serde(default)]
    pub low: String,
    #[serde(default)]
    pub high: String,
    /// Of a number.
    #[serde(default)]
    pub least: Option<i64>,
    #[serde(default)]
    pub most: Option<i64>,
    #[serde(default)]
    pub shown_if: Option<QuestionCondition>,
}

/// What was answered to one question. A question nobody answered has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct GivenAnswer {
    pub question: String,
    /// Places chosen, from 1; 0 is «don't know».
    pub choice: Vec<i64>,
    pub number: Option<i64>,
    pub text: String,
    pub day: Option<Day>,
    /// Of a matrix, line by line: 1 to 5, 0 «don't know», -1 left blank.
    pub rows: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionnaireLine {
    pub questionnaire: QuestionnaireId,
    /// What the codes of its sheets begin with: `Q02`.
    pub mark: String,
    pub purpose: QuestionnairePurpose,
    pub title: String,
    pub edition: i64,
    pub anonymous: bool,
    pub at_closing: bool,
    pub sealed: bool,
    pub opens: Day,
    pub closes: Day,
    pub state: QuestionnaireState,
    pub standing: QuestionnaireStanding,
    pub questions: i64,
    pub answers: i64,
    pub made_by_name: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct QuestionnaireCounts {
    pub open: i64,
    pub entering: i64,
    pub asked: i64,
    pub draft: i64,
    pub closed: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionnairePage {
    pub lines: Vec<QuestionnaireLine>,
    pub total: i64,
    pub counts: QuestionnaireCounts,
}

/// A run of sheets printed with codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetRun {
    pub no: i64,
    pub first: String,
    pub last: String,
    pub count: i64,
    pub entered: i64,
    pub department_name: String,
    pub procedure: String,
    pub made_by_name: String,
    pub made_on: Day,
}

/// How entering goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct EntryProgress {
    pub printed: i64,
    pub entered: i64,
    pub spoiled: i64,
    /// Answers left blank, of all.
    pub blank: u64,
    pub cells: u64,
    /// Sheets that are to be entered twice, those that were, and those of them that agree in everything.
    pub chosen: i64,
    pub checked: u64,
    pub identical: u64,
    pub agreement: Option<Tenths>,
    /// Codes that wait for their second entry, and whether whoever asks may make it.
    pub second: Vec<SecondWaits>,
    /// Sheets whose entries differ and nobody has looked at the paper yet.
    pub differ: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SecondWaits {
    pub code: String,
    pub entered_by_name: String,
    /// Entered by whoever asks: the second entry is another person's.
    pub mine: bool,
}

/// A name to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalledDepartment {
    pub department: DepartmentId,
    pub name: String,
}

/// Everything on the page of a questionnaire beside its results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionnaireSheet {
    pub line: QuestionnaireLine,
    pub about: String,
    pub questions: Vec<FormQuestion>,
    pub record: RecordVersion,
    pub sent_back: String,
    pub hands: Vec<String>,
    pub approved_by_name: String,
    pub approved_on: Option<Day>,
    pub closed_by_name: String,
    pub closed_on: Option<Day>,
    pub runs: Vec<SheetRun>,
    pub progress: EntryProgress,
    /// What must hold before it is handed over for approval, and before it is closed.
    pub before_asking: Vec<Condition>,
    pub before_closing: Vec<Condition>,
    /// Why whoever asks cannot approve it: the name of a refusal or a permission; empty where they can.
    pub cannot_approve: String,
    pub departments: Vec<CalledDepartment>,
    /// The editions of its series, the newest first.
    pub editions: Vec<EditionName>,
    pub settings: QuestionnaireSettings,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EditionName {
    pub questionnaire: QuestionnaireId,
    pub edition: i64,
    pub title: String,
    pub opens: Day,
    pub closes: Day,
    pub state: QuestionnaireState,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedQuestionnaire {
    pub questionnaire: QuestionnaireId,
}

/// A sheet as it stands for whoever types its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetStanding {
    pub code: String,
    pub state: SheetState,
    pub department_name: String,
    pub procedure: String,
    pub entered_by_name: String,
    /// Of one's own, which may be corrected.
    pub answers: Option<Vec<GivenAnswer>>,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedSheet {
    pub code: String,
    /// To be entered a second time by another person.
    pub twice: bool,
    /// Answers in which the second entry differs from the first.
    pub differ: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IssuedSheets {
    pub no: i64,
    pub first: String,
    pub last: String,
}

/// A question that was entered differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DifferenceLine {
    pub question: String,
    pub first: Option<GivenAnswer>,
    pub second: Option<GivenAnswer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetDifference {
    pub code: String,
    pub version: i64,
    pub first_by_name: String,
    pub second_by_name: String,
    /// Entered first by whoever asks, who does not settle it.
    pub mine: bool,
    pub lines: Vec<DifferenceLine>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetDifferences {
    pub sheets: Vec<SheetDifference>,
}

/// Figures of one group of those who answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GroupResult {
    /// The identifier of a department or the name of a kind of request; empty for those of none.
    pub key: String,
    pub name: String,
    /// So few that they could be known, or drawn in so that those cannot be told.
    pub suppressed: bool,
    pub satisfied: Option<Portion>,
    /// How many chose each place, the highest first; empty where suppressed.
    pub levels: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OptionResult {
    pub label: String,
    pub share: Portion,
}

/// What was measured of a question, or of a line of a table: none of it where it is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct MeasuredAnswers {
    /// Answers on the scale; those who did not know and those who left it blank are no answers.
    #[ts(type = "number")]
    pub valid: u64,
    #[ts(type = "number")]
    pub dont_know: u64,
    #[ts(type = "number")]
    pub blank: u64,
    pub hidden: Option<Hidden>,
    pub satisfied: Option<Portion>,
    pub mean: Option<Hundredths>,
}

impl From<Satisfaction> for MeasuredAnswers {
    fn from(found: Satisfaction) -> Self {
        Self {
            valid: found.valid,
            dont_know: found.dont_know,
            blank: found.blank,
            hidden: found.hidden,
            satisfied: found.satisfied,
            mean: found.mean,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowResult {
    pub text: String,
    pub satisfaction: MeasuredAnswers,
}

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionResult {
    pub question: FormQuestion,
    /// How many were asked and said something.
    pub answered: i64,
    pub hidden: Option<Hidden>,
    pub satisfaction: Option<MeasuredAnswers>,
    /// Points since the edition before.
    pub change: Option<i64>,
    pub options: Vec<OptionResult>,
    pub rows: Vec<RowResult>,
    /// The mean of numbers, to two decimals.
    pub mean: Option<String>,
}

/// A choice by group, with its sums; small cells are hidden, and others with them so that they cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CrossTable {
    pub question: String,
    pub columns: Vec<String>,
    pub rows: Vec<CrossRow>,
    pub sums: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CrossRow {
    pub name: String,
    pub cells: Vec<Cell>,
    pub sum: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EditionResult {
    pub questionnaire: QuestionnaireId,
    pub edition: i64,
    pub title: String,
    pub opens: Day,
    pub closes: Day,
    pub satisfied: Option<Portion>,
    pub this: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChannelResult {
    pub channel: AnswerChannel,
    pub answers: i64,
}

/// The results, as far as they may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionnaireResults {
    /// Sealed until its end, or fewer answers than are shown.
    pub hidden: Option<Hidden>,
    pub answers: i64,
    /// Answers of requests that were closed in its days; none where it is not offered at closing.
    pub response: Option<Portion>,
    pub channels: Vec<ChannelResult>,
    pub by: ResultsBy,
    /// The question satisfaction is read from.
    pub overall: String,
    pub groups: Vec<GroupResult>,
    pub total: Option<GroupResult>,
    pub questions: Vec<QuestionResult>,
    pub table: Option<CrossTable>,
    /// The last four editions, the oldest first.
    pub editions: Vec<EditionResult>,
    pub suppress_under: i64,
}

/// A figure of the results, as a row that is taken along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionnaireFigure")]
pub struct FigureLine {
    pub key: String,
    pub domain: String,
    pub question: String,
    pub answer: String,
    pub n: Option<i64>,
    pub of: Option<i64>,
    pub percent: Option<i64>,
    pub mean: String,
    pub change: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigurePage {
    pub lines: Vec<FigureLine>,
    pub total: i64,
}

/// What people wrote, without who, when and where, in the order of the alphabet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenAnswers {
    pub hidden: Option<Hidden>,
    pub texts: Vec<WrittenText>,
}

/// The same words of several people stand once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenText {
    pub text: String,
    pub n: i64,
}

/// A column of a file, and what is taken from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileColumn {
    pub title: String,
    /// The key of a question, `key#2` for a line of a matrix, `department`; empty where nothing is taken.
    pub takes: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileRefusal {
    /// As the spreadsheet counts.
    pub row: i64,
    pub column: String,
    pub value: String,
    pub code: String,
}

/// What an import of answers would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnswerFile {
    pub columns: Vec<FileColumn>,
    /// Rows with answers; of them, those that come in, that came in before, that are the same as another of the file, and
    /// that are refused.
    pub rows: i64,
    pub ready: i64,
    pub known: i64,
    pub repeated: i64,
    pub refused: i64,
    /// The first hundred.
    pub refusals: Vec<FileRefusal>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportedAnswers {
    pub imported: i64,
    pub known: i64,
    pub repeated: i64,
    pub refused: i64,
}

/// What the page of a closed request says of its rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RatingPanel {
    /// The kind of the request.
    pub procedure: String,
    /// None where the request is not closed.
    pub state: Option<RatingState>,
    pub way: Option<RatingWay>,
    pub on: Option<Day>,
    pub by_name: String,
    /// The questionnaire that is open and offered at closing.
    pub questionnaire: Option<QuestionnaireId>,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RatingToken {
    pub questionnaire: QuestionnaireId,
    /// Said once; only its print is kept.
    pub token: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RatingOfferLine {
    pub request: kernel::id::CaseRequestId,
    pub request_no: String,
    pub procedure: String,
    pub department_name: String,
    pub closed_on: Day,
    pub state: RatingState,
    pub way: Option<RatingWay>,
    pub on: Option<Day>,
    pub by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RatingOfferPage {
    pub lines: Vec<RatingOfferLine>,
    pub total: i64,
}

/// The form as somebody fills it in at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KioskForm {
    pub questionnaire: QuestionnaireId,
    pub title: String,
    pub about: String,
    pub questions: Vec<FormQuestion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyFinding {
    pub finding: FindingId,
    pub finding_no: String,
    pub questionnaire: QuestionnaireId,
    pub study: String,
    pub question: String,
    pub domain: String,
    pub text: String,
    pub severity: FindingSeverity,
    pub evidence: String,
    pub stands: bool,
    pub made_by_name: String,
    pub made_on: Day,
    pub actions: i64,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingPage {
    pub lines: Vec<StudyFinding>,
    pub total: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedFinding {
    pub finding: FindingId,
    pub finding_no: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImprovementAction {
    pub action: ImprovementId,
    pub action_no: String,
    pub source: ImprovementSource,
    pub questionnaire: Option<QuestionnaireId>,
    pub study: String,
    pub question: String,
    pub finding: Option<FindingId>,
    pub finding_no: String,
    pub request: Option<kernel::id::CaseRequestId>,
    pub request_no: String,
    pub said: String,
    pub text: String,
    pub owner: PersonId,
    pub owner_name: String,
    pub due: Day,
    pub late: bool,
    pub state: ImprovementState,
    pub ended_on: Option<Day>,
    pub outcome: String,
    pub effect: Option<ImprovementEffect>,
    pub effect_note: String,
    pub effect_by_name: String,
    pub effect_on: Option<Day>,
    pub before_percent: Option<i64>,
    pub after_percent: Option<i64>,
    pub measured_with: Option<QuestionnaireId>,
    pub made_by_name: String,
    pub made_on: Day,
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImprovementPage {
    pub lines: Vec<ImprovementAction>,
    pub total: i64,
    pub late: i64,
    pub unjudged: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedImprovement {
    pub action: ImprovementId,
    pub action_no: String,
}

/// A later edition that asks the same question: the effect can be measured with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeasuredAgain {
    pub questionnaire: QuestionnaireId,
    pub title: String,
    pub edition: i64,
    pub before_percent: i64,
    pub after_percent: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImprovementSheet {
    pub line: ImprovementAction,
    pub again: Vec<MeasuredAgain>,
    /// Whether whoever asks is its owner, who does not judge it.
    pub mine: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnerChoice {
    pub person: PersonId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnerChoices {
    pub people: Vec<OwnerChoice>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptQuestionnaireSettings {
    pub settings: QuestionnaireSettings,
    /// As shipped: no decision of the association has set them.
    pub shipped: bool,
    pub version: i64,
}

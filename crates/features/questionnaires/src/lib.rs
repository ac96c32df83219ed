//! «الاستبانات»: what people are asked, in editions that can be compared; what they answer, without being known; what is read
//! from it, and what follows.
//!
//! One engine for satisfaction, polls, directed surveys, studies of needs, capacity, impact and feedback. The questions stand
//! still once another person has approved them; `rules` says what may be asked and answered. An answer is kept beside nobody:
//! that somebody answered once is a print in a table of its own (`tokens`). Results are `measures::survey` over all answers
//! (`reading`), never of fewer than the office shows. Sheets are entered by their codes, some of them twice by another person
//! (`entering`). `rating` follows requests from above; `findings` are published for whoever rests on them, `improving` leads from
//! what was said to what came of it.

mod bringing;
mod change_settings;
mod conditions;
mod entering;
mod findings;
mod forming;
mod improving;
pub mod inputs;
mod lists;
pub mod model;
mod papers;
mod queries;
mod rating;
mod reading;
pub mod rules;
mod settings;
mod shipped;
mod steps;
mod store;
mod tokens;
mod waiting;

// Verbs that share a file with their like, each under the name of its command.
mod form_paper {
    pub use crate::papers::form_paper;
}
mod rating_slip {
    pub use crate::papers::rating_slip;
}
mod results_paper {
    pub use crate::papers::results_paper;
}

pub use rules::REFUSALS;

use bringing::import_answers;
use entering::{answer, correct, enter, enter_second, issue_sheets, settle, spoil};
use findings::{add_finding, change_finding};
use forming::{add, approve, ask_opening, change, close, drop_draft, send_back, take_back};
use improving::{add_improvement, change_improvement, end_improvement, judge_improvement};
use inputs::{
    AddFinding, AddImprovement, AddQuestionnaire, AnswerQuestionnaire, AnswersFile, AskResults, AskSheet, AskWritten,
    ChangeFinding, ChangeImprovement, ChangeQuestionnaire, ChangeQuestionnaireSettings, CorrectSheet, EndImprovement,
    EnterSheet, IssueSheets, JudgeImprovement, ListFigures, ListFindings, ListImprovements, ListQuestionnaires,
    ListRatingOffers, OfferRating, PrintSheets, PrintSlip, SettleSheet, SpoilSheet, StepQuestionnaire,
    WhichImprovement, WhichQuestionnaire, WhichRating, WithdrawOffer,
};
use model::{
    AnswerFile, FigurePage, FindingPage, ImportedAnswers, ImprovementPage, ImprovementSheet, IssuedSheets,
    KeptQuestionnaireSettings, KioskForm, OwnerChoices, QuestionnairePage, QuestionnaireResults, QuestionnaireSheet,
    RatingOfferPage, RatingPanel, RatingToken, SavedFinding, SavedImprovement, SavedQuestionnaire, SavedSheet,
    SheetDifferences, SheetStanding, WrittenAnswers,
};
use office::feature::{Feature, Follow};
use office::inbox::Upload;
use office::input::Nothing;
use office::paper::Paper;
use rating::{decline_rating, offer_rating, withdraw_offer};

/// Bytes of a file of answers. Ten thousand rows of twenty answers are some four mebibytes.
const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "questionnaires",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["questionnaires"],
    screens: SCREENS,
    owns: &[
        "questionnaire",
        "questionnaire_hand",
        "questionnaire_run",
        "questionnaire_token",
        "questionnaire_response",
        "questionnaire_spoiled",
        "rating_offer",
        "study_finding",
        "improvement_action",
    ],
    publishes: &["study_finding_known", "questionnaire_known"],
    tasks: Some(waiting::tasks),
    steps: &[steps::OPEN],
    follows: &[Follow { kind: rating::REQUEST, changed: rating::request_changed }],
    lists: lists::LISTS,
    uploads: &[
        Upload { command: "questionnaires.preview_import", largest: LARGEST_FILE },
        Upload { command: "questionnaires.import_answers", largest: LARGEST_FILE },
    ],
    ..Feature::EMPTY
};

office::permissions! {
    /// See questionnaires, and their results as far as they are shown to anybody.
    QUESTIONNAIRES_VIEW = "questionnaires.view", [Researcher, Supervisor, Finance, Committee, Administrator];
    /// Write questionnaires, print and enter sheets, bring files in, draw findings and actions.
    QUESTIONNAIRES_KEEP = "questionnaires.keep", [Researcher, Supervisor];
    /// Offer ratings, take answers at the desk and by telephone.
    QUESTIONNAIRES_RECEIVE = "questionnaires.receive", [Researcher, Supervisor, Finance, Administrator];
    /// Approve what another person wrote, and close it.
    QUESTIONNAIRES_APPROVE = "questionnaires.approve", [Supervisor, Committee];
    /// Read what people wrote in their own words, which may tell who they are.
    QUESTIONNAIRES_TEXTS = "questionnaires.texts", [Supervisor, Committee];
    /// Set from how many answers on results are shown, and how many sheets are entered twice.
    QUESTIONNAIRES_MANAGE = "questionnaires.manage", [Supervisor, Administrator];
}

office::screens! {
    QUESTIONNAIRE = "questionnaires.open", WhichQuestionnaire;
    QUESTIONNAIRES = "questionnaires.list", ListQuestionnaires;
    RATING_OFFERS = "questionnaires.offers", ListRatingOffers;
    FINDINGS = "questionnaires.findings", ListFindings;
    IMPROVEMENTS = "questionnaires.improvements", ListImprovements;
}

office::commands! { "questionnaires",
    read  list         (ListQuestionnaires) -> QuestionnairePage, needs QUESTIONNAIRES_VIEW, shows [questionnaires];
    read  open         (WhichQuestionnaire) -> QuestionnaireSheet, needs QUESTIONNAIRES_VIEW, shows [questionnaires];
    read  form         (WhichQuestionnaire) -> KioskForm,       needs QUESTIONNAIRES_RECEIVE, shows [questionnaires];
    read  results      (AskResults) -> QuestionnaireResults,    needs QUESTIONNAIRES_VIEW,    shows [questionnaires];
    read  figures      (ListFigures) -> FigurePage,             needs QUESTIONNAIRES_VIEW,    shows [questionnaires];
    view  texts        (AskWritten) -> WrittenAnswers,          needs QUESTIONNAIRES_TEXTS,   shows [questionnaires];
    read  sheet        (AskSheet) -> SheetStanding,             needs QUESTIONNAIRES_KEEP,    shows [questionnaires];
    read  differences  (WhichQuestionnaire) -> SheetDifferences, needs QUESTIONNAIRES_KEEP,   shows [questionnaires];
    read  preview_import (AnswersFile) -> AnswerFile,           needs QUESTIONNAIRES_KEEP,    shows [questionnaires];
    read  rating       (WhichRating) -> RatingPanel,            needs QUESTIONNAIRES_RECEIVE, shows [questionnaires, requests];
    read  offers       (ListRatingOffers) -> RatingOfferPage,   needs QUESTIONNAIRES_RECEIVE, shows [questionnaires, requests];
    read  findings     (ListFindings) -> FindingPage,           needs QUESTIONNAIRES_VIEW,    shows [questionnaires];
    read  improvements (ListImprovements) -> ImprovementPage,   needs QUESTIONNAIRES_VIEW,    shows [questionnaires];
    read  improvement  (WhichImprovement) -> ImprovementSheet,  needs QUESTIONNAIRES_VIEW,    shows [questionnaires];
    read  owners       (Nothing) -> OwnerChoices,               needs QUESTIONNAIRES_VIEW,    shows [staff];
    read  settings     (Nothing) -> KeptQuestionnaireSettings,  needs QUESTIONNAIRES_VIEW,    shows [questionnaires];
    write add          (AddQuestionnaire) -> SavedQuestionnaire, needs QUESTIONNAIRES_KEEP,   touches [questionnaires];
    write change       (ChangeQuestionnaire) -> SavedQuestionnaire, needs QUESTIONNAIRES_KEEP, touches [questionnaires];
    write ask_opening  (StepQuestionnaire) -> SavedQuestionnaire, needs QUESTIONNAIRES_KEEP,  touches [questionnaires, tasks];
    write take_back    (StepQuestionnaire) -> SavedQuestionnaire, needs QUESTIONNAIRES_KEEP,  touches [questionnaires, tasks];
    write drop_draft   (StepQuestionnaire) -> SavedQuestionnaire, needs QUESTIONNAIRES_KEEP,  touches [questionnaires, tasks];
    write approve      (StepQuestionnaire) -> SavedQuestionnaire, needs QUESTIONNAIRES_APPROVE, touches [questionnaires, tasks];
    write send_back    (StepQuestionnaire) -> SavedQuestionnaire, needs QUESTIONNAIRES_APPROVE, touches [questionnaires, tasks];
    write close        (StepQuestionnaire) -> SavedQuestionnaire, needs QUESTIONNAIRES_APPROVE, touches [questionnaires, tasks];
    write issue_sheets (IssueSheets) -> IssuedSheets,           needs QUESTIONNAIRES_KEEP,    touches [questionnaires];
    write enter        (EnterSheet) -> SavedSheet,              needs QUESTIONNAIRES_KEEP,    touches [questionnaires, tasks];
    write correct      (CorrectSheet) -> SavedSheet,            needs QUESTIONNAIRES_KEEP,    touches [questionnaires];
    write enter_second (EnterSheet) -> SavedSheet,              needs QUESTIONNAIRES_KEEP,    touches [questionnaires, tasks];
    write settle       (SettleSheet) -> SavedSheet,             needs QUESTIONNAIRES_KEEP,    touches [questionnaires, tasks];
    write spoil        (SpoilSheet) -> SavedSheet,              needs QUESTIONNAIRES_KEEP,    touches [questionnaires];
    write answer       (AnswerQuestionnaire) -> Nothing,        needs QUESTIONNAIRES_RECEIVE, touches [questionnaires];
    write import_answers (AnswersFile) -> ImportedAnswers,      needs QUESTIONNAIRES_KEEP,    touches [questionnaires];
    write offer_rating (OfferRating) -> RatingToken,            needs QUESTIONNAIRES_RECEIVE, touches [questionnaires, tasks];
    write withdraw_offer (WithdrawOffer) -> Nothing,            needs QUESTIONNAIRES_RECEIVE, touches [questionnaires, tasks];
    write decline_rating (WhichRating) -> Nothing,              needs QUESTIONNAIRES_RECEIVE, touches [questionnaires, tasks];
    write add_finding  (AddFinding) -> SavedFinding,            needs QUESTIONNAIRES_KEEP,    touches [questionnaires];
    write change_finding (ChangeFinding) -> SavedFinding,       needs QUESTIONNAIRES_KEEP,    touches [questionnaires];
    write add_improvement (AddImprovement) -> SavedImprovement, needs QUESTIONNAIRES_KEEP,    touches [questionnaires, tasks];
    write change_improvement (ChangeImprovement) -> SavedImprovement, needs QUESTIONNAIRES_KEEP, touches [questionnaires, tasks];
    write end_improvement (EndImprovement) -> SavedImprovement, needs QUESTIONNAIRES_VIEW,    touches [questionnaires, tasks];
    write judge_improvement (JudgeImprovement) -> SavedImprovement, needs QUESTIONNAIRES_KEEP, touches [questionnaires, tasks];
    write change_settings (ChangeQuestionnaireSettings) -> Nothing, needs QUESTIONNAIRES_MANAGE, touches [questionnaires];
    print form_paper   (PrintSheets) -> Paper,                  needs QUESTIONNAIRES_KEEP,    touches [audit];
    print results_paper (WhichQuestionnaire) -> Paper,          needs QUESTIONNAIRES_VIEW,    touches [audit];
    print rating_slip  (PrintSlip) -> Paper,                    needs QUESTIONNAIRES_RECEIVE, touches [audit];
}

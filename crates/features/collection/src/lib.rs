//! «التحصيل»: what falls due, who is late, what is said to them and what they promise; reminders; how the portfolio stands
//! and what is set aside for it; what a loan leaves behind. Repayments themselves are recorded by the loans.

mod borrower_statement;
pub mod closing;
pub mod contact;
mod due;
mod due_then;
mod gates;
mod late;
mod late_letter;
mod lists;
mod looking_back;
pub mod model;
mod portfolio;
mod portfolio_report;
mod queries;
mod received;
pub mod reminders;
pub mod rules;
mod set_rule;
pub mod settings;
pub mod standing;
mod waiting;

/// For the test that compares both ways of reading a day.
#[doc(hidden)]
pub mod raw {
    use crate::{looking_back, model};
    use kernel::{Day, Result};
    use office::context::Read;

    pub use crate::model::{DueState, Part, PortfolioLine};
    pub use crate::queries::due_statement;

    /// Every late loan, in the order of their identifiers.
    pub fn late_lines(cx: &Read<'_>, day: Day) -> Result<Vec<model::LateLine>> {
        let mut lines: Vec<model::LateLine> = looking_back::lines(cx, day, &Default::default(), None)?;
        lines.sort_by_key(|line| line.loan);
        Ok(lines)
    }

    /// Every loan whose money was out, in the order of their identifiers.
    pub fn portfolio_lines(cx: &Read<'_>, day: Day) -> Result<Vec<model::PortfolioLine>> {
        let mut lines: Vec<model::PortfolioLine> = looking_back::lines(cx, day, &Default::default(), None)?;
        lines.sort_by_key(|line| line.loan);
        Ok(lines)
    }
}

pub use model::{AskDue, AskLate, AskPortfolio, AskReceived, DueState, LateBand, Part};

pub use rules::REFUSALS;

use closing::answer_satisfaction;
use closing::model::{AnswerSatisfaction, LoanClosing};
use contact::model::{
    AskCalls, CallCard, CallLogPage, CallsPage, ListCalls, ListPaymentPromises, MakePromise, PaymentPromisePage,
    RecordCall, SetContactWish, WhichBorrower, WithdrawPromise,
};
use contact::{make_promise, record_call, set_wish, withdraw_promise};
use loans::inputs::WhichLoan;
use loans::{LOANS_COLLECT, LOANS_VIEW};
use model::{DuePage, LatePage, PortfolioPage, ReceivedPage};
use office::feature::{Feature, Follow};
use office::input::Nothing;
use office::paper::Paper;
use reminders::model::{AskReminders, PrepareReminder, ReminderPage, SendReminder};
use reminders::{prepare_reminder, send_reminder};
use settings::{CollectionRules, SetCollectionRule};
use standing::{AskStanding, PortfolioStanding};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "collection",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["collection"],
    screens: SCREENS,
    owns: &[
        "collection_rule",
        "collection_call",
        "payment_promise",
        "reminder_message",
        "reminder",
        "contact_wish",
        "loan_satisfaction",
        "impact_visit",
    ],
    tasks: Some(waiting::tasks),
    gates: &[gates::TAKING_BACK],
    follows: &[Follow { kind: "loan", changed: closing::loan_changed }],
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    /// Call borrowers, keep what they promise, prepare messages, ask how satisfied they are.
    COLLECTION_CALL = "collection.call", [Researcher, Supervisor, Finance];
    /// Set the schedule of reminders, the grace of promises, the table of provisions.
    COLLECTION_MANAGE = "collection.manage", [Supervisor, Administrator];
}

office::screens! {
    DUE = "collection.due", AskDue;
    LATE = "collection.late", AskLate;
    PORTFOLIO = "collection.portfolio", AskPortfolio;
    RECEIVED = "collection.received", AskReceived;
    REMINDERS = "collection.reminders", AskReminders;
    PROMISES = "collection.promises", ListPaymentPromises;
    CLOSING = "collection.closing", WhichLoan;
}

office::commands! { "collection",
    read due  (AskDue) -> DuePage,   needs LOANS_VIEW, shows [loans];
    read late (AskLate) -> LatePage, needs LOANS_VIEW, shows [loans];
    read portfolio (AskPortfolio) -> PortfolioPage, needs LOANS_VIEW, shows [loans];
    read received (AskReceived) -> ReceivedPage, needs LOANS_VIEW, shows [loans];
    read calls    (AskCalls) -> CallsPage,        needs LOANS_VIEW, shows [collection, loans];
    view call_card (WhichBorrower) -> CallCard,   needs COLLECTION_CALL, shows [collection, loans];
    read call_log (ListCalls) -> CallLogPage,     needs LOANS_VIEW, shows [collection];
    read promises (ListPaymentPromises) -> PaymentPromisePage, needs LOANS_VIEW, shows [collection, loans];
    read reminders (AskReminders) -> ReminderPage, needs COLLECTION_CALL, shows [collection, loans];
    read standing (AskStanding) -> PortfolioStanding, needs LOANS_VIEW, shows [collection, loans];
    read rules    (Nothing) -> CollectionRules,   needs LOANS_VIEW, shows [collection];
    read closing  (WhichLoan) -> LoanClosing,     needs LOANS_VIEW, shows [collection, loans, follow_up];
    write record_call      (RecordCall) -> Nothing,        needs COLLECTION_CALL, touches [collection, tasks];
    write make_promise     (MakePromise) -> Nothing,       needs COLLECTION_CALL, touches [collection, tasks];
    write withdraw_promise (WithdrawPromise) -> Nothing,   needs COLLECTION_CALL, touches [collection, tasks];
    write set_wish         (SetContactWish) -> Nothing,    needs COLLECTION_CALL, touches [collection, tasks];
    write prepare_reminder (PrepareReminder) -> Nothing,   needs COLLECTION_CALL, touches [collection, tasks];
    write send_reminder    (SendReminder) -> Nothing,      needs COLLECTION_CALL, touches [collection, tasks];
    write answer_satisfaction (AnswerSatisfaction) -> Nothing, needs COLLECTION_CALL, touches [collection, tasks];
    write set_rule         (SetCollectionRule) -> Nothing, needs COLLECTION_MANAGE, touches [collection, tasks];
    print borrower_statement (WhichBorrower) -> Paper,     needs LOANS_VIEW, touches [audit];
    print late_letter        (WhichBorrower) -> Paper,     needs LOANS_COLLECT, touches [audit];
    print portfolio_report   (AskStanding) -> Paper,       needs LOANS_VIEW, touches [audit];
}

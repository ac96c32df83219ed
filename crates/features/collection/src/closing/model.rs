//! Nouns of closing.

use follow_up::ActivityState;
use kernel::Day;
use kernel::id::{ActivityId, LoanId};
use office::list;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    SatisfactionChannel {
        Call = "call", Whatsapp = "whatsapp", Sms = "sms", InPerson = "in_person", Paper = "paper",
    }
}

/// What a borrower said of a loan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Satisfaction {
    /// 1, not satisfied at all, to 5.
    pub answer: i64,
    pub channel: SatisfactionChannel,
    pub said: String,
    pub asked_on: Day,
    pub asked_by_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImpactVisit {
    pub activity: ActivityId,
    pub planned_on: Day,
    pub done_on: Option<Day>,
    pub state: ActivityState,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanClosing {
    pub loan: LoanId,
    pub closed: bool,
    pub satisfaction: Option<Satisfaction>,
    pub version: i64,
    pub visit: Option<ImpactVisit>,
    /// Months after the closing a visit is planned for.
    pub impact_months: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnswerSatisfaction {
    pub loan: LoanId,
    #[serde(default)]
    pub version: i64,
    /// 1–5.
    pub answer: i64,
    pub channel: SatisfactionChannel,
    #[serde(default)]
    pub said: String,
}

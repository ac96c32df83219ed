//! Nouns of reminders.

use kernel::id::{FundId, LoanId, MessageId, PartyId};
use kernel::{Day, Moment, Money};
use office::list;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! { ReminderState { Waiting = "waiting", Prepared = "prepared", Sent = "sent" } }
list! { MessageChannel { Whatsapp = "whatsapp", Sms = "sms", Call = "call", InPerson = "in_person" } }

/// The reminders of today, and messages of the last days that were prepared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskReminders {
    pub state: Option<ReminderState>,
    pub text: String,
    pub fund: Option<FundId>,
    /// Rows of a page, 1–500; 100 where none is given.
    pub limit: Option<i64>,
    pub offset: i64,
}

/// An instalment a message reminds of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderItem {
    pub loan: LoanId,
    pub loan_no: String,
    /// The place of the instalment in the plan, from one.
    pub no: i64,
    pub due: Day,
    /// Still owed of it.
    pub amount: Money,
    /// Days after the due day; below zero before it.
    pub step: i32,
}

/// One message for one borrower.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderLine {
    pub party: PartyId,
    pub name: String,
    /// All but the last three digits are hidden.
    pub mobile: String,
    pub items: Vec<ReminderItem>,
    pub amount: Money,
    pub text: String,
    pub state: ReminderState,
    /// Once it is prepared.
    pub message: Option<MessageId>,
    pub prepared_at: Option<Moment>,
    pub prepared_by_name: String,
    pub sent_on: Option<Day>,
    pub sent_by_name: String,
    pub channel: Option<MessageChannel>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderCount {
    pub state: ReminderState,
    pub people: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderPage {
    pub lines: Vec<ReminderLine>,
    pub total: i64,
    /// Whatever state was asked for.
    pub states: Vec<ReminderCount>,
    /// Borrowers who would be reminded, but want no messages or took back a consent.
    pub unwished: i64,
    /// Loans that would be reminded of, but are paused.
    pub paused: i64,
}

/// Which instalment and step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct ReminderKey {
    pub loan: LoanId,
    pub no: i64,
    pub due: Day,
    pub step: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrepareReminder {
    /// Made by the caller.
    pub id: MessageId,
    pub party: PartyId,
    pub items: Vec<ReminderKey>,
    /// As it was copied.
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SendReminder {
    pub id: MessageId,
    pub channel: MessageChannel,
}

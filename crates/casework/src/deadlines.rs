//! Terms: the clock of a request in working days, the last day of appeal, and whom to call back.
//!
//! A working day belongs to the state the request was in when the day began; the day of receipt is never counted. Days that
//! began while the request waited are paused, all others are elapsed. The clock stops with the decision (an inquiry, which
//! has none, with its closing); what is carried out afterwards is not timed here.

mod timing;
mod working_days;

pub use timing::{Clock, Entry, Running, Term, Timed, clock};
pub use working_days::{DaysOff, WorkingDays};

use crate::requests::{Kind, State};
use kernel::{Day, Result};
use lending::Weekday;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an association may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "DeadlineSettings")]
pub struct Settings {
    /// Days of the week without work.
    pub weekend: Vec<Weekday>,
    /// Working days to the decision (of an inquiry: to the answer). A kind that is not named has no clock.
    pub deadline_days: BTreeMap<Kind, u16>,
    /// States in which the clock stands.
    pub pausing: Vec<State>,
    /// Calendar days from delivery of the decision in which it may be contested.
    pub appeal_days: u16,
    /// Whether a last day of appeal without work moves on to the next working day.
    pub appeal_to_working_day: bool,
    /// Calendar days after an appointment from which on a referred person who did not arrive is called.
    pub callback_days: u16,
}

impl Default for Settings {
    fn default() -> Self {
        let deadline_days = [
            (Kind::Service, 15),
            (Kind::Inquiry, 3),
            (Kind::Complaint, 5),
            (Kind::Grievance, 15),
            (Kind::Dispute, 10),
            (Kind::DataChange, 5),
            (Kind::Volunteer, 10),
            (Kind::Internal, 5),
        ];
        Self {
            weekend: vec![Weekday::Fri, Weekday::Sat],
            deadline_days: deadline_days.into(),
            pausing: vec![State::AwaitingApplicant, State::OnHold],
            appeal_days: 30,
            appeal_to_working_day: true,
            callback_days: 5,
        }
    }
}

/// The last day on which a decision delivered on a day may be contested. It may be contested through that day.
///
/// # Errors
/// Refused where the calendar ends, or when no weekday is a working day.
pub fn appeal_last(delivered: Day, days_off: &[DaysOff], settings: &Settings) -> Result<Day> {
    let last = delivered.plus_days(i32::from(settings.appeal_days))?;
    if !settings.appeal_to_working_day {
        return Ok(last);
    }
    WorkingDays::new(&settings.weekend, days_off)?.first_from(last)
}

/// How a referral stands with an appointment at the partner's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReferralCallback")]
pub struct Callback {
    /// The day from which on the person is called if they have not arrived.
    pub from: Day,
    /// Whether they are to be called now.
    pub due: bool,
    /// Calendar days since the appointment; none once they arrived. Below zero before the appointment.
    pub waiting: Option<i32>,
}

/// Whether somebody who was referred is to be called. An arrival after `on` has not happened yet.
///
/// # Errors
/// Refused where the calendar ends.
pub fn callback(appointment: Day, arrived: Option<Day>, on: Day, settings: &Settings) -> Result<Callback> {
    let from = appointment.plus_days(i32::from(settings.callback_days))?;
    let is_there = arrived.is_some_and(|arrived| arrived <= on);
    Ok(Callback { from, due: !is_there && on >= from, waiting: (!is_there).then(|| on.days_since(appointment)) })
}

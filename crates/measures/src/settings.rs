//! What an association may change. Shipped values are a beginning («افتراضي – يلزم اعتماد») until its decision sets others.

use kernel::Money;
use lending::Weekday;
use serde::{Deserialize, Serialize};

/// The settings of the measures; [`Settings::default`] holds the shipped ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "MeasureSettings")]
pub struct Settings {
    /// Days without work, beside the holidays.
    pub weekend: Vec<Weekday>,
    /// Days after the planned one until which a visit is in time.
    pub visit_tolerance_days: u16,
    /// Decisions a group needs before it has a rate of its own.
    pub fairness_n: u16,
    /// Points beyond which a gap between groups is flagged.
    pub fairness_gap: u16,
    /// Days from sending to arriving within which a referral has reached.
    pub arrival_days: u16,
    /// Days before its end from which an agreement is ending.
    pub ending_days: u16,
    /// Per cent of the sessions that make a training completed.
    pub attendance_percent: u16,
    /// Months a file must have been active before its graduation is a way out, and after which it has lasted.
    pub active_months: u16,
    /// Points by which the need score must have fallen.
    pub improve_points: u16,
    /// Worth of an hour of volunteering.
    pub volunteer_rate: Money,
    /// Groups with fewer valid answers are not printed.
    pub suppress_under: u16,
    /// Every how many sheets one is entered twice, beginning with the first; 0: none is.
    pub double_entry_every: u16,
    /// Shown per cent from which an indicator is green.
    #[ts(type = "number")]
    pub green_percent: i64,
    /// Shown per cent from which it is amber.
    #[ts(type = "number")]
    pub amber_percent: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            weekend: vec![Weekday::Fri, Weekday::Sat],
            visit_tolerance_days: 3,
            fairness_n: 20,
            fairness_gap: 15,
            arrival_days: 30,
            ending_days: 90,
            attendance_percent: 80,
            active_months: 12,
            improve_points: 3,
            volunteer_rate: Money::from(23_00),
            suppress_under: 5,
            double_entry_every: 10,
            green_percent: 90,
            amber_percent: 70,
        }
    }
}

//! Holds: what halts a project by itself, and what ends a halt.
//!
//! [`look`] is run on each change and once a day. It looks at one loan with all that hangs on it and names the causes of a
//! hold that are new; [`release`] says whether a person may end the open one. A repayment is taken whatever stands here.
//! One open hold a loan: new causes join it. What a hold once named, open or released, does not open another.

mod causes;
mod release;

pub use causes::{Cause, CauseKind, Change, Findings, Side, look};
pub use release::{Aftermath, Decision, ProjectState, Release, Reschedule, Tranches, improved, release};

use kernel::{Day, Money};
use serde::{Deserialize, Serialize};

/// All that is looked at, as it is known on `on`. What happened after that day counts as not having happened yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub on: Day,
    pub loan: LoanFacts,
    pub visits: Vec<Visit>,
    pub purchases: Vec<Purchase>,
    pub commitments: Vec<Commitment>,
    pub guarantees: Vec<Guarantee>,
    /// In any order; they are put in the order of their days.
    pub readings: Vec<Reading>,
    pub holds: Vec<Hold>,
}

impl Facts {
    /// An active loan that is not late, and nothing beside it.
    pub fn nothing(on: Day) -> Self {
        Self {
            on,
            loan: LoanFacts::default(),
            visits: Vec::new(),
            purchases: Vec::new(),
            commitments: Vec::new(),
            guarantees: Vec::new(),
            readings: Vec::new(),
            holds: Vec::new(),
        }
    }

    /// The one hold that stands open, if any.
    pub fn open_hold(&self) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.open)
    }
}

/// The loan itself; `dpd` and `overdue_since` are those of `lending::Lateness`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoanFacts {
    /// A loan that is closed or written off is not halted any more.
    pub active: bool,
    /// Days past due, 0 or more.
    pub dpd: i32,
    /// The due day of the earliest row that is late.
    pub overdue_since: Option<Day>,
}

impl Default for LoanFacts {
    fn default() -> Self {
        Self { active: true, dpd: 0, overdue_since: None }
    }
}

/// What a visitor found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VisitSignal")]
pub enum Signal {
    Sound,
    Watch,
    Distress,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub id: String,
    /// None for a visit nobody planned.
    pub planned: Option<Day>,
    pub done: Option<Day>,
    pub signal: Option<Signal>,
    pub cancelled: bool,
}

/// Something bought with the money of the loan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purchase {
    pub id: String,
    pub paid_on: Option<Day>,
    pub verified_on: Option<Day>,
}

/// Whose commitment it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CommitmentOwner")]
pub enum Owner {
    Beneficiary,
    Association,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    pub id: String,
    pub owner: Owner,
    pub due: Day,
    pub met_on: Option<Day>,
    pub excused: bool,
    /// The commitment that must be met before this one can be.
    pub depends_on: Option<String>,
}

impl Commitment {
    fn met_by(&self, day: Day) -> bool {
        self.met_on.is_some_and(|met| met <= day)
    }

    fn late_on(&self, day: Day, after: u16) -> bool {
        !self.excused && !self.met_by(day) && day.days_since(self.due) >= i32::from(after)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "GuaranteeStanding")]
pub enum GuaranteeState {
    Proposed,
    Verified,
    Expired,
    Released,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guarantee {
    pub id: String,
    pub state: GuaranteeState,
    /// The last day on which it holds; none for one that does not end.
    pub expires: Option<Day>,
}

/// What a visit read of the project's month. None: not read, which is not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    pub on: Day,
    pub sales: Option<Money>,
    pub net: Option<Money>,
}

/// A hold as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    pub id: String,
    /// Open, or released.
    pub open: bool,
    pub opened_on: Day,
    /// Whose visit or entry opened it; none when it opened by itself.
    pub opened_by: Option<String>,
    /// The causes it names: what and of what record.
    pub causes: Vec<(CauseKind, String)>,
}

/// What an association may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(rename = "HoldSettings")]
pub struct Settings {
    /// Days late in paying from which the project halts.
    pub hold_dpd: u16,
    /// Days from the planned day on which a missed visit halts.
    pub visit_late_days: u16,
    pub hold_signals: Vec<Signal>,
    /// Days from payment on which an unverified purchase halts.
    pub purchase_unverified_days: u16,
    /// Days from its due day on which a commitment is late.
    pub commitment_late_days: u16,
    /// Falls of sales in a row; 0 never halts.
    pub sales_falls: u16,
    /// How deep each fall must be, in per cent of the reading before; 0 is any.
    pub sales_fall_percent: u16,
    /// Better readings before a project goes on after coaching.
    pub resume_readings: u16,
    /// Better readings before money is paid out again after a rescheduling.
    pub unlock_readings: u16,
    /// Age in days up to which a reading is recent.
    pub reading_recent_days: u16,
    /// Most of the project's net income that the new instalment may take, in per cent.
    pub reschedule_income_percent: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            hold_dpd: 1,
            visit_late_days: 10,
            hold_signals: vec![Signal::Distress],
            purchase_unverified_days: 14,
            commitment_late_days: 1,
            sales_falls: 2,
            sales_fall_percent: 0,
            resume_readings: 1,
            unlock_readings: 2,
            reading_recent_days: 30,
            reschedule_income_percent: 100,
        }
    }
}

/// The readings of sales taken by a day, in order.
fn sales_until(readings: &[Reading], on: Day) -> Vec<(Day, Money)> {
    taken(readings, on, |reading| reading.sales)
}

/// The readings of one thing that were taken by a day, in order.
fn taken(readings: &[Reading], on: Day, of: impl Fn(&Reading) -> Option<Money>) -> Vec<(Day, Money)> {
    let mut all: Vec<_> = readings
        .iter()
        .filter(|reading| reading.on <= on)
        .filter_map(|reading| Some((reading.on, of(reading)?)))
        .collect();
    all.sort_by_key(|(day, _)| *day);
    all
}

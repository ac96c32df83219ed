//! What happens to a loan. Events are stored; everything else is computed from them.

use crate::dates::Period;
use crate::fraction::Share;
use crate::refusals::{AMOUNT_MISSING, PAUSE_BACKWARDS, UPFRONT_TOO_LARGE};
use crate::terms::Advance;
use kernel::{Day, Money, Refusal, Result, require};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroU16;

/// The place of an event in the order of entry within its loan; later entries have larger numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(rename = "LoanEventPlace")]
pub struct Place(pub u32);

impl Place {
    /// The place after all events of a loan; the first is 1.
    pub fn next(events: &[Event]) -> Self {
        Self(events.iter().map(|event| event.place.0).max().unwrap_or(0) + 1)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One thing that happened to a loan, on its value day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "LoanEvent")]
pub struct Event {
    pub place: Place,
    /// The value day; it may lie before that of events entered earlier.
    pub on: Day,
    /// An event whose key is already recorded adds nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(flatten)]
    pub kind: EventKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "LoanEventKind")]
pub enum EventKind {
    /// Money from the borrower; `advance` overrides the loan's rule for money paid early.
    Repay { amount: Money, advance: Option<Advance> },
    /// Money handed back to the borrower.
    Refund { amount: Money },
    /// The event at `target` never happened; neither did this one.
    Undo { target: Place },
    /// A fixed amount at actual cost, never a percentage, never for lateness.
    Fee { amount: Money, due: Day },
    /// Unpaid fees that are no longer asked for, earliest row first.
    WaiveFee { amount: Money },
    /// Money paid out to the borrower, `upfront` of it due on the same day.
    Tranche { amount: Money, upfront: Share },
    /// The instalment due on `from_due` moves to `to`, and all later ones follow.
    Shift { from_due: Day, to: Day },
    /// `by` rows more; what is unpaid from the instalment due on `from_due` on is split anew.
    Extend { from_due: Day, by: NonZeroU16 },
    /// Rows of zero before the instalment due on `from_due`, which moves on with all later ones.
    Defer { from_due: Day, periods: NonZeroU16 },
    /// What is unpaid up to the event's day is added to the later instalments.
    ReAmortise,
    /// All that is unpaid is laid out anew from `from` on.
    ReAge { from: Day, instalments: NonZeroU16, every: Period },
    /// Lateness does not grow on days `from` ≤ day < `until`.
    Pause { from: Day, until: Day },
    /// The pause that covers the event's day ends on it.
    Resume,
    /// All that is owed is given up for lost; nothing but recoveries can be entered afterwards.
    WriteOff,
    /// Money that came in after all on what was written off. No row takes it.
    Recover { amount: Money },
    /// Part of the principal is forgiven, earliest row first.
    Forgive { amount: Money },
}

impl EventKind {
    /// Guards that need no loan.
    ///
    /// # Errors
    /// An amount that is not above zero, a share above the whole, a pause that ends before it begins.
    pub(crate) fn check(&self) -> Result<()> {
        match self {
            Self::Repay { amount, .. }
            | Self::Refund { amount }
            | Self::Fee { amount, .. }
            | Self::WaiveFee { amount }
            | Self::Recover { amount }
            | Self::Forgive { amount } => above_zero(*amount),
            Self::Tranche { amount, upfront } => {
                above_zero(*amount)?;
                require(*upfront <= Share::ALL, Refusal::new(UPFRONT_TOO_LARGE).at("upfront"))
            }
            Self::Pause { from, until } => require(from < until, Refusal::new(PAUSE_BACKWARDS).at("until")),
            Self::Undo { .. }
            | Self::Shift { .. }
            | Self::Extend { .. }
            | Self::Defer { .. }
            | Self::ReAmortise
            | Self::ReAge { .. }
            | Self::Resume
            | Self::WriteOff => Ok(()),
        }
    }

    /// Whether the event may carry a day before the money was paid out: fees of the application may.
    pub(crate) fn may_precede_payout(&self) -> bool {
        matches!(self, Self::Fee { .. } | Self::WaiveFee { .. } | Self::Undo { .. })
    }
}

fn above_zero(amount: Money) -> Result<()> {
    require(amount.is_positive(), Refusal::new(AMOUNT_MISSING).at("amount"))
}

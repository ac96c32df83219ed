//! The terms of a loan are changed: asked for with a reason, looked at as the old plan beside the new, approved by another
//! person, an event of the loan then. What gives up money is decided by the committee; what only lays it out anew adds
//! nothing to what is owed. What was approved is what was asked for: if the loan changed meanwhile, it is asked for anew.

pub mod annex;
pub mod approve_change;
pub mod ask_change;
pub mod choices;
pub mod many;
pub mod plan;
pub mod reschedule;
pub mod top_up;
pub mod weigh;

use crate::events::record::Opened;
use crate::model::TrancheKind;
use crate::requests::RequestKind;
use crate::rules::{CAUSE_OF_RELEASE, FEE_OPEN, NOT_PAID_OUT, PERIODS_RANGE};
use kernel::id::TrancheId;
use kernel::{Day, Money, Refusal, Result, require};
use lending::refusals::NOTHING_OWED;
use lending::{EventKind, Share, State};
use office::list;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;
use top_up::TopUp;
use ts_rs::TS;

list! {
    /// What of a loan can be changed, in the order in which it is offered.
    ChangeKind {
        Defer = "defer", Extend = "extend", Shift = "shift", ReAmortise = "re_amortise", ReAge = "re_age",
        Pause = "pause", Resume = "resume", Fee = "fee", WaiveFee = "waive_fee", Release = "release",
        WriteOff = "write_off", TopUp = "top_up",
    }
}
list! {
    /// Why the terms are changed.
    ChangeCause {
        IncomeFell = "income_fell", Illness = "illness", Market = "market", Family = "family",
        Association = "association", Growth = "growth", Season = "season", Agreement = "agreement", Death = "death",
        Disability = "disability", Lost = "lost", Correction = "correction", Other = "other",
    }
}

impl ChangeCause {
    /// Whether the borrower cannot pay: then he is to be given time, as the verse says.
    pub const fn is_hardship(self) -> bool {
        matches!(self, Self::IncomeFell | Self::Illness | Self::Market | Self::Family | Self::Association)
    }

    /// Whether it ends what the borrower owes.
    pub const fn releases(self) -> bool {
        matches!(self, Self::Death | Self::Disability)
    }
}

/// A change of the terms of a loan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LoanChange {
    /// Rows of zero before the instalment due on a day: it and all later ones move on.
    Defer {
        from_due: Day,
        periods: NonZeroU16,
    },
    /// Rows more at the end: what is unpaid from an instalment on is split anew over all of them.
    Extend {
        from_due: Day,
        by: NonZeroU16,
    },
    /// An instalment moves to another day, and all later ones follow.
    Shift {
        from_due: Day,
        to: Day,
    },
    /// What is late is added to the later instalments.
    ReAmortise,
    /// All that is unpaid is laid out anew, in the months of the loan.
    ReAge {
        from: Day,
        instalments: NonZeroU16,
    },
    /// Lateness does not grow for some days.
    Pause {
        from: Day,
        until: Day,
    },
    Resume,
    /// A fixed amount at actual cost.
    Fee {
        amount: Money,
        due: Day,
    },
    WaiveFee {
        amount: Money,
    },
    /// All that is owed is forgiven: the borrower died, or cannot work any more.
    Release,
    /// All that is owed is given up for lost.
    WriteOff,
    /// More is lent, as the product allows: the amount of the loan grows by a tranche.
    TopUp {
        amount: Money,
        /// The identifier of the tranche, made by the caller.
        tranche: TrancheId,
        paid_as: TrancheKind,
        #[serde(default)]
        item: String,
    },
}

impl LoanChange {
    pub const fn kind(&self) -> ChangeKind {
        match self {
            Self::Defer { .. } => ChangeKind::Defer,
            Self::Extend { .. } => ChangeKind::Extend,
            Self::Shift { .. } => ChangeKind::Shift,
            Self::ReAmortise => ChangeKind::ReAmortise,
            Self::ReAge { .. } => ChangeKind::ReAge,
            Self::Pause { .. } => ChangeKind::Pause,
            Self::Resume => ChangeKind::Resume,
            Self::Fee { .. } => ChangeKind::Fee,
            Self::WaiveFee { .. } => ChangeKind::WaiveFee,
            Self::Release => ChangeKind::Release,
            Self::WriteOff => ChangeKind::WriteOff,
            Self::TopUp { .. } => ChangeKind::TopUp,
        }
    }

    /// The event it will be, on the loan as it stands.
    ///
    /// # Errors
    /// A loan without money out.
    pub fn event(&self, opened: &Opened, state: Option<&State>) -> Result<EventKind> {
        let state = state.ok_or(NOT_PAID_OUT)?;
        Ok(match *self {
            Self::Defer { from_due, periods } => EventKind::Defer { from_due, periods },
            Self::Extend { from_due, by } => EventKind::Extend { from_due, by },
            Self::Shift { from_due, to } => EventKind::Shift { from_due, to },
            Self::ReAmortise => EventKind::ReAmortise,
            Self::ReAge { from, instalments } => EventKind::ReAge { from, instalments, every: opened.head.terms.every },
            Self::Pause { from, until } => EventKind::Pause { from, until },
            Self::Resume => EventKind::Resume,
            Self::Fee { amount, due } => EventKind::Fee { amount, due },
            Self::WaiveFee { amount } => EventKind::WaiveFee { amount },
            Self::Release => EventKind::Forgive { amount: state.outstanding_principal() },
            Self::WriteOff => EventKind::WriteOff,
            // What it will be once its money goes out; nothing of it is entered before.
            Self::TopUp { amount, .. } => EventKind::Tranche { amount, upfront: Share::NONE },
        })
    }

    /// What is lent more by it.
    pub fn top_up(&self) -> Option<TopUp<'_>> {
        match self {
            Self::TopUp { amount, tranche, paid_as, item } => {
                Some(TopUp { amount: *amount, tranche: *tranche, paid_as: *paid_as, item })
            }
            _ => None,
        }
    }

    /// What a plan of people can be: not moved or laid out over more than [`MOST_PERIODS`]; no release while a fee is owed, nor
    /// of nothing.
    ///
    /// # Errors
    /// `loans.periods_range`, `loans.fee_open`, `loan.nothing_owed`.
    pub fn fits_plan(&self, state: &State) -> Result<()> {
        let periods = match self {
            Self::Defer { periods: count, .. }
            | Self::Extend { by: count, .. }
            | Self::ReAge { instalments: count, .. } => count.get(),
            _ => 1,
        };
        within(periods, MOST_PERIODS, "count")?;
        if !matches!(self, Self::Release) {
            return Ok(());
        }
        let principal = state.outstanding_principal();
        require(!state.balance.minus(principal)?.is_positive(), FEE_OPEN)?;
        require(principal.is_positive(), NOTHING_OWED)
    }

    /// A release has its own causes, and they are those of nothing else.
    ///
    /// # Errors
    /// `loans.cause_of_release`.
    pub fn fits(&self, cause: ChangeCause) -> Result<()> {
        let releases = matches!(self, Self::Release);
        require(releases == cause.releases(), Refusal::new(CAUSE_OF_RELEASE).at("cause"))
    }
}

/// Instalments a plan is moved on by, or laid out over.
pub const MOST_PERIODS: u16 = 120;

/// # Errors
/// `loans.periods_range`.
pub fn within(periods: u16, most: u16, field: &'static str) -> Result<()> {
    require(periods <= most, Refusal::new(PERIODS_RANGE).with("most", most).at(field))
}

impl ChangeKind {
    /// Whether money is given up by it, so that the committee decides.
    pub const fn step(self) -> RequestKind {
        match self {
            Self::Release | Self::WriteOff => RequestKind::GiveUp,
            _ => RequestKind::Change,
        }
    }
}

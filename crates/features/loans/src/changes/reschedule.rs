//! The plan of a loan laid out anew by a decision of a feature above, which has its own approval: weighed before, carried
//! out with it. Only what neither adds to what is owed nor takes from it.

use crate::changes::approve_change::{Decided, carry_out};
use crate::changes::plan::ChangePlan;
use crate::changes::weigh::weigh;
use crate::changes::{ChangeKind, LoanChange};
use crate::events::record::{self, Approvers};
use crate::rules::NOT_RESCHEDULING;
use kernel::id::{LoanId, PersonId};
use kernel::{Day, Result, require};
use office::context::{Read, Write};

/// The old plan beside the new.
///
/// # Errors
/// A change that is no rescheduling; what could not be asked for.
pub fn rescheduling(cx: &Read<'_>, loan: LoanId, day: Day, change: &LoanChange) -> Result<ChangePlan> {
    let lays_out_anew = matches!(
        change.kind(),
        ChangeKind::Defer | ChangeKind::Extend | ChangeKind::Shift | ChangeKind::ReAmortise | ChangeKind::ReAge
    );
    require(lays_out_anew, NOT_RESCHEDULING)?;
    Ok(weigh(cx, &record::open(cx, loan)?, day, change, None)?.plan)
}

/// A rescheduling that was decided: by whom, why, and the plan that was approved.
pub struct Rescheduled<'a> {
    pub loan: LoanId,
    pub day: Day,
    pub change: &'a LoanChange,
    /// The key of its event.
    pub key: String,
    pub plan: &'a str,
    pub reason: &'a str,
    pub approved_by: PersonId,
}

/// Enters the event.
///
/// # Errors
/// The loan is not what it was when the rescheduling was proposed.
pub fn reschedule(cx: &Write<'_>, decided: Rescheduled<'_>) -> Result<()> {
    rescheduling(cx, decided.loan, decided.day, decided.change)?;
    let approvers = Approvers::approved(Some(decided.approved_by));
    let event = Decided {
        change: decided.change,
        day: decided.day,
        key: decided.key,
        plan: decided.plan,
        reason: decided.reason,
        approvers,
    };
    carry_out(cx, &record::open(cx, decided.loan)?, event)
}

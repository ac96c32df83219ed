//! A change of terms is asked for, with its reason and the plan it leads to: another person decides.

use crate::changes::weigh::weigh;
use crate::events::record;
use crate::inputs::{AskChange, WhichLoan};
use crate::requests::{self, NewRequest, Proposed};
use crate::rules;
use kernel::{Failure, Result};
use office::context::Write;

pub fn ask_change(cx: &Write<'_>, input: AskChange) -> Result<WhichLoan> {
    let reason = rules::reason(&input.reason, "reason")?;
    input.change.fits(input.cause)?;
    let opened = record::open(cx, input.loan)?;
    let weighed = weigh(cx, &opened, input.day, &input.change, None)?;
    let proposed = Proposed {
        content: serde_json::to_string(&input.change).map_err(Failure::broken)?,
        cause: input.cause,
        plan: weighed.plan.text()?,
    };
    let new = NewRequest {
        id: input.id,
        kind: input.change.kind().step(),
        day: input.day,
        amount: weighed.given_up,
        place: None,
        method: None,
        reference: "",
        reason: &reason,
        proposed: Some(&proposed),
    };
    requests::ask(cx, &opened, &new)?;
    Ok(WhichLoan { loan: input.loan })
}

//! Another person approves a deferral of many loans: each gets its event, as it was asked for, or none does.

use crate::changes::approve_change::{Decided, carry_out};
use crate::changes::many::{change, day_of, kept, none_is_left_out, request};
use crate::events::record::{self, Approvers};
use crate::inputs::WhichDeferral;
use crate::steps::DEFERRAL;
use kernel::{Failure, Result};
use office::context::Write;
use serde_json::json;

pub fn approve_deferral(cx: &Write<'_>, input: WhichDeferral) -> Result<WhichDeferral> {
    let kept = kept(cx, input.deferral)?;
    let answered = approvals::answer(cx, &DEFERRAL, &request(cx, input.deferral)?)?;
    let approvers = Approvers {
        made_by: Some(answered.asked_by),
        approved_by: answered.approver(0),
        second_approved_by: answered.approver(1),
    };
    let day = day_of(cx, &kept.choice);
    let mut left_out = Vec::new();
    for (one, plan) in &kept.loans {
        let opened = record::open(cx, one.loan)?;
        let decided = Decided {
            change: &change(one.from_due, kept.choice.periods),
            day,
            key: input.deferral.to_string(),
            plan,
            reason: &kept.reason,
            approvers,
        };
        match carry_out(cx, &opened, decided) {
            Ok(()) => {
                let trace = json!({ "deferral": input.deferral });
                cx.changed("loan", opened.head.id, &opened.head.loan_no, &(), &trace)?;
            }
            Err(Failure::Refused(_)) => left_out.push(opened.head.loan_no),
            Err(failure) => return Err(failure),
        }
    }
    none_is_left_out(&left_out)?;
    cx.changed("loan_deferral", input.deferral, &kept.reason, &(), &json!({ "approved": true }))?;
    Ok(input)
}

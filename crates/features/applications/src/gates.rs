//! The loan that an application became is approved by somebody who had no hand in the application.

use crate::store;
use kernel::Result;
use kernel::id::LoanId;
use office::context::Read;
use office::feature::Subject;
use office::gate::{Condition, Gate};

pub const LOANS: Gate = Gate { before: &[loans::GATED_APPROVAL], look };

fn look(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    let Some(application) = store::of_loan(cx, LoanId::from_bytes(subject.id))? else { return Ok(Vec::new()) };
    let another = !store::had_a_hand(cx, application, cx.who.id)?;
    let number = store::application(cx, application)?.application_no;
    Ok(vec![Condition::new("applications.another", another, [("number", number)])])
}

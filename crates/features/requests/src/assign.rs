//! Requests are given to somebody: one, or many at once; whoever may not have one is skipped and named.

use crate::inputs::AssignRequests;
use crate::model::{AssignedRequests, CaseEventKind, SkippedRequest};
use crate::store::{self, CaseRequest, Happened};
use crate::{facts, frame, rules};
use casework::flows::{self, Step};
use kernel::{Failure, Result, require};
use office::context::Write;

pub fn assign(cx: &Write<'_>, input: AssignRequests) -> Result<AssignedRequests> {
    require(!input.requests.is_empty(), rules::NOTHING_CHOSEN)?;
    let many = kernel::Refusal::new(rules::TOO_MANY).with("most", rules::MOST_AT_ONCE);
    require(input.requests.len() <= rules::MOST_AT_ONCE, many)?;
    let one_only = input.requests.len() == 1;
    let calendar = frame::calendar(cx)?;
    let actor = facts::me(cx)?;
    let (_, assignee) =
        frame::actors(cx)?.into_iter().find(|(person, _)| person.id == input.to).ok_or(Failure::not_found("person"))?;
    let mut done = AssignedRequests { assigned: 0, skipped: Vec::new() };
    cx.line_each();
    for id in input.requests {
        let before = store::request(cx, id)?;
        if before.researcher == Some(input.to) {
            continue;
        }
        let facts = facts::facts(cx, &before)?;
        let step = Step::Assign(assignee.clone());
        match flows::attempt(&facts, &actor, cx.today(), &step, calendar.frame()) {
            Ok(_) => {
                let after = CaseRequest { researcher: Some(input.to), ..before.clone() };
                store::update(cx, &before, &after, "")?;
                let given = Happened { person: Some(input.to), ..Happened::of(CaseEventKind::Assigned) };
                store::happened(cx, id, &given)?;
                cx.passed(store::RECORD, id)?;
                store::told(cx, Some(&before), id)?;
                done.assigned += 1;
            }
            // One alone is refused as any other step is; of many the others go on.
            Err(refused) if one_only => return Err(refused.into()),
            Err(refused) => {
                let code = refused.codes().next().map(|code| code.to_string()).unwrap_or_default();
                done.skipped.push(SkippedRequest { request_no: before.request_no, kind: before.kind, code });
            }
        }
    }
    Ok(done)
}

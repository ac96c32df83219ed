//! Another person approves a voucher. With the last approval it needs it is numbered and stands in the books.

use super::model::{DecideDraft, Decided, Draft, DraftState};
use super::steps::VOUCHER;
use super::{cheques, queries, rules, store};
use approvals::RequestState;
use kernel::Result;
use ledger::{NewEntry, NewReversal, Posted, journal};
use office::context::Write;
use office::words::{self, Language};

pub fn approve(cx: &Write<'_>, input: DecideDraft) -> Result<Decided> {
    let before = store::draft(cx, input.id)?;
    let request = approvals::answer(cx, &VOUCHER, &store::request(cx, before.id)?)?;
    let approved = store::draft(cx, before.id)?;
    if request.state == RequestState::Waiting {
        cx.changed("draft", approved.id, &approved.narration, &before, &approved)?;
        return Ok(Decided { draft: approved, voucher: None });
    }
    let posted = post(cx, &approved)?;
    store::decide(cx, approved.id, DraftState::Posted, "", Some(posted.entry))?;
    let sheet = queries::voucher_sheet(cx, posted.entry)?;
    cx.changed("entry", posted.entry, &sheet.number, &before, &sheet.entry)?;
    cx.record_changed(store::entry(posted.entry))?;
    Ok(Decided { draft: store::draft(cx, approved.id)?, voucher: Some(sheet) })
}

/// Where the month of a voucher was closed while it waited, it is posted on the first open day and says so.
fn post(cx: &Write<'_>, draft: &Draft) -> Result<Posted> {
    let day = draft.posts_on.unwrap_or(draft.day);
    let narration = match draft.posts_on {
        Some(_) => {
            let args = [("narration", draft.narration.clone()), ("day", draft.day.to_string())];
            words::fill("funds.posted_later", Language::Ar, &args.into())
        }
        None => draft.narration.clone(),
    };
    if let Some(target) = draft.content.reverses {
        rules::may_be_reversed(&journal::entry(cx, target)?)?;
        cheques::require_under_collection(cx, target)?;
        let reversal = NewReversal {
            id: draft.id,
            entry: target,
            day,
            reason: narration,
            made_by: draft.made_by,
            approved_by: Some(cx.who.id),
            recorded_at: cx.now,
        };
        return ledger::reverse(cx.db(), &reversal);
    }
    let (kind, event) = rules::voucher_of(draft.content.kind);
    let lines = rules::lines(&draft.content.lines)?;
    let mut entry = NewEntry::new(draft.id, kind, day, event, &narration, lines, draft.made_by, cx.now);
    entry.approved_by = draft.approvals.first().map(|approval| approval.person);
    entry.second_approved_by = draft.approvals.get(1).map(|approval| approval.person);
    entry.counterparty = Some(draft.content.counterparty.clone()).filter(|name| !name.is_empty());
    entry.method = draft.content.method;
    entry.reference = Some(draft.content.reference.clone()).filter(|text| !text.is_empty());
    ledger::post(cx.db(), &entry)
}

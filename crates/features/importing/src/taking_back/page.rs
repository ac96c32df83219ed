//! A saved import as its page shows it.

use super::books::Books;
use super::{AskedBack, ImportRunPage, TAKING_BACK, changed, made};
use crate::model::WhichImport;
use crate::{rules, store};
use kernel::Result;
use office::context::Read;

/// Records shown of what stands in the way; the number is of all.
const SHOWN: usize = 100;

pub fn run(cx: &Read<'_>, input: WhichImport) -> Result<ImportRunPage> {
    let run = store::kept_run(cx, input.id)?;
    let made = made::of(cx, input.id)?;
    let books = Books::of(cx, &made)?;
    let can_go = run.may_go().is_ok();
    let mut changed = if can_go { changed::since(cx, &run, &made, &books)? } else { Vec::new() };
    let changed_count = changed.len();
    changed.truncate(SHOWN);
    let request = approvals::of(cx, &TAKING_BACK, *input.id.as_bytes())?;
    let waits = request.as_ref().filter(|request| request.state == approvals::RequestState::Waiting);
    let can_go = can_go && changed_count == 0;
    let role = cx.who.role;
    let may_import = role.may(crate::IMPORTING_USE) && role.may(rules::permission(run.line.subject));
    let may_move = made.entries.is_empty() || role.may(funds::FUNDS_APPROVE);
    let own = run.saved_by == cx.who.id;
    let may_answer = waits.is_some_and(|request| approvals::may_answer(cx, &TAKING_BACK, request).is_ok());
    Ok(ImportRunPage {
        may_ask: can_go && may_import && waits.is_none(),
        may_take_back: can_go && may_answer && may_move && !own,
        asked: request.as_ref().map(|request| AskedBack::of(request, cx)),
        remembered: run.remembered,
        made: made.counts(),
        moved: books.moved()?,
        run: run.line,
        changed,
        changed_count,
        own,
    })
}

//! Somebody asks that an import be taken back, and says why. Whoever may bring in such files may ask, also of an import of
//! another person; nothing is taken back by it.

use super::books::Books;
use super::{AskBack, TAKING_BACK, changed, made};
use crate::model::WhichImport;
use crate::rules::{self, BACK_REASON_MISSING};
use crate::store;
use approvals::Asked;
use kernel::Result;
use office::context::Write;
use serde_json::json;

pub fn ask_back(cx: &Write<'_>, input: AskBack) -> Result<WhichImport> {
    let reason = office::input::required(&input.reason, "reason", BACK_REASON_MISSING)?;
    let run = store::kept_run(cx, input.id)?;
    cx.who.needs(rules::permission(run.line.subject))?;
    run.may_go()?;
    let made = made::of(cx, input.id)?;
    let books = Books::of(cx, &made)?;
    rules::nothing_changed(&changed::since(cx, &run, &made, &books)?)?;
    let amount = Some(books.moved()?).filter(|moved| moved.is_positive());
    let asked = Asked { subject: *input.id.as_bytes(), amount, reason: &reason, ..Asked::default() };
    approvals::ask(cx, &TAKING_BACK, &asked)?;
    let after = json!({ "taking_back_asked": reason, "made": made.counts() });
    cx.changed("import", input.id, &run.line.file_name, &(), &after)?;
    Ok(WhichImport { id: input.id })
}

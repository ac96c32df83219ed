//! A voucher is written by hand and waits for another person.

use super::model::{Draft, DraftContent, WriteDraft};
use super::steps::VOUCHER;
use super::{rules, store};
use approvals::Asked;
use kernel::arabic::tidy_line;
use kernel::id::EntryId;
use kernel::{Day, Refusal, Result, require};
use ledger::{NewEntry, account, fund, period};
use office::context::Write;

pub fn draft(cx: &Write<'_>, input: WriteDraft) -> Result<Draft> {
    keep(cx, &by_hand(cx, input)?)
}

/// What is kept until it is approved.
pub struct NewDraft {
    pub id: EntryId,
    pub day: Day,
    pub narration: String,
    pub content: DraftContent,
}

/// A draft a person wrote line by line, tidied and found lawful by itself.
pub(super) fn by_hand(cx: &Write<'_>, input: WriteDraft) -> Result<NewDraft> {
    let narration = office::input::required(&input.narration, "narration", rules::NARRATION_MISSING)?;
    for line in &input.lines {
        rules::takes_lines_by_hand(&account::account(cx, &line.account)?, fund::fund(cx, line.fund)?.class)?;
    }
    let content = DraftContent {
        kind: rules::draft_kind(input.kind),
        counterparty: tidy_line(&input.counterparty),
        method: input.method,
        reference: tidy_line(&input.reference),
        lines: input.lines,
        reverses: None,
        registered: false,
    };
    Ok(NewDraft { id: input.id, day: input.day, narration, content })
}

/// Keeps a draft; what could not be posted is not worth another person's time.
pub(super) fn keep(cx: &Write<'_>, new: &NewDraft) -> Result<Draft> {
    check(cx, new)?;
    store::insert(cx, new)?;
    let written = ask(cx, new.id)?;
    cx.changed("draft", written.id, &written.narration, &(), &written)?;
    Ok(written)
}

/// Asks others to approve a draft as it stands, and gives it with its request.
pub(super) fn ask(cx: &Write<'_>, id: EntryId) -> Result<Draft> {
    let draft = store::draft(cx, id)?;
    let asked = Asked {
        subject: *id.as_bytes(),
        amount: Some(draft.amount),
        needed: Some(rules::approvals_needed(draft.content.kind)),
        ..Asked::default()
    };
    approvals::ask(cx, &VOUCHER, &asked)?;
    store::draft(cx, id)
}

pub(super) fn check(cx: &Write<'_>, new: &NewDraft) -> Result<()> {
    let lines = rules::lines(&new.content.lines)?;
    let (kind, event) = rules::voucher_of(new.content.kind);
    NewEntry::new(new.id, kind, new.day, event, &new.narration, lines, cx.who.id, cx.now).check()?;
    let future = Refusal::new(ledger::refusals::FUTURE_DAY).with("day", new.day).at("day");
    require(new.day <= cx.today(), future)?;
    period::require_open(cx, new.day)
}

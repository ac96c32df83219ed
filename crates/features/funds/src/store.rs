//! Drafts, rows in and out; what is posted stands in the ledger.

use super::draft::NewDraft;
use super::model::{Draft, DraftContent, DraftState};
use super::rules;
use super::steps::VOUCHER;
use approvals::ApprovalRequest;
use database::{Column, FromColumn, Row, values};
use kernel::id::EntryId;
use kernel::{Day, Failure, Money, Result};
use ledger::{AccountCode, account, period};
use office::context::{Read, Write};
use office::feature::Subject;
use std::collections::BTreeSet;

/// A voucher as other features follow it; it is told when it was posted.
pub const fn entry(id: EntryId) -> Subject {
    Subject { kind: "entry", id: *id.as_bytes() }
}

impl DraftState {
    const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Posted => "posted",
            Self::Returned => "returned",
        }
    }
}

impl FromColumn for DraftState {
    fn from_column(column: Column<'_>) -> Result<Self> {
        let word = String::from_column(column)?;
        [Self::Waiting, Self::Posted, Self::Returned]
            .into_iter()
            .find(|state| state.word() == word)
            .ok_or_else(|| Failure::broken(format!("unknown state of a draft: {word}")))
    }
}

const SELECT: &str = "SELECT d.id, d.day, d.narration, d.content, d.state, d.made_by, person.name AS made_by_name, \
                      d.made_at, d.note FROM voucher_draft d JOIN user_name person ON person.id = d.made_by";

/// Drafts that wait, oldest day first, and before them those that were returned to whoever asks.
pub fn open(cx: &Read<'_>) -> Result<Vec<Draft>> {
    let mine = "d.state = 'returned' AND d.made_by = $1";
    let sql = format!("{SELECT} WHERE d.state = 'waiting' OR ({mine}) ORDER BY d.state, d.day, d.made_at");
    drafts(cx, &sql, values![cx.who.id])
}

pub fn draft(cx: &Read<'_>, id: EntryId) -> Result<Draft> {
    let found = drafts(cx, &format!("{SELECT} WHERE d.id = $1"), values![id])?;
    found.into_iter().next().ok_or(Failure::not_found("draft"))
}

/// Drafts of everybody that are dated until a day and stand in no books yet, oldest first.
pub fn unposted_until(cx: &Read<'_>, day: Day) -> Result<Vec<Draft>> {
    let sql = format!("{SELECT} WHERE d.state IN ('waiting', 'returned') AND d.day <= $1 ORDER BY d.day, d.made_at");
    drafts(cx, &sql, values![day])
}

/// The latest request that a draft be approved.
pub fn request(cx: &Read<'_>, id: EntryId) -> Result<ApprovalRequest> {
    approvals::of(cx, &VOUCHER, *id.as_bytes())?.ok_or(Failure::not_found("draft"))
}

/// Whether somebody asked already that an entry be taken back.
pub fn reversal_waits(cx: &Read<'_>, entry: EntryId) -> Result<bool> {
    let waiting = drafts(cx, &format!("{SELECT} WHERE d.state = 'waiting'"), values![])?;
    Ok(waiting.iter().any(|draft| draft.content.reverses == Some(entry)))
}

pub fn insert(cx: &Write<'_>, new: &NewDraft) -> Result<()> {
    cx.run(
        "INSERT INTO voucher_draft (id, made_by, made_at, day, narration, content, state) \
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting')",
        values![new.id, cx.who.id, cx.now, new.day, new.narration.as_str(), json(&new.content)?],
    )?;
    Ok(())
}

/// Puts other content into a draft, which is to be asked for anew.
pub fn replace(cx: &Write<'_>, new: &NewDraft) -> Result<()> {
    cx.run(
        "UPDATE voucher_draft SET made_at = $1, day = $2, narration = $3, content = $4, state = 'waiting', \
         decided_by = $5, decided_at = $5, note = '' WHERE id = $6",
        values![cx.now, new.day, new.narration.as_str(), json(&new.content)?, None::<i64>, new.id],
    )?;
    Ok(())
}

pub fn remove(cx: &Write<'_>, id: EntryId) -> Result<()> {
    cx.run("DELETE FROM voucher_draft WHERE id = $1", values![id])?;
    Ok(())
}

pub fn decide(cx: &Write<'_>, id: EntryId, state: DraftState, note: &str, entry: Option<EntryId>) -> Result<()> {
    cx.run(
        "UPDATE voucher_draft SET state = $1, decided_by = $2, decided_at = $3, note = $4, entry = $5 WHERE id = $6",
        values![state.word(), cx.who.id, cx.now, note, entry, id],
    )?;
    Ok(())
}

fn json(content: &DraftContent) -> Result<String> {
    serde_json::to_string(content).map_err(Failure::broken)
}

fn drafts(cx: &Read<'_>, sql: &str, values: impl AsRef<[database::Value]>) -> Result<Vec<Draft>> {
    let accounts = account::accounts(cx)?.into_iter().filter(|account| account.nets_to_zero.is_some());
    let passing: BTreeSet<AccountCode> = accounts.map(|account| account.code).collect();
    let mut found = cx.rows(sql, values, |row| draft_row(row, &passing))?;
    for draft in &mut found {
        if let Some(request) = approvals::of(cx, &VOUCHER, *draft.id.as_bytes())? {
            draft.for_me = approvals::may_answer(cx, &VOUCHER, &request).is_ok();
            draft.approvals_needed = request.needed;
            draft.approvals = request.approvals;
        }
        if draft.state != DraftState::Posted {
            draft.posts_on = Some(period::first_open_day(cx, draft.day)?).filter(|day| *day != draft.day);
        }
    }
    Ok(found)
}

fn draft_row(row: &Row<'_>, passing: &BTreeSet<AccountCode>) -> Result<Draft> {
    let text: String = row.get("content")?;
    let content: DraftContent = serde_json::from_str(&text).map_err(Failure::broken)?;
    let own = Money::sum(content.lines.iter().filter(|line| !passing.contains(&line.account)).map(|line| line.debit))?;
    let whole = Money::sum(content.lines.iter().map(|line| line.debit))?;
    Ok(Draft {
        id: row.get("id")?,
        day: row.get("day")?,
        narration: row.get("narration")?,
        amount: if own.is_zero() { whole } else { own },
        approvals_needed: usize::from(rules::approvals_needed(content.kind)),
        content,
        state: row.get("state")?,
        made_by: row.get("made_by")?,
        made_by_name: row.get("made_by_name")?,
        made_at: row.get("made_at")?,
        note: row.get("note")?,
        approvals: Vec::new(),
        for_me: false,
        posts_on: None,
    })
}

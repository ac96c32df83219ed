//! Drafts, rows in and out; what is posted stands in the ledger.

use super::model::{Draft, DraftContent, DraftState, WriteDraft};
use crate::context::Write;
use database::{Column, FromColumn, Read, Row, values};
use kernel::id::EntryId;
use kernel::{Failure, Money, Result};

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
                      d.made_at, d.note FROM voucher_draft d JOIN person ON person.id = d.made_by";

/// Drafts that wait, oldest day first.
pub fn waiting(db: &Read<'_>) -> Result<Vec<Draft>> {
    db.rows(&format!("{SELECT} WHERE d.state = 'waiting' ORDER BY d.day, d.made_at"), values![], draft_row)
}

pub fn count_waiting(db: &Read<'_>) -> Result<i64> {
    let sql = "SELECT count(*) AS waiting FROM voucher_draft WHERE state = 'waiting'";
    db.one(sql, values![], |row| row.get("waiting"))
}

pub fn draft(db: &Read<'_>, id: EntryId) -> Result<Draft> {
    db.row(&format!("{SELECT} WHERE d.id = $1"), values![id], draft_row)?.ok_or(Failure::not_found("draft"))
}

pub fn insert(cx: &Write<'_>, input: &WriteDraft, content: &DraftContent) -> Result<()> {
    cx.run(
        "INSERT INTO voucher_draft (id, made_by, made_at, day, narration, content, state) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![
            input.id,
            cx.who.id,
            cx.now,
            input.day,
            input.narration.as_str(),
            serde_json::to_string(content).map_err(Failure::broken)?,
            DraftState::Waiting.word()
        ],
    )?;
    Ok(())
}

pub fn decide(cx: &Write<'_>, id: EntryId, state: DraftState, note: &str, entry: Option<EntryId>) -> Result<()> {
    cx.run(
        "UPDATE voucher_draft SET state = $1, decided_by = $2, decided_at = $3, note = $4, entry = $5 WHERE id = $6",
        values![state.word(), cx.who.id, cx.now, note, entry, id],
    )?;
    Ok(())
}

fn draft_row(row: &Row<'_>) -> Result<Draft> {
    let text: String = row.get("content")?;
    let content: DraftContent = serde_json::from_str(&text).map_err(Failure::broken)?;
    let amount = Money::sum(content.lines.iter().map(|line| line.debit))?;
    Ok(Draft {
        id: row.get("id")?,
        day: row.get("day")?,
        narration: row.get("narration")?,
        content,
        amount,
        state: row.get("state")?,
        made_by: row.get("made_by")?,
        made_by_name: row.get("made_by_name")?,
        made_at: row.get("made_at")?,
        note: row.get("note")?,
    })
}

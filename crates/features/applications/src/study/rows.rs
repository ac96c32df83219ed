//! The rows of the study, the lines of the budget and their quotes, in and out.

use crate::model::{BudgetLine, BudgetQuote, StudyRow};
use crate::rules;
use database::{Read, values};
use kernel::id::{ApplicationId, BudgetLineId};
use kernel::{Refusal, Result, require};
use office::context::Write;
use std::collections::BTreeMap;

pub fn rows(db: &Read<'_>, id: ApplicationId) -> Result<Vec<StudyRow>> {
    let sql = "SELECT side, label, amount FROM application_row WHERE application = $1 ORDER BY place";
    db.rows(sql, values![id], |row| {
        Ok(StudyRow { side: row.get("side")?, label: row.get("label")?, amount: row.get("amount")? })
    })
}

pub fn write_rows(cx: &Write<'_>, id: ApplicationId, rows: &[StudyRow]) -> Result<()> {
    cx.run("DELETE FROM application_row WHERE application = $1", values![id])?;
    for (place, row) in (1_i64..).zip(rows) {
        cx.run(
            "INSERT INTO application_row (application, place, side, label, amount) VALUES ($1, $2, $3, $4, $5)",
            values![id, place, row.side, row.label.as_str(), row.amount],
        )?;
    }
    Ok(())
}

pub fn lines(db: &Read<'_>, id: ApplicationId) -> Result<Vec<BudgetLine>> {
    let mut quotes: BTreeMap<BudgetLineId, Vec<BudgetQuote>> = BTreeMap::new();
    let all = db.rows(include_str!("../sql/quotes.sql"), values![id], |row| {
        let quote = BudgetQuote {
            supplier: row.get("supplier")?,
            amount: row.get("amount")?,
            until: row.get("until_day")?,
            note: row.get("note")?,
        };
        Ok((row.get("line")?, quote))
    })?;
    for (line, quote) in all {
        quotes.entry(line).or_default().push(quote);
    }
    let sql = "SELECT id, batch, item, kind, amount, chosen, reason FROM application_line WHERE application = $1 \
               ORDER BY place";
    let lines = db.rows(sql, values![id], |row| {
        Ok(BudgetLine {
            id: row.get("id")?,
            batch: row.get("batch")?,
            item: row.get("item")?,
            kind: row.get("kind")?,
            amount: row.get("amount")?,
            chosen: row.get("chosen")?,
            reason: row.get("reason")?,
            quotes: Vec::new(),
        })
    })?;
    let with_quotes = |line: BudgetLine| BudgetLine { quotes: quotes.remove(&line.id).unwrap_or_default(), ..line };
    Ok(lines.into_iter().map(with_quotes).collect())
}

pub fn write_lines(cx: &Write<'_>, id: ApplicationId, lines: &[BudgetLine]) -> Result<()> {
    cx.run("DELETE FROM application_line WHERE application = $1", values![id])?;
    for (place, line) in (1_i64..).zip(lines) {
        let others = "SELECT 1 AS one FROM application_line WHERE id = $1";
        let known = cx.row(others, values![line.id], |_| Ok(()))?.is_some();
        require(!known, Refusal::new(rules::LINE_TWICE).at("lines"))?;
        cx.run(
            "INSERT INTO application_line (id, application, place, batch, item, kind, amount, chosen, reason) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                line.id,
                id,
                place,
                line.batch,
                line.item.as_str(),
                line.kind,
                line.amount,
                line.chosen.as_str(),
                line.reason.as_str()
            ],
        )?;
        for (place, quote) in (1_i64..).zip(&line.quotes) {
            cx.run(
                "INSERT INTO application_quote (line, place, supplier, amount, until_day, note) \
                 VALUES ($1, $2, $3, $4, $5, $6)",
                values![line.id, place, quote.supplier.as_str(), quote.amount, quote.until, quote.note.as_str()],
            )?;
        }
    }
    Ok(())
}

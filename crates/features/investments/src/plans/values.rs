//! What an investment is said to be worth; posts nothing.

use crate::inputs::ValueInvestment;
use crate::model::InvestmentValue;
use crate::rules::{self, AMOUNT_MISSING, WHO_MISSING};
use crate::store;
use database::{Read, values};
use kernel::id::InvestmentId;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

pub fn value(cx: &Write<'_>, input: ValueInvestment) -> Result<Nothing> {
    let one = store::investment(cx, input.investment)?;
    rules::happened("day", input.day, cx.today())?;
    require(!input.amount.is_negative(), Refusal::new(AMOUNT_MISSING).at("amount"))?;
    let said_by = rules::said("said_by", &input.said_by, WHO_MISSING)?;
    let note = rules::line("note", &input.note)?;
    cx.claim(store::INVESTMENT, one.id, input.version)?;
    let sql = "SELECT COALESCE(max(place), 0) + 1 AS place FROM investment_value WHERE investment = $1";
    let place: i64 = cx.one(sql, values![one.id], |row| row.get("place"))?;
    cx.run(
        "INSERT INTO investment_value (investment, place, day, amount, said_by, note, made_on, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![one.id, place, input.day, input.amount, said_by, note, cx.today(), cx.who.id],
    )?;
    let after = of(cx, one.id)?.into_iter().next();
    cx.changed(store::INVESTMENT, one.id, &one.investment_no, &(), &after)?;
    cx.record_changed(store::subject(one.id))?;
    Ok(Nothing {})
}

/// What it was said to be worth, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn of(db: &Read<'_>, id: InvestmentId) -> Result<Vec<InvestmentValue>> {
    let sql = "SELECT v.place, v.day, v.amount, v.said_by, v.note, COALESCE(m.name, '') AS made_by_name \
               FROM investment_value v LEFT JOIN user_name m ON m.id = v.made_by WHERE v.investment = $1 \
               ORDER BY v.day DESC, v.place DESC";
    db.rows(sql, values![id], |row| {
        Ok(InvestmentValue {
            place: row.get("place")?,
            day: row.get("day")?,
            amount: row.get("amount")?,
            said_by: row.get("said_by")?,
            note: row.get("note")?,
            made_by_name: row.get("made_by_name")?,
        })
    })
}

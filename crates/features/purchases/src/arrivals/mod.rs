//! What came, what went back, and what will not come.

pub mod close_rest;
pub mod deliver;
pub mod give_back;

use crate::model::{ArrivalCondition, PurchaseLine, PurchaseState};
use crate::{rules, store};
use database::values;
use kernel::id::PurchaseId;
use kernel::{Day, Refusal, Result, require};
use office::context::Write;

/// What is kept of an arrival, its lines aside.
pub struct NewArrival<'a> {
    pub id: PurchaseId,
    pub purchase: PurchaseId,
    pub went_back: bool,
    pub day: Day,
    pub condition: ArrivalCondition,
    pub received_by: &'a str,
    pub place: &'a str,
    pub said: &'a str,
}

/// Writes an arrival with the pieces of each line; those that came add to the line, those that went back are taken off.
pub fn write(cx: &Write<'_>, new: &NewArrival<'_>, pieces: &[(i64, i64)]) -> Result<()> {
    let sql = "SELECT count(*) AS n FROM purchase_arrival WHERE id = $1";
    let known: i64 = cx.one(sql, values![new.id], |row| row.get("n"))?;
    require(known == 0, database::RECORDED_ALREADY)?;
    cx.run(
        "INSERT INTO purchase_arrival (id, purchase, went_back, on_day, condition, received_by, place, said, recorded_by, \
         recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            new.id,
            new.purchase,
            new.went_back,
            new.day,
            new.condition,
            new.received_by,
            new.place,
            new.said,
            cx.who.id,
            cx.now
        ],
    )?;
    for (no, quantity) in pieces {
        let sql = "INSERT INTO purchase_arrival_line (arrival, no, quantity) VALUES ($1, $2, $3)";
        cx.run(sql, values![new.id, *no, *quantity])?;
        let signed = if new.went_back { -*quantity } else { *quantity };
        let sql = "UPDATE purchase_line SET came = came + $1 WHERE purchase = $2 AND no = $3";
        cx.run(sql, values![signed, new.purchase, *no])?;
    }
    Ok(())
}

/// A day on which something of an order came or went.
///
/// # Errors
/// One that has not come, or before the order.
pub fn day_fits(line: &PurchaseLine, day: Day, today: Day) -> Result<()> {
    office::input::has_come(day, today)?;
    let ordered = line.ordered_on.unwrap_or(day);
    require(day >= ordered, Refusal::new(rules::BEFORE_ORDER).with("day", ordered).at("day"))
}

/// Leads a purchase to where what came of it says it stands.
pub fn stands(cx: &Write<'_>, before: &PurchaseLine, reason: &str) -> Result<PurchaseState> {
    let to = rules::standing(&store::items(cx, before.purchase)?);
    store::lead(cx, before, to, reason)?;
    Ok(to)
}

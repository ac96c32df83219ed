//! What percentages are taken of: the net return of a fund, or the donations it received.

use crate::allocation::store::Rule;
use crate::model::AllocationBase;
use database::{Read, values};
use kernel::id::FundId;
use kernel::{Day, Money, Result};

/// Of a period, for a rule.
///
/// # Errors
/// What the database refuses.
pub fn base(db: &Read<'_>, rule: &Rule, from: Day, until: Day) -> Result<Money> {
    match rule.base {
        AllocationBase::Return => returned(db, rule.from, from, until),
        AllocationBase::Donations => given(db, rule.from, from, until),
    }
}

/// What the investments of a fund returned in a period: what was received, less what they cost and lost. What is due and did not
/// come does not count.
///
/// # Errors
/// What the database refuses.
pub fn returned(db: &Read<'_>, fund: FundId, from: Day, until: Day) -> Result<Money> {
    let sql = "SELECT COALESCE(sum(l.amount), 0) AS amount FROM voucher v JOIN voucher_line l ON l.entry = v.id \
               WHERE l.fund = $1 AND v.day BETWEEN $2 AND $3 AND v.kind NOT IN ('CV', 'OV') \
               AND l.account IN ('31206', '31207', '31208', '31303', '43101', '43102', '11406')";
    let sum: Money = db.one(sql, values![fund, from, until], |row| row.get("amount"))?;
    Ok(sum.negated())
}

/// Donations of money to a fund in a period, as far as they were received: a cheque on the day the bank paid it. What was taken
/// back is less.
///
/// # Errors
/// What the database refuses.
pub fn given(db: &Read<'_>, fund: FundId, from: Day, until: Day) -> Result<Money> {
    let sql = "SELECT COALESCE(sum(l.amount), 0) AS amount FROM voucher v JOIN voucher_line l ON l.entry = v.id \
               LEFT JOIN voucher o ON o.id = v.reverses \
               WHERE l.fund = $1 AND v.day BETWEEN $2 AND $3 AND l.account IN ('11101', '11102', '11103', '13101') \
               AND COALESCE(o.kind, v.kind) <> 'IK' AND (COALESCE(o.event, v.event) = 'donation' \
               OR (COALESCE(o.event, v.event) = 'cheque.cleared' AND EXISTS (SELECT 1 FROM cheque_standing c \
               JOIN voucher r ON r.id = c.received WHERE r.event = 'donation' AND c.cleared = COALESCE(o.id, v.id))))";
    db.one(sql, values![fund, from, until], |row| row.get("amount"))
}

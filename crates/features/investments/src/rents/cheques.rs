//! Cheques of a tenant that lie in the office until their day: presented, which receives the rent, or given back. Whether the bank
//! paid them is said where all cheques are.

use super::received::{Rent, receive};
use crate::estate::leases;
use crate::inputs::{AddCheque, GiveBackCheque, PresentCheque};
use crate::model::{LeaseCheque, LeaseChequeStanding, ReceiptWay};
use crate::rules::{
    self, ADDED_ALREADY, CHEQUE_EARLY, CHEQUE_KNOWN, CHEQUE_RANGE, CHEQUE_SETTLED, REASON_MISSING, WHO_MISSING,
    WORDS_MISSING,
};
use database::{Read, Row, values};
use funds::model::PostedVoucher;
use kernel::id::{EntryId, LeaseChequeId, LeaseId};
use kernel::{Day, Failure, Refusal, Result, require};
use ledger::{VoucherKind, VoucherNumber};
use office::context::Write;
use office::input::Nothing;

/// The kind of record a cheque of a lease is.
pub const LEASE_CHEQUE: &str = "lease_cheque";
/// How far from the lease the day of a cheque may lie, in days.
const AROUND: i32 = 366;

const SELECT: &str = "SELECT q.id, q.lease, q.cheque_no, q.bank, q.day, q.amount, q.presented, q.given_back_on, \
                      q.given_back_reason, v.kind, v.year, v.voucher_no, s.cleared_on, u.id AS bounced \
                      FROM lease_cheque q LEFT JOIN voucher v ON v.id = q.presented \
                      LEFT JOIN cheque_standing s ON s.received = q.presented \
                      LEFT JOIN voucher u ON u.reverses = q.presented";

/// A cheque with the lease it is of.
pub struct Found {
    pub lease: LeaseId,
    pub cheque: LeaseCheque,
}

fn found(row: &Row<'_>, today: Day) -> Result<Found> {
    let presented: Option<EntryId> = row.get("presented")?;
    let bounced: Option<EntryId> = row.get("bounced")?;
    let given_back: Option<Day> = row.get("given_back_on")?;
    let cleared_on: Option<Day> = row.get("cleared_on")?;
    let day: Day = row.get("day")?;
    let standing = match (presented, bounced, cleared_on, given_back) {
        (None, _, _, Some(_)) => LeaseChequeStanding::GivenBack,
        (None, ..) if day <= today => LeaseChequeStanding::Due,
        (None, ..) => LeaseChequeStanding::Waiting,
        (_, Some(_), ..) => LeaseChequeStanding::Bounced,
        (_, _, Some(_), _) => LeaseChequeStanding::Cleared,
        _ => LeaseChequeStanding::Presented,
    };
    let kind: Option<VoucherKind> = row.get("kind")?;
    let voucher = match kind {
        Some(kind) => Some(VoucherNumber { kind, year: row.get("year")?, no: row.get("voucher_no")? }.to_string()),
        None => None,
    };
    Ok(Found {
        lease: row.get("lease")?,
        cheque: LeaseCheque {
            cheque: row.get("id")?,
            cheque_no: row.get("cheque_no")?,
            bank: row.get("bank")?,
            presents_on: day,
            amount: row.get("amount")?,
            standing,
            voucher,
            entry: presented,
            cleared_on,
            given_back_reason: row.get("given_back_reason")?,
        },
    })
}

/// The cheques of a lease, by their days.
///
/// # Errors
/// What the database refuses.
pub fn of(db: &Read<'_>, lease: LeaseId, today: Day) -> Result<Vec<LeaseCheque>> {
    let sql = format!("{SELECT} WHERE q.lease = $1 ORDER BY q.day, q.cheque_no");
    let all = db.rows(&sql, values![lease], |row| found(row, today))?;
    Ok(all.into_iter().map(|one| one.cheque).collect())
}

/// Cheques that are to be presented until a day.
///
/// # Errors
/// What the database refuses.
pub fn to_present(db: &Read<'_>, today: Day, most: i64) -> Result<Vec<Found>> {
    let sql = format!(
        "{SELECT} WHERE q.presented IS NULL AND q.given_back_on IS NULL AND q.day <= $1 ORDER BY q.day, q.id LIMIT $2"
    );
    db.rows(&sql, values![today, most], |row| found(row, today))
}

fn find(db: &Read<'_>, id: LeaseChequeId, today: Day) -> Result<Option<Found>> {
    db.row(&format!("{SELECT} WHERE q.id = $1"), values![id], |row| found(row, today))
}

fn waiting(cx: &Write<'_>, id: LeaseChequeId) -> Result<Found> {
    let one = find(cx, id, cx.today())?.ok_or(Failure::not_found(LEASE_CHEQUE))?;
    let waits = matches!(one.cheque.standing, LeaseChequeStanding::Waiting | LeaseChequeStanding::Due);
    require(waits, CHEQUE_SETTLED)?;
    Ok(one)
}

pub fn add_cheque(cx: &Write<'_>, input: AddCheque) -> Result<Nothing> {
    require(find(cx, input.id, cx.today())?.is_none(), ADDED_ALREADY)?;
    let lease = leases::lease(cx, input.lease)?;
    rules::positive("amount", input.amount)?;
    let cheque_no = rules::said("cheque_no", &input.cheque_no, WORDS_MISSING)?;
    let bank = rules::said("bank", &input.bank, WHO_MISSING)?;
    let first = lease.start.plus_days(-AROUND)?;
    let last = lease.last_day.plus_days(AROUND)?;
    let range = Refusal::new(CHEQUE_RANGE).with("from", first).with("until", last).at("presents_on");
    require((first..=last).contains(&input.presents_on), range)?;
    let sql = "SELECT 1 AS known FROM lease_cheque WHERE lease = $1 AND cheque_no = $2 AND bank = $3";
    let known = cx.row(sql, values![lease.id, cheque_no.as_str(), bank.as_str()], |_| Ok(()))?.is_some();
    require(!known, Refusal::new(CHEQUE_KNOWN).with("number", &cheque_no).at("cheque_no"))?;
    cx.run(
        "INSERT INTO lease_cheque (id, lease, cheque_no, bank, day, amount, made_on, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![input.id, lease.id, cheque_no, bank, input.presents_on, input.amount, cx.today(), cx.who.id],
    )?;
    told(cx, None, input.id)?;
    Ok(Nothing {})
}

/// It is taken to the bank: the rent is received by a cheque under collection.
pub fn present_cheque(cx: &Write<'_>, input: PresentCheque) -> Result<PostedVoucher> {
    let one = waiting(cx, input.id)?;
    let early = Refusal::new(CHEQUE_EARLY).with("day", one.cheque.presents_on).at("day");
    require(input.day >= one.cheque.presents_on, early)?;
    let lease = leases::lease(cx, one.lease)?;
    let rent = Rent {
        id: input.entry,
        day: input.day,
        amount: one.cheque.amount,
        way: ReceiptWay::Cheque.way(),
        reference: one.cheque.cheque_no.clone(),
    };
    let posted = receive(cx, &lease, rent)?;
    cx.run("UPDATE lease_cheque SET presented = $1 WHERE id = $2", values![input.entry, input.id])?;
    told(cx, Some(&one.cheque), input.id)?;
    Ok(posted)
}

/// It goes back to the tenant, and why.
pub fn give_back_cheque(cx: &Write<'_>, input: GiveBackCheque) -> Result<Nothing> {
    let one = waiting(cx, input.id)?;
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let sql = "UPDATE lease_cheque SET given_back_on = $1, given_back_reason = $2 WHERE id = $3";
    cx.run(sql, values![cx.today(), reason, input.id])?;
    told(cx, Some(&one.cheque), input.id)?;
    Ok(Nothing {})
}

fn told(cx: &Write<'_>, before: Option<&LeaseCheque>, id: LeaseChequeId) -> Result<()> {
    let after = find(cx, id, cx.today())?.ok_or(Failure::not_found(LEASE_CHEQUE))?;
    match before {
        Some(before) => cx.changed(LEASE_CHEQUE, id, &after.cheque.cheque_no, before, &after.cheque)?,
        None => cx.changed(LEASE_CHEQUE, id, &after.cheque.cheque_no, &(), &after.cheque)?,
    }
    cx.record_changed(leases::subject(after.lease))
}

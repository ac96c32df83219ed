//! Loans over eight years, each with its payout, its repayments, their entries, and what is laid out from them.

use super::people::{Person, person};
use super::{Bulk, id, id_of_day};
use crate::size::Size;
use database::{Database, Write, values};
use kernel::arabic::{fold, searched};
use kernel::id::{EntryId, LoanId, ProductId, ProjectId, TrancheId};
use kernel::{Day, Failure, Money, Result};
use ledger::{Line, Method, NewEntry, VoucherKind, account::chart};
use lending::{Event, EventKind, Loan, Period, Place, Share, State, Terms};
use std::num::NonZeroU16;

/// Days over which loans are paid out: eight years.
const DAYS: usize = 2_920;
const ROWS: u16 = 20;
/// How many loans, or donations, one transaction writes.
const AT_ONCE: usize = 250;

/// A loan and the days it is paid on.
struct Story {
    loan: LoanId,
    number: usize,
    amount: Money,
    start: Day,
    payments: Vec<(Day, Money)>,
}

pub fn put(database: &Database, bulk: &Bulk) -> Result<()> {
    let product = ProductId::from_bytes(id(3, 0));
    database.write(|tx| {
        tx.run(
            "INSERT INTO product (id, name, name_fold, version, offered, created_at) \
             VALUES ($1, 'قرض القياس', 'قرض القياس', 1, 1, $2)",
            values![product, bulk.now],
        )?;
        tx.run(
            "INSERT INTO product_version (product, version, terms, made_by, made_at) VALUES ($1, 1, '{}', $2, $3)",
            values![product, bulk.clerk, bulk.now],
        )?;
        // All the loans could be paid out of it at once.
        donation(tx, bulk, 0, Money::from_riyals(60_000 * bulk.size.loans as i64)?)
    })?;
    for first in (1..bulk.size.donations).step_by(AT_ONCE) {
        let last = (first + AT_ONCE).min(bulk.size.donations);
        let one =
            |tx: &Write<'_>, number: usize| donation(tx, bulk, number, Money::from_riyals(number as i64 % 900 + 50)?);
        database.write(|tx| (first..last).try_for_each(|number| one(tx, number)))?;
    }
    for first in (0..bulk.size.loans).step_by(AT_ONCE) {
        let last = (first + AT_ONCE).min(bulk.size.loans);
        let one = |tx: &Write<'_>, number: usize| whole(tx, bulk, product, &usual(bulk, number)?);
        database.write(|tx| (first..last).try_for_each(|number| one(tx, number)))?;
    }
    database.write(|tx| {
        for (loan, events) in [(forty(bulk.size), 40), (seven_hundred(bulk.size), 700)] {
            whole(tx, bulk, product, &many(bulk, loan, events)?)?;
        }
        Ok(())
    })
}

/// The loan of 40 events.
pub fn forty(size: Size) -> LoanId {
    LoanId::from_bytes(id(4, size.loans))
}

/// The loan of 700 events.
pub fn seven_hundred(size: Size) -> LoanId {
    LoanId::from_bytes(id(4, size.loans + 1))
}

/// The day a usual loan was paid out.
pub fn paid_out_on(bulk: &Bulk, number: usize) -> Result<Day> {
    bulk.today.plus_days(-((number * 1_013 % DAYS) as i32) - 1)
}

/// A loan of twenty months, paid when due or a few days later; one of seventeen stopped paying some months ago.
fn usual(bulk: &Bulk, number: usize) -> Result<Story> {
    let start = paid_out_on(bulk, number)?;
    let amount = Money::from_riyals(2_000 + number as i64 * 37 % 38_000)?;
    let mut story = Story { loan: LoanId::from_bytes(id(4, number)), number, amount, start, payments: Vec::new() };
    let stopped =
        number.is_multiple_of(17).then(|| bulk.today.plus_days(-30 * (number as i32 / 17 % 9 + 1))).transpose()?;
    let plan = Loan::new(terms(&story))?.plan()?;
    for (place, row) in plan.rows.iter().enumerate() {
        let on = row.due.plus_days(((number * 7 + place * 3) % 6) as i32)?;
        if on <= bulk.today && stopped.is_none_or(|stopped| on < stopped) {
            story.payments.push((on, row.principal));
        }
    }
    Ok(story)
}

/// A loan with so many events: its payout and small repayments.
fn many(bulk: &Bulk, loan: LoanId, events: usize) -> Result<Story> {
    let start = bulk.today.plus_days(-(events as i32))?;
    let payments = (1..events).map(|place| Ok((start.plus_days(place as i32)?, Money::from_riyals(20)?)));
    let payments = payments.collect::<Result<_>>()?;
    Ok(Story { loan, number: bulk.size.loans + events, amount: Money::from_riyals(40_000)?, start, payments })
}

fn terms(story: &Story) -> Terms {
    let rows = NonZeroU16::new(ROWS).unwrap_or(NonZeroU16::MIN);
    let plain = Terms::plain(story.amount, rows, Period::Months(NonZeroU16::MIN), story.start);
    Terms { unit: Money::from(100), ..plain }
}

/// Writes all of a loan.
fn whole(tx: &Write<'_>, bulk: &Bulk, product: ProductId, story: &Story) -> Result<()> {
    let borrower = person(story.number % bulk.size.people)?;
    let project = ProjectId::from_bytes(id(5, story.number));
    let loan_no = format!("B-{:06}", story.number + 1);
    let decided = terms(story);
    tx.run(
        "INSERT INTO project (id, party, name, name_fold, state, state_since, opened_on, created_at) \
         VALUES ($1, $2, 'مشغل خياطة', 'مشغل خياطه', 'running', $3, $3, $4)",
        values![project, borrower.party, story.start, bulk.now],
    )?;
    tx.run(
        "INSERT INTO loan (id, loan_no, project, party, product, product_version, fund, amount, terms, asked_by, asked_at, \
         decision, decided_at, imported) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, 'approved', $10, 1)",
        values![
            story.loan,
            loan_no.as_str(),
            project,
            borrower.party,
            product,
            bulk.fund,
            story.amount,
            serde_json::to_string(&decided).map_err(Failure::broken)?,
            bulk.clerk,
            bulk.now
        ],
    )?;
    let payout = Event {
        place: Place(1),
        on: story.start,
        key: None,
        kind: EventKind::Tranche { amount: story.amount, upfront: Share::NONE },
    };
    let mut repaid = Vec::new();
    for (place, (on, amount)) in (2..).zip(&story.payments) {
        let kind = EventKind::Repay { amount: *amount, advance: None };
        repaid.push(Event { place: Place(place), on: *on, key: None, kind });
    }
    event(tx, bulk, story, &borrower, &payout, story.amount)?;
    tranche(tx, bulk, story)?;
    for (repayment, (_, amount)) in repaid.iter().zip(&story.payments) {
        event(tx, bulk, story, &borrower, repayment, *amount)?;
    }
    let state = Loan::new(Terms { disbursed: Some(story.start), ..decided })?.replay(&repaid)?;
    lay(tx, bulk, story, &state, (&borrower, project, &loan_no))
}

fn tranche(tx: &Write<'_>, bulk: &Bulk, story: &Story) -> Result<()> {
    let tranche = TrancheId::from_bytes(id(6, story.number));
    tx.run(
        "INSERT INTO tranche (id, loan, no, amount, kind, state, event) VALUES ($1, $2, 1, $3, 'cash', 'verified', 1)",
        values![tranche, story.loan, story.amount],
    )?;
    for (place, step) in (1_i64..).zip(["planned", "requested", "approved", "paid", "verified"]) {
        tx.run(
            "INSERT INTO tranche_step (tranche, place, step, on_day, made_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)",
            values![tranche, place, step, story.start, bulk.clerk, bulk.now],
        )?;
    }
    Ok(())
}

/// Writes an event with its entry.
fn event(tx: &Write<'_>, bulk: &Bulk, story: &Story, borrower: &Person, event: &Event, amount: Money) -> Result<()> {
    let is_payout = matches!(event.kind, EventKind::Tranche { .. });
    let (voucher, name, kind) = if is_payout {
        (VoucherKind::Payment, "loan.paid_out", "tranche")
    } else {
        (VoucherKind::Receipt, "loan.repaid", "repay")
    };
    let entry = EntryId::from_bytes(id_of_day(7, story.number << 12 | event.place.0 as usize, event.on));
    let owed = Line {
        amount: if is_payout { amount } else { amount.negated() },
        ..Line::debit(chart::LOANS, bulk.fund, amount)
    };
    let bank = Line { amount: owed.amount.negated(), ..Line::debit(chart::BANK, bulk.fund, amount) };
    let lines = vec![owed.of_loan(story.loan).of_party(borrower.party), bank];
    let new = NewEntry::new(entry, voucher, event.on, name, "قسط من قرض", lines, bulk.clerk, bulk.now);
    ledger::post(tx, &new.with(&borrower.name, Some(Method::Transfer), None))?;
    tx.run(
        "INSERT INTO loan_event (loan, place, on_day, kind, amount, content, made_by, recorded_at, method, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'transfer', $9)",
        values![
            story.loan,
            event.place.0,
            event.on,
            kind,
            amount,
            serde_json::to_string(event).map_err(Failure::broken)?,
            bulk.clerk,
            bulk.now,
            entry
        ],
    )?;
    Ok(())
}

/// Lays out the instalments and the row on the shelf.
fn lay(
    tx: &Write<'_>,
    bulk: &Bulk,
    story: &Story,
    state: &State,
    (borrower, project, loan_no): (&Person, ProjectId, &str),
) -> Result<()> {
    for (no, row) in (1_i64..).zip(&state.rows) {
        tx.run(
            "INSERT INTO instalment (loan, no, due, principal, paid) VALUES ($1, $2, $3, $4, $5)",
            values![story.loan, no, row.due, row.principal, row.paid_principal],
        )?;
    }
    let next = state.rows.iter().find(|row| row.outstanding_principal().is_positive());
    let search = searched([loan_no, &borrower.name, &borrower.identity, "مشغل خياطة"]);
    let phase = if state.balance.is_positive() { "active" } else { "closed" };
    tx.run(
        "INSERT INTO loan_shelf (loan, loan_no, party, borrower, borrower_fold, mobile, project, project_name, search_fold, \
         fund, phase, amount, paid_out, repaid, outstanding, credit, next_due, next_amount, last_paid_on, last_paid, \
         first_paid_out_on, restructured, imported, asked_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'مشغل خياطة', $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17, $18, $19, \
         0, 1, $20)",
        values![
            story.loan,
            loan_no,
            borrower.party,
            borrower.name.as_str(),
            fold(&borrower.name),
            borrower.mobile.as_str(),
            project,
            search.as_str(),
            bulk.fund,
            phase,
            story.amount,
            state.paid_principal,
            state.outstanding_principal(),
            state.credit,
            next.map(|row| row.due),
            next.map_or(Money::ZERO, lending::Row::outstanding_principal),
            story.payments.last().map(|(on, _)| *on),
            story.payments.last().map_or(Money::ZERO, |(_, amount)| *amount),
            story.start,
            bulk.now
        ],
    )?;
    Ok(())
}

fn donation(tx: &Write<'_>, bulk: &Bulk, number: usize, amount: Money) -> Result<()> {
    let on = bulk.today.plus_days(-((DAYS - number * 13 % DAYS) as i32) - 2)?;
    let lines = vec![Line::debit(chart::BANK, bulk.fund, amount), Line::credit(chart::DONATIONS, bulk.fund, amount)];
    let entry = EntryId::from_bytes(id_of_day(8, number, on));
    let new = NewEntry::new(entry, VoucherKind::Receipt, on, "donation", "تبرع", lines, bulk.clerk, bulk.now);
    ledger::post(tx, &new.with("متبرع", Some(Method::Transfer), None)).map(drop)
}

//! A visit a month to each project whose loan is running, with what was read: from its payout to today, and the next one
//! planned.

use super::{Bulk, id, loans, people};
use database::{Database, Write, values};
use kernel::id::{ActivityId, ProjectId};
use kernel::{Day, Result};

/// How many loans one transaction writes the visits of.
const AT_ONCE: usize = 500;
/// The months of a plan.
const MONTHS: i32 = 20;

pub fn put(database: &Database, bulk: &Bulk) -> Result<()> {
    for first in (0..bulk.size.loans).step_by(AT_ONCE) {
        let last = (first + AT_ONCE).min(bulk.size.loans);
        database.write(|tx| (first..last).try_for_each(|number| of_loan(tx, bulk, number)))?;
    }
    Ok(())
}

fn of_loan(tx: &Write<'_>, bulk: &Bulk, number: usize) -> Result<()> {
    let start = loans::paid_out_on(bulk, number)?;
    if start.plus_months(MONTHS)? < bulk.today {
        return Ok(());
    }
    for month in 1..=MONTHS {
        let day = start.plus_months(month)?;
        if day > bulk.today {
            return planned(tx, bulk, number, month, day);
        }
        // Of one in fifty the last one is still to be made, though its day has passed.
        if number.is_multiple_of(50) && start.plus_months(month + 1)? > bulk.today {
            return planned(tx, bulk, number, month, day);
        }
        visit(tx, bulk, number, month, day)?;
    }
    Ok(())
}

fn planned(tx: &Write<'_>, bulk: &Bulk, number: usize, month: i32, day: Day) -> Result<()> {
    let place = number * 32 + usize::try_from(month).unwrap_or(0);
    let borrower = people::person(number % bulk.size.people)?;
    tx.run(
        "INSERT INTO activity (id, activity_no, kind, subject_kind, subject, subject_name, party, search_fold, state, \
         planned_on, researcher, planned_by) \
         VALUES ($1, $2, 'visit', 'project', $3, 'مشروع', $4, '', 'planned', $5, $6, $6)",
        values![
            ActivityId::from_bytes(id(12, place)),
            format!("V-{place}"),
            ProjectId::from_bytes(id(5, number)),
            borrower.party,
            day,
            bulk.clerk
        ],
    )?;
    Ok(())
}

/// Sales go up and down a little; one project in forty is seen in distress now and then.
fn visit(tx: &Write<'_>, bulk: &Bulk, number: usize, month: i32, day: Day) -> Result<()> {
    let place = number * 32 + usize::try_from(month).unwrap_or(0);
    let activity = ActivityId::from_bytes(id(12, place));
    let distress = number.is_multiple_of(40) && month % 7 == 0;
    let (signal, text) = if distress { ("distress", "توقف البيع") } else { ("sound", "") };
    let (owner, due) = if distress { (Some(bulk.clerk), Some(day)) } else { (None, None) };
    tx.run(
        "INSERT INTO activity (id, activity_no, kind, subject_kind, subject, subject_name, search_fold, state, planned_on, \
         researcher, planned_by, done_on, done_by, recorded_by, recorded_at, findings, signal, action, action_owner, action_due) \
         VALUES ($1, $2, 'visit', 'project', $3, 'مشروع', '', 'done', $4, $5, $5, $4, $5, $5, $6, $7, $8, $7, $9, $10)",
        values![
            activity,
            format!("V-{place}"),
            ProjectId::from_bytes(id(5, number)),
            day,
            bulk.clerk,
            bulk.now,
            text,
            signal,
            owner,
            due
        ],
    )?;
    let sales = 300_000 + i64::from(month % 3) * 5_000;
    for (kind, value) in [("sales", sales), ("income", sales / 3)] {
        let sql = "INSERT INTO activity_reading (activity, kind, value) VALUES ($1, $2, $3)";
        tx.run(sql, values![activity, kind, value])?;
    }
    Ok(())
}

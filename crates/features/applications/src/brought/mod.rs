//! Guarantees that were brought for an application: rows in and out. Their rules are those of the feature `guarantees`.

pub mod bring_guarantee;
pub mod drop_guarantee;
pub mod see_guarantee;

use crate::model::{BroughtGuarantee, BroughtState};
use crate::store;
use database::{Row, values};
use guarantees::Verified;
use kernel::id::{ApplicationId, GuaranteeId};
use kernel::{Day, Failure, Result};
use loans::GuaranteeKind;
use office::context::{Read, Write};
use office::feature::Subject;

/// The kind of record one is: documents hang on the application, not on it.
pub const RECORD: &str = "application_guarantee";

const KNOWN: &str = include_str!("../sql/guarantees.sql");

/// Those of an application, in the order in which they were brought.
pub fn of(cx: &Read<'_>, id: ApplicationId) -> Result<Vec<BroughtGuarantee>> {
    let sql = format!("{KNOWN} WHERE g.application = $1 ORDER BY g.proposed_at, g.id");
    cx.rows(&sql, values![id], |row| brought(row, cx.today()))
}

/// One, with the application it is for.
///
/// # Errors
/// Not found.
pub fn one(cx: &Read<'_>, id: GuaranteeId) -> Result<(ApplicationId, BroughtGuarantee)> {
    let sql = format!("{KNOWN} WHERE g.id = $1");
    let found = cx.row(&sql, values![id], |row| Ok((row.get("application")?, brought(row, cx.today())?)))?;
    found.ok_or(Failure::not_found(RECORD))
}

fn brought(row: &Row<'_>, today: Day) -> Result<BroughtGuarantee> {
    let until: Option<Day> = row.get("until_day")?;
    let checked: String = row.get("checked")?;
    Ok(BroughtGuarantee {
        id: row.get("id")?,
        kind: row.get("kind")?,
        party: row.get("party")?,
        name: row.get("name")?,
        said: row.get("said")?,
        income: row.get("income")?,
        residence_months: row.get("residence_months")?,
        until,
        note: row.get("note")?,
        state: row.get("state")?,
        expired: until.is_some_and(|until| until < today),
        proposed_by: row.get("proposed_by")?,
        proposed_by_name: row.get("proposed_by_name")?,
        proposed_at: row.get("proposed_at")?,
        verified_by: row.get("verified_by")?,
        verified_by_name: row.get("verified_by_name")?,
        verified_at: row.get("verified_at")?,
        checked: checked.split_whitespace().map(str::to_owned).collect(),
        dropped_reason: row.get("dropped_reason")?,
    })
}

/// Those that hold today and that the product takes.
pub fn holding<'a>(all: &'a [BroughtGuarantee], accepted: &[GuaranteeKind]) -> Vec<&'a BroughtGuarantee> {
    let fits = |one: &&BroughtGuarantee| {
        one.state == BroughtState::Verified && !one.expired && (accepted.is_empty() || accepted.contains(&one.kind))
    };
    all.iter().filter(fits).collect()
}

/// As a loan takes one over.
///
/// # Errors
/// Broken: nobody has verified it.
pub fn verified(one: &BroughtGuarantee) -> Result<Verified> {
    let nobody = || Failure::broken("nobody verified this guarantee");
    Ok(Verified {
        id: one.id,
        kind: one.kind,
        party: one.party,
        said: one.said.clone(),
        income: one.income,
        residence_months: one.residence_months,
        until: one.until,
        note: one.note.clone(),
        proposed_by: one.proposed_by,
        proposed_at: one.proposed_at,
        verified_by: one.verified_by.ok_or_else(nobody)?,
        verified_at: one.verified_at.ok_or_else(nobody)?,
        checked: one.checked.clone(),
    })
}

fn subject(id: GuaranteeId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

/// Tells the trail of a guarantee under its application.
fn told(cx: &Write<'_>, application: ApplicationId, before: Option<&BroughtGuarantee>, id: GuaranteeId) -> Result<()> {
    let (_, after) = one(cx, id)?;
    let from = before.map(|before| before.state.name());
    let label = store::label(cx, *application.as_bytes())?;
    cx.status_changed(subject(id), from, after.state.name(), &after.dropped_reason)?;
    cx.changed(RECORD, id, &label, &before, &after)
}

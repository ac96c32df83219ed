//! What the house owes itself, and who carries how much.

use super::super::case::{Figures, Outcome, mapped, portion, rows, said, said_or_none, texts};
use super::Asked;
use super::beneficiaries::days;
use crate::reader::{Fields, Read, day, text, word};
use measures::kpi::{self, WorkKind};
use serde_norway::Value;

pub(super) fn governance(asked: &Asked<'_>) -> Read<Outcome> {
    let duty =
        |row: &mut Fields<'_>| Ok(kpi::Duty { due: row.read_wanted("due", day)?, done: row.maybe("done", day)? });
    let duties = |value: &Value| rows(value, duty);
    let mut given = Fields::of("rows", asked.rows)?;
    let decisions = given.read("decisions", duties)?.unwrap_or_default();
    let reports = given.read("reports", duties)?.unwrap_or_default();
    let policies = given.read("policies", days)?.unwrap_or_default();
    given.finish()?;
    let found = kpi::governance(&decisions, &reports, &policies, asked.period()?);
    Ok(Outcome::Found(Figures::from([
        ("decisions", portion(found.decisions)),
        ("reports", portion(found.reports)),
        ("policies_overdue", said(found.policies_overdue)),
    ])))
}

pub(super) fn workload(asked: &Asked<'_>) -> Read<Outcome> {
    let kinds = [("file", WorkKind::File), ("request", WorkKind::Request)];
    let items = rows(asked.rows, |row| {
        Ok(kpi::WorkItem {
            kind: row.read_wanted("kind", |value| word(value, &kinds))?,
            worker: row.maybe("worker", text)?,
            opened: row.read_wanted("opened", day)?,
            closed: row.maybe("closed", day)?,
        })
    })?;
    let found = kpi::workload(&items, asked.on()?);
    let load = found.load.into_iter().map(|(worker, load)| (worker, texts([load.files, load.requests])));
    Ok(Outcome::Found(Figures::from([
        ("load", mapped(load)),
        ("mean", said_or_none(found.mean)),
        ("unassigned", said(found.unassigned)),
    ])))
}

//! The old plan beside the new: the rows that are open before a change and after it, and which of them differ. Pure.

use crate::rules::CHANGES_NOTHING;
use kernel::{Day, Failure, Money, Result, require};
use lending::{RowKind, State};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A row of a plan that is open, or a row of zero that waits among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedRow {
    /// The place in its plan.
    pub no: u32,
    pub due: Day,
    /// What the whole row asks for.
    pub amount: Money,
    pub outstanding: Money,
    /// Whether the other plan has no such row.
    pub changed: bool,
}

/// What is open of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanSide {
    pub rows: Vec<ChangedRow>,
    /// How many of them owe something.
    pub open: u32,
    pub outstanding: Money,
    pub ends_on: Day,
    /// Days that count as late on the day of the change, without those of grace and of pauses.
    pub late: i32,
}

/// The plan as it stands, and as it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangePlan {
    pub before: PlanSide,
    pub after: PlanSide,
}

impl ChangePlan {
    /// # Errors
    /// Only when sums are beyond what money can be.
    pub fn of(before: &State, after: &State, day: Day) -> Result<Self> {
        let mut plan = Self { before: side(before, day)?, after: side(after, day)? };
        mark(&mut plan.before.rows, &plan.after.rows);
        mark(&mut plan.after.rows, &plan.before.rows);
        Ok(plan)
    }

    /// # Errors
    /// `loans.changes_nothing`.
    pub fn changes_something(&self, before: &State, after: &State) -> Result<()> {
        require(self.before != self.after || before.pauses != after.pauses, CHANGES_NOTHING)
    }

    /// As it is kept and compared.
    ///
    /// # Errors
    /// Broken: it cannot be written.
    pub fn text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(Failure::broken)
    }
}

fn side(state: &State, day: Day) -> Result<PlanSide> {
    let owes = |row: &&lending::Row| row.outstanding().is_positive();
    let first = state.rows.iter().find(owes).map(|row| row.due);
    let mut rows = Vec::new();
    for (no, row) in (1_u32..).zip(&state.rows) {
        let waits = row.kind == RowKind::Waiting && first.is_some_and(|first| row.due >= first.min(day));
        if !owes(&row) && !waits {
            continue;
        }
        let amount = row.principal.plus(row.fee)?;
        rows.push(ChangedRow { no, due: row.due, amount, outstanding: row.outstanding(), changed: false });
    }
    let open = rows.iter().filter(|row| row.outstanding.is_positive()).count();
    Ok(PlanSide {
        open: u32::try_from(open).map_err(Failure::broken)?,
        outstanding: Money::sum(rows.iter().map(|row| row.outstanding))?,
        ends_on: state.ends_on,
        late: state.lateness(day)?.delinquent,
        rows,
    })
}

/// Marks the rows whose day and amount the other plan does not have.
fn mark(rows: &mut [ChangedRow], others: &[ChangedRow]) {
    let mut left: Vec<(Day, Money)> = others.iter().map(|row| (row.due, row.outstanding)).collect();
    for row in rows {
        match left.iter().position(|other| *other == (row.due, row.outstanding)) {
            Some(same) => drop(left.swap_remove(same)),
            None => row.changed = true,
        }
    }
}

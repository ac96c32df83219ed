//! Promises of both sides, as lists show them.

use crate::inputs::ListCommitments;
use crate::model::{CommitmentCounts, CommitmentLine, CommitmentPage, CommitmentState};
use crate::{store, subjects};
use database::{Row, Value, values};
use kernel::arabic::Reading;
use kernel::{Day, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const LINES: &str = include_str!("sql/commitments.sql");
const ORDERED: &[(&str, &str)] = &[
    ("text", "c.text"),
    ("name", "k.name_fold?"),
    ("of", "c.subject_name"),
    ("side", "c.side"),
    ("due", "c.due"),
    ("keeper", "w.name?"),
    ("met", "c.met_on?"),
    ("state", "c.state"),
];

pub fn commitments(cx: &Read<'_>, input: ListCommitments) -> Result<CommitmentPage> {
    as_meant(cx, &input.text, |page: &CommitmentPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListCommitments, reading: Option<&Reading>) -> Result<CommitmentPage> {
    let mut narrow = Narrow::default();
    narrow.words("c.search_fold", reading);
    narrow.one_of("c.state", input.state.iter().map(|one| Value::from(*one)));
    if let Some(side) = input.side {
        narrow.and("c.side = {}", values![side]);
    }
    if let Some(keeper) = input.keeper {
        narrow.and("c.keeper = {}", values![keeper]);
    }
    if input.late {
        narrow.and("c.state = 'open' AND c.due < {}", values![cx.today()]);
    }
    let order = order_by(input.order.as_ref(), ORDERED, "c.state <> 'open', c.due, c.id", "c.id");
    let lines = lines(cx, &narrow, &order, limit_of(input.limit), input.offset)?;
    let sql = format!("SELECT count(*) AS n FROM commitment c {}", narrow.said());
    let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
    let counts = cx.one(include_str!("sql/commitment_counts.sql"), values![cx.today()], |row| {
        Ok(CommitmentCounts {
            late_beneficiary: row.get("late_beneficiary")?,
            late_association: row.get("late_association")?,
            open: row.get("open_in_all")?,
        })
    })?;
    Ok(CommitmentPage { lines, total, counts })
}

/// A page of promises with all that a row shows.
///
/// # Errors
/// What the database refuses.
pub fn lines(cx: &Read<'_>, narrow: &Narrow, order: &str, limit: i64, offset: i64) -> Result<Vec<CommitmentLine>> {
    let today = cx.today();
    let (statement, values) = narrow.statement(LINES, order, limit, offset);
    let mut lines = cx.rows(&statement, values, |row| line(row, today))?;
    for line in &mut lines {
        line.version = cx.version(store::COMMITMENT, line.commitment)?.number;
    }
    Ok(lines)
}

fn line(row: &Row<'_>, today: Day) -> Result<CommitmentLine> {
    let state: CommitmentState = row.get("state")?;
    let due: Day = row.get("due")?;
    let met_on: Option<Day> = row.get("met_on")?;
    let until = match state {
        CommitmentState::Open => Some(today),
        CommitmentState::Met => met_on,
        CommitmentState::Excused => None,
    };
    Ok(CommitmentLine {
        commitment: row.get("id")?,
        of: subjects::of_row(row)?,
        side: row.get("side")?,
        text: row.get("text")?,
        due,
        keeper: row.get("keeper")?,
        keeper_name: row.get("keeper_name")?,
        state,
        days_late: until.map_or(0, |until| until.days_since(due).max(0)),
        met_on,
        evidence: row.get("evidence")?,
        reason: row.get("reason")?,
        activity: row.get("activity")?,
        activity_no: row.get("activity_no")?,
        depends_on: row.get("depends_on")?,
        made_on: row.get("made_on")?,
        made_by_name: row.get("made_by_name")?,
        version: 0,
    })
}

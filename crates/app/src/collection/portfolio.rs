//! The loans behind the figures of the board: every loan whose money was out on a day, as it stood then. Read from the
//! tables the loans keep; for a day after which something happened, the loans that changed since are replayed as they were
//! known then.

use super::model::{AskPortfolio, Part, PortfolioLine, PortfolioPage};
use super::queries::{self, Words};
use crate::context::Read;
use crate::dashboard;
use database::{Row, Value};
use kernel::id::{FundId, LoanId};
use kernel::{Day, Money, Result};
use lending::Status;
use std::collections::{BTreeMap, BTreeSet};

pub fn portfolio(cx: &Read<'_>, input: AskPortfolio) -> Result<PortfolioPage> {
    let day = input.day.unwrap_or(cx.today());
    dashboard::has_come(day, cx.today())?;
    let mut chosen = lines(cx, day, &queries::words(&input.text), input.fund)?;
    chosen.retain(|line| input.part.is_none_or(|part| part.holds(line)));
    chosen.sort_by(|one, other| (other.outstanding, &one.loan_no).cmp(&(one.outstanding, &other.loan_no)));
    let sum = |of: fn(&PortfolioLine) -> Money| Money::sum(chosen.iter().map(of));
    let mut page = PortfolioPage {
        day,
        lines: Vec::new(),
        loans: chosen.len() as i64,
        lent: sum(|line| line.lent)?,
        paid: sum(|line| line.paid)?,
        outstanding: sum(|line| line.outstanding)?,
        overdue: sum(|line| line.overdue)?,
        credit: sum(|line| line.credit)?,
    };
    page.lines = queries::page_of(chosen, input.offset, input.limit);
    Ok(page)
}

impl Part {
    pub const fn holds(self, line: &PortfolioLine) -> bool {
        match self {
            Self::Active => line.outstanding.is_positive(),
            Self::OnTime => line.dpd == 0 && !line.written_off,
            Self::PaidOff => line.outstanding.is_zero() && !line.written_off,
            Self::Credit => line.credit.is_positive(),
            Self::Restructured => line.restructured && !line.written_off,
            Self::WrittenOff => line.written_off,
        }
    }
}

/// Every loan that fits, in no order.
///
/// # Errors
/// What the database refuses.
pub fn lines(cx: &Read<'_>, day: Day, words: &Words, fund: Option<FundId>) -> Result<Vec<PortfolioLine>> {
    let mut narrowed = vec![Value::from(fund)];
    narrowed.extend(words.iter().cloned().map(Value::from));
    let mut of_day = vec![day.into()];
    of_day.extend(narrowed.iter().cloned());
    let mut lines = cx.rows(include_str!("sql/portfolio.sql"), of_day, |row| line(row, day))?;
    if dashboard::is_present(cx, day)? {
        return Ok(lines);
    }
    let mut known = BTreeMap::new();
    cx.rows(include_str!("sql/borrowers.sql"), narrowed, |row| {
        known.insert(row.get::<LoanId>("loan")?, named(row)?);
        Ok(())
    })?;
    let mut changed = BTreeSet::new();
    let mut then = Vec::new();
    dashboard::each_loan_changed_after(cx, day, |loan, _, _, state| {
        changed.insert(loan);
        let (Some(line), Some(state)) = (known.remove(&loan), state) else { return Ok(()) };
        let standing = state.standing(day)?;
        let written_off = state.status == Status::WrittenOff;
        then.push(PortfolioLine {
            lent: state.paid_out,
            paid: state.paid_principal.plus(state.credit)?,
            outstanding: state.outstanding_principal(),
            overdue: standing.overdue,
            credit: state.credit,
            dpd: if written_off { 0 } else { standing.dpd },
            restructured: state.restructured,
            written_off,
            ..line
        });
        Ok(())
    })?;
    lines.retain(|line| !changed.contains(&line.loan));
    lines.append(&mut then);
    Ok(lines)
}

fn line(row: &Row<'_>, day: Day) -> Result<PortfolioLine> {
    let next_due: Option<Day> = row.get("next_due")?;
    let credit: Money = row.get("credit")?;
    Ok(PortfolioLine {
        lent: row.get("paid_out")?,
        paid: row.get::<Money>("repaid")?.plus(credit)?,
        outstanding: row.get("outstanding")?,
        overdue: row.get("overdue")?,
        credit,
        dpd: next_due.map_or(0, |due| day.days_since(due).max(0)),
        restructured: row.get("restructured")?,
        written_off: row.get("written_off")?,
        ..named(row)?
    })
}

/// Whose loan it is; how it stands is filled in later.
fn named(row: &Row<'_>) -> Result<PortfolioLine> {
    Ok(PortfolioLine {
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        party: row.get("party")?,
        name: row.get("borrower")?,
        project: row.get("project_name")?,
        fund: row.get("fund")?,
        lent: Money::ZERO,
        paid: Money::ZERO,
        outstanding: Money::ZERO,
        overdue: Money::ZERO,
        credit: Money::ZERO,
        dpd: 0,
        restructured: false,
        written_off: false,
    })
}

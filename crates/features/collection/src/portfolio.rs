//! The loans behind the figures of the board: every loan whose money was out on a day, as it stood then.

use super::looking_back::{self, Line};
use super::model::{AskPortfolio, Part, PortfolioLine, PortfolioPage};
use super::queries::{Words, words};
use database::Row;
use kernel::id::LoanId;
use kernel::{Day, Money, Result};
use lending::{State, Status};
use loans::LoanReplay;
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::as_meant;
use office::page::page_of;

pub fn portfolio(cx: &Read<'_>, input: AskPortfolio) -> Result<PortfolioPage> {
    let day = input.day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    as_meant(
        cx,
        &input.text,
        |page: &PortfolioPage| page.loans == 0,
        |reading| portfolio_on(cx, &input, day, &words(reading)),
    )
}

fn portfolio_on(cx: &Read<'_>, input: &AskPortfolio, day: Day, words: &Words) -> Result<PortfolioPage> {
    let mut chosen: Vec<PortfolioLine> = looking_back::lines(cx, day, words, input.fund)?;
    chosen.retain(|line| input.part.is_none_or(|part| part.holds(line)));
    chosen.sort_by(|one, other| (other.outstanding, &one.loan_no).cmp(&(one.outstanding, &other.loan_no)));
    in_order(&mut chosen, input.order.as_ref(), |line, key| {
        Some(match key {
            "name" => Rank::from(&line.name),
            "loan" => (&line.loan_no).into(),
            "lent" => line.lent.into(),
            "paid" => line.paid.into(),
            "outstanding" => line.outstanding.into(),
            "overdue" => line.overdue.into(),
            "dpd" => line.dpd.into(),
            "credit" => line.credit.into(),
            "project" => (&line.project).into(),
            _ => return None,
        })
    });
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
        given_up: sum(|line| line.given_up)?,
    };
    page.lines = page_of(chosen, input.offset, input.limit);
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

impl Line for PortfolioLine {
    const FROM_TABLES: &'static str = include_str!("sql/portfolio.sql");

    fn loan(&self) -> LoanId {
        self.loan
    }

    fn read(row: &Row<'_>, day: Day) -> Result<Self> {
        line(row, day)
    }

    fn named(row: &Row<'_>, _: Day) -> Result<Self> {
        named(row)
    }

    fn retold(self, _: &LoanReplay, state: &State, day: Day) -> Result<Option<Self>> {
        let standing = state.standing(day)?;
        let written_off = state.status == Status::WrittenOff;
        Ok(Some(Self {
            lent: state.paid_out,
            paid: state.paid_principal.plus(state.credit)?,
            outstanding: state.outstanding_principal(),
            overdue: standing.overdue,
            credit: state.credit,
            dpd: if written_off { 0 } else { standing.dpd },
            restructured: state.restructured,
            written_off,
            given_up: if written_off { state.written_off_principal } else { Money::ZERO },
            ..self
        }))
    }
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
        given_up: row.get("given_up")?,
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
        given_up: Money::ZERO,
    })
}

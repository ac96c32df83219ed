//! «التحصيل»: what falls due, and who is late. Repayments themselves are recorded by the loans.

mod due;
mod due_then;
mod late;
mod looking_back;
pub mod model;
mod portfolio;
mod queries;
mod received;

pub(crate) use due::tasks as due_tasks;
#[cfg(test)]
pub(crate) use model::{DueState, Part, PortfolioLine};
#[cfg(test)]
pub(crate) use queries::due_statement;

/// For the test that compares both ways of reading a day: every late loan, in the order of their identifiers.
#[cfg(test)]
pub(crate) fn late_lines(cx: &crate::context::Read<'_>, day: kernel::Day) -> kernel::Result<Vec<model::LateLine>> {
    let mut lines: Vec<model::LateLine> = looking_back::lines(cx, day, &Default::default(), None)?;
    lines.sort_by_key(|line| line.loan);
    Ok(lines)
}

/// For the same test: every loan whose money was out, in the order of their identifiers.
#[cfg(test)]
pub(crate) fn portfolio_lines(
    cx: &crate::context::Read<'_>,
    day: kernel::Day,
) -> kernel::Result<Vec<model::PortfolioLine>> {
    let mut lines: Vec<model::PortfolioLine> = looking_back::lines(cx, day, &Default::default(), None)?;
    lines.sort_by_key(|line| line.loan);
    Ok(lines)
}

use model::{AskDue, AskLate, AskPortfolio, AskReceived, DuePage, LatePage, PortfolioPage, ReceivedPage};

crate::commands! { "collection",
    read due  (AskDue) -> DuePage,   needs LoansView, shows [Loans];
    read late (AskLate) -> LatePage, needs LoansView, shows [Loans];
    read portfolio (AskPortfolio) -> PortfolioPage, needs LoansView, shows [Loans];
    read received (AskReceived) -> ReceivedPage, needs LoansView, shows [Loans];
}

//! «التحصيل»: what falls due, and who is late. Repayments themselves are recorded by the loans.

mod due;
mod due_then;
mod late;
mod lists;
mod looking_back;
pub mod model;
mod portfolio;
mod queries;
mod received;

/// For the test that compares both ways of reading a day.
#[doc(hidden)]
pub mod raw {
    use crate::{looking_back, model};
    use kernel::{Day, Result};
    use office::context::Read;

    pub use crate::model::{DueState, Part, PortfolioLine};
    pub use crate::queries::due_statement;

    /// Every late loan, in the order of their identifiers.
    pub fn late_lines(cx: &Read<'_>, day: Day) -> Result<Vec<model::LateLine>> {
        let mut lines: Vec<model::LateLine> = looking_back::lines(cx, day, &Default::default(), None)?;
        lines.sort_by_key(|line| line.loan);
        Ok(lines)
    }

    /// Every loan whose money was out, in the order of their identifiers.
    pub fn portfolio_lines(cx: &Read<'_>, day: Day) -> Result<Vec<model::PortfolioLine>> {
        let mut lines: Vec<model::PortfolioLine> = looking_back::lines(cx, day, &Default::default(), None)?;
        lines.sort_by_key(|line| line.loan);
        Ok(lines)
    }
}

pub use model::{AskDue, AskLate, AskPortfolio, AskReceived, DueState, LateBand, Part};

use loans::LOANS_VIEW;
use model::{DuePage, LatePage, PortfolioPage, ReceivedPage};
use office::feature::Feature;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "collection",
    commands: COMMANDS,
    screens: SCREENS,
    tasks: Some(due::tasks),
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::screens! {
    DUE = "collection.due", AskDue;
    LATE = "collection.late", AskLate;
    PORTFOLIO = "collection.portfolio", AskPortfolio;
    RECEIVED = "collection.received", AskReceived;
}

office::commands! { "collection",
    read due  (AskDue) -> DuePage,   needs LOANS_VIEW, shows [loans];
    read late (AskLate) -> LatePage, needs LOANS_VIEW, shows [loans];
    read portfolio (AskPortfolio) -> PortfolioPage, needs LOANS_VIEW, shows [loans];
    read received (AskReceived) -> ReceivedPage, needs LOANS_VIEW, shows [loans];
}

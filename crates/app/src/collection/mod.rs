//! «التحصيل»: what falls due, and who is late. Repayments themselves are recorded by the loans.

mod due;
mod late;
pub mod model;
mod queries;

pub(crate) use due::tasks as due_tasks;

use model::{AskDue, AskLate, DuePage, LatePage};

crate::commands! { "collection",
    read due  (AskDue) -> DuePage,   needs LoansView, shows [Loans];
    read late (AskLate) -> LatePage, needs LoansView, shows [Loans];
}

//! Loans asked for and decided: who proposes one, who approves or rejects it, and the terms it would have.

pub mod approve;
pub mod cancel;
pub mod propose;
pub mod reject;
pub mod terms;

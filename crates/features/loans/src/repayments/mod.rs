//! Money that comes back: what a repayment would do, recording it, and the receipt for it.

pub mod receipt;
pub mod repay;
pub mod repaying;

//! Rules of allocation: which part of what comes to a fund, or of the net return of its investments, goes to other funds. A version
//! holds from its day by a decision and another person's approval; the program computes by it and lays drafts before others.

pub mod following;
pub mod net;
pub mod shares;
pub mod store;
pub mod writing;

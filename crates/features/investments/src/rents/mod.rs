//! Rents: posted when they are due, received, written off; cheques that wait for their day; deposits. What is paid follows from the
//! entries of the lease, and the books agree with it on every day.

pub mod cheques;
pub mod deposits;
pub mod dues;
pub mod facts;
pub mod list;
pub mod received;
pub mod settling;

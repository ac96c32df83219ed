//! The portable subset of SQL, checked.

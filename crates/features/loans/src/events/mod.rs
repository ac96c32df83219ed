//! What happens to a loan, one event after the other: entering and taking back, the replay that follows from them, the
//! entries they make in the books, and the loan as it stood on an earlier day.

pub mod ageing;
pub mod past;
pub mod posting;
pub mod record;
pub mod recording;
pub mod replay;
pub mod undo;

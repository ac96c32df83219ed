//! Surveys: satisfaction and response (K12), small groups that are not printed, sheets entered twice.
//!
//! A figure of few people tells who said what. So a result of fewer than `suppress_under` valid answers has no figure, a
//! group of so few is not printed and not in the total, and where the whole stands elsewhere another group is hidden
//! with it. What nobody answered hides nothing: it is «no data».

mod answers;
mod groups;
mod sheets;
mod table;

pub use answers::{Answer, Hidden, Poll, Question, Satisfaction, change, response_rate, satisfaction};
pub use groups::{Group, Groups, ShownGroup, groups};
pub use sheets::{DoubleEntry, EntryDifference, Sheet, double_entry};
pub use table::{Cell, printed};

//! Messages that remind of instalments: by a schedule, prepared to be copied, said to be sent by the person who sent them.
//! Sending itself is outside. Never twice of one instalment and step.

pub mod model;
pub mod plan;
pub mod prepare_reminder;
pub mod send_reminder;
pub mod text;
mod waiting;

pub use waiting::{count_waiting, reminders};

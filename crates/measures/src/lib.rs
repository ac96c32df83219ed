//! The pure engine of figures: facts in, figures out.
//!
//! [`kpi`] counts what the dashboard shows, [`survey`] what people answered,
//! [`indicators`] and [`initiatives`] how far a programme has come. A figure is exact until it is rounded, once, a half away from zero; what
//! there is nothing to divide by has no figure at all. Days are calendar days unless a rule says working days.
//!
//! No database, no clock, no float lives here: whoever asks loads the rows and hands them in, with the [`Settings`] of
//! the association.

#![deny(clippy::float_arithmetic)]

mod decimal;
pub mod indicators;
pub mod initiatives;
pub mod kpi;
mod portion;
pub mod refusals;
mod settings;
pub mod survey;

pub use decimal::{Decimal, Hundredths, Median, Tenths};
pub use portion::{Period, Portion};
pub use refusals::{REFUSALS, Refused};
pub use settings::Settings;
